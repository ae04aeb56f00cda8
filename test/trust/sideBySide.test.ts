import { setTimeout as sleep } from 'node:timers/promises';
import Fastify, { type FastifyRequest } from 'fastify';
import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { execute } from '../../tools/engine';
import { simulatorCredentials } from '../../tools/simulatorCredentials';
import { JOURNEYS } from '../support/scenarios';
import { count, howMany } from './support/totals';

const EXECUTIONS = howMany(50, 10);
const ITEMS = 20;

/** A request as it arrived. */
interface Recorded extends Pick<FastifyRequest, 'headers'> {
	path: string;
	body: string;
}

/** Says yes in the words of all four providers. */
function yes({ path, body }: Recorded): object {
	if (path.endsWith('/token/generate')) {
		const { key } = JSON.parse(body) as { key: string };
		// Every other token is over at once, so that it is renewed again and again on the way.
		return { data: { accessToken: `token-for-${key}`, ttlSeconds: runsIn(key)[0] % 2 === 0 ? 300 : 0 } };
	}
	if (path.endsWith('/encrypt')) return { token: Buffer.from(body).toString('base64') };
	if (path.endsWith('/decrypt')) return { responseCode: '00', responseMessage: 'SUCCESS' };
	if (path.endsWith('/v2/otp/generate')) return { createdId: 10, warnings: [] };
	const isOfIServeU = path.includes('/otp/send');
	return {
		status: isOfIServeU ? 'SUCCESS' : 'success',
		statusCode: isOfIServeU ? '0' : '200',
		result: { message: 'req-1' },
		token: 'sealed-answer',
	};
}

/** A server that says yes to everybody, and what they sent to it. */
const server = Fastify({ forceCloseConnections: true });
const requests: Recorded[] = [];
let url: string;

beforeAll(async () => {
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
	server.all('*', async ({ url: path, headers, body }) => {
		const request = { path, headers, body: String(body ?? '') };
		requests.push(request);
		// Answers overtake each other, as they do at a provider.
		await sleep(Math.floor(Math.random() * 10));
		return yes(request);
	});
	url = await server.listen({ host: '127.0.0.1', port: 0 });
});

beforeEach(() => requests.splice(0));

afterAll(async () => await server.close());

const CLIENT = 'capillaryValidateOtp as an API client';

/** What carries the item's address, where the recipient is a number. */
const BY_NUMBER: Record<string, INodeParameters> = {
	iServeUProcessCustomer: {
		// Two executions of the same millisecond with the same recipient count as one and its retry.
		customerMobileNumber: '={{ $json.number }}',
		additionalFields: { email: '={{ $json.to }}' },
	},
	capillaryValidateOtp: { entityType: 'EMAIL', channels: { channel: [{ type: 'EMAIL', value: '' }] } },
};
BY_NUMBER[CLIENT] = BY_NUMBER.capillaryValidateOtp;
const NAMES = ['hyperVergeVerifyEmailOtp', 'wibmoVerifyEmailOtp', ...Object.keys(BY_NUMBER)];

/** A credential whose fields say which execution they are of, but for the addresses. */
function credentialOf(type: string, run: number): ICredentialDataDecryptedObject {
	const { data } = simulatorCredentials(url)[type];
	return Object.fromEntries(
		Object.entries(data).map(([key, value]) => {
			if (value.startsWith('http')) return [key, url];
			return [key, key === 'cluster' ? value : `${key}-of-run-${run}-`];
		}),
	);
}

/** The executions that a text speaks of. */
const runsIn = (text: string) => [...text.matchAll(/run-([0-9]+)-/g)].map(([, run]) => Number(run));

/** What stands in base64 in clear: a sealed token is its payload, and a till signs in with its name. */
const inClear = (text: string) =>
	text.replace(/[\w+/-]{30,}=*/g, (sealed) => `${sealed} ${Buffer.from(sealed, 'base64').toString()}`);

async function runOne(name: string, run: number) {
	const { send, credential } = JOURNEYS[name];
	const items = Array.from({ length: ITEMS }, (_, item) => ({
		to: `run-${run}-item-${item}@example.com`,
		number: String(9_000_000_000 + run * ITEMS + item),
	}));
	const parameters = {
		...send.parameters,
		...BY_NUMBER[name],
		options: { batching: { batch: { batchSize: (run % 10) + 1 } } },
	};
	return await execute({ type: send.type, parameters }, items, {
		[credential]: credentialOf(credential, run),
	});
}

/** Expects that each request speaks of one execution only, in its headers and in its body. */
function expectOwnCredentials(): void {
	for (const { path, headers, body } of requests) {
		const [inHeaders, inBody] = [JSON.stringify(headers), body].map((text) => runsIn(inClear(text)));
		expect({ path, runs: [...new Set([...inHeaders, ...inBody])] }).toEqual({
			path,
			runs: [expect.any(Number)],
		});
		if (!path.endsWith('/token/generate')) expect(inHeaders).not.toEqual([]);
	}
}

it.each(NAMES)(
	'%s: each request carries the credential of its own execution, however many run side by side',
	async (name) => {
		const runs = Array.from({ length: EXECUTIONS }, (_, run) => run);
		const executions = await Promise.all(runs.map(async (run) => await runOne(name, run)));

		const own = requests.filter(({ path }) => path.endsWith(JOURNEYS[name].sendPath));
		count('items under load', EXECUTIONS * ITEMS);
		count('items lost', EXECUTIONS * ITEMS - executions.flatMap(({ outputs }) => outputs.Sent).length);
		count('messages expected', EXECUTIONS * ITEMS);
		count('messages sent', own.length);
		expectOwnCredentials();
		for (const { status, outputs } of executions) {
			expect(status).toBe('success');
			expect(outputs.Sent.map(({ pairedItem }) => pairedItem)).toEqual(
				Array.from({ length: ITEMS }, (_, item) => ({ item })),
			);
		}
	},
);

it('fetches each access token once, and with its own key and secret, while executions run side by side', async () => {
	// Only these tokens last.
	const runs = Array.from({ length: EXECUTIONS }, (_, run) => run * 2);
	await Promise.all(runs.map(async (run) => await runOne(CLIENT, run)));
	const fetched = requests.filter(({ path }) => path.endsWith('/token/generate'));
	expect(fetched.map(({ body }) => runsIn(body)).sort()).toEqual(runs.map((run) => [run, run]).sort());
	expectOwnCredentials();
});
