import type { ICredentialType, IDataObject } from 'n8n-workflow';

import type { Parameters } from '../fields/parameters';

/** A provider as the engine needs to know it. */
export interface Provider {
	/** The name in the `provider` field of every item. */
	name: string;
	/** The name as people write it, used in errors. */
	displayName: string;
	/**
	 * Checks a credential before anything is sent with it, by a node or by the credential's own test.
	 *
	 * @param credential the decrypted credential
	 * @param type the name of its type
	 * @throws InvalidParameter if a field is missing or malformed
	 */
	checkCredential: (credential: Credential, type: string) => void;
	/** Its credential types. Their password fields are never shown. */
	credentials: readonly ICredentialType[];
	/** Which of several credential types an item takes. */
	credentialType?: (parameters: Parameters) => string;
	/** What is made of the password fields on the way to the provider, and is as secret as they are. */
	secretsMadeOf?: (credential: Credential) => readonly string[];
	/**
	 * Whom the provider issues an access token to: the secret, and whatever else tells one owner from
	 * another, such as key and host. Required for credentials with an access token; without it, every
	 * call fetches a new one.
	 */
	tokenOwner?: (credential: Credential) => { secret: string; names: readonly string[] };
	/** Keys of the provider's answers whose values are secret or name a person. */
	secretAnswerKeys: readonly string[];
	/** The categories of its nodes in n8n's node panel. */
	categories: readonly string[];
}

/**
 * @param provider the provider
 * @param parameters the item's parameters
 * @returns the name of the credential type that the item takes
 */
export function credentialTypeOf(provider: Provider, parameters: Parameters): string {
	return provider.credentialType?.(parameters) ?? provider.credentials[0].name;
}

/** The decrypted fields of a credential. */
export type Credential = Readonly<Record<string, unknown>>;

/** One HTTP request to a provider, without authentication, which n8n adds. */
export interface ProviderRequest {
	method: 'GET' | 'POST';
	/** From the credential: https, or http on loopback. */
	baseUrl: string;
	/** Begins with a slash. */
	path: string;
	headers?: Record<string, string>;
	query?: Record<string, string>;
	body?: IDataObject;
	/** Whether the provider acts on it (a message goes out, an attempt counts, points move). */
	effect: boolean;
}

/** What came back, with any HTTP status. */
export interface ProviderAnswer {
	httpStatus: number;
	/** Names in lower case. */
	headers: Readonly<Record<string, string>>;
	/** The body as it arrived. */
	text: string;
	/** The body as JSON, with integers above 2^53 as strings; `undefined` if it is not JSON. */
	json: unknown;
}
