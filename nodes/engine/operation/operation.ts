import type { Statement } from '../answers/statement';
import type { Parameters } from '../fields/parameters';
import type { OperationKind } from './outcomes';
import type { Credential, Provider, ProviderAnswer, ProviderRequest } from './provider';
import type { CodeRow } from './statusCodes';

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
