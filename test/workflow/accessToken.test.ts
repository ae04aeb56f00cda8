import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { SIMULATOR_ACCOUNTS, startSimulator } from '../../simulator';
import { execute } from '../../tools/engine';
import { JOURNEYS } from '../support/scenarios';
import { inBatchesOf, sendCodes } from '../support/sendCodes';
import { callsTo, requestsTo, savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();
const journey = JOURNEYS['capillaryValidateOtp as an API client'];
const TOKEN = '/token/generate';
const REFUSED = 'Capillary did not accept the credentials';

/** A credential that works, with these changes. */
const savedWith = (changes: IDataObject = {}) => {
	const { capillaryClientApi } = savedCredentials('capillaryClientApi');
	return { capillaryClientApi: { ...capillaryClientApi, ...changes } as ICredentialDataDecryptedObject };
};
const sendTo = async (people: number[], saved = savedWith(), more: object = {}) =>
	await sendCodes(journey, people.map(journey.recipient), { saved, ...more });

it.each([
	['uses the stored token in the next execution', 300, 1],
	['renews a token before it ends, so that no code is sent with a stale one', 5, 2],
])('%s', async (_what, seconds, calls) => {
	simulator().setTokenTtl(seconds);
	const saved = savedWith();
	for (const person of [1, 2]) await sendTo([person], saved);
	expect(callsTo(TOKEN)).toBe(calls);
	expect(simulator().inbox()).toHaveLength(2);
});

it('meets the refusal of a withdrawn token once, says so, and sends the next item with a new one', async () => {
	const saved = savedWith();
	await sendTo([1], saved);
	simulator().revokeTokens();
	const settings = { onError: 'continueErrorOutput' };
	const more = { settings, options: inBatchesOf(1) };
	const { arrived, outputs } = await sendTo([2, 3, 4], saved, more);
	expect(arrived).toMatchObject({ Error: 1, Sent: 2 });
	expect(outputs.Error[0].json.error).toMatchObject({ message: REFUSED });
	expect([callsTo(TOKEN), callsTo(journey.sendPath)]).toEqual([2, 4]);
});

it('renews the stored token after its refusal, so that the next execution sends', async () => {
	const saved = savedWith();
	await sendTo([1], saved);
	simulator().revokeTokens();
	const refused = await sendTo([2], saved);
	expect(refused.error?.message).toBe(REFUSED);
	expect([callsTo(TOKEN), callsTo(journey.sendPath)]).toEqual([2, 2]);
	for (const person of [3, 4]) expect((await sendTo([person], saved)).outputs.Sent).toHaveLength(1);
	expect([callsTo(TOKEN), callsTo(journey.sendPath)]).toEqual([2, 4]);
	expect(simulator().requests()).toHaveLength(6);
});

it('reports the refusal of a token as such, also when no new one can be fetched', async () => {
	const saved = savedWith();
	await sendTo([1], saved);
	simulator().revokeTokens();
	simulator().inject({ path: TOKEN, kind: 'reset' });
	expect((await sendTo([2], saved)).error?.message).toBe(REFUSED);
	expect((await sendTo([3], saved)).error?.message).toBe(REFUSED);
	expect((await sendTo([4], saved)).outputs.Sent).toHaveLength(1);
});

it('sends nothing when the key and secret are refused', async () => {
	const { error } = await sendTo([1], savedWith({ secret: 'wrong' }));
	expect(error?.message).toBe(REFUSED);
	expect(error?.description).toContain('Nothing was sent.');
	expect(error?.description).toContain('HTTP 401, code 401, "Failed to generate OAuth token"');
	expect(callsTo(journey.sendPath)).toBe(0);
});

const { capillary } = SIMULATOR_ACCOUNTS;
const tenants = {
	first: { key: capillary.clientKey, secret: capillary.clientSecret },
	other: { key: capillary.otherClientKey, secret: capillary.otherClientSecret },
};
type Tenant = keyof typeof tenants;

describe('a request for a token that is answered with HTTP 200', () => {
	const UNKNOWN = 'other-7Kq2LmP9vR4x';
	const answer = (body: unknown, times = 1) =>
		simulator().inject({ path: TOKEN, kind: 'body', body: JSON.stringify(body), times });
	const refusal = (message: string, data: unknown = null) => ({ data, errors: [{ code: 401, message }] });

	it.each([
		['the former token, which may still work', null],
		['the token next to it', { accessToken: UNKNOWN }],
	])('does not show %s when the refusal repeats it', async (_what, data) => {
		const saved = savedWith();
		// The simulator has issued no such token and refuses it, so the node asks for another one at once.
		answer({ data: { accessToken: UNKNOWN, ttlSeconds: data === null ? 300 : 0 } }, 2);
		await sendTo([1], saved);
		Object.assign(saved.capillaryClientApi, { renewAt: 0, ...(data && { accessToken: '' }) });
		answer(refusal(`${UNKNOWN} has ended`, data));
		const { error } = await sendTo([2], saved);
		expect(error?.description).toContain('"[redacted] has ended"');
	});

	it.each([
		['an error', null],
		['an error next to a token', { accessToken: UNKNOWN, ttlSeconds: 300 }],
	])('and %s is a refusal of the credentials, with the words of Capillary', async (_what, data) => {
		answer(refusal(`No token for ${tenants.first.key}`, data));
		const { error } = await sendTo([1]);
		expect(error?.message).toBe(REFUSED);
		expect(error?.description).toContain('Nothing was sent.');
		expect(error?.description).toContain('HTTP 200, code 401, "No token for [redacted]"');
		expect(callsTo(journey.sendPath)).toBe(0);
	});

	it.each([[{}], [{ data: { accessToken: '' } }], [{ data: { accessToken: 5 } }], ['text'], [[]]])(
		'and no token, %j, cannot be read',
		async (body) => {
			answer(body);
			const { error } = await sendTo([1]);
			expect(error?.message).toContain('an unexpected response');
			expect(error?.description).toContain('Nothing was sent.');
			expect(callsTo(journey.sendPath)).toBe(0);
		},
	);
});

it('does not send a stored token to another host', async () => {
	const saved = savedWith();
	await sendTo([1], saved);
	const elsewhere = await startSimulator();
	try {
		Object.assign(saved.capillaryClientApi, { customHost: `${elsewhere.url}/capillary` });
		const { outputs } = await sendTo([2], saved);
		expect(outputs.Sent).toHaveLength(1);
		expect(elsewhere.requests().map(({ account }) => account)).toEqual([undefined, tenants.first.key]);
	} finally {
		await elsewhere.close();
	}
});

describe('a credential for several tenants, with expressions', () => {
	const expressions = 'kept';
	const send = { ...journey.send, expressions } as const;
	const credential = () => savedWith({ key: '={{ $json.key }}', secret: '={{ $json.secret }}' });

	/** An item for each tenant that is named, whose credential it brings along; the other's has an odd number. */
	const itemsOf = (...names: Tenant[]) =>
		names.map((name, index) => {
			const to = journey.recipient(20 + 2 * index + (name === 'other' ? 1 : 0));
			return { to, ...tenants[name] };
		});

	/** For each tenant's messages, in the order in which they were asked for, whose token asked for them. */
	const senders = () =>
		requestsTo(journey.sendPath).map(({ account, body }) => {
			const { entityValue } = body as { entityValue: string };
			return [Number(entityValue.at(-2)) % 2 ? 'other' : 'first', account];
		});
	const asOwn = (...names: Tenant[]) => names.map((name) => [name, tenants[name].key]);

	it.each([10, 3, 1])('sends in batches of %i, each item with the token of its tenant', async (batchSize) => {
		const names = Array.from({ length: 10 }, (_, index): Tenant => (index % 2 ? 'other' : 'first'));
		const parameters = { ...send.parameters, options: inBatchesOf(batchSize) };
		const { outputs } = await execute({ ...send, parameters }, itemsOf(...names), credential());
		expect(outputs.Sent).toHaveLength(10);
		expect(senders().sort()).toEqual(asOwn(...names).sort());
		expect(callsTo(TOKEN)).toBe(2);
	});

	it('sends with the token of its tenant in each execution, and keeps its expressions', async () => {
		const saved = credential();
		const names: Tenant[] = ['first', 'other', 'other', 'first'];
		for (const name of names) await execute(send, itemsOf(name), saved);
		expect(senders()).toEqual(asOwn(...names));
		expect(callsTo(TOKEN)).toBe(3);
		expect(saved.capillaryClientApi).toMatchObject(credential().capillaryClientApi);
	});

	it('sends for one tenant while the token of another is renewed', async () => {
		simulator().inject({ path: TOKEN, recipient: tenants.first.key, kind: 'delay', seconds: 0.3 });
		const { outputs } = await execute(send, itemsOf('first', 'other', 'first', 'other'), credential());
		expect(outputs.Sent).toHaveLength(4);
		expect(senders()).toEqual(asOwn('other', 'other', 'first', 'first'));
		expect(callsTo(TOKEN)).toBe(2);
	});
});
