import { startSimulator, type Fault } from '../../simulator';
import { HYPERVERGE_HEADERS, repeat, useClient, WIBMO_HEADERS } from './support/client';

const EMAIL = 'user@example.com';
const PATH = '/hyperverge/v1/sendOTPEmail';

const { call, inbox, post, simulator } = useClient();
const inject = (fault: Fault) => simulator().inject(fault);
const send = (email = EMAIL) => post(PATH, { email, otpLength: '6' }, HYPERVERGE_HEADERS);
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Sends and gives up after so many milliseconds; gives the status, and the body if one arrives. */
const fetchWithin = (milliseconds: number) =>
	fetch(simulator().url + PATH, {
		method: 'POST',
		headers: { ...HYPERVERGE_HEADERS, 'content-type': 'application/json' },
		body: JSON.stringify({ email: EMAIL, otpLength: '6' }),
		signal: AbortSignal.timeout(milliseconds),
	});

it('replaces the answer once, records the request and processes nothing', async () => {
	inject({ kind: 'status', status: 503, headers: { 'Retry-After': '7' } });
	const reply = await send();
	expect(reply).toMatchObject({ status: 503, text: '{"message":"Service Unavailable"}' });
	expect(reply.headers.get('retry-after')).toBe('7');
	expect([inbox().length, simulator().requests().length]).toEqual([0, 1]);
	expect((await send()).status).toBe(200);
});

it.each([
	[2, [500, 500, 200]],
	[Infinity, [500, 500, 500]],
	[-1, [500, 500, 500]],
])('strikes %d times', async (times, statuses) => {
	inject({ kind: 'status', times });
	expect((await repeat(3, send)).map(({ status }) => status)).toEqual(statuses);
});

it('strikes in the order of injection, and redirects', async () => {
	inject({ kind: 'status', status: 502 });
	inject({ kind: 'redirect', location: 'https://elsewhere.example/' });
	const [{ status }, redirected] = await repeat(2, send);
	expect([status, redirected.status]).toEqual([502, 302]);
	expect(redirected.headers.get('location')).toBe('https://elsewhere.example/');
});

it('strikes only the provider, the path and the recipient that it names', async () => {
	inject({ kind: 'status', provider: 'wibmo' });
	inject({ kind: 'status', path: '/verifyOTPEmail' });
	inject({ kind: 'status', recipient: 'other@example.com' });
	expect((await send()).status).toBe(200);
	expect((await send('other@example.com')).status).toBe(500);
});

it('finds a recipient in the query and in an encrypted body', async () => {
	inject({ kind: 'status', path: '/otp', recipient: 'a+b@example.com' });
	expect((await call('GET', '/capillary/v2/otp?identifierValue=a%2Bb%40example.com')).status).toBe(500);
	inject({ kind: 'status', path: '/sentOtpEmail', recipient: EMAIL });
	const encrypted = await post('/wibmo/api/v2/encrypt', { email: EMAIL }, WIBMO_HEADERS);
	const path = '/wibmo/uat/sbx/api/onboarding/v1/sentOtpEmail';
	expect((await post(path, encrypted.body, WIBMO_HEADERS)).status).toBe(500);
});

it.each<[Fault, string, RegExp]>([
	[{ kind: 'html' }, 'text/html; charset=utf-8', /^<!DOCTYPE html>/],
	[{ kind: 'xml' }, 'application/xml', /^<\?xml/],
	[{ kind: 'body', body: 'a', headers: { 'content-type': 'text/plain' } }, 'text/plain', /^a$/],
	[{ kind: 'empty' }, 'application/json', /^$/],
	[{ kind: 'halfJson' }, 'application/json', /^\{.*[^}]$/],
	[{ kind: 'halfJson', afterProcessing: true }, 'application/json', /^\{"status":"success"[^}]*$/],
])('answers with %j', async (fault, type, text) => {
	inject(fault);
	expect(await send()).toMatchObject({ status: 200, type, text: expect.stringMatching(text) });
	expect(inbox()).toHaveLength(fault.afterProcessing ? 1 : 0);
});

it.each([false, true])('cuts the connection before the headers, processed: %p', async (afterProcessing) => {
	inject({ kind: 'reset', afterProcessing });
	await expect(send()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
	expect(inbox()).toHaveLength(afterProcessing ? 1 : 0);
});

it.each<[Fault, RegExp]>([
	[{ kind: 'resetAfterHeaders', status: 202 }, /terminated/],
	[{ kind: 'neverEnds', status: 202 }, /timeout/i],
])('sends headers but no whole body with %j', async (fault, problem) => {
	inject(fault);
	const response = await fetchWithin(200);
	expect(response.status).toBe(202);
	await expect(response.text()).rejects.toThrow(problem);
});

it.each([false, true])(
	'delays the answer, processed when the caller has gone: %p',
	async (afterProcessing) => {
		inject({ kind: 'delay', seconds: 0.3, afterProcessing, times: 2 });
		await expect(fetchWithin(100)).rejects.toThrow(/timeout/i);
		await sleep(400);
		expect(inbox()).toHaveLength(afterProcessing ? 1 : 0);
		const start = performance.now();
		expect((await send()).status).toBe(200);
		expect(performance.now() - start).toBeGreaterThan(290);
	},
);

it('never strikes the control paths', async () => {
	inject({ kind: 'status', times: Infinity });
	expect((await call('GET', '/inbox.json')).status).toBe(200);
	expect((await call('POST', '/control/reset')).status).toBe(200);
	expect((await send()).status).toBe(200);
});

it('closes at once although answers are still open', async () => {
	const other = await startSimulator();
	other.inject({ kind: 'neverEnds' });
	other.inject({ kind: 'delay', seconds: 60 });
	const open = [1, 2].map(async () => (await fetch(other.url + PATH, { method: 'POST' })).text());
	const cut = Promise.allSettled(open);
	while (other.requests().length < 2) await sleep(10);
	const start = performance.now();
	await other.close();
	expect(await cut).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
	expect(performance.now() - start).toBeLessThan(5000);
});
