import { setTimeout as sleep } from 'node:timers/promises';

import { startSimulator, type Fault } from '../../simulator';
import { HYPERVERGE_HEADERS, repeat, useClient } from './support/client';

const PATH = '/hyperverge/v1/sendOTPEmail';

// That a fault strikes only the recipient, path and provider that it names, whether the provider has acted, and that
// an answer comes late, is seen by the counts of messages in test/workflow and test/trust.

const { call, inbox, post, simulator } = useClient();
const inject = (fault: Fault) => simulator().inject(fault);
const send = () => post(PATH, { email: 'user@example.com', otpLength: '6' }, HYPERVERGE_HEADERS);

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

it.each<[Fault, RegExp]>([
	[{ kind: 'resetAfterHeaders', status: 202 }, /terminated/],
	[{ kind: 'neverEnds', status: 202 }, /timeout/i],
])('sends headers but no whole body with %j', async (fault, problem) => {
	inject(fault);
	const signal = AbortSignal.timeout(200);
	const response = await fetch(simulator().url + PATH, { method: 'POST', signal });
	expect(response.status).toBe(202);
	await expect(response.text()).rejects.toThrow(problem);
});

it('never strikes the control paths', async () => {
	inject({ kind: 'status', times: Infinity });
	expect((await call('GET', '/inbox.json')).status).toBe(200);
	expect((await call('POST', '/control/reset')).status).toBe(200);
	expect((await send()).status).toBe(200);
});

it('closes at once although an answer is still open', async () => {
	const other = await startSimulator();
	other.inject({ kind: 'delay', seconds: 3600 });
	const cut = expect(fetch(other.url + PATH, { method: 'POST' })).rejects.toThrow();
	while (other.requests().length === 0) await sleep(10);
	await other.close();
	await cut;
});
