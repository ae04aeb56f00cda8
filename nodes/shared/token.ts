import type { CredentialInUse } from './transport';

/** How long before its end a token counts as stale, in milliseconds: the time of a slow call. */
const MARGIN_MS = 10_000;

function isStale({ data }: CredentialInUse, now: number): boolean {
	if (!('renewAt' in data)) return false;
	return !(Number(data.renewAt) - MARGIN_MS > now);
}

/**
 * Stops trusting an access token that the provider refused, so that the next call fetches a new one.
 * The refused call is not repeated.
 *
 * @param credential the credential; one without an access token stays as it is
 */
export function distrustToken({ data }: CredentialInUse): void {
	if ('renewAt' in data) data.renewAt = 0;
}

/**
 * Makes a call with an access token that is still valid. n8n renews a token only after a 401, and
 * a code must not be sent a second time to find that out; so a stale token is emptied before the
 * call, which makes n8n fetch and store a new one. While one call renews the token, the others
 * wait for it.
 *
 * @param credential the credential; one without an access token is used as it is
 * @param call makes the call; never rejects
 * @returns what the call returns
 */
export async function withFreshToken<T>(credential: CredentialInUse, call: () => Promise<T>): Promise<T> {
	while (credential.renewal !== undefined) await credential.renewal;
	if (!isStale(credential, Date.now())) return await call();
	credential.data.accessToken = '';
	const renewing = call();
	credential.renewal = renewing.then(() => {
		credential.renewal = undefined;
	});
	return await renewing;
}
