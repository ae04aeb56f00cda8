import { createHmac } from 'crypto';
import * as n8nWorkflow from 'n8n-workflow';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import type { Fault } from '../operation/faults';
import type { Credential, Provider } from '../operation/provider';

/** How long before its end a token counts as stale, in milliseconds: the time of a slow call. */
const MARGIN_MS = 10_000;

/** What says whom a token is issued to. */
type Issuer = Pick<Provider, 'tokenOwner'>;

/** The hidden fields of a credential that change with its access token. */
export const TOKEN_FIELDS: readonly string[] = ['accessToken', 'renewAt', 'issuedTo'];

/** The credential that a request is made with. */
export interface CredentialInUse {
	type: string;
	data: ICredentialDataDecryptedObject;
	/** Settles when a renewal of the access token that is under way has ended. */
	renewal?: Promise<void>;
	/** Access tokens that were given up in this run. The provider may repeat them, and they may still work. */
	formerTokens?: string[];
}

/** What `preAuthentication` throws when the provider gives no access token. */
export class NoAccessToken extends Error {
	/** Private, because n8n stores the fields of an error, and the provider's words are not scrubbed yet. */
	readonly #fault: Fault;

	/**
	 * @param message for the credential's own test and for n8n's HTTP Request node
	 * @param fault for the nodes of this package
	 */
	constructor(message: string, fault: Fault) {
		super(message);
		this.#fault = fault;
	}

	get fault(): Fault {
		return this.#fault;
	}
}

/**
 * Before 2.34, n8n stores the whole credential along with a token, and so replaces its expressions
 * by the values that they have for one item: from then on, every item has the key of that tenant.
 * n8n does not tell its version; this function came with 2.34.
 */
const STORES_TOKEN_ALONE = 'getCredentialActivationParameters' in n8nWorkflow;

/**
 * Ties a new access token to its owner and puts it into the credential.
 *
 * @param accessToken as the provider gave it
 * @param renewAt when to stop trusting it, in milliseconds since 1970
 * @returns what `preAuthentication` has to return: the fields to store, or nothing, where n8n would
 * store more than the token
 */
export function storedToken(
	provider: Issuer,
	credential: ICredentialDataDecryptedObject,
	accessToken: string,
	renewAt: number,
): IDataObject {
	const token = { accessToken, renewAt, issuedTo: bindingOf(provider, { ...credential, accessToken }) };
	Object.assign(credential, token);
	return STORES_TOKEN_ALONE ? token : {};
}

/**
 * Refuses to use an access token with another key, secret or host than it was issued to. n8n takes
 * the error for an HTTP 401: it fetches a new token and calls `authenticate` again, all before the
 * request is sent.
 *
 * @throws Error with an HTTP 401
 */
export function checkTokenOwner(provider: Issuer, credential: Credential): void {
	if (isBound(provider, credential)) return;
	throw Object.assign(
		new Error('The stored access token was issued to another key, secret or host. Test the credential.'),
		{ response: { status: 401 } },
	);
}

/**
 * Ties a token to its owner. n8n stores a token in the credential, whose fields may have other
 * values by the next call: expressions are resolved for each item, and users edit and test
 * credentials. The secret is the key of the hash, so that only its owner can compute it.
 */
function bindingOf(provider: Issuer, credential: Credential): string | undefined {
	const owner = provider.tokenOwner?.(credential);
	return (
		owner &&
		createHmac('sha256', owner.secret)
			.update(JSON.stringify([credential.accessToken, ...owner.names]))
			.digest('base64url')
	);
}

function isBound(provider: Issuer, credential: Credential): boolean {
	const binding = bindingOf(provider, credential);
	return binding !== undefined && credential.issuedTo === binding;
}

function hasToken(data: ICredentialDataDecryptedObject): boolean {
	return 'renewAt' in data;
}

function isStale(provider: Issuer, { data }: CredentialInUse, now: number): boolean {
	if (!hasToken(data)) return false;
	return !(Number(data.renewAt) - MARGIN_MS > now) || !isBound(provider, data);
}

/**
 * Stops trusting an access token that the provider refused, so that the next call fetches a new one.
 * The refused call is not repeated.
 *
 * @param credential the credential; one without an access token stays as it is
 */
export function distrustToken({ data }: CredentialInUse): void {
	if (hasToken(data)) data.renewAt = 0;
}

/**
 * Makes a call with an access token that is still valid and was issued to this credential. n8n
 * renews a token only after a 401, and a code must not be sent a second time to find that out; so a
 * stale token is emptied before the call, which makes n8n fetch and store a new one. While one call
 * renews the token, the others with the same credential wait for it.
 *
 * @param provider says whom a token is issued to
 * @param credential the credential; one without an access token is used as it is
 * @param call makes the call; never rejects
 * @returns what the call returns
 */
export async function withFreshToken<T>(
	provider: Issuer,
	credential: CredentialInUse,
	call: () => Promise<T>,
): Promise<T> {
	while (credential.renewal !== undefined) await credential.renewal;
	if (!isStale(provider, credential, Date.now())) return await call();
	(credential.formerTokens ??= []).push(String(credential.data.accessToken));
	credential.data.accessToken = '';
	const renewing = call();
	credential.renewal = renewing.then(() => {
		credential.renewal = undefined;
	});
	return await renewing;
}
