import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';

import { startSimulator, type Message, type Simulator } from '../../simulator';
import { call, CAPILLARY_HEADERS, HYPERVERGE_HEADERS, valueAt } from './support/client';

const ROOT = join(__dirname, '..', '..');

describe('Inbox, records and control of the simulator', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	beforeEach(() => simulator.reset());
	afterAll(() => simulator.close());

	const send = (email: string) =>
		call(simulator, 'POST', '/hyperverge/v1/sendOTPEmail', {
			headers: HYPERVERGE_HEADERS,
			body: { email, otpLength: '6' },
		});
	const control = (path: string, body?: unknown) => call(simulator, 'POST', `/control/${path}`, { body });

	describe('inbox', () => {
		it('lists the messages as JSON, oldest first', async () => {
			await send('one@example.com');
			simulator.advance(60);
			await send('two@example.com');
			const reply = await call(simulator, 'GET', '/inbox.json');
			expect(JSON.parse(reply.text)).toEqual(simulator.inbox());
			const [first, second] = simulator.inbox() as [Message, Message];
			expect([first.id, first.to, second.id, second.to]).toEqual([
				1,
				'one@example.com',
				2,
				'two@example.com',
			]);
			expect(Date.parse(second.at) - Date.parse(first.at)).toBeGreaterThanOrEqual(60_000);
		});

		it('shows them as a page, newest first, with the code marked', async () => {
			await send('one@example.com');
			await send('two@example.com');
			const page = await call(simulator, 'GET', '/inbox');
			expect(page.type).toBe('text/html; charset=utf-8');
			expect(page.text.indexOf('two@example.com')).toBeLessThan(page.text.indexOf('one@example.com'));
			for (const { code } of simulator.inbox()) expect(page.text).toContain(`<mark>${code}</mark>`);
			expect(page.text).not.toMatch(/(src|href)=/);
		});

		it('is where the root leads to, and says so when it is empty', async () => {
			const root = await call(simulator, 'GET', '/');
			expect([root.status, root.headers.get('location')]).toEqual([302, '/inbox']);
			expect((await call(simulator, 'GET', '/inbox')).text).toContain('Nothing has been sent yet.');
		});

		it('escapes everything that a caller can put into it', async () => {
			const nasty = '<img src=x onerror="alert(1)">\'&';
			await call(simulator, 'POST', '/capillary/v2/otp/generate', {
				headers: CAPILLARY_HEADERS,
				body: {
					entityType: 'MOBILE',
					entityValue: '919986000581',
					action: 'POINTS',
					template: nasty,
					emailTemplate: { subject: nasty, body: nasty },
					channels: [
						{ type: 'SMS', value: '919986000581' },
						{ type: 'EMAIL', value: '<script>"x"</script>@example.com' },
					],
				},
			});
			expect(simulator.inbox()).toHaveLength(2);
			const page = await call(simulator, 'GET', '/inbox');
			expect(page.text).not.toContain('<img');
			expect(page.text).not.toContain('<script>"x"');
			expect(page.text).toContain('&#60;img src=x onerror=&#34;alert(1)&#34;&#62;&#39;&#38;');
			expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
		});

		it('shows only the newest messages of a large run', async () => {
			for (let start = 0; start < 250; start += 50) {
				await Promise.all(Array.from({ length: 50 }, (_, index) => send(`user${start + index}@example.com`)));
			}
			const page = await call(simulator, 'GET', '/inbox');
			expect(page.text).toContain('250 messages; the newest 200 are shown');
			expect(page.text.match(/<article/g)).toHaveLength(200);
		});
	});

	describe('records', () => {
		it('keep path, query, body and the header names as they were sent', async () => {
			const url = new URL(`${simulator.url}/wibmo/uat/sbx/api/onboarding/v1/sentOtpEmail?a=1&b=%20x`);
			const sent = request(url, {
				method: 'POST',
				headers: { 'X-Consumer-Custom-ID': 'C', client_ID: 'D', 'content-type': 'application/json' },
			});
			sent.end('{"token": "t"}');
			await once(sent, 'response');
			expect(simulator.requests()).toMatchObject([
				{
					provider: 'wibmo',
					method: 'POST',
					path: '/api/onboarding/v1/sentOtpEmail',
					query: { a: '1', b: ' x' },
					headers: { 'X-Consumer-Custom-ID': 'C', client_ID: 'D' },
					text: '{"token": "t"}',
					body: { token: 't' },
				},
			]);
			expect(JSON.parse((await call(simulator, 'GET', '/requests.json')).text)).toEqual(simulator.requests());
		});

		it('keep a body that is no JSON as text, and unknown paths', async () => {
			await call(simulator, 'POST', '/hyperverge/v1/nowhere', { body: '{"broken', contentType: null });
			await call(simulator, 'GET', '/capillary/v2/otp');
			expect(simulator.requests()).toMatchObject([
				{ provider: 'hyperverge', path: '/nowhere', text: '{"broken', body: undefined },
				{ provider: 'capillary', path: '/v2/otp', text: '', query: {} },
			]);
		});

		it('leave out what is not a path of a provider', async () => {
			await call(simulator, 'GET', '/inbox');
			expect((await call(simulator, 'GET', '/nowhere')).status).toBe(404);
			expect(simulator.requests()).toEqual([]);
		});
	});

	describe('control over HTTP', () => {
		it('injects faults', async () => {
			expect(
				(await control('faults', { kind: 'status', status: 503, times: -1, recipient: 'one@' })).body,
			).toEqual({ ok: true });
			expect((await send('one@example.com')).status).toBe(503);
			expect((await send('one@example.com')).status).toBe(503);
			expect((await send('two@example.com')).status).toBe(200);
		});

		it.each([
			[undefined, 'JSON object'],
			['[]', 'JSON object'],
			[{}, 'kind'],
			[{ kind: 'explode' }, 'kind'],
			[{ kind: 'status', status: '503' }, 'status'],
			[{ kind: 'status', headers: { a: 1 } }, 'headers'],
			[{ kind: 'status', recipent: 'x' }, 'recipent'],
		])('refuses the fault %j', async (body, problem) => {
			const reply = await control('faults', body);
			expect(reply.status).toBe(400);
			expect(reply.body.error).toContain(problem);
			expect((await send('one@example.com')).status).toBe(200);
		});

		it('moves the clock', async () => {
			expect((await control('clock', { advanceSeconds: 3600 })).status).toBe(200);
			await send('one@example.com');
			expect(Date.parse(simulator.inbox()[0]?.at ?? '')).toBeGreaterThan(Date.now() + 3_590_000);
			expect((await control('clock', { advanceSeconds: -1 })).status).toBe(400);
			expect((await control('clock', {})).status).toBe(400);
		});

		it('sets the validity of access tokens and revokes them', async () => {
			const { clientKey: key, clientSecret: secret } = (await import('../../simulator')).SIMULATOR_ACCOUNTS
				.capillary;
			await control('tokens', { ttlSeconds: 60 });
			const token = await call(simulator, 'POST', '/capillary/v3/oauth/token/generate', {
				body: { key, secret },
			});
			expect(valueAt(token, 'data', 'ttlSeconds')).toBe(60);
			const headers = { 'X-CAP-API-OAUTH-TOKEN': String(valueAt(token, 'data', 'accessToken')) };
			expect((await call(simulator, 'GET', '/capillary/v2/otp', { headers })).status).toBe(400);
			await control('tokens', { revoke: true });
			expect((await call(simulator, 'GET', '/capillary/v2/otp', { headers })).status).toBe(401);
			expect((await control('tokens', { revoke: 'yes' })).status).toBe(400);
			expect((await control('tokens', { ttlSeconds: '60' })).status).toBe(400);
		});

		it('forgets everything on reset', async () => {
			await send('one@example.com');
			await control('faults', { kind: 'empty', times: -1 });
			await control('clock', { advanceSeconds: 3600 });
			await control('tokens', { ttlSeconds: 60 });
			expect((await control('reset')).status).toBe(200);
			expect([simulator.inbox(), simulator.requests()]).toEqual([[], []]);
			await send('two@example.com');
			const [message] = simulator.inbox();
			expect(message?.id).toBe(1);
			expect(Math.abs(Date.parse(message?.at ?? '') - Date.now())).toBeLessThan(10_000);
		});
	});

	it('shares nothing with another simulator', async () => {
		const other = await startSimulator();
		await send('one@example.com');
		expect(other.inbox()).toEqual([]);
		expect(other.url).not.toBe(simulator.url);
		await other.close();
	});

	it.each(['SIGTERM', 'SIGINT'] as const)(
		'starts from the command line and stops cleanly on %s',
		async (signal) => {
			const child = spawn(process.execPath, ['--import', 'tsx', 'simulator/main.ts', '--port', '0'], {
				cwd: ROOT,
			});
			let output = '';
			child.stdout.on('data', (chunk: Buffer) => {
				output += chunk.toString();
			});
			while (!output.includes('simulator-app-key')) await once(child.stdout, 'data');
			const url = /(http:\S+)\/inbox/.exec(output)?.[1] ?? '';
			expect(output).toContain(`${url}/wibmo/uat/sbx`);
			expect((await fetch(`${url}/inbox.json`)).status).toBe(200);
			const exited = once(child, 'exit');
			child.kill(signal);
			expect(await exited).toEqual([0, null]);
		},
	);
});
