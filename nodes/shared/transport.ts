import type { IExecuteFunctions, IHttpRequestOptions, ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Fault } from './faults';
import { parseJson } from './json';
import type { ProviderAnswer, ProviderRequest } from './operation';
import { NoAccessToken } from './token';

/** No provider answers with more than a few kilobytes; what is longer is not read. */
const LONGEST_BODY_BYTES = 1024 * 1024;

/**
 * The network's own codes for a request that certainly never left: no address, no connection,
 * no trusted TLS session. `EPROTO` means that a TLS session broke before everything was written,
 * and nobody acts on a part of a request.
 */
const NEVER_LEFT = new Set([
	'ENOTFOUND',
	'EAI_AGAIN',
	'ECONNREFUSED',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EADDRNOTAVAIL',
	'EPROTO',
	'CERT_HAS_EXPIRED',
	'CERT_NOT_YET_VALID',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** The credential that a request is made with. */
export interface CredentialInUse {
	type: string;
	data: ICredentialDataDecryptedObject;
	/** Settles when a renewal of the access token that is under way has ended. */
	renewal?: Promise<void>;
}

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
			resolve({ fault: 'noAnswer' });
			hangUp.abort();
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
 * Without a signal of its own, a connection whose answer stays away stays open for ever.
 */
function withSignal(context: IExecuteFunctions, signal: AbortSignal): IExecuteFunctions {
	return Object.create(context, { getExecutionCancelSignal: { value: () => signal } }) as IExecuteFunctions;
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
		const text = await readBody(response.body);
		if (text === undefined) {
			hangUp.abort();
			return { fault: 'unreadable', httpStatus };
		}
		return { httpStatus, headers: lowerCase(response.headers), text, json: parseJson(text) };
	} catch (error) {
		if (httpStatus !== undefined)
			return { fault: isUnpackable(error) ? 'unreadable' : 'noAnswer', httpStatus };
		return fetchesToken && credential.data.accessToken === '' ? tokenFaultOf(error) : faultOf(error);
	}
}

/** Whether a body arrived that is not compressed as its headers say (zlib's and Brotli's codes). */
function isUnpackable(error: unknown): boolean {
	return /^(Z_|ERR__ERROR_)/.test(codeOf(error) ?? '');
}

/** Reads a body; `undefined` for one that is too long. */
async function readBody(body: BodyStream): Promise<string | undefined> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of body) {
		length += chunk.length;
		if (length > LONGEST_BODY_BYTES) return undefined;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}

function lowerCase(headers: Record<string, unknown>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
}

/**
 * Reads n8n's error for its code only: its texts advise to retry, and its context holds the
 * provider's body.
 */
function faultOf(error: unknown): Fault {
	const code = codeOf(error);
	if ((code !== undefined && NEVER_LEFT.has(code)) || isBlocked(error))
		return { fault: 'unreachable', neverLeft: true };
	return { fault: 'noAnswer' };
}

/** The same where n8n got no access token, so that the request itself was never made. */
function tokenFaultOf(error: unknown): Fault {
	const told = [error, causeOf(error)].find((candidate) => candidate instanceof NoAccessToken);
	if (told !== undefined) return { ...told.fault, neverLeft: true };
	return isUnpackable(error)
		? { fault: 'unreadable', neverLeft: true }
		: { ...faultOf(error), neverLeft: true };
}

/** Whether n8n's own protection of private addresses (SSRF) held the request back. */
function isBlocked(error: unknown): boolean {
	const names = [error, causeOf(error)].map(
		(candidate) => (candidate as { name?: unknown } | undefined)?.name,
	);
	return names.some((name) => typeof name === 'string' && name.startsWith('SsrfBlocked'));
}

function causeOf(error: unknown): unknown {
	return (error as { cause?: unknown } | undefined)?.cause;
}

function codeOf(error: unknown): string | undefined {
	const candidates = [error, causeOf(error)] as Array<{ code?: unknown; httpCode?: unknown } | undefined>;
	return candidates
		.flatMap((candidate) => [candidate?.code, candidate?.httpCode])
		.find(
			(code): code is string =>
				typeof code === 'string' && /^[A-Z_]+$/.test(code) && code !== 'ERR_BAD_REQUEST',
		);
}
