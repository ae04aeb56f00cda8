import { Readable } from 'node:stream';
import type { IExecuteFunctions } from 'n8n-workflow';

import { noAccessToken, type CredentialInUse } from '../../../nodes/engine/credentials/accessToken';
import { Transport } from '../../../nodes/engine/run/transport';
import { credential, request } from '../support/example';

type Helper = (this: IExecuteFunctions, ...given: unknown[]) => Promise<unknown>;

function transportOver(helper: Helper, { timeoutMs = 5000, cancelled }: Limits = {}) {
	const context = {
		helpers: { httpRequestWithAuthentication: helper, httpRequest: async (options: object) => options },
		getExecutionCancelSignal: () => cancelled,
	} as unknown as IExecuteFunctions;
	return new Transport(context, timeoutMs);
}

interface Limits {
	timeoutMs?: number;
	cancelled?: AbortSignal;
}

async function call(
	helper: Helper,
	{ more = {}, using = credential(), ...limits }: Limits & { more?: object; using?: CredentialInUse } = {},
) {
	return await transportOver(helper, limits).call(using, { ...request, ...more });
}

const answer = (...chunks: Array<string | Buffer>) => ({
	statusCode: 200,
	headers: { 'X-Number': 5, 'set-cookie': ['a', 'b'] },
	body: Readable.from(chunks.map((chunk) => Buffer.from(chunk))),
});
const breaking = (error: Error) =>
	new Readable({
		read() {
			this.destroy(error);
		},
	});
const failing = (error: unknown) => async () => {
	throw error;
};

const NO_ANSWER = { fault: 'noAnswer' };
const UNREADABLE = { fault: 'unreadable', httpStatus: 200 };
const NEVER_LEFT = { fault: 'unreachable', neverReceived: true };

it('makes a request unchanged, once, and reads its answer whole, in whatever pieces it comes', async () => {
	const text = '{"a":12345678901234567890,"b":"ü•"}';
	const pieces = [...Buffer.from(text)].map((byte) => Buffer.from([byte]));
	const calls: unknown[][] = [];
	const helper = async (...given: unknown[]) => {
		calls.push(given);
		return answer(...pieces);
	};
	const own = { headers: { 'X-Own': 'x' }, query: { q: '1' }, body: { b: 2 } };
	expect(await call(helper, { more: own })).toEqual({
		httpStatus: 200,
		headers: { 'x-number': '5', 'set-cookie': 'a,b' },
		text,
		json: { a: '12345678901234567890', b: 'ü•' },
	});
	const options = {
		method: 'POST',
		url: 'https://api.example.com/v1/send',
		headers: { Accept: 'application/json', 'X-Own': 'x' },
		qs: { q: '1' },
		body: { b: 2 },
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: 5000,
	};
	const signIn = {
		credentialsDecrypted: { id: '', name: 'exampleApi', type: 'exampleApi', data: { key: 'k' } },
		preAuthenticationRetryStatusCode: [],
	};
	expect(calls).toEqual([['exampleApi', options, signIn]]);
});

