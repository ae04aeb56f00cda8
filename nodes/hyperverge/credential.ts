import { checkBaseUrl, checkHeaderFields, type Credential } from '../engine';

/**
 * @param credential a HyperVerge credential
 * @returns the address of the API
 * @throws InvalidParameter if it is malformed
 */
export function addressOf({ baseUrl }: Credential): string {
	return checkBaseUrl(baseUrl, 'Base URL');
}

/**
 * @param credential a HyperVerge credential
 * @throws InvalidParameter if a field is missing or malformed
 */
export function checkCredential(credential: Credential): void {
	addressOf(credential);
	checkHeaderFields(credential, { appId: 'App ID', appKey: 'App Key' });
}
