import type { Message, ProviderName } from '../types';
import type { Clock } from './clock';

/** A request as a provider sees it. */
export interface ProviderRequest {
	method: string;
	/** Path below the provider's mount point, with the prefix of the base URL. */
	route: string;
	/** Path below the provider's base URL. */
	path: string;
	query: Record<string, string>;
	/** Value of a header, whatever the case of its name. */
	header(name: string): string | undefined;
	/** Parsed JSON, or undefined if the body is no JSON or is not declared as such. */
	body: unknown;
}

/** What a provider answers. */
export interface Answer {
	status: number;
	contentType: string;
	body: string;
	headers?: Record<string, string>;
}

/** What every provider shares: the time, and the delivery of messages. */
export interface World {
	clock: Clock;
	/** Puts a message into the inbox. */
	deliver(message: Omit<Message, 'id' | 'at'>): void;
}

/** One simulated provider, with all its state; it is thrown away on reset. */
export interface Provider {
	answer(request: ProviderRequest): Answer;
	/** What the request says once it is decrypted, for providers with encrypted bodies. */
	plaintext?(request: ProviderRequest): string | undefined;
	/** Whom the request is authenticated as, for providers with several accounts. */
	account?(request: ProviderRequest): string | undefined;
}

/** Where a provider is mounted. */
export interface Mount {
	name: ProviderName;
	/** Prefixes below the mount point that belong to a base URL, longest first. */
	prefixes: string[];
}

/** Reads the fields of one request and answers it. */
export type Handler = (request: ProviderRequest) => Answer;

/** An answer with a JSON body in its shortest form. */
export function json(status: number, value: unknown, headers?: Record<string, string>): Answer {
	return { status, contentType: 'application/json', body: JSON.stringify(value), headers };
}

/** The members of a JSON object; none for anything else. */
export function fieldsOf(value: unknown): Record<string, unknown> {
	return isRecord(value) ? value : {};
}

/** Whether a JSON value is an object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
