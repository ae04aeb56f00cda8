import { startSimulator, type Fault, type Simulator } from '../../simulator';
import { call, codeFor, HYPERVERGE_HEADERS, WIBMO_HEADERS } from './support/client';

describe('Faults of the simulator', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	beforeEach(() => simulator.reset());
	afterAll(() => simulator.close());

	const send = (email = 'user@example.com') =>
		call(simulator, 'POST', '/hyperverge/v1/sendOTPEmail', {
			headers: HYPERVERGE_HEADERS,
			body: { email, otpLength: '6' },
		});
	const inject = (fault: Fault) => simulator.inject(fault);
	const causeOf = async (promise: Promise<unknown>): Promise<string> => {
		const error = await promise.then(
			() => new Error('it was answered'),
			(thrown: unknown) => thrown as Error & { cause?: { code?: string; message?: string } },
		);
		const { cause } = error as { cause?: { code?: string; message?: string } };
		return cause?.code ?? cause?.message ?? error.message;
	};

	it('replaces the answer with a status once, records the request and processes nothing', async () => {
		inject({ kind: 'status', status: 503, headers: { 'Retry-After': '7' } });
		const faulty = await send();
		expect([faulty.status, faulty.text, faulty.headers.get('retry-after')]).toEqual([
			503,
			'{"message":"Service Unavailable"}',
			'7',
		]);
		expect(simulator.inbox()).toEqual([]);
		expect(simulator.requests()).toHaveLength(1);
		expect((await send()).status).toBe(200);
	});

	it('processes the request first if asked to', async () => {
		inject({ kind: 'status', afterProcessing: true });
		expect((await send()).status).toBe(500);
		expect(simulator.inbox()).toHaveLength(1);
	});

	it('strikes as often as asked to, and always for infinity and for -1', async () => {
		inject({ kind: 'empty', times: 2 });
		expect([(await send()).text, (await send()).text]).toEqual(['', '']);
		expect((await send()).text).not.toBe('');
		for (const times of [Infinity, -1]) {
			simulator.reset();
			inject({ kind: 'empty', times });
			for (let count = 0; count < 5; count += 1) expect((await send()).text).toBe('');
		}
	});

	it('strikes only the provider, the path and the recipient that it names', async () => {
		inject({ kind: 'status', provider: 'wibmo' });
		inject({ kind: 'status', path: '/verifyOTPEmail' });
		inject({ kind: 'status', recipient: 'other@example.com' });
		expect((await send()).status).toBe(200);
		expect((await send('other@example.com')).status).toBe(500);
	});

	it('finds a recipient in the query and in an encrypted body', async () => {
		inject({ kind: 'status', status: 599, recipient: 'a+b@example.com', times: 2 });
		const query = new URLSearchParams({ identifierValue: 'a+b@example.com' }).toString();
		expect((await call(simulator, 'GET', `/capillary/v2/otp?${query}`)).status).toBe(599);
		simulator.reset();
		inject({ kind: 'status', status: 599, path: '/sentOtpEmail', recipient: 'user@example.com' });
		const encrypted = await call(simulator, 'POST', '/wibmo/api/v2/encrypt', {
			headers: WIBMO_HEADERS,
			body: { email: 'user@example.com' },
		});
		expect(encrypted.status).toBe(200);
		const path = '/wibmo/uat/sbx/api/onboarding/v1/sentOtpEmail';
		expect(
			(await call(simulator, 'POST', path, { headers: WIBMO_HEADERS, body: encrypted.body })).status,
		).toBe(599);
	});

	it('strikes in the order of injection', async () => {
		inject({ kind: 'status', status: 500 });
		inject({ kind: 'status', status: 502 });
		expect([(await send()).status, (await send()).status]).toEqual([500, 502]);
	});

	it('redirects', async () => {
		inject({ kind: 'redirect', location: 'https://elsewhere.example/' });
		const reply = await send();
		expect([reply.status, reply.headers.get('location')]).toEqual([302, 'https://elsewhere.example/']);
	});

	it('sends half a JSON text, of the real answer if there is one', async () => {
		inject({ kind: 'halfJson' });
		const invented = await send();
		expect(invented.text).toMatch(/^\{/);
		expect(() => JSON.parse(invented.text) as unknown).toThrow();
		inject({ kind: 'halfJson', afterProcessing: true });
		expect((await send()).text).toMatch(/^\{"status":"success"/);
		expect(simulator.inbox()).toHaveLength(1);
	});

	it.each<[Fault, string, RegExp]>([
		[{ kind: 'html' }, 'text/html; charset=utf-8', /^<!DOCTYPE html>/],
		[{ kind: 'xml' }, 'application/xml', /^<\?xml/],
		[{ kind: 'body', body: '[1]' }, 'application/json', /^\[1\]$/],
		[{ kind: 'body', body: 'a', headers: { 'content-type': 'text/plain' } }, 'text/plain', /^a$/],
		[{ kind: 'empty' }, 'application/json', /^$/],
	])('answers with %j', async (fault, type, text) => {
		inject(fault);
		const reply = await send();
		expect([reply.status, reply.type]).toEqual([200, type]);
		expect(reply.text).toMatch(text);
	});

	it('cuts the connection before and after the headers', async () => {
		inject({ kind: 'reset' });
		expect(await causeOf(send())).toBe('ECONNRESET');
		expect(simulator.inbox()).toEqual([]);
		inject({ kind: 'reset', afterProcessing: true });
		expect(await causeOf(send())).toBe('ECONNRESET');
		expect(simulator.inbox()).toHaveLength(1);

		inject({ kind: 'resetAfterHeaders', status: 202 });
		const response = await fetch(`${simulator.url}/hyperverge/v1/sendOTPEmail`, { method: 'POST' });
		expect(response.status).toBe(202);
		await expect(response.text()).rejects.toThrow();
	});

	it('starts an answer that never ends', async () => {
		inject({ kind: 'neverEnds' });
		const response = await fetch(`${simulator.url}/hyperverge/v1/sendOTPEmail`, {
			method: 'POST',
			signal: AbortSignal.timeout(200),
		});
		expect(response.status).toBe(200);
		await expect(response.text()).rejects.toThrow(/timeout/i);
	});

	it('delays the real answer', async () => {
		inject({ kind: 'delay', seconds: 0.2 });
		const start = performance.now();
		const reply = await send();
		expect(performance.now() - start).toBeGreaterThan(190);
		expect(reply.status).toBe(200);
		expect(simulator.inbox()).toHaveLength(1);
	});

	it('does not process a delayed request whose caller has gone, unless it was processed first', async () => {
		const impatient = () =>
			fetch(`${simulator.url}/hyperverge/v1/sendOTPEmail`, {
				method: 'POST',
				headers: { ...HYPERVERGE_HEADERS, 'content-type': 'application/json' },
				body: JSON.stringify({ email: 'user@example.com', otpLength: '6' }),
				signal: AbortSignal.timeout(100),
			});
		inject({ kind: 'delay', seconds: 0.3 });
		await expect(impatient()).rejects.toThrow(/timeout/i);
		await new Promise((resolve) => setTimeout(resolve, 400));
		expect(simulator.inbox()).toEqual([]);

		inject({ kind: 'delay', seconds: 0.3, afterProcessing: true });
		await expect(impatient()).rejects.toThrow(/timeout/i);
		expect(codeFor(simulator, 'user@example.com')).toMatch(/^\d{6}$/);
	});

	it('never strikes the control paths', async () => {
		inject({ kind: 'status', times: Infinity });
		expect((await call(simulator, 'GET', '/inbox.json')).status).toBe(200);
		expect((await call(simulator, 'POST', '/control/reset')).status).toBe(200);
		expect((await send()).status).toBe(200);
	});

	it('closes at once although answers are still open', async () => {
		const other = await startSimulator();
		other.inject({ kind: 'neverEnds' });
		other.inject({ kind: 'delay', seconds: 60 });
		const open = [1, 2].map(async () =>
			causeOf(fetch(`${other.url}/hyperverge/v1/x`, { method: 'POST' }).then((response) => response.text())),
		);
		while (other.requests().length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
		const start = performance.now();
		await other.close();
		await Promise.all(open);
		expect(performance.now() - start).toBeLessThan(5000);
	});
});
