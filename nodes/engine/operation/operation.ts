import type { IDataObject } from 'n8n-workflow';

import type { Statement } from '../answers/judge';
import type { Parameters } from '../fields/parameters';
import type { OperationKind, Outcome, Reason } from './outcomes';
import type { CodeRow } from './statusCodes';

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
	/** Fields of the provider's credentials whose values must never be shown. */
	secretCredentialFields: readonly string[];
	/** What is made of those fields on the way to the provider, and is as secret as they are. */
	secretsMadeOf?: (credential: Credential) => readonly string[];
	/**
	 * Whom the provider issues an access token to: the secret, and whatever else tells one owner from
	 * another, such as key and host. Required for credentials with an access token; without it, every
	 * call fetches a new one.
	 */
	tokenOwner?: (credential: Credential) => { secret: string; names: readonly string[] };
	/** Keys of the provider's answers whose values are secret or name a person. */
	secretAnswerKeys: readonly string[];
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

/** What an answer means, as the engine judges it. */
export interface Decision {
	outcome: Outcome;
	reason: Reason;
	/** The provider's own code, always a string. */
	statusCode: string;
	/** The provider's own words. */
	message: string;
	httpStatus: number;
	/** Identifiers that the provider gave, for the next step. */
	reference?: Record<string, string>;
	retryAfterSeconds?: number;
	attemptsRemaining?: number;
	/** ISO 8601, as the provider says. */
	expiresAt?: string;
	/** More of what the provider said, beyond the common fields; scrubbed like the rest. */
	result?: IDataObject;
	/** The secret that the node is for, shown as it is: a token, a code. */
	revealed?: IDataObject;
	/** Every code, where the provider gave several at once. */
	statusCodes?: string[];
	/** Secrets that came up on the way, which must not be shown beyond `revealed`. */
	secrets?: readonly string[];
	/** The provider's body. */
	response: unknown;
}

/**
 * Makes a request of an item. Everything that must hold for a request sits behind it: at most once,
 * the deadline, a fresh access token. Where there is no answer it does not return, and the item ends.
 */
export type Call = (request: ProviderRequest) => Promise<ProviderAnswer>;

/** One item, checked and ready to be sent. */
export interface PreparedItem {
	/** Makes the item's requests, one after the other, and says what the last answer says. */
	perform: (call: Call) => Promise<Statement>;
	/** The address or number of the person, shown only masked. */
	recipients: readonly string[];
	/** Values of this item that must never be shown: the code, an Aadhaar number. */
	secrets: readonly string[];
	/** What makes this request itself: a retry with other values is another request. */
	identity: readonly string[];
	/** Identifiers that the next step needs and that are known before the answer. */
	reference: Record<string, string>;
}

/** One operation of a provider: parameters in, requests out; answers in, statements out. */
export interface Operation {
	provider: Provider;
	/** The name in the `operation` field of every item. */
	name: string;
	kind: OperationKind;
	/** The codes that this operation's answers may carry. */
	codes: readonly CodeRow[];
	/**
	 * @param parameters the item's parameters
	 * @returns the name of the credential type to use
	 */
	credentialType: (parameters: Parameters) => string;
	/**
	 * Checks the item's parameters and makes its requests, without any I/O.
	 *
	 * @param parameters the item's parameters
	 * @param credential the decrypted credential
	 * @throws InvalidParameter if a parameter is missing or malformed
	 */
	prepare: (parameters: Parameters, credential: Credential) => PreparedItem;
}
