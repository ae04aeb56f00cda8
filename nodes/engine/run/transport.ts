import { sleep, type IExecuteFunctions, type IHttpRequestOptions } from 'n8n-workflow';

import { parseJson } from '../answers/json';
import { NoAccessToken, type CredentialInUse } from '../credentials/accessToken';
import type { Fault } from '../operation/faults';
import type { ProviderAnswer, ProviderRequest } from '../operation/provider';

/** No provider answers with more than a few kilobytes; what is longer is not read. */
const LONGEST_BODY_BYTES = 1024 * 1024;

/** How long n8n may take to report a request that was ended, in milliseconds. */
const LAST_WORD_MS = 1000;

/**
 * Codes that only a request gets which the provider never received: no address, no connection, no
 * trusted TLS session. `EPROTO` means that a TLS session broke before everything was written, and
 * nobody acts on a part of a request. In TLS 1.3 a server that misses a client certificate says so after
 * the client has begun to write, and reads nothing of that.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8446#section-6.2 (`certificate_required`)
 */
const NO_CONNECTION_CODES = new Set([
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
]);

/**
 * How Node's own messages about such a request begin. Their codes, such as `ECONNRESET` and
 * `EHOSTUNREACH`, stand for the end of a connection in use as well.
 */
const NO_CONNECTION_MESSAGE = /^(connect E|Client network socket disconnected before secure TLS connection)/;

/** Byte order marks, with the encodings that they stand for. */
const BYTE_ORDER_MARKS: ReadonlyArray<readonly [string, readonly number[]]> = [
	['utf-8', [0xef, 0xbb, 0xbf]],
	['utf-16le', [0xff, 0xfe]],
	['utf-16be', [0xfe, 0xff]],
];

type BodyStream = AsyncIterable<Uint8Array>;

/**
 * The one place where the package talks to the network. Requests go through n8n's own helper, so
 * that proxies, SSRF protection, TLS settings and the injection of credentials stay n8n's.
 *
 * Never throws: whatever the provider answers is an answer, and no answer is a fault. Nothing is
 * repeated, and redirects are not followed.
 *
 * @param context the node that runs
 * @param credential the decrypted credential; n8n puts its secrets into the request
 * @param request what to send
 * @param timeoutMs how long the whole call may take, in milliseconds
 */
export async function callProvider(
	context: IExecuteFunctions,
	credential: CredentialInUse,
	request: ProviderRequest,
	timeoutMs: number,
): Promise<ProviderAnswer | Fault> {
	const options: IHttpRequestOptions = {
		method: request.method,
		url: request.baseUrl.replace(/\/+$/, '') + request.path,
		headers: { Accept: 'application/json', ...request.headers },
		...(request.query === undefined ? {} : { qs: request.query }),
		...(request.body === undefined ? {} : { body: request.body }),
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: timeoutMs,
	};
	const hangUp = new AbortController();
	let giveUp = () => {};
	const ended = new Promise<Fault>((resolve) => {
		giveUp = () => {
			hangUp.abort();
			// n8n's error comes first, where there is one: it shows whether there was a connection.
			void sleep(LAST_WORD_MS).then(() => resolve({ fault: 'noAnswer' }));
		};
	});
	const ends = [AbortSignal.timeout(timeoutMs), context.getExecutionCancelSignal()];
	for (const end of ends) {
		if (end?.aborted) giveUp();
		end?.addEventListener('abort', giveUp);
	}
	try {
		return await Promise.race([exchange(context, credential, options, hangUp), ended]);
	} finally {
		// A signal that somebody listens to stays in memory until it is over, with the whole answer.
		for (const end of ends) end?.removeEventListener('abort', giveUp);
	}
}

/**
 * n8n stops a request only when the execution is cancelled: its signal takes the place of any other.
 * Without a signal of its own, a connection whose answer stays away stays open for ever. The call for
 * an access token, which n8n makes with `helpers.httpRequest`, ends with the same signal.
 */
function withSignal(context: IExecuteFunctions, signal: AbortSignal): IExecuteFunctions {
	const { helpers } = context;
	const httpRequest = async (options: IHttpRequestOptions): Promise<unknown> =>
		await helpers.httpRequest({ ...options, abortSignal: signal });
	return Object.create(context, {
		getExecutionCancelSignal: { value: () => signal },
		helpers: { value: Object.create(helpers, { httpRequest: { value: httpRequest } }) },
	}) as IExecuteFunctions;
}

