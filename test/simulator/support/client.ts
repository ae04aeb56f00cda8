import { lastMessageTo, useSimulator } from '../../support/simulator';
import { credentialHeaders } from '../../support/wire';

export type HeaderTexts = Record<string, string>;

interface CallOptions {
	headers?: HeaderTexts;
	/** Goes out as JSON if it is no text. */
	body?: unknown;
}

export type Reply = Awaited<ReturnType<typeof call>>;

async function call(url: string, method: string, { headers, body }: CallOptions = {}) {
	const response = await fetch(url, {
		method,
		redirect: 'manual',
		headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
		// Bytes, because fetch gives a text a content type of its own.
		body:
			body === undefined ? undefined : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
	});
	const text = await response.text();
	return {
		status: response.status,
		text,
		type: response.headers.get('content-type') ?? '',
		headers: response.headers,
		body: parsed(text),
	};
}

/** The members of a body; none if it is no JSON. */
function parsed(text: string): Record<string, unknown> {
	try {
		return JSON.parse(text) as Record<string, unknown>;
	} catch {
		return {};
	}
}

/** A simulator for the tests of a file, and ways to call it. */
export function useClient() {
	const simulator = useSimulator();
	return {
		simulator,
		inbox: () => simulator().inbox(),
		advance: (seconds: number) => simulator().advance(seconds),
		call: (method: string, path: string, options?: CallOptions) =>
			call(simulator().url + path, method, options),
		post: (path: string, body: unknown, headers?: HeaderTexts) =>
			call(simulator().url + path, 'POST', { body, headers }),
	};
}

/** The replies to a request that is made several times, one after the other. */
export async function repeat(times: number, request: () => Promise<Reply>): Promise<Reply[]> {
	const replies: Reply[] = [];
	for (let count = 0; count < times; count += 1) replies.push(await request());
	return replies;
}

/** Headers without one of them. */
export function without(headers: HeaderTexts, name: string): HeaderTexts {
	return Object.fromEntries(Object.entries(headers).filter(([other]) => other !== name));
}

/** The last code that went out to a recipient. */
export const codeFor = (to: string) => lastMessageTo(to).code;

const headersOf = (credential: string) => credentialHeaders(credential, '') as HeaderTexts;
export const HYPERVERGE_HEADERS: HeaderTexts = { ...headersOf('hyperVergeApi'), transactionId: 'journey-1' };
export const ISERVEU_HEADERS = headersOf('iServeUApi');
export const WIBMO_HEADERS = headersOf('wibmoApi');
export const CAPILLARY_HEADERS = headersOf('capillaryTillApi');
