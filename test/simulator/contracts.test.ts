import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { simulatorCredentials } from '../../tools/simulatorCredentials';
import { EACH } from '../contracts';
import type { Contract, DocumentedRequest, HttpAnswer, Kind, Sample } from '../contracts/contract';
import { valueAt } from '../contracts/paths';
import { bestOutput } from '../support/contracts';
import { itemOf } from '../support/pure';
import { credentialHeaders } from '../support/wire';
import { useClient, without, type HeaderTexts } from './support/client';

const { call, inbox, simulator } = useClient();

/** The outputs that a documented request leads to when nothing came before it. */
const FIRST_OUTPUTS: Record<Kind, string[]> = {
	send: ['Sent'],
	verify: ['Wrong Code'],
	fetch: ['Not Found'],
	customer: ['Not Found'],
	check: ['Redeemable'],
	redeem: ['Refused', 'Wrong Code', 'Redeemed'],
	encrypt: ['Encrypted'],
	// Nobody has made the token.
	decrypt: ['Error'],
};

/** The same request, with something that fits in the place of each pattern. */
function filled<T>(request: T): T {
	const text = JSON.stringify(request, (_key, value: unknown) => {
		if (!(value instanceof RegExp)) return value;
		const now = '20260102030405';
		return value.test(now) ? now : fc.sample(fc.stringMatching(value), { numRuns: 1, seed: 1 })[0];
	});
	return JSON.parse(text) as T;
}

interface Change {
	/** Which of the requests is changed. */
	at: number;
	request?: Partial<DocumentedRequest>;
	headers?: (headers: HeaderTexts) => HeaderTexts;
	/** A value of the query and the body, and what stands in its place; nothing if left out. */
	value?: string;
	other?: unknown;
}

/** The same query or body with another value, or without it. */
const changed = (part: unknown, { value, other }: Change): unknown =>
	JSON.parse(JSON.stringify(part, (_key, given: unknown) => (String(given) === value ? other : given)));

const ADDRESSES = ['cryptoBaseUrl', 'operationsBaseUrl', 'baseUrl', 'customHost'];

/** Makes the documented requests of a sample, and gives the answers; a token is handed from call to call. */
async function play({ credentials: [type] }: Contract, { requests }: Sample, change?: Change) {
	const { data } = simulatorCredentials(simulator().url)[type];
	const answers: HttpAnswer[] = [];
	for (const [index, documented] of requests.entries()) {
		const isChanged = index === change?.at;
		const request = { ...filled<DocumentedRequest>(documented), ...(isChanged && change.request) };
		const { method, path, query = {}, headers, body } = request;
		// The client adds that the body is JSON.
		const signed = without(
			{ ...headers, ...filled(credentialHeaders(type, path)) } as HeaderTexts,
			'Content-Type',
		);
		const { token } = (answers[index - 1]?.body ?? {}) as { token?: string };
		const [given, asked] = [token === undefined ? body : { token }, query].map((part) =>
			isChanged && part !== undefined ? changed(part, change) : part,
		);
		const field = ADDRESSES.find((name) => name in data && (name !== 'cryptoBaseUrl' || /v2/.test(path)));
		const search = new URLSearchParams(asked as Record<string, string>).toString();
		const url = `${data[field as string].slice(simulator().url.length)}${path}?${search}`;
		const own = isChanged ? (change.headers?.(signed) ?? signed) : signed;
		const { status, text } = await call(method, url, { headers: own, body: given });
		answers.push({ status, body: text.startsWith('{') ? (JSON.parse(text) as object) : text });
	}
	return answers;
}

/** What the node, which is held against its contract, reads from the answers to a sample. */
async function readBy({ node }: Contract, { parameters, reference }: Sample, answers: HttpAnswer[]) {
	const additionalFields = {
		...(parameters.additionalFields as INodeParameters),
		...(filled(reference) as INodeParameters),
	};
	return await itemOf(node, { ...parameters, additionalFields }).answered(answers);
}

