import { InvalidParameter } from './parameters';

const LOOPBACK = /^(localhost|127(\.[0-9]{1,3}){3}|\[::1\])$/;

/**
 * Checks a base URL from a credential: https anywhere, http on this machine only.
 *
 * @param value the field of the credential
 * @param label the field as the credential's dialog calls it
 * @returns the URL without a slash at its end
 * @throws InvalidParameter if it is not such a URL, or holds a user name, query or fragment
 */
export function checkBaseUrl(value: unknown, label: string): string {
	const refusal = new InvalidParameter(
		`'${label}' of the credential must be an address that begins with https://`,
		`Open the credential and correct '${label}'. http:// is allowed only for this machine (localhost).`,
	);
	if (typeof value !== 'string' || /[\s\\]/.test(value.trim())) throw refusal;
	const url = parseUrl(value);
	if (url === undefined) throw refusal;
	const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
	const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
	if (!isSafe || !isPlain) throw refusal;
	return url.href.replace(/\/+$/, '');
}

function parseUrl(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}
