import { Readable } from 'node:stream';
import type { IExecuteFunctions } from 'n8n-workflow';

import {
	checkTokenOwner,
	distrustToken,
	NoAccessToken,
	storedToken,
	withFreshToken,
} from '../../../nodes/engine/credentials/accessToken';
import type { CredentialInUse } from '../../../nodes/engine/credentials/accessToken';
import type { Provider, ProviderRequest } from '../../../nodes/engine/operation/provider';
import { callProvider } from '../../../nodes/engine/run/transport';

const request: ProviderRequest = {
	method: 'POST',
	baseUrl: 'https://api.example.com/v1//',
	path: '/send',
	effect: true,
};
const credential: CredentialInUse = { type: 'exampleApi', data: { key: 'k' } };

async function call(
	helper: (...given: unknown[]) => Promise<unknown>,
	{
		timeoutMs = 5000,
		more = {},
		using = credential,
		cancelled,
	}: {
		timeoutMs?: number;
		more?: Partial<ProviderRequest>;
		using?: CredentialInUse;
		cancelled?: AbortSignal;
	} = {},
) {
	const context = {
		helpers: { httpRequestWithAuthentication: helper, httpRequest: async (options: object) => options },
		getExecutionCancelSignal: () => cancelled,
	} as unknown as IExecuteFunctions;
	return await callProvider(context, using, { ...request, ...more }, timeoutMs);
}

const answer = (...chunks: Array<string | Buffer>) => ({
	statusCode: 200,
	headers: { 'X-Number': 5, 'set-cookie': ['a', 'b'] },
	body: Readable.from(chunks.map((chunk) => Buffer.from(chunk))),
});

