import {
	checkBaseUrl,
	checkHeaderFields,
	type Credential,
	credentialRefusal,
	optionalCredentialText,
} from '../engine';

/**
 * @param credential an iServeU credential
 * @returns the address of the API, with the path prefix
 * @throws InvalidParameter if one of the two is malformed
 */
export function addressOf({ baseUrl, pathPrefix }: Credential): string {
	return checkBaseUrl(baseUrl, 'Base URL') + readPathPrefix(pathPrefix);
}

/** Parts of letters and digits between slashes, with or without slashes around them. */
const PATH_PREFIX = /^\/{0,9}(?:([A-Za-z0-9_-]{1,100}(?:\/[A-Za-z0-9_-]{1,100}){0,9})\/{0,9})?$/;

function readPathPrefix(value: unknown): string {
	const given = value ?? '';
	const prefix = typeof given === 'string' ? PATH_PREFIX.exec(given.trim()) : null;
	if (prefix === null) {
		throw credentialRefusal(
			'Path Prefix',
			'a path such as common/dmt-lite/unified',
			'letters, digits, - and _ between slashes',
		);
	}
	return prefix[1] === undefined ? '' : `/${prefix[1]}`;
}

/**
 * @param credential an iServeU credential
 * @returns the user name for nodes that have none of their own, or an empty text
 * @throws InvalidParameter if it is no line of text
 */
export function defaultUsername(credential: Credential): string {
	return optionalCredentialText(credential, 'username', 'Default Username');
}

/**
 * @param credential an iServeU credential
 * @throws InvalidParameter if a field is missing or malformed
 */
export function checkCredential(credential: Credential): void {
	addressOf(credential);
	checkHeaderFields(credential, { clientId: 'Client ID', clientSecret: 'Client Secret' });
	defaultUsername(credential);
}
