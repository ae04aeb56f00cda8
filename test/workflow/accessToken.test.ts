import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';

import { CapillaryClientApi } from '../../credentials/CapillaryClientApi.credentials';
import { SIMULATOR_ACCOUNTS, startSimulator } from '../../simulator';
import { execute, register } from '../../tools/engine';
import { pressTest } from '../support/credentialTest';
import { JOURNEYS } from '../support/scenarios';
import { inBatchesOf, RETRY, sendCodes } from '../support/sendCodes';
import { callsTo, savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();
const journey = JOURNEYS['Capillary with an API client'];
const TOKEN = '/token/generate';
const REFUSED = 'Capillary did not accept the credentials';

/** A credential that works, with these changes. */
const savedWith = (changes: IDataObject = {}) => {
	const { capillaryClientApi } = savedCredentials('capillaryClientApi');
	return { capillaryClientApi: { ...capillaryClientApi, ...changes } as ICredentialDataDecryptedObject };
};
const sendTo = async (names: string[], saved = savedWith(), more: object = {}) =>
	await sendCodes(journey, names.map(journey.recipient), { saved, ...more });

it('fetches one access token for many items that run side by side', async () => {
	const { outputs } = await sendTo(['one', 'two', 'three', 'four', 'five']);
	expect(outputs.Sent).toHaveLength(5);
	expect(callsTo(TOKEN)).toBe(1);
});

it.each([
	['uses the stored token in the next execution', 300, 1],
	['renews a token before it ends, so that no code is sent with a stale one', 5, 2],
])('%s', async (_what, seconds, calls) => {
	simulator().setTokenTtl(seconds);
	const saved = savedWith();
	for (const name of ['one', 'two']) await sendTo([name], saved);
	expect(callsTo(TOKEN)).toBe(calls);
	expect(simulator().inbox()).toHaveLength(2);
});

it('meets the refusal of a withdrawn token once, says so, and sends nothing', async () => {
	const saved = savedWith();
	await sendTo(['one'], saved);
	simulator().revokeTokens();
	const { error } = await sendTo(['two'], saved);
	expect(error?.message).toBe(REFUSED);
	expect(callsTo(journey.sendPath)).toBe(2);
	expect(simulator().inbox()).toHaveLength(1);
});

it('fetches a new token for the items after one that met a withdrawn token', async () => {
	const saved = savedWith();
	await sendTo(['one'], saved);
	simulator().revokeTokens();
	const settings = { onError: 'continueErrorOutput' };
	const { arrived } = await sendTo(['two', 'three', 'four'], saved, { settings, options: inBatchesOf(1) });
	expect(arrived).toMatchObject({ Error: 1, Sent: 2 });
	expect(callsTo(TOKEN)).toBe(2);
});

it('sends nothing when the key and secret are refused', async () => {
	const { error } = await sendTo(['one'], savedWith({ secret: 'wrong' }));
	expect(error?.message).toBe(REFUSED);
	expect(error?.description).toContain('Nothing was sent.');
	expect(error?.description).toContain('HTTP 401, code 401, "Failed to generate OAuth token"');
	expect(callsTo(journey.sendPath)).toBe(0);
});

it('may send again in a retry when only the token could not be had', async () => {
	simulator().inject({ provider: 'capillary', path: TOKEN, kind: 'status', status: 503 });
	const { outputs } = await sendTo(['one'], savedWith(), { settings: RETRY });
	expect(outputs.Sent).toHaveLength(1);
	expect(simulator().inbox()).toHaveLength(1);
});

describe('a request for a token that is answered with HTTP 200', () => {
	const answer = (body: unknown) =>
		simulator().inject({ path: TOKEN, kind: 'body', body: JSON.stringify(body) });
	const refusal = (message: string, data: unknown = null) => ({ data, errors: [{ code: 401, message }] });

	it.each([
		['the former token, which may still work', null],
		['the token next to it', { accessToken: 'other-7Kq2LmP9vR4x' }],
	])('does not show %s when the refusal repeats it', async (_what, data) => {
		const saved = savedWith();
		answer({ data: { accessToken: 'other-7Kq2LmP9vR4x', ttlSeconds: data === null ? 300 : 0 } });
		// The simulator has issued no such token, so the next execution asks for another one.
		await sendTo(['one'], saved);
		Object.assign(saved.capillaryClientApi, { renewAt: 0, ...(data && { accessToken: '' }) });
		answer(refusal('other-7Kq2LmP9vR4x has ended', data));
		const { error } = await sendTo(['two'], saved);
		expect(error?.description).toContain('"[redacted] has ended"');
	});

	it.each([
		['an error', null],
		['an error next to a token', { accessToken: 'other-7Kq2LmP9vR4x', ttlSeconds: 300 }],
	])('and %s is a refusal of the credentials, with the words of Capillary', async (_what, data) => {
		const { key } = tenants.first;
		answer(refusal(`Failed to generate OAuth token for ${key}`, data));
		const { error } = await sendTo(['one']);
		expect(error?.message).toBe(REFUSED);
		expect(error?.description).toContain('Nothing was sent.');
		expect(error?.description).toContain(
			'HTTP 200, code 401, "Failed to generate OAuth token for [redacted]"',
		);
		expect(callsTo(journey.sendPath)).toBe(0);
	});

	it.each([[{}], [{ data: { accessToken: '' } }], [{ data: { accessToken: 5 } }], ['text'], [[]]])(
		'and no token, %j, cannot be read',
		async (body) => {
			answer(body);
			const { error } = await sendTo(['one']);
			expect(error?.message).toContain('an unexpected response');
			expect(error?.description).toContain('Nothing was sent.');
			expect(callsTo(journey.sendPath)).toBe(0);
		},
	);

	it('and an error makes the Test of the credential say that the API client was refused', async () => {
		const { capillaryClientApi } = savedWith();
		answer(refusal('Failed to generate OAuth token'));
		expect(await pressTest('capillaryClientApi', capillaryClientApi)).toBe(
			'Capillary did not accept the API client. Check the Client Key, Client Secret and Cluster.',
		);
	});
});

const { capillary } = SIMULATOR_ACCOUNTS;
const tenants = {
	first: { key: capillary.clientKey, secret: capillary.clientSecret },
	other: { key: capillary.otherClientKey, secret: capillary.otherClientSecret },
};
type Tenant = keyof typeof tenants;

/** An item for each tenant that is named, whose credential it brings along. */
const itemsOf = (...names: Tenant[]) =>
	names.map((name, index) => ({ to: journey.recipient(`${name}-${index}`), ...tenants[name] }));

/** A credential whose key and secret are those of the item. */
const sharedCredential = () => savedWith({ key: '={{ $json.key }}', secret: '={{ $json.secret }}' });

/** For each tenant's messages, in the order in which they were asked for, whose token asked for them. */
const senders = () =>
	simulator()
		.requests()
		.filter(({ path }) => path.endsWith(journey.sendPath))
		.map(({ account, body }) => {
			const { entityValue } = body as { entityValue: string };
			return [entityValue.split('-')[0], account];
		});

const asOwn = (...names: Tenant[]) => names.map((name) => [name, tenants[name].key]);

describe('a credential for several tenants, with expressions', () => {
	const expressions = 'kept';
	const send = { ...journey.send, expressions } as const;

	it.each([
		[2, 10],
		[10, 10],
		[10, 3],
		[10, 1],
	])('sends %i items in batches of %i, each with the token of its tenant', async (count, batchSize) => {
		const names = Array.from({ length: count }, (_, index): Tenant => (index % 2 ? 'other' : 'first'));
		const saved = sharedCredential();
		await execute(send, [{ ...itemsOf('first')[0], to: journey.recipient('first-before') }], saved);
		const parameters = { ...send.parameters, options: inBatchesOf(batchSize) };
		const { outputs } = await execute({ ...send, parameters }, itemsOf(...names), saved);
		expect(outputs.Sent).toHaveLength(count);
		expect(senders().sort()).toEqual(asOwn('first', ...names).sort());
		expect(callsTo(TOKEN)).toBe(2);
	});

	it('sends with the token of its tenant in each execution, and keeps its expressions', async () => {
		const saved = sharedCredential();
		const names: Tenant[] = ['first', 'other', 'other', 'first'];
		for (const name of names) await execute(send, itemsOf(name), saved);
		expect(senders()).toEqual(asOwn(...names));
		expect(callsTo(TOKEN)).toBe(3);
		expect(saved.capillaryClientApi).toMatchObject(sharedCredential().capillaryClientApi);
	});

	it('does not accept the code of one tenant for another', async () => {
		const saved = sharedCredential();
		const [item] = itemsOf('first');
		await execute(send, [item], saved);
		const code = simulator().inbox().at(-1)?.code;
		const check = async (tenant: Tenant) =>
			(await execute({ ...journey.verify, expressions }, [{ ...item, ...tenants[tenant], code }], saved))
				.arrived;
		expect(await check('other')).toMatchObject({ Verified: 0, 'Wrong Code': 1 });
		expect(await check('first')).toMatchObject({ Verified: 1, 'Wrong Code': 0 });
	});

	it('sends for one tenant while the token of another is renewed', async () => {
		simulator().inject({ path: TOKEN, recipient: tenants.first.key, kind: 'delay', seconds: 0.3 });
		const names: Tenant[] = ['first', 'other', 'first', 'other'];
		const { outputs } = await execute(send, itemsOf(...names), sharedCredential());
		expect(outputs.Sent).toHaveLength(4);
		expect(senders()).toEqual(asOwn('other', 'other', 'first', 'first'));
		expect(callsTo(TOKEN)).toBe(2);
	});
});

describe('a stored token whose credential was changed', () => {
	it('is replaced for another API client, and again for the first one', async () => {
		const saved = savedWith();
		const names: Tenant[] = ['first', 'other', 'first', 'first'];
		for (const name of names) {
			Object.assign(saved.capillaryClientApi, tenants[name]);
			await execute(journey.send, itemsOf(name), saved);
		}
		expect(senders()).toEqual(asOwn(...names));
		expect(callsTo(TOKEN)).toBe(3);
	});

	it('is not sent to another host', async () => {
		const saved = savedWith();
		await sendTo(['one'], saved);
		const elsewhere = await startSimulator();
		try {
			Object.assign(saved.capillaryClientApi, { customHost: `${elsewhere.url}/capillary` });
			const { outputs } = await sendTo(['two'], saved);
			expect(outputs.Sent).toHaveLength(1);
			expect(elsewhere.requests().map(({ account }) => account)).toEqual([undefined, tenants.first.key]);
		} finally {
			await elsewhere.close();
		}
	});

	it('is not used where it came from a Test with values that were not saved', async () => {
		const saved = savedWith();
		const typed = { ...saved.capillaryClientApi, ...tenants.other };
		expect(await pressTest('capillaryClientApi', typed)).toBe('Connection successful!');
		// n8n stores the token with the saved fields.
		Object.assign(saved.capillaryClientApi, { ...typed, ...tenants.first });
		expect(saved.capillaryClientApi.accessToken).toMatch(/./);
		await execute(journey.send, itemsOf('first'), saved);
		expect(senders()).toEqual(asOwn('first'));
	});

	it("is replaced by n8n itself, before a request of n8n's own leaves", async () => {
		register(new Caller() as unknown as INodeType, new CapillaryClientApi() as ICredentialType);
		const saved = savedWith();
		const url = `${simulator().url}/capillary/v2/otp`;
		const call = async () => await execute({ type: 'caller', parameters: {} }, [{ url }], saved);
		await call();
		await call();
		Object.assign(saved.capillaryClientApi, tenants.other);
		await call();
		await call();
		const accounts = simulator()
			.requests()
			.filter(({ path }) => path === '/v2/otp')
			.map(({ account }) => account);
		const [first, other] = [tenants.first.key, tenants.other.key];
		expect(accounts).toEqual([first, first, other, other]);
		expect(callsTo(TOKEN)).toBe(2);
	});
});

/** Calls an address with the credential, as n8n's own HTTP Request node does. */
class Caller {
	description = {
		displayName: 'Caller',
		name: 'caller',
		group: ['transform'],
		version: 1,
		description: 'Calls the address of its first item',
		defaults: { name: 'Caller' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'capillaryClientApi', required: true }],
		properties: [],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { url } = this.getInputData()[0].json;
		await this.helpers.httpRequestWithAuthentication.call(this, 'capillaryClientApi', {
			url: String(url),
			ignoreHttpStatusErrors: true,
		});
		return [[]];
	}
}
