import { createHash } from 'node:crypto';

import { SIMULATOR_ACCOUNTS, type Simulator } from '../../../simulator';
import { useSimulator } from '../../support/simulator';

export interface Reply {
	status: number;
	text: string;
	type: string;
	headers: Headers;
	/** The parsed body; empty if it is no JSON. */
	body: Record<string, unknown>;
}

export type HeaderTexts = Record<string, string>;

interface CallOptions {
	headers?: HeaderTexts;
	body?: unknown;
	contentType?: string | null;
}

/** Sends a request to the simulator; a body that is no text goes out as JSON. */
export async function call(
	simulator: Simulator,
	method: string,
	path: string,
	{ headers = {}, body, contentType = 'application/json' }: CallOptions = {},
): Promise<Reply> {
	const response = await fetch(simulator.url + path, {
		method,
		redirect: 'manual',
		headers: { ...(body !== undefined && contentType ? { 'content-type': contentType } : {}), ...headers },
		// Bytes, because fetch gives a text a content type of its own.
		body:
			body === undefined ? undefined : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
	});
	const text = await response.text();
	let parsed: Record<string, unknown> = {};
	try {
		parsed = JSON.parse(text) as Record<string, unknown>;
	} catch {
		// Not every answer is JSON; the text is there for the others.
	}
	return {
		status: response.status,
		text,
		type: response.headers.get('content-type') ?? '',
		headers: response.headers,
		body: parsed,
	};
}

/** A simulator for the tests of a file, and ways to call it. */
export function useClient() {
	const simulator = useSimulator();
	return {
		simulator,
		inbox: () => simulator().inbox(),
		advance: (seconds: number) => simulator().advance(seconds),
		codeFor: (to: string) => codeFor(simulator(), to),
		call: (method: string, path: string, options?: CallOptions) => call(simulator(), method, path, options),
		post: (path: string, body: unknown, headers: HeaderTexts = {}) =>
			call(simulator(), 'POST', path, { body, headers }),
	};
}

/** The replies to a request that is made several times, one after the other. */
export async function repeat(times: number, request: () => Promise<Reply>): Promise<Reply[]> {
	const replies: Reply[] = [];
	for (let count = 0; count < times; count += 1) replies.push(await request());
	return replies;
}

/** A member of an answer's body, by the names on the way to it. */
export function valueAt(reply: Reply, ...names: string[]): unknown {
	return names.reduce<unknown>(
		(value, name) => (value as Record<string, unknown> | undefined)?.[name],
		reply.body,
	);
}

/** Headers without one of them. */
export function without(headers: HeaderTexts, name: string): HeaderTexts {
	return Object.fromEntries(Object.entries(headers).filter(([other]) => other !== name));
}

/** The last code that went out to a recipient. */
export function codeFor(simulator: Simulator, to: string): string {
	const message = simulator
		.inbox()
		.filter((candidate) => candidate.to === to)
		.at(-1);
	if (!message) throw new Error(`nothing was sent to ${to}`);
	return message.code;
}

/** A code of the same length that is not `code`. */
export function wrongFor(code: string): string {
	return (code.startsWith('1') ? '2' : '1') + code.slice(1);
}

export const HYPERVERGE_HEADERS = { ...SIMULATOR_ACCOUNTS.hyperverge, transactionId: 'journey-1' };

export const ISERVEU_HEADERS = {
	client_id: SIMULATOR_ACCOUNTS.iserveu.clientId,
	client_secret: SIMULATOR_ACCOUNTS.iserveu.clientSecret,
};

export const WIBMO_HEADERS = {
	'x-api-key': SIMULATOR_ACCOUNTS.wibmo.apiKey,
	clientId: SIMULATOR_ACCOUNTS.wibmo.clientId,
	bankId: SIMULATOR_ACCOUNTS.wibmo.bankId,
	entityId: SIMULATOR_ACCOUNTS.wibmo.entityId,
	secureCode: SIMULATOR_ACCOUNTS.wibmo.secureCode,
	'X-Consumer-Custom-ID': SIMULATOR_ACCOUNTS.wibmo.consumerId,
};

/** Capillary's Basic header for a user and a password in plain text. */
export function basic(user: string, password: string): HeaderTexts {
	const digest = createHash('md5').update(password).digest('hex');
	return { Authorization: `Basic ${Buffer.from(`${user}:${digest}`).toString('base64')}` };
}

export const CAPILLARY_HEADERS = basic(
	SIMULATOR_ACCOUNTS.capillary.tillUsername,
	SIMULATOR_ACCOUNTS.capillary.tillPassword,
);