it.each([
	...['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EADDRNOTAVAIL', 'EPROTO'],
	...['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'ERR_TLS_CERT_ALTNAME_INVALID'],
	...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
	...['UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
	'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
])('knows by the code %s of an error or of its cause that nothing left', async (code) => {
	for (const error of [{ code }, { httpCode: code }, { code: 'ERR_BAD_REQUEST', cause: { code } }])
		expect(await call(failing(error))).toEqual(NEVER_LEFT);
});

const over = (socket: unknown, code = 'ECONNRESET') => ({ code, request: { socket } });
const DISCONNECTED = 'Client network socket disconnected before secure TLS connection was established';
const ODD = 'CERT_V3_ODD';

it.each([
	['no socket', over(null)],
	['no TLS session', over({ alpnProtocol: null })],
	['no TLS session, at the deadline', over({ alpnProtocol: null }, 'ERR_CANCELED')],
	['a certificate that Node refuses', over({ alpnProtocol: false, authorizationError: ODD }, ODD)],
	['no connection', { code: 'EHOSTUNREACH', message: 'connect EHOSTUNREACH 192.0.2.1:443' }],
	['no TLS session, as n8n before 2.34 tells it', { messages: [DISCONNECTED] }],
	["n8n's protection from private IPs", { name: 'SsrfBlockedIpError' }],
	["n8n's protection from private hosts", { name: 'SsrfBlockedHostError' }],
])('knows that nothing left where there was %s, at any depth of the error', async (_what, error) => {
	expect(await call(failing(error))).toEqual(NEVER_LEFT);
	expect(await call(failing({ cause: { cause: error } }))).toEqual(NEVER_LEFT);
});

const ITS_OWN_CAUSE: { cause?: unknown } = {};
ITS_OWN_CAUSE.cause = ITS_OWN_CAUSE;
const CODES = ['ECONNRESET', 'ETIMEDOUT', 'ECONNABORTED', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH'];
const OTHER_CODES = ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'ERR_BAD_REQUEST', 'ERR_CANCELED', '', 5];

it.each<unknown>([
	...[...CODES, ...OTHER_CODES].map((code) => ({ code })),
	over({ alpnProtocol: false, authorizationError: null }),
	over({ alpnProtocol: false, authorizationError: ODD }),
	over({ alpnProtocol: 'http/1.1' }),
	over({}),
	{ request: { socket: {} } },
	{ code: 'ERR_CANCELED', request: {} },
	{ code: 'EHOSTUNREACH', message: 'read EHOSTUNREACH' },
	{ message: 'Error: connect ETIMEDOUT', messages: [5, null] },
	...[{ name: 'NotSsrfBlocked' }, { name: 5 }, { name: 'Error', message: 'ECONNREFUSED' }],
	...[{ cause: null }, new Error('odd'), 'odd', undefined, null, ITS_OWN_CAUSE],
])('takes %o as no answer, because the request may have left', async (error) => {
	expect(await call(failing(error))).toEqual(NO_ANSWER);
	expect(await call(failing({ cause: error }))).toEqual(NO_ANSWER);
});

describe('while an access token is fetched', () => {
	const using = () => ({ type: 'exampleApi', data: { accessToken: '' } });

	it('gives the fault of the credential once, whatever n8n makes of its error', async () => {
		const inUse = using();
		const error = noAccessToken(inUse.data, 'refused', { fault: 'credentialsRefused', httpStatus: 200 });
		const expected = { fault: 'credentialsRefused', httpStatus: 200, neverReceived: true };
		expect(await call(failing(new Error(error.message)), { using: inUse })).toEqual(expected);
		expect(await call(failing(error), { using: inUse })).toEqual({ fault: 'noAnswer', neverReceived: true });
		expect(JSON.stringify(error)).not.toContain('credentialsRefused');
	});

	it.each([
		[{ code: 'ECONNRESET' }, 'noAnswer'],
		[{ code: 'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE' }, 'noAnswer'],
		[{ code: 'ECONNREFUSED' }, 'unreachable'],
		[over({ alpnProtocol: null }), 'unreachable'],
		[{ name: 'SsrfBlockedIpError' }, 'unreachable'],
		[{ code: 'Z_DATA_ERROR' }, 'unreadable'],
	])('takes the error %j as %s, and knows that nothing left', async (error, fault) => {
		expect(await call(failing(error), { using: using() })).toEqual({ fault, neverReceived: true });
	});

	it('ends the call for the token at the deadline, and says what became of it', async () => {
		const fetching: Helper = async function () {
			const { abortSignal } = (await this.helpers.httpRequest({ url: 'https://token.example.com' })) as {
				abortSignal: AbortSignal;
			};
			return await new Promise((_, reject) => {
				abortSignal.addEventListener('abort', () => reject(over({ alpnProtocol: null }) as never));
			});
		};
		expect(await call(fetching, { using: using(), timeoutMs: 20 })).toEqual(NEVER_LEFT);
	});

	it('takes an error after the token came as one of the request', async () => {
		const inUse = using();
		const helper = async () => {
			inUse.data.accessToken = 'new';
			throw Object.assign(new Error('cut'), { code: 'ECONNRESET' });
		};
		expect(await call(helper, { using: inUse })).toEqual(NO_ANSWER);
	});
});

it.each([
	['is cut', new Error('cut'), NO_ANSWER],
	['is not packed as its headers say', { code: 'Z_DATA_ERROR' }, UNREADABLE],
])('keeps the status of an answer whose body %s', async (_how, error, fault) => {
	const body = breaking(Object.assign(new Error(), error));
	expect(await call(async () => ({ ...answer(), body }))).toEqual({ ...fault, httpStatus: 200 });
});

it('reads a megabyte, and hangs up on a byte more', async () => {
	const megabyte = Buffer.alloc(1024 * 1024, 'x');
	expect(await call(async () => answer(megabyte))).toMatchObject({ httpStatus: 200, json: undefined });
	const long = answer(megabyte, 'x', 'never read');
	let signal: AbortSignal | undefined;
	const helper: Helper = async function () {
		signal = this.getExecutionCancelSignal();
		return long;
	};
	expect(await call(helper)).toEqual(UNREADABLE);
	expect([long.body.destroyed, signal?.aborted]).toEqual([true, true]);
});

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const typed = (type: string, body: Buffer) => async () => ({
	...answer(body),
	headers: { 'Content-Type': type },
});
const NAMED = '{"name":"J\u00fcrgen \u20ac"}';

it.each([
	['utf-8', [0xef, 0xbb, 0xbf], Buffer.from(NAMED)],
	['utf-16le', [0xff, 0xfe], utf16(NAMED)],
	['utf-16be', [0xfe, 0xff], utf16(NAMED).swap16()],
])('reads %s by its byte order mark, whatever the header says', async (_label, mark, body) => {
	for (const type of ['application/json', 'text/html; charset=iso-8859-1', 'text/json; charset=x-none']) {
		const read = await call(typed(type, Buffer.concat([Buffer.from(mark), body])));
		expect(read).toMatchObject({ text: NAMED, json: { name: 'J\u00fcrgen \u20ac' } });
	}
});

it.each([
	['utf-16le', utf16('"\u20ac"'), '\u20ac'],
	['UTF-16BE', utf16('"\u20ac"').swap16(), '\u20ac'],
	['iso-8859-1', Buffer.from('"\u00fc"', 'latin1'), '\u00fc'],
	['x-none', Buffer.from('"\u00fc"'), '\u00fc'],
	['', Buffer.from('"\u00fc"'), '\u00fc'],
])('reads the encoding "%s" that the header names', async (label, body, json) => {
	for (const parameters of [`;charset=${label}`, `; odata=x; Charset = "${label}"; v=1`])
		expect(await call(typed(`application/json${parameters}`, body))).toMatchObject({ json });
});

it("reads no recipient's words as members of an answer in another encoding", async () => {
	// In Shift_JIS the byte 5C is the second half of a letter; in UTF-8 it is a backslash.
	const inLatin1 = '{"status":"failure","name":"\x95\x5c\\",\\"status\\":\\"success\\",\\"x\\":\\""}';
	const body = Buffer.from(inLatin1, 'latin1');
	const json = { status: 'failure', name: '\u8868","status":"success","x":"' };
	expect(await call(typed('text/json; charset=shift_jis', body))).toMatchObject({ json });
	expect(await call(typed('text/json; charset=x-none', body))).toEqual(UNREADABLE);
});

/** Ends a request as n8n does: by the signal of the context that it is called with. */
const silence = (error: object = {}, hungUp = () => {}): Helper =>
	async function () {
		const signal = this.getExecutionCancelSignal();
		return await new Promise((_, reject) => {
			const stop = () => {
				hungUp();
				reject(Object.assign(new Error('canceled'), error));
			};
			if (signal?.aborted) stop();
			signal?.addEventListener('abort', stop);
		});
	};

it('gives up at the deadline, hangs up, and says where nothing left', async () => {
	let times = 0;
	const hungUp = () => (times += 1);
	expect(await call(silence({}, hungUp), { timeoutMs: 20 })).toEqual(NO_ANSWER);
	expect(times).toBe(1);
	expect(await call(async () => await new Promise(() => {}), { timeoutMs: 20 })).toEqual(NO_ANSWER);
	expect(await call(silence(over({ alpnProtocol: null })), { timeoutMs: 20 })).toEqual(NEVER_LEFT);
});

it('gives up when the execution is cancelled, before the request or during it', async () => {
	const timeoutMs = 600_000;
	expect(await call(silence(), { timeoutMs, cancelled: AbortSignal.abort() })).toEqual(NO_ANSWER);
	const execution = new AbortController();
	const answered = call(silence(), { timeoutMs, cancelled: execution.signal });
	execution.abort();
	expect(await answered).toEqual(NO_ANSWER);
});

it('lets the first of many requests leave before the last one is built', async () => {
	const events: string[] = [];
	const transport = transportOver(async () => {
		events.push('built');
		setImmediate(() => events.push('left'));
		return answer('{}');
	});
	await Promise.all(Array.from({ length: 60 }, async () => await transport.call(credential(), request)));
	expect(events.filter((event) => event === 'built')).toHaveLength(60);
	expect(events.slice(0, events.lastIndexOf('built'))).toContain('left');
});