it('asks for the request as it is, once, without following redirects or trusting statuses', async () => {
	const calls: unknown[][] = [];
	const helper = async (...given: unknown[]) => {
		calls.push(given);
		return answer('{"a":', '12345678901234567890}');
	};
	expect(await call(helper)).toEqual({
		httpStatus: 200,
		headers: { 'x-number': '5', 'set-cookie': 'a,b' },
		text: '{"a":12345678901234567890}',
		json: { a: '12345678901234567890' },
	});
	const always = {
		method: 'POST',
		url: 'https://api.example.com/v1/send',
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
	expect(calls).toEqual([['exampleApi', { ...always, headers: { Accept: 'application/json' } }, signIn]]);

	const more = { headers: { 'X-Own': 'x' }, query: { q: '1' }, body: { b: 2 } };
	await call(helper, { more });
	expect(calls[1][1]).toEqual({
		...always,
		headers: { Accept: 'application/json', 'X-Own': 'x' },
		qs: { q: '1' },
		body: { b: 2 },
	});
});

const failing = (error: unknown) => async () => {
	throw error;
};

it.each([
	'ENOTFOUND',
	'EAI_AGAIN',
	'ECONNREFUSED',
	'EADDRNOTAVAIL',
	'EPROTO',
	'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
	'CERT_HAS_EXPIRED',
	'CERT_NOT_YET_VALID',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'ERR_TLS_CERT_ALTNAME_INVALID',
])('knows that nothing left with %s, in the error or in its cause', async (code) => {
	const fault = { fault: 'unreachable', neverLeft: true };
	expect(await call(failing({ code }))).toEqual(fault);
	expect(await call(failing({ cause: { code } }))).toEqual(fault);
	expect(await call(failing({ httpCode: code }))).toEqual(fault);
	expect(await call(failing({ code: 'ERR_BAD_REQUEST', cause: { code } }))).toEqual(fault);
});

const over = (socket: unknown) => ({ code: 'ECONNRESET', request: { socket } });

it.each([
	['no socket', over(null)],
	['no TLS session', over({ alpnProtocol: null })],
	['no TLS session, at the deadline', { code: 'ERR_CANCELED', request: { socket: { alpnProtocol: null } } }],
	[
		'a certificate that Node refuses',
		{ code: 'CERT_V3_ODD', request: { socket: { alpnProtocol: false, authorizationError: 'CERT_V3_ODD' } } },
	],
	['no connection', { code: 'EHOSTUNREACH', message: 'connect EHOSTUNREACH 192.0.2.1:443' }],
	[
		'no TLS session, as n8n before 2.34 tells it',
		{
			httpCode: 'ECONNRESET',
			message: 'The connection to the server was closed unexpectedly, perhaps it is offline.',
			messages: ['Client network socket disconnected before secure TLS connection was established'],
		},
	],
])('knows that nothing left where there was %s, at any depth of the error', async (_what, error) => {
	const fault = { fault: 'unreachable', neverLeft: true };
	expect(await call(failing(error))).toEqual(fault);
	expect(await call(failing({ cause: error }))).toEqual(fault);
	expect(await call(failing({ cause: { cause: error } }))).toEqual(fault);
});

it.each([
	['a TLS session without ALPN', over({ alpnProtocol: false, authorizationError: null })],
	['a TLS session with ALPN', over({ alpnProtocol: 'http/1.1' })],
	[
		'a TLS session, though its certificate is not trusted',
		over({ alpnProtocol: false, authorizationError: 'CERT_V3_ODD' }),
	],
	['a socket without TLS', over({})],
	['a socket without TLS, and an error without a code', { request: { socket: {} } }],
	['a request that was never made', { code: 'ERR_CANCELED' }],
	['an unknown socket', { code: 'ERR_CANCELED', request: {} }],
	['a connection that lost its way later', { code: 'EHOSTUNREACH', message: 'read EHOSTUNREACH' }],
	['a connection that a text only speaks of', { message: 'Error: connect ETIMEDOUT', messages: [5, null] }],
])('takes an error as no answer where there was %s', async (_what, error) => {
	expect(await call(failing({ cause: error }))).toEqual({ fault: 'noAnswer' });
});

it('looks into an error that is its own cause no longer than into any other', async () => {
	const error: { cause?: unknown } = {};
	error.cause = error;
	expect(await call(failing(error))).toEqual({ fault: 'noAnswer' });
});

it.each([
	[{ code: 'ECONNRESET' }],
	[{ code: 'ETIMEDOUT' }],
	[{ code: 'ECONNABORTED' }],
	[{ code: 'EPIPE' }],
	[{ code: 'EHOSTUNREACH' }],
	[{ code: 'ENETUNREACH' }],
	[{ code: 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE' }],
	[{ code: 'ERR_BAD_REQUEST' }],
	[{ code: 'lower' }],
	[{ code: '' }],
	[{ code: 5 }],
	[{ name: 'Error', message: 'ECONNREFUSED' }],
	[{ cause: null }],
	[new Error('odd')],
	['odd'],
	[undefined],
	[null],
])('takes %j as no answer, for the request may have left', async (error) => {
	expect(await call(failing(error))).toEqual({ fault: 'noAnswer' });
});

describe('while an access token is fetched', () => {
	const using = () => ({ type: 'exampleApi', data: { accessToken: '' } });

	it('is the fault that the credential throws, in the error or in its cause, and nothing left', async () => {
		const error = new NoAccessToken('refused', { fault: 'credentialsRefused', httpStatus: 200 });
		const expected = { fault: 'credentialsRefused', httpStatus: 200, neverLeft: true };
		expect(await call(failing(error), { using: using() })).toEqual(expected);
		expect(await call(failing({ cause: error }), { using: using() })).toEqual(expected);
		expect(JSON.stringify(error)).not.toContain('credentialsRefused');
	});

	it.each([
		[{ code: 'ECONNRESET' }, 'noAnswer'],
		[{ code: 'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE' }, 'noAnswer'],
		[{ code: 'ECONNREFUSED' }, 'unreachable'],
		[over({ alpnProtocol: null }), 'unreachable'],
		[{ name: 'SsrfBlockedIpError' }, 'unreachable'],
		[{ code: 'Z_DATA_ERROR' }, 'unreadable'],
	])('%j is %s, and nothing left', async (error, fault) => {
		expect(await call(failing(error), { using: using() })).toEqual({ fault, neverLeft: true });
	});

	it('the deadline ends the call for the token too, and says what became of it', async () => {
		const fetching = async function (this: IExecuteFunctions): Promise<never> {
			const { abortSignal } = (await this.helpers.httpRequest({ url: 'https://token.example.com' })) as {
				abortSignal: AbortSignal;
			};
			return await new Promise((_, reject) => {
				abortSignal.addEventListener('abort', () => reject(over({ alpnProtocol: null }) as never));
			});
		};
		const fault = { fault: 'unreachable', neverLeft: true };
		expect(await call(fetching, { using: using(), timeoutMs: 20 })).toEqual(fault);
	});

	it('an error after the token came is one of the request', async () => {
		const inUse = using();
		const helper = async () => {
			inUse.data.accessToken = 'new';
			throw Object.assign(new Error('cut'), { code: 'ECONNRESET' });
		};
		expect(await call(helper, { using: inUse })).toEqual({ fault: 'noAnswer' });
	});
});

it('calls a body unreadable that is not packed as its headers say', async () => {
	const packed = new Readable({
		read() {
			this.destroy(Object.assign(new Error('incorrect header check'), { code: 'Z_DATA_ERROR' }));
		},
	});
	expect(await call(async () => ({ ...answer(), body: packed }))).toEqual({
		fault: 'unreadable',
		httpStatus: 200,
	});
});

it("knows n8n's protection of private addresses by its name", async () => {
	const fault = { fault: 'unreachable', neverLeft: true };
	expect(await call(failing({ name: 'SsrfBlockedIpError' }))).toEqual(fault);
	expect(await call(failing({ cause: { name: 'SsrfBlockedHostError' } }))).toEqual(fault);
	expect(await call(failing({ name: 'NotSsrfBlocked' }))).toEqual({ fault: 'noAnswer' });
	expect(await call(failing({ name: 5 }))).toEqual({ fault: 'noAnswer' });
});

it('reads a megabyte, and not a byte more', async () => {
	const megabyte = Buffer.alloc(1024 * 1024, 'x');
	expect(await call(async () => answer(megabyte))).toMatchObject({ httpStatus: 200, json: undefined });
	const long = answer(megabyte, 'x', 'never read');
	expect(await call(async () => long)).toEqual({ fault: 'unreadable', httpStatus: 200 });
	expect(long.body.destroyed).toBe(true);
});

it('keeps letters whole that are cut by the network', async () => {
	const bytes = Buffer.from('"ü•"');
	const pieces = [...bytes].map((byte) => Buffer.from([byte]));
	expect(await call(async () => answer(...pieces))).toMatchObject({ text: '"ü•"', json: 'ü•' });
});

const MARKS: Record<string, number[]> = {
	'utf-8': [0xef, 0xbb, 0xbf],
	'utf-16le': [0xff, 0xfe],
	'utf-16be': [0xfe, 0xff],
};

function inUtf16(text: string, label: string): Buffer {
	const bytes = Buffer.from(text, 'utf16le');
	return label === 'utf-16be' ? bytes.swap16() : bytes;
}

const typed = (type: string, body: Buffer) => async () => ({
	...answer(body),
	headers: { 'Content-Type': type },
});

it.each(Object.keys(MARKS))('reads %s by its byte order mark, whatever the header says', async (label) => {
	const text = '{"name":"J\u00fcrgen \u20ac"}';
	const bytes = label === 'utf-8' ? Buffer.from(text) : inUtf16(text, label);
	const body = Buffer.concat([Buffer.from(MARKS[label]), bytes]);
	const expected = { text, json: { name: 'J\u00fcrgen \u20ac' } };
	for (const type of ['application/json', 'text/html; charset=iso-8859-1', 'text/json; charset=x-none']) {
		expect(await call(typed(type, body))).toMatchObject(expected);
	}
});

it.each([
	['utf-16le', inUtf16('"\u20ac"', 'utf-16le'), '\u20ac'],
	['UTF-16BE', inUtf16('"\u20ac"', 'utf-16be'), '\u20ac'],
	['iso-8859-1', Buffer.from('"\u00fc"', 'latin1'), '\u00fc'],
	['windows-1252', Buffer.from('"\u00fc"', 'latin1'), '\u00fc'],
	['shift_jis', Buffer.from([0x22, 0x95, 0x5c, 0x22]), '\u8868'],
	['utf8', Buffer.from('"\u00fc"'), '\u00fc'],
	['x-none', Buffer.from('"\u00fc"'), '\u00fc'],
	['', Buffer.from('"\u00fc"'), '\u00fc'],
])('reads the encoding %s that the header names', async (label, body, json) => {
	for (const type of [
		`application/json;charset=${label}`,
		`application/json; odata=x; Charset = "${label}"; v=1`,
	]) {
		expect(await call(typed(type, body))).toMatchObject({ json });
	}
});

it('reads no words of a stranger as members of an answer in another encoding', async () => {
	// In Shift_JIS the byte 5C is the second half of a letter; in UTF-8 it is a backslash.
	const name = [0x95, 0x5c, ...Buffer.from('\\",\\"status\\":\\"success\\",\\"x\\":\\"')];
	const body = Buffer.concat([
		Buffer.from('{"status":"failure","name":"'),
		Buffer.from(name),
		Buffer.from('"}'),
	]);
	const json = { status: 'failure', name: '\u8868","status":"success","x":"' };
	expect(await call(typed('text/json; charset=shift_jis', body))).toMatchObject({ json });
	expect(await call(typed('text/json; charset=x-none', body))).toEqual({
		fault: 'unreadable',
		httpStatus: 200,
	});
});

it('takes a body that breaks off as no answer, with the status that came', async () => {
	const broken = new Readable({
		read() {
			this.destroy(new Error('cut'));
		},
	});
	expect(await call(async () => ({ ...answer(), statusCode: 502, body: broken }))).toEqual({
		fault: 'noAnswer',
		httpStatus: 502,
	});
});

/** Ends a request as n8n does: by the signal of the context that it is called with. */
async function silence(this: IExecuteFunctions): Promise<never> {
	const signal = this.getExecutionCancelSignal();
	return await new Promise((_, reject) => {
		const stop = () => reject(Object.assign(new Error('canceled'), { code: 'ERR_CANCELED' }));
		if (signal?.aborted) stop();
		signal?.addEventListener('abort', stop);
	});
}

it('says at the deadline that nothing left where there was no connection yet', async () => {
	const helper = async function (this: IExecuteFunctions) {
		await silence.call(this).catch(() => {
			throw over({ alpnProtocol: null });
		});
	};
	expect(await call(helper, { timeoutMs: 20 })).toEqual({ fault: 'unreachable', neverLeft: true });
});

it('gives up at the deadline, and hangs up', async () => {
	const reasons: unknown[] = [];
	const helper = async function (this: IExecuteFunctions) {
		await silence.call(this).catch((reason: unknown) => reasons.push(reason));
	};
	expect(await call(helper, { timeoutMs: 20 })).toEqual({ fault: 'noAnswer' });
	await new Promise(setImmediate);
	expect(reasons).toHaveLength(1);
	expect(await call(async () => await new Promise(() => {}), { timeoutMs: 20 })).toEqual({
		fault: 'noAnswer',
	});
});

it('gives up when the execution is cancelled, before the call or during it', async () => {
	expect(await call(silence, { cancelled: AbortSignal.abort() })).toEqual({ fault: 'noAnswer' });
	const execution = new AbortController();
	const answered = call(silence, { cancelled: execution.signal });
	execution.abort();
	expect(await answered).toEqual({ fault: 'noAnswer' });
});

it('hangs up on a body that is too long', async () => {
	let signal: AbortSignal | undefined;
	const helper = async function (this: IExecuteFunctions) {
		signal = this.getExecutionCancelSignal();
		return answer(Buffer.alloc(1024 * 1024 + 1));
	};
	expect(await call(helper)).toEqual({ fault: 'unreadable', httpStatus: 200 });
	expect(signal?.aborted).toBe(true);
});

describe('an access token', () => {
	const provider: Provider = {
		name: 'example',
		displayName: 'Example',
		checkCredential: () => {},
		secretCredentialFields: [],
		secretAnswerKeys: [],
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
	const seen = async (data: object, of = provider) => {
		const inUse = using(data);
		return await withFreshToken(of, inUse, async () => inUse.data.accessToken);
	};

	it('is used while it is valid for longer than a slow call takes, and is emptied before', async () => {
		expect(await seen(stored(inAnHour()))).toBe('t');
		expect(await seen(stored(Date.now() + 9_000))).toBe('');
		expect(await seen(stored(Date.now() - 1))).toBe('');
		expect(await seen(stored('soon'))).toBe('');
		expect(await seen({ accessToken: 't' })).toBe('t');
	});

	it.each<[string, object]>([
		['another key', { key: 'other' }],
		['another secret', { secret: 'other' }],
		['another host', { host: 'other' }],
		['a key and a host with the same letters', { key: 'kh', host: '' }],
		['another token', { accessToken: 'other' }],
		['no note of its owner', { issuedTo: '' }],
		['a note of its owner that is no text', { issuedTo: undefined }],
	])('with %s is emptied, and never authenticates', async (_what, change) => {
		const token = { ...stored(inAnHour()), ...change };
		expect(await seen(token)).toBe('');
		const refusal = expect.objectContaining({ response: { status: 401 } }) as Error;
		expect(() => checkTokenOwner(provider, { ...stored(inAnHour()), ...change })).toThrow(refusal);
	});

	it('of a provider that names no owner is never used', async () => {
		const silent = { ...provider, tokenOwner: undefined };
		const token = { ...stored(inAnHour()), issuedTo: undefined };
		expect(await seen(token, silent)).toBe('');
		expect(() => checkTokenOwner(silent, token)).toThrow();
	});

	it('is stored without a word of key, secret or host', () => {
		const { accessToken, renewAt, ...binding } = storedToken(provider, { ...owner }, 't', 5);
		expect([accessToken, renewAt]).toEqual(['t', 5]);
		expect(binding).toEqual({ issuedTo: expect.stringMatching(/^[\w-]{43}$/) as string });
		expect(() => checkTokenOwner(provider, stored(5))).not.toThrow();
	});

	it('is no longer trusted after a refusal; a credential without one stays as it is', () => {
		const [withToken, without] = [using({ accessToken: 't', renewAt: 5 }), using({ key: 'k' })];
		distrustToken(withToken);
		distrustToken(without);
		expect(withToken.data).toEqual({ accessToken: 't', renewAt: 0 });
		expect(without.data).toEqual({ key: 'k' });
	});

	it('is renewed by one call, for which the others wait', async () => {
		const inUse = using(stored(0, 'old'));
		const order: unknown[] = [];
		let renewed = () => {};
		const first = withFreshToken(provider, inUse, async () => {
			order.push(['first begins', inUse.data.accessToken]);
			await new Promise<void>((resolve) => (renewed = resolve));
			Object.assign(inUse.data, stored(inAnHour(), 'new'));
			return 1;
		});
		const others = [2, 3].map(
			async (call) =>
				await withFreshToken(provider, inUse, async () => {
					order.push([call, inUse.data.accessToken]);
					return call;
				}),
		);
		await new Promise(setImmediate);
		expect(order).toEqual([['first begins', '']]);
		renewed();
		expect(await Promise.all([first, ...others])).toEqual([1, 2, 3]);
		expect(order).toEqual([
			['first begins', ''],
			[2, 'new'],
			[3, 'new'],
		]);
		expect(inUse.renewal).toBeUndefined();
	});
});