/** The members of a documented answer, with any value of the same type. */
const likeOf = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(likeOf);
	if (typeof value === 'object' && value !== null)
		return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, likeOf(entry)]));
	return expect.any((value as object).constructor as new () => unknown) as unknown;
};

describe.each(EACH)('%s', (_node, contract) => {
	const { minimal } = contract.samples;
	const samples = Object.entries(contract.samples).filter(
		([, { parameters }]) => !('providerQuirks' in parameters) && parameters.payload !== 'encrypted',
	);

	it.each(samples)('is answered as documented: %s', async (_name, sample: Sample) => {
		const answers = await play(contract, sample);
		const { output, says } = await readBy(contract, sample, answers);
		const isRepeating = contract.kind === 'send' && contract.follows !== undefined;
		expect(isRepeating ? ['Not Sent'] : FIRST_OUTPUTS[contract.kind]).toContain(output);
		const issues = sample.requests.some(({ query }) => query?.issue_otp === 'true');
		expect(inbox().length > 0).toBe(output === 'Sent' || issues);
		if (output === 'Error' || output === 'Encrypted') return;
		const code = says.statusCode as string;
		// iServeU says in words what is wrong with a code.
		if (contract.provider === 'iserveu' && contract.kind === 'verify') return;
		expect([code, contract.codes[code]]).toEqual([code, output]);
		expect(answers.at(-1)?.body).toMatchObject(likeOf(contract.answerWith(code).body) as object);
	});

	it('is refused under another path or method, as broken JSON, and without its own headers', async () => {
		const [{ path, body, headers: own = {} }] = minimal.requests;
		const changes: Array<Omit<Change, 'at'>> = [
			...[{ path: `${path}/other` }, { method: 'PUT' }].map((request) => ({ request })),
			...(body === undefined ? [] : [{ request: { body: '{"broken' } }]),
			...Object.keys(own).map((name) => ({
				headers: (all: HeaderTexts) => ({
					...without(all, name),
					...(name === 'Content-Type' && { 'content-type': 'text/plain' }),
				}),
			})),
		];
		for (const [index, change] of changes.entries()) {
			const answers = await play(contract, minimal, { at: 0, ...change });
			if (index < 2) expect(answers[0].status).toBe(404);
			const { output } = await readBy(contract, minimal, answers);
			expect([change, output]).not.toEqual([change, bestOutput(contract)]);
			expect(inbox()).toEqual([]);
		}
	});

	const headers = minimal.requests.flatMap(({ path }, at) =>
		Object.keys(credentialHeaders(contract.credentials[0], path)).map((header) => ({ at, path, header })),
	);

	it.each(headers)('is refused at $path with a wrong or missing $header', async ({ at, header }) => {
		for (const value of [undefined, 'wrong']) {
			const change = (all: HeaderTexts): HeaderTexts => ({
				...without(all, header),
				...(value && { [header]: value }),
			});
			const answers = await play(contract, minimal, { at, headers: change });
			const { says } = await readBy(contract, minimal, answers);
			// Wibmo repeats who called, and whether it acted is open where its answer cannot be decrypted.
			const faults = at === 2 ? ['undecryptable'] : ['credentialsRefused', 'mismatched'];
			expect(faults).toContain(says.fault);
			expect(inbox()).toHaveLength(at === 2 && contract.kind === 'send' ? 1 : 0);
			simulator().reset();
		}
	});

	it('is refused without a required value, or with one of another form, and then sends nothing', async () => {
		for (const [path, { empty, refuses }] of Object.entries(contract.fields)) {
			const value = valueAt(minimal.parameters, path);
			// Wibmo encrypts whatever it is given.
			if (empty !== 'refused' || value === undefined || contract.kind === 'encrypt') continue;
			const wrongForm = refuses.find((one) => /^[!-~]{1,60}$/.test(String(one.value)) && one.value);
			for (const other of [undefined, wrongForm?.value]) {
				const answers = await play(contract, minimal, { at: 0, value: String(value), other });
				const { output } = await readBy(contract, minimal, answers);
				expect([path, other, output]).not.toEqual([path, other, bestOutput(contract)]);
				expect(inbox()).toEqual([]);
			}
		}
	});
});