async function exchange(
	context: IExecuteFunctions,
	credential: CredentialInUse,
	options: IHttpRequestOptions,
	hangUp: AbortController,
): Promise<ProviderAnswer | Fault> {
	let httpStatus: number | undefined;
	// A stale access token is emptied before the call, and n8n fetches a new one.
	const fetchesToken = credential.data.accessToken === '';
	try {
		const response = (await context.helpers.httpRequestWithAuthentication.call(
			withSignal(context, hangUp.signal),
			credential.type,
			options,
			{
				credentialsDecrypted: { id: '', name: credential.type, type: credential.type, data: credential.data },
				// n8n would repeat a request that got a 401, which sends a code twice.
				preAuthenticationRetryStatusCode: [],
			},
		)) as { statusCode: number; headers: Record<string, unknown>; body: BodyStream };
		httpStatus = response.statusCode;
		const body = await readBody(response.body);
		if (body === undefined) {
			hangUp.abort();
			return { fault: 'unreadable', httpStatus };
		}
		const headers = lowerCase(response.headers);
		const text = decode(body, headers['content-type']);
		return { httpStatus, headers, text, json: parseJson(text) };
	} catch (error) {
		if (httpStatus !== undefined)
			return { fault: isUndecodable(error) ? 'unreadable' : 'noAnswer', httpStatus };
		return fetchesToken && credential.data.accessToken === '' ? tokenFaultOf(error) : faultOf(error);
	}
}

/** Whether a body arrived that is not encoded as its headers say (codes of zlib, Brotli, TextDecoder). */
function isUndecodable(error: unknown): boolean {
	return /^(Z_|ERR__ERROR_|ERR_ENCODING_)/.test(codeOf(error) ?? '');
}

/** Reads a body; `undefined` for one that is too long. */
async function readBody(body: BodyStream): Promise<Uint8Array | undefined> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of body) {
		length += chunk.length;
		if (length > LONGEST_BODY_BYTES) return undefined;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/**
 * Decodes a body by its byte order mark, or else by the `charset` that its Content-Type names, or else
 * as UTF-8.
 *
 * @throws TypeError if the `charset` is unknown and the body is not valid UTF-8
 */
function decode(body: Uint8Array, contentType = ''): string {
	const mark = BYTE_ORDER_MARKS.find(([, bytes]) => bytes.every((byte, index) => body[index] === byte));
	const named = /;\s*charset\s*=\s*["']?([^\s;"',]+)/i.exec(contentType);
	return decoderOf(mark?.[0] ?? named?.[1] ?? 'utf-8').decode(body);
}

/**
 * In an unknown encoding, quotes may be parts of letters, so that words of a stranger could be read as
 * members of the answer. What is valid UTF-8 is nothing else.
 */
function decoderOf(label: string): InstanceType<typeof TextDecoder> {
	try {
		return new TextDecoder(label);
	} catch {
		return new TextDecoder('utf-8', { fatal: true });
	}
}

function lowerCase(headers: Record<string, unknown>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
}

/**
 * Reads n8n's error for its codes and its connection only: its texts advise to retry, and its context
 * holds the provider's body.
 */
function faultOf(error: unknown): Fault {
	return hadNoConnection(error) ? { fault: 'unreachable', neverLeft: true } : { fault: 'noAnswer' };
}

/** The same where n8n got no access token, so that the request itself was never made. */
function tokenFaultOf(error: unknown): Fault {
	const told = chainOf(error).find((link) => link instanceof NoAccessToken);
	if (told instanceof NoAccessToken) return { ...told.fault, neverLeft: true };
	return isUndecodable(error)
		? { fault: 'unreadable', neverLeft: true }
		: { ...faultOf(error), neverLeft: true };
}

/** What is read of n8n's error, of axios's in it, and of Node's in that. */
interface NetworkError {
	name?: unknown;
	code?: unknown;
	httpCode?: unknown;
	message?: unknown;
	/** Messages in whose place n8n has put another. */
	messages?: unknown;
	request?: { socket?: { alpnProtocol?: unknown; authorizationError?: unknown } | null };
	cause?: unknown;
}

function chainOf(error: unknown): NetworkError[] {
	const chain: NetworkError[] = [];
	for (let link = error; typeof link === 'object' && link !== null && chain.length < 3; ) {
		chain.push(link);
		link = (link as NetworkError).cause;
	}
	return chain;
}

/**
 * Whether no connection became usable, so that the provider received nothing. `false` also where that
 * cannot be told, as over plain http once there is a socket. n8n before 2.34 shows no cause, so that
 * there only codes and messages tell.
 */
function hadNoConnection(error: unknown): boolean {
	return chainOf(error).some(({ name, code, httpCode, message, messages, request }) => {
		// n8n's own protection of private addresses (SSRF) held the request back.
		if (typeof name === 'string' && name.startsWith('SsrfBlocked')) return true;
		if ([code, httpCode].some((text) => NO_CONNECTION_CODES.has(String(text)))) return true;
		if ([message, messages].flat().some((text) => NO_CONNECTION_MESSAGE.test(String(text)))) return true;
		const socket = request?.socket;
		// A request has no socket before n8n has connected to its proxy and the proxy to the provider.
		if (socket === null) return true;
		// Node leaves this `null` until the TLS handshake is over, and judges the certificate after that,
		// before it writes anything.
		return socket?.alpnProtocol === null || (code !== undefined && code === socket?.authorizationError);
	});
}

/** The code of the network or of a decoder, among those that n8n and axios give. */
function codeOf(error: unknown): string | undefined {
	return chainOf(error)
		.flatMap((link) => [link.code, link.httpCode])
		.find(
			(code): code is string =>
				typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) && code !== 'ERR_BAD_REQUEST',
		);
}
