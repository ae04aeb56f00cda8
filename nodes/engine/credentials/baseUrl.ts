import { InvalidParameter } from '../fields/parameters';

/** `https://host/path`, without user name, query, fragment or backslashes. */
const ADDRESS = /^https?:\/\/[^/?#\\\s]+(\/[^?#\\\s]*)?$/i;

const LONGEST_ADDRESS = 2000;

const LOOPBACK = /^(localhost|127(\.[0-9]{1,3}){3}|\[::1\])$/;

/**
 * Checks a base URL from a credential: https, or http on loopback.
 *
 * @param label the field's label in the credential
 * @returns the URL without a trailing slash
 * @throws InvalidParameter if it is not such a URL, or contains a user name, query or fragment
 */
export function checkBaseUrl(value: unknown, label: string): string {
	const text = typeof value === 'string' ? value.trim() : '';
	const url = text.length <= LONGEST_ADDRESS && ADDRESS.test(text) ? parseUrl(text) : undefined;
	const isSafe =
		url !== undefined &&
		(url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname))) &&
		url.username === '' &&
		url.password === '';
	if (!isSafe) {
		throw new InvalidParameter(
			`'${label}' in the credential must be a URL that begins with https://`,
			`Open the credential and correct '${label}'. http:// is allowed only for localhost.`,
		);
	}
	return url.href.replace(/\/+$/, '');
}

function parseUrl(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}
