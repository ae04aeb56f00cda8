import { createHmac } from 'crypto';
import * as n8nWorkflow from 'n8n-workflow';
import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import type { Fault } from '../operation/faults';
import type { Credential, Provider } from '../operation/provider';

/** How long before its expiry a token counts as stale, in milliseconds: the duration of a slow call. */
const MARGIN_MS = 10_000;

type Issuer = Pick<Provider, 'tokenOwner'>;

/** Overwrites the hidden fields of a credential that change with its access token. */
export const WITHOUT_TOKEN = { accessToken: undefined, renewAt: undefined, issuedTo: undefined };

/** The credential that a request is made with. */
export interface CredentialInUse {
	type: string;
	data: ICredentialDataDecryptedObject;
	/** Settles when the renewal of the access token that is in progress has ended. */
	renewal?: Promise<void>;
	/** Access tokens that were replaced in this run. The provider may repeat them, and they may still be valid. */
	formerTokens?: string[];
}

/** The faults of requests for a token. n8n 1.123 to 2.33 does not expose the error that it wraps. */
const tokenFaults = new WeakMap<ICredentialDataDecryptedObject, Fault>();

/**
 * The error that `preAuthentication` throws if the provider issues no access token.
 *
 * @param message for the credential's own test and for n8n's HTTP Request node
 * @param fault for the nodes of this package. It is not part of the error, because n8n stores the fields of
 * an error, and the provider's message is not redacted yet.
 */
export function noAccessToken(
	credential: ICredentialDataDecryptedObject,
	message: string,
	fault: Fault,
): Error {
	tokenFaults.set(credential, fault);
	return new Error(message);
}

/** Why the provider issued no access token for this credential; `undefined` when asked again. */
export function takeTokenFault(credential: ICredentialDataDecryptedObject): Fault | undefined {
	const fault = tokenFaults.get(credential);
	tokenFaults.delete(credential);
	return fault;
}

/**
 * Before 2.34, n8n stores the whole credential along with a token and replaces its expressions with their
 * values for one item: from then on, every item uses the key of that tenant. n8n does not expose its
 * version; this function was added in 2.34.
 */
const STORES_TOKEN_ALONE = 'getCredentialActivationParameters' in n8nWorkflow;

/**
 * Binds a new access token to its owner and adds it to the credential.
 *
 * @param renewAt when to stop trusting the token, in milliseconds since 1970
 * @returns the result of `preAuthentication`: the fields to store, or none if n8n would store more than the
 * token
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
 * Refuses to use an access token with a key, secret or host other than the one it was issued to. n8n
 * treats the error as an HTTP 401: it fetches a new token and calls `authenticate` again before it sends
 * the request.
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
 * Binds a token to its owner. n8n stores the token in the credential, whose other fields may change before
 * the next call: expressions are resolved for each item, and users edit and test credentials. The secret is
 * the key of the HMAC, so that only the owner can compute it.
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
 * The refused call is not repeated. A credential without an access token stays unchanged.
 */
export function distrustToken({ data }: CredentialInUse): void {
	if (hasToken(data)) data.renewAt = 0;
}

/**
 * Whether n8n still has an access token stored that the provider refused. Later executions would use it until
 * it ends.
 */
export function isRefusedTokenStored({ data }: CredentialInUse): boolean {
	return STORES_TOKEN_ALONE && data.renewAt === 0 && data.accessToken !== '';
}

/** The URL of the request that only renews the access token; see {@link refuseRenewal}. */
export const RENEWAL_URL = 'renew-access-token:';

/**
 * Ends a request that only renews the access token. n8n fetches and stores a token before it authenticates a
 * request, and has no other way to do so; the request itself is not made.
 *
 * @throws Error if it is such a request
 */
export function refuseRenewal({ url }: IHttpRequestOptions): void {
	if (url === RENEWAL_URL) throw new Error('The access token has been renewed.');
}

/**
 * Makes a call with an access token that is still valid and was issued to this credential. n8n renews a
 * token only after a 401, and a code must not be sent a second time to find that out. A stale token is
 * therefore cleared before the call, which makes n8n fetch and store a new one. While one call renews the
 * token, other calls with the same credential wait.
 *
 * @param call must not reject
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
