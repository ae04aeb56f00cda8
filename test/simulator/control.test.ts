import { once } from 'node:events';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';

import { SIMULATOR_ACCOUNTS } from '../../simulator';
import { startSimulatorProcess } from '../../tools/simulatorProcess';
import { valueAt } from '../contracts/paths';
import { CAPILLARY_HEADERS, HYPERVERGE_HEADERS, useClient } from './support/client';

const EMAIL = 'one@example.com';

const { call, inbox, post, simulator } = useClient();
const get = (path: string, headers = {}) => call('GET', path, { headers });
const send = (email = EMAIL) =>
	post('/hyperverge/v1/sendOTPEmail', { email, otpLength: '6' }, HYPERVERGE_HEADERS);
const control = (path: string, body?: unknown) => post(`/control/${path}`, body);
const timeOf = (index: number) => Date.parse(inbox()[index].at);

describe('inbox', () => {
	it('shows the newest 200 messages as a page, newest first, with the code marked', async () => {
		await Promise.all(Array.from({ length: 250 }, (_, index) => send(`user${index}@example.com`)));
		const page = await get('/inbox');
		expect(page.type).toBe('text/html; charset=utf-8');
		expect(page.text).toContain('250 messages; the newest 200 are shown');
		expect([...page.text.matchAll(/<mark>(\d+)<\/mark>/g)].map(([, code]) => code)).toEqual(
			inbox()
				.slice(50)
				.reverse()
				.map(({ code }) => code),
		);
		expect(page.text).not.toMatch(/(src|href)=/);
	});

	it('is where the root redirects to, and says when it is empty', async () => {
		const root = await get('/');
		expect([root.status, root.headers.get('location')]).toEqual([302, '/inbox']);
		expect((await get('/inbox')).text).toContain('Nothing has been sent yet.');
	});

	it('escapes everything that a caller can put into it', async () => {
		const nasty = '<img src=x onerror="alert(1)">\'&';
		const mobile = '919986000581';
		const body = {
			...{ entityType: 'MOBILE', entityValue: mobile, action: 'POINTS', template: nasty },
			emailTemplate: { subject: nasty, body: nasty },
			channels: [
				{ type: 'SMS', value: mobile },
				{ type: 'EMAIL', value: '<script>"x"</script>@example.com' },
			],
		};
		await post('/capillary/v2/otp/generate', body, CAPILLARY_HEADERS);
		expect(inbox()).toHaveLength(2);
		const page = await get('/inbox');
		expect(page.text).not.toMatch(/<img|<script>"x"/);
		expect(page.text).toContain('&#60;img src=x onerror=&#34;alert(1)&#34;&#62;&#39;&#38;');
		expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
	});
});

describe('records', () => {
	it('keep path, query, body and header names unchanged', async () => {
		const headers = { 'X-Consumer-Custom-ID': 'C', client_ID: 'D' };
		const path = '/api/onboarding/v1/sentOtpEmail';
		const text = '{"token": "t"}';
		// Unlike fetch, this leaves the case of the header names unchanged.
		const sent = request(`${simulator().url}/wibmo/uat/sbx${path}?a=1&b=%20x`, { method: 'POST', headers });
		sent.end(text);
		await once(sent, 'response');
		const query = { a: '1', b: ' x' };
		const record = { provider: 'wibmo', method: 'POST', path, query, headers, text, body: { token: 't' } };
		expect(simulator().requests()).toMatchObject([record]);
		expect(JSON.parse((await get('/requests.json')).text)).toEqual(simulator().requests());
	});

	it('keep unknown paths of a provider and a body that is no JSON, and leave out other paths', async () => {
		await call('POST', '/hyperverge/v1/nowhere', { body: '{"broken' });
		await get('/inbox');
		expect((await get('/nowhere')).status).toBe(404);
		const record = { provider: 'hyperverge', path: '/nowhere', query: {}, text: '{"broken', body: undefined };
		expect(simulator().requests()).toMatchObject([record]);
	});
});

describe('control over HTTP', () => {
	it.each([
		['faults', '[]', 'JSON object'],
		['faults', { kind: 'explode' }, 'kind'],
		['faults', { kind: 'status', status: '503' }, 'status'],
		['faults', { kind: 'status', headers: { a: 1 } }, 'headers'],
		['faults', { kind: 'status', recipent: 'x' }, 'recipent'],
		['clock', { advanceSeconds: -1 }, 'advanceSeconds'],
		['tokens', { revoke: 'yes' }, 'revoke'],
		['tokens', { ttlSeconds: '60' }, 'ttlSeconds'],
	])('refuses %s with %j and names the problem', async (path, body, problem) => {
		const reply = await control(path, body);
		expect(reply).toMatchObject({ status: 400, body: { error: expect.stringContaining(problem) } });
		expect((await send()).status).toBe(200);
	});

	it('sets the validity of access tokens and revokes them', async () => {
		const { clientKey: key, clientSecret: secret } = SIMULATOR_ACCOUNTS.capillary;
		await control('tokens', { ttlSeconds: 60 });
		const token = await post('/capillary/v3/oauth/token/generate', { key, secret });
		expect(token.body.data).toMatchObject({ ttlSeconds: 60 });
		const headers = { 'X-CAP-API-OAUTH-TOKEN': String(valueAt(token.body, 'data.accessToken')) };
		expect((await get('/capillary/v2/otp', headers)).status).toBe(400);
		await control('tokens', { revoke: true });
		expect((await get('/capillary/v2/otp', headers)).status).toBe(401);
	});

	it('moves the clock, and forgets everything on reset', async () => {
		await control('clock', { advanceSeconds: 3600 });
		await send();
		expect(timeOf(0)).toBeGreaterThan(Date.now() + 3_590_000);
		await control('faults', { kind: 'empty', times: -1 });
		expect((await control('reset')).status).toBe(200);
		expect([inbox(), simulator().requests()]).toEqual([[], []]);
		await send('two@example.com');
		expect(inbox()[0].id).toBe(1);
		expect(Math.abs(timeOf(0) - Date.now())).toBeLessThan(10_000);
	});
});

it.each(['SIGTERM', 'SIGINT'] as const)('starts from the command line and stops on %s', async (signal) => {
	const { url, inbox: messages, printed, stop } = await startSimulatorProcess();
	expect(await messages()).toEqual([]);
	expect(printed()).toContain(`${url}/wibmo/uat/sbx`);
	expect(printed()).toContain('simulator-app-key');
	expect(await stop(signal)).toEqual([0, null]);
});

/** An address of this machine at which a server on 127.0.0.1 is not reached. */
const ownAddress = () =>
	Object.values(networkInterfaces())
		.flatMap((addresses) => addresses ?? [])
		.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.2';

it.each([
	['is reached from this machine only by default', [], false],
	['listens on every network with --host 0.0.0.0, for an n8n in a container', ['--host', '0.0.0.0'], true],
] as Array<[string, string[], boolean]>)('%s', async (_about, options, isReached) => {
	const { url, stop } = await startSimulatorProcess(...options);
	const elsewhere = Object.assign(new URL('/inbox.json', url), { hostname: ownAddress() });
	const status = await fetch(elsewhere).then(
		(response) => response.status,
		() => undefined,
	);
	await stop();
	expect(status).toBe(isReached ? 200 : undefined);
});
