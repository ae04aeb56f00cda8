import type { ICredentialType, IDataObject } from 'n8n-workflow';

import type { Parameters } from '../fields/parameters';

/** What the engine needs to know of a provider. */
export interface Provider {
	/** The value of `provider` in every item. */
	name: string;
	/** Used in errors. */
	displayName: string;
	/**
	 * Checks a decrypted credential before a node or the credential test uses it.
	 *
	 * @param type the name of the credential type
	 * @throws InvalidParameter if a field is missing or malformed
	 */
	checkCredential: (credential: Credential, type: string) => void;
	/** Values of their password fields are never shown. */
	credentials: readonly ICredentialType[];
	/** The credential type of an item, if the provider has several. */
	credentialType?: (parameters: Parameters) => string;
	/** Values derived from the password fields, such as a hash, which are just as secret. */
	secretsMadeOf?: (credential: Credential) => readonly string[];
	/**
	 * The owner of an access token: the secret, and everything else that identifies the owner, such as key
	 * and host. Required for credentials with an access token; without it, every call fetches a new one.
	 */
	tokenOwner?: (credential: Credential) => { secret: string; names: readonly string[] };
	/** Keys of values in answers that are secret or personal. */
	secretAnswerKeys: readonly string[];
	/** The categories of its nodes in n8n's nodes panel. */
	categories: readonly string[];
}

/** The name of the credential type that an item uses. */
export function credentialTypeOf(provider: Provider, parameters: Parameters): string {
	return provider.credentialType?.(parameters) ?? provider.credentials[0].name;
}

/** The decrypted fields of a credential. */
export type Credential = Readonly<Record<string, unknown>>;

/** An HTTP request to a provider. n8n adds the authentication. */
export interface ProviderRequest {
	method: 'GET' | 'POST';
	/** From the credential: https, or http on loopback. */
	baseUrl: string;
	/** Begins with a slash. */
	path: string;
	headers?: Record<string, string>;
	query?: Record<string, string>;
	body?: IDataObject;
	/** Whether the provider acts on it: sends a message, counts an attempt, redeems points. */
	effect: boolean;
}

/** A response with any HTTP status. */
export interface ProviderAnswer {
	httpStatus: number;
	/** Names in lower case. */
	headers: Readonly<Record<string, string>>;
	/** The unparsed body. */
	text: string;
	/** The body as JSON, with integers above 2^53 as strings; `undefined` if it is not JSON. */
	json: unknown;
}
