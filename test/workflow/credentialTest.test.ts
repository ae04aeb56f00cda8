import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { credentialCases } from '../../playground/credentialTests/cases';
import { startWebsite, type Website } from '../../playground/credentialTests/website';
import { execute } from '../../tools/engine';
import { allCredentials } from '../../tools/package';
import { simulatorCredentials } from '../../tools/simulatorCredentials';
import { minimalOf } from '../contracts';
import { pressTest, SUCCESSFUL } from '../support/credentialTest';
import { savedCredentials, useSimulator } from '../support/simulator';

type Type = Parameters<typeof savedCredentials>[0];

const simulator = useSimulator();
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
	it.each<[Type, string, number, object, RegExp]>([
		['hyperVergeApi', 'a number', 401, { statusCode: 401, status: 'failure' }, /did not accept/],
		['hyperVergeApi', 'a text', 401, { statusCode: '401', status: 'failure' }, /did not accept/],
		['hyperVergeApi', 'no permission', 403, { statusCode: 403, status: 'failure' }, /denied access/],
		['hyperVergeApi', 'a wrong path', 404, { statusCode: 404, status: 'error' }, /Check the Base URL/],
		['iServeUApi', 'a text', 401, { status: 'FAILED', statusCode: '401' }, /did not accept/],
		['iServeUApi', "a framework's own page", 401, { status: 401, error: 'Unauthorized' }, /did not accept/],
		['iServeUApi', 'no permission', 403, { status: 'FAILED', statusCode: '403' }, /denied access/],
		['iServeUApi', 'a wrong path', 404, { status: 404, error: 'Not Found' }, /the Path Prefix/],
		['capillaryTillApi', 'JSON', 401, { errors: [{ status: false, code: 401 }] }, /did not accept/],
		['capillaryTillApi', 'JSON with a text', 401, { errors: [{ code: '401' }] }, /did not accept/],
		['capillaryTillApi', 'no permission', 403, { errors: [{ code: 4000 }] }, /denied access/],
		['capillaryClientApi', 'a token that is not valid', 401, { errors: [{ code: 401 }] }, /did not accept/],
		['capillaryClientApi', 'no permission', 403, { errors: [{ code: '403' }] }, /denied access/],
		[
			'wibmoApi',
			'no permission',
			403,
			{ message: 'You cannot consume this service' },
			/(this|the) API Key\.$/,
		],
	])('the test of %s refuses a credential that is answered with %s (HTTP %i)', async (...row) => {
		const [type, , status, body, says] = row;
		// n8n repeats the request of a test that gets a 401.
		simulator().inject({
			path: CALLS[type].path,
			times: 2,
			kind: 'body',
			status,
			body: JSON.stringify(body),
		});
		const said = await pressTest(type, savedCredentials(type)[type], hidesStatus);
		expect(said).toMatch(says);
		expect(said).not.toBe(SUCCESSFUL);
	});
});

/** Where a credential's test calls, below the address of the API, and a node that calls the same path. */
const CALLS: Record<Type, { path: string; address: string; node: string; parameters?: INodeParameters }> = {
	wibmoApi: { path: '/api/v2/encrypt', address: 'cryptoBaseUrl', node: 'wibmoSendEmailOtp' },
	iServeUApi: { path: '/customer/get-customer', address: 'baseUrl', node: 'iServeUGetCustomer' },
	capillaryTillApi: { path: '/v2/otp', address: 'customHost', node: 'capillaryGetOtp' },
	capillaryClientApi: {
		...{ path: '/v2/otp', address: 'customHost', node: 'capillaryGetOtp' },
		parameters: { authentication: 'client' },
	},
	hyperVergeApi: { path: '/sendOTPEmail', address: 'baseUrl', node: 'hyperVergeSendEmailOtp' },
};

describe('the address of an API', () => {
	let server: Server;
	let called: string[] = [];
	beforeAll(async () => {
		server = createServer((request, response) => {
			const [path] = (request.url ?? '').split('?');
			const isToken = path.endsWith('/token/generate');
			if (!isToken) called.push(path);
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(isToken ? '{"data":{"accessToken":"token","ttlSeconds":300}}' : '{}');
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	});
	afterAll(async () => await new Promise((resolve) => server.close(resolve)));
	beforeEach(() => {
		called = [];
	});

	/** The paths that a node and the test call. */
	async function callsOf(type: Type, changed: ICredentialDataDecryptedObject) {
		const data = () => ({ ...savedCredentials(type)[type], ...changed });
		const { node, parameters } = CALLS[type];
		const settings = { onError: 'continueErrorOutput' as const };
		await execute({ type: node, parameters: { ...minimalOf(node), ...parameters }, settings }, [{}], {
			[type]: data(),
		});
		const byNode = called.splice(0);
		await pressTest(type, data());
		return { byNode, byTest: called.splice(0) };
	}

	it('is known of every credential', () => {
		expect(Object.keys(CALLS).sort()).toEqual(
			allCredentials()
				.map(({ name }) => name)
				.sort(),
		);
	});

	const spellings = ['URL', 'URL/', 'URL///', ' URL ', '\tURL/v1/ \n', 'URL/v1', ' URL/a/b//'];
	it.each(
		Object.keys(CALLS).flatMap((type) => spellings.map((spelling) => [type as Type, spelling] as const)),
	)('of %s leads the node and Test to the same path: %j', async (type, spelling) => {
		const { port } = server.address() as AddressInfo;
		const address = spelling.replace('URL', `http://127.0.0.1:${port}`);
		const prefix = type === 'iServeUApi' ? '/common/dmt-lite/unified' : '';
		const path = spelling.trim().replace('URL', '').replace(/\/+$/, '') + prefix + CALLS[type].path;
		const calls = await callsOf(type, { [CALLS[type].address]: address });
		expect(calls).toEqual({ byNode: [path], byTest: [path] });
	});

	it.each([
		['', ''],
		['/', ''],
		[' // ', ''],
		['/common/dmt-lite', '/common/dmt-lite'],
		['common/dmt-lite/unified', '/common/dmt-lite/unified'],
		[' //common/dmt-lite/unified/ ', '/common/dmt-lite/unified'],
		[undefined, '/common/dmt-lite/unified'],
	])('of iServeU with the path prefix %j leads the node and Test to the same path', async (given, prefix) => {
		const { port } = server.address() as AddressInfo;
		const calls = await callsOf('iServeUApi', {
			baseUrl: `http://127.0.0.1:${port}/`,
			...(given !== undefined && { pathPrefix: given }),
		});
		const path = `${prefix}/customer/get-customer`;
		expect(calls).toEqual({ byNode: [path], byTest: [path] });
	});
});
