import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { credentialCases } from '../../playground/credentialTests/cases';
import { startWebsite, type Website } from '../../playground/credentialTests/website';
import { allCredentials } from '../../tools/package';
import { simulatorCredentials } from '../../tools/simulatorCredentials';
import { pressTest, SUCCESSFUL } from '../support/credentialTest';
import { savedCredentials, useSimulator } from '../support/simulator';

type Type = Parameters<typeof savedCredentials>[0];

const simulator = useSimulator();
const TOKEN = '/token/generate';
const NOBODY = 'http://127.0.0.1:1';

let website: Website;
beforeAll(async () => {
	website = await startWebsite();
});
afterAll(async () => await website.close());

const cases = () => credentialCases(simulatorCredentials(simulator().url), website.url, NOBODY);
/** The names of the cases, before there is a simulator. */
const CASES = credentialCases(simulatorCredentials(''), '', '').map(({ type, about }) => ({ type, about }));

/** Without the HTTP status, an answer that says nothing of it cannot be told from a website's. */
const SAYS_NO_STATUS: Record<string, RegExp> = {
	capillaryTillApi: /^The response did not come from the Capillary API\. .*user name and password\.$/,
	wibmoApi: /^The response did not come from the Wibmo Encrypt API\. .*the API Key\.$/,
};

describe.each([
	['an n8n that shows a test the HTTP status', false],
	['an n8n that hides every HTTP status from a test', true],
])('in %s', (_label, hidesStatus) => {
	it.each(CASES)('the test of $type ends as it must: $about', async ({ type, about }) => {
		const one = cases().find((found) => found.type === type && found.about === about);
		const says = hidesStatus && about.startsWith('wrong') ? (SAYS_NO_STATUS[type] ?? one?.says) : one?.says;
		const said = await pressTest(type, { ...one?.data }, hidesStatus);
		expect(said).toMatch(says as RegExp);
		expect(said === SUCCESSFUL).toBe(one?.passes);
		expect(simulator().inbox()).toEqual([]);
	});

	// Assumption: the bodies of Capillary in JSON, of iServeU and of gateways are not published.
	it.each<[Type, status: number, body: object, says: RegExp]>([
		['hyperVergeApi', 401, { statusCode: 401, status: 'failure' }, /did not accept/],
		['hyperVergeApi', 403, { statusCode: 403, status: 'failure' }, /denied access/],
		['hyperVergeApi', 404, { statusCode: 404, status: 'error' }, /Check the Base URL/],
		['iServeUApi', 401, { status: 'FAILED', statusCode: '401' }, /did not accept/],
		['iServeUApi', 401, { status: 401, error: 'Unauthorized' }, /did not accept/],
		['iServeUApi', 403, { status: 'FAILED', statusCode: '403' }, /denied access/],
		['iServeUApi', 404, { status: 404, error: 'Not Found' }, /the Path Prefix/],
		['capillaryTillApi', 401, { errors: [{ status: false, code: 401 }] }, /did not accept/],
		['capillaryTillApi', 403, { errors: [{ code: 4000 }] }, /denied access/],
		['capillaryClientApi', 401, { errors: [{ code: 401 }] }, /did not accept/],
		['capillaryClientApi', 403, { errors: [{ code: '403' }] }, /denied access/],
		['wibmoApi', 403, { message: 'You cannot consume this service' }, /(this|the) API Key\.$/],
	])('the test of %s says what HTTP %i with %j means', async (type, status, body, says) => {
		const { path } = CALLS[type];
		// n8n repeats the request of a test that gets a 401.
		simulator().inject({ path, times: 2, kind: 'body', status, body: JSON.stringify(body) });
		expect(await pressTest(type, savedCredentials(type)[type], hidesStatus)).toMatch(says);
	});
});

/** Where a credential's test calls, below the address of the API. */
const CALLS: Record<Type, { path: string; address: string }> = {
	wibmoApi: { path: '/api/v2/encrypt', address: 'cryptoBaseUrl' },
	iServeUApi: { path: '/customer/get-customer', address: 'baseUrl' },
	capillaryTillApi: { path: '/v2/otp', address: 'customHost' },
	capillaryClientApi: { path: '/v2/otp', address: 'customHost' },
	hyperVergeApi: { path: '/sendOTPEmail', address: 'baseUrl' },
};

it('knows where the test of every credential calls', () => {
	const types = allCredentials().map(({ name }) => name);
	expect(Object.keys(CALLS).sort()).toEqual(types.sort());
});

/** The paths that the test of a credential calls; where a node calls is in providers/addresses.test.ts. */
async function pathsOf(type: Type, changed: ICredentialDataDecryptedObject): Promise<string[]> {
	simulator().reset();
	// The token is at the changed address as well.
	const token = { accessToken: 'token', ttlSeconds: 300 };
	simulator().inject({ path: TOKEN, kind: 'body', body: JSON.stringify({ data: token }) });
	await pressTest(type, { ...savedCredentials(type)[type], ...changed });
	const paths = simulator().requests();
	return [...new Set(paths.map(({ path }) => path))].filter((path) => !path.endsWith(TOKEN));
}

it.each(Object.keys(CALLS) as Type[])(
	'calls below the address of %s, however it is spelled',
	async (type) => {
		const { address, path } = CALLS[type];
		const { origin, pathname } = new URL(String(savedCredentials(type)[type][address]));
		const prefix = type === 'iServeUApi' ? '/common/dmt-lite/unified' : '';
		const url = `${origin}/${pathname.split('/')[1]}`;
		for (const [spelling, base] of [
			[`${url}/`, ''],
			[`\t${url}/b/ \n`, '/b'],
			[` ${url}/a/b//`, '/a/b'],
		])
			expect(await pathsOf(type, { [address]: spelling })).toEqual([base + prefix + path]);
	},
);

it.each([
	[' // ', ''],
	[' //common/dmt-lite/unified/ ', '/common/dmt-lite/unified'],
])('calls iServeU below the path prefix %j', async (pathPrefix, prefix) => {
	expect(await pathsOf('iServeUApi', { pathPrefix })).toEqual([`${prefix}/customer/get-customer`]);
});
