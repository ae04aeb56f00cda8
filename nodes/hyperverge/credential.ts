import { checkBaseUrl, checkHeaderFields, type Credential } from '../engine';

/** @throws InvalidParameter if the base URL is malformed */
export function addressOf(credential: Credential): string {
	return checkBaseUrl(credential, 'baseUrl', 'Base URL');
}

/** @throws InvalidParameter if a field is missing or malformed */
export function checkCredential(credential: Credential): void {
	addressOf(credential);
	checkHeaderFields(credential, { appId: 'App ID', appKey: 'App Key' });
}
