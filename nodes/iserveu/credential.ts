import {
	checkBaseUrl,
	checkHeaderFields,
	type Credential,
	credentialRefusal,
	optionalCredentialText,
} from '../engine';

/** @throws InvalidParameter if the base URL or the path prefix is malformed */
export function addressOf(credential: Credential): string {
	return checkBaseUrl(credential, 'baseUrl', 'Base URL') + readPathPrefix(credential.pathPrefix);
}

/** Path segments, with or without leading and trailing slashes. */
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
 * The user name for nodes that do not set their own; empty if there is none.
 *
 * @throws InvalidParameter if it is not a single line of text
 */
export function defaultUsername(credential: Credential): string {
	return optionalCredentialText(credential, 'username', 'Default Username');
}

/** @throws InvalidParameter if a field is missing or malformed */
export function checkCredential(credential: Credential): void {
	addressOf(credential);
	checkHeaderFields(credential, { clientId: 'Client ID', clientSecret: 'Client Secret' });
	defaultUsername(credential);
}
