import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { parseJson } from '../answers/json';
import { RENEWAL_URL, takeTokenFault, type CredentialInUse } from '../credentials/accessToken';
import type { Fault } from '../operation/faults';
import type { ProviderAnswer, ProviderRequest } from '../operation/provider';
import { Deadlines } from './deadlines';
import { fewPerTurn } from './turns';

/** Answers are a few kilobytes long; reading stops at this size. */
const LONGEST_BODY_BYTES = 1024 * 1024;

/**
 * Error codes of requests that the provider certainly did not receive: no address, no connection, no trusted
 * TLS session. `EPROTO` means that a TLS session broke before the whole request was written, and no provider
 * acts on an incomplete request. In TLS 1.3, a server that requires a client certificate reports this after
 * the client has begun to write, and does not read the request.
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
 * The beginning of Node's messages about such a request. Their codes, such as `ECONNRESET` and
 * `EHOSTUNREACH`, are also those of an established connection that was lost.
 */
const NO_CONNECTION_MESSAGE = /^(connect E|Client network socket disconnected before secure TLS connection)/;

const BYTE_ORDER_MARKS: ReadonlyArray<readonly [string, readonly number[]]> = [
	['utf-8', [0xef, 0xbb, 0xbf]],
	['utf-16le', [0xff, 0xfe]],
	['utf-16be', [0xfe, 0xff]],
];

/** Building a request takes n8n some 0.2 ms. */
const REQUESTS_PER_TURN = 25;

type BodyStream = AsyncIterable<Uint8Array>;

/**
 * The only place in the package that accesses the network. Requests use n8n's own helper, so that n8n's
 * proxies, SSRF protection, TLS settings and authentication apply.
 */
export class Transport {
	private readonly deadlines: Deadlines;
	private readonly turn = fewPerTurn(REQUESTS_PER_TURN);

	/** @param timeoutMs for each whole request, in milliseconds */
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly timeoutMs: number,
	) {
		this.deadlines = new Deadlines(timeoutMs, context.getExecutionCancelSignal());
	}

	/**
	 * Makes a request. Never throws: a response with any status is an answer, and without a response there
	 * is a fault. Requests are not retried, and redirects are not followed.
	 *
	 * @param credential decrypted; n8n adds its secrets to the request
	 */
	async call(credential: CredentialInUse, request: ProviderRequest): Promise<ProviderAnswer | Fault> {
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
			timeout: this.timeoutMs,
		};
		await this.turn();
		return await this.deadlines.limit<ProviderAnswer | Fault>(
			async (controller) => await send(this.context, credential, options, controller),
			{ fault: 'noAnswer' },
		);
	}

	/**
	 * Has n8n fetch a new access token and store it in the credential. Makes no other request, and does not
	 * reject: without a new token, the next call fetches one.
	 *
	 * @param credential its token is cleared
	 */
	async renewToken(credential: CredentialInUse): Promise<void> {
		await this.call(credential, { method: 'GET', baseUrl: RENEWAL_URL, path: '', effect: false });
	}
}

/**
 * n8n aborts a request only when the execution is cancelled, and its signal replaces any other. Without a
 * signal of its own, a connection that never gets a response stays open. The access token request, which n8n
 * makes with `helpers.httpRequest`, is aborted by the same signal.
 */
function withSignal(context: IExecuteFunctions, signal: AbortSignal): IExecuteFunctions {
	const { helpers } = context;
	const httpRequest = async (options: IHttpRequestOptions): Promise<unknown> =>
		await helpers.httpRequest({ ...options, abortSignal: signal });
	return {
		__proto__: context,
		getExecutionCancelSignal: () => signal,
		helpers: { __proto__: helpers, httpRequest },
	} as unknown as IExecuteFunctions;
}

