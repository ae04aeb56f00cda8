import {
	checkTokenOwner,
	distrustToken,
	storedToken,
	withFreshToken,
	type CredentialInUse,
} from '../../../nodes/engine/credentials/accessToken';
import { provider as example } from '../support/example';

const provider: typeof example = {
	...example,
	tokenOwner: ({ key, secret, host }) => ({ secret: String(secret), names: [String(key), String(host)] }),
};
const owner = { key: 'k', secret: 's', host: 'h' };
const inAnHour = () => Date.now() + 3_600_000;
const stored = (renewAt: unknown, accessToken = 't') => ({
	...owner,
	...storedToken(provider, { ...owner }, accessToken, renewAt as number),
});
const using = (data: object): CredentialInUse => ({
	type: 'exampleApi',
	data: data as CredentialInUse['data'],
});

/** The access token with which a call is made; empty where n8n is to fetch one. */
const seen = async (data: object, of = provider) => {
	const inUse = using(data);
	return await withFreshToken(of, inUse, async () => inUse.data.accessToken);
};

it('uses a token while it is valid for longer than a slow call takes, and empties it before', async () => {
	expect(await seen(stored(inAnHour()))).toBe('t');
	for (const renewAt of [Date.now() + 9_000, Date.now() - 1, 'soon'])
		expect(await seen(stored(renewAt))).toBe('');
	expect(await seen({ accessToken: 't' })).toBe('t');
});

it.each<[what: string, change: object, of: typeof example]>([
	['another key', { key: 'other' }, provider],
	['another secret', { secret: 'other' }, provider],
	['another host', { host: 'other' }, provider],
	['a key and a host with the same letters', { key: 'kh', host: '' }, provider],
	['another token', { accessToken: 'other' }, provider],
	['no note of its owner', { issuedTo: undefined }, provider],
	['a provider that names no owner', { issuedTo: undefined }, example],
])('never uses a token with %s', async (_what, change, of) => {
	const token = { ...stored(inAnHour()), ...change };
	const refusal = expect.objectContaining({ response: { status: 401 } }) as Error;
	expect(() => checkTokenOwner(of, token)).toThrow(refusal);
	expect(await seen(token, of)).toBe('');
});

it('stores a token without key, secret or host', () => {
	expect(storedToken(provider, { ...owner }, 't', 5)).toEqual({
		accessToken: 't',
		renewAt: 5,
		issuedTo: expect.stringMatching(/^[\w-]{43}$/) as string,
	});
	expect(() => checkTokenOwner(provider, stored(5))).not.toThrow();
});

it('trusts no token after a refusal, and leaves a credential without one unchanged', () => {
	const credentials = [using({ accessToken: 't', renewAt: 5 }), using({ key: 'k' })];
	credentials.forEach(distrustToken);
	expect(credentials.map(({ data }) => data)).toEqual([{ accessToken: 't', renewAt: 0 }, { key: 'k' }]);
});

it('renews a token with one call, for which the others wait', async () => {
	const inUse = using(stored(0, 'old'));
	const order: string[] = [];
	const call = async (name: string) =>
		await withFreshToken(provider, inUse, async () => {
			order.push(`${name}: ${String(inUse.data.accessToken)}`);
			await new Promise(setImmediate);
			Object.assign(inUse.data, stored(inAnHour(), 'new'));
			return name;
		});
	expect(await Promise.all(['first', 'second', 'third'].map(call))).toEqual(['first', 'second', 'third']);
	expect(order).toEqual(['first: ', 'second: new', 'third: new']);
	expect(inUse).toMatchObject({ renewal: undefined, formerTokens: ['old'] });
});