async function send(
	context: IExecuteFunctions,
	credential: CredentialInUse,
	options: IHttpRequestOptions,
	controller: AbortController,
): Promise<ProviderAnswer | Fault> {
	let httpStatus: number | undefined;
	// A stale access token is cleared before the request, and n8n fetches a new one.
	const fetchesToken = credential.data.accessToken === '';
	try {
		const response = (await context.helpers.httpRequestWithAuthentication.call(
			withSignal(context, controller.signal),
			credential.type,
			options,
			{
				credentialsDecrypted: { id: '', name: credential.type, type: credential.type, data: credential.data },
				// n8n would retry a request after a 401, which would send a code twice.
				preAuthenticationRetryStatusCode: [],
			},
		)) as { statusCode: number; headers: Record<string, unknown>; body: BodyStream };
		httpStatus = response.statusCode;
		const body = await readBody(response.body);
		if (body === undefined) {
			controller.abort();
			return { fault: 'unreadable', httpStatus };
		}
		const headers = lowerCase(response.headers);
		const text = decode(body, headers['content-type']);
		return { httpStatus, headers, text, json: parseJson(text) };
	} catch (error) {
		if (httpStatus !== undefined)
			return { fault: isUndecodable(error) ? 'unreadable' : 'noAnswer', httpStatus };
		return fetchesToken && credential.data.accessToken === ''
			? tokenFaultOf(error, credential)
			: faultOf(error);
	}
}

/** Whether a body is not encoded as its headers say (error codes of zlib, Brotli and TextDecoder). */
function isUndecodable(error: unknown): boolean {
	return /^(Z_|ERR__ERROR_|ERR_ENCODING_)/.test(codeOf(error) ?? '');
}

/** Reads a body; `undefined` if it is too long. */
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
 * Decodes a body by its byte order mark, or else by the `charset` of its Content-Type, or else as UTF-8.
 *
 * @throws TypeError if the `charset` is unknown and the body is not valid UTF-8
 */
function decode(body: Uint8Array, contentType = ''): string {
	const mark = BYTE_ORDER_MARKS.find(([, bytes]) => bytes.every((byte, index) => body[index] === byte));
	const named = /;\s*charset\s*=\s*["']?([^\s;"',]+)/i.exec(contentType);
	return decoderOf(mark?.[0] ?? named?.[1] ?? 'utf-8').decode(body);
}

/**
 * A body in an unknown encoding is decoded only if it is valid UTF-8: in another encoding, quotes may be
 * parts of characters, so that quoted user input could be read as members of the answer.
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
 * Uses only the codes and the connection state of n8n's error: its texts advise to retry, and its context
 * contains the provider's body.
 */
function faultOf(error: unknown): Fault {
	return hadNoConnection(error) ? { fault: 'unreachable', neverReceived: true } : { fault: 'noAnswer' };
}

/** The fault if n8n got no access token, so that the request itself was not made. */
function tokenFaultOf(error: unknown, { data }: CredentialInUse): Fault {
	const fault = takeTokenFault(data) ?? (isUndecodable(error) ? { fault: 'unreadable' } : faultOf(error));
	return { ...fault, neverReceived: true };
}

/** The fields read from n8n's error, from axios's error in it, and from Node's error in that. */
interface NetworkError {
	name?: unknown;
	code?: unknown;
	httpCode?: unknown;
	message?: unknown;
	/** Original messages that n8n has replaced. */
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
 * Whether no connection became usable, so that the provider received nothing. `false` if this is unknown, as
 * over plain http once there is a socket. n8n before 2.34 exposes no cause, so only codes and messages are
 * available.
 */
function hadNoConnection(error: unknown): boolean {
	return chainOf(error).some(({ name, code, httpCode, message, messages, request }) => {
		// n8n's SSRF protection blocked the request.
		if (typeof name === 'string' && name.startsWith('SsrfBlocked')) return true;
		if ([code, httpCode].some((text) => NO_CONNECTION_CODES.has(String(text)))) return true;
		if ([message, messages].flat().some((text) => NO_CONNECTION_MESSAGE.test(String(text)))) return true;
		const socket = request?.socket;
		// A request has no socket until n8n is connected to its proxy and the proxy to the provider.
		if (socket === null) return true;
		// `null` until the TLS handshake is complete. Node verifies the certificate after that, before it writes.
		return socket?.alpnProtocol === null || (code !== undefined && code === socket?.authorizationError);
	});
}

/** The error code of the network or of a decoder, among those of n8n and axios. */
function codeOf(error: unknown): string | undefined {
	return chainOf(error)
		.flatMap((link) => [link.code, link.httpCode])
		.find(
			(code): code is string =>
				typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) && code !== 'ERR_BAD_REQUEST',
		);
}
