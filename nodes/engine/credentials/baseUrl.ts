import type { INodeProperties } from 'n8n-workflow';

import { InvalidParameter } from '../fields/parameters';
import type { Credential } from '../operation/provider';
import { credentialFlag } from './credentialFields';

/** `https://host/path`, without user name, query, fragment or backslashes. */
const ADDRESS = /^https?:\/\/[^/?#\\\s]+(\/[^?#\\\s]*)?$/i;

const LONGEST_ADDRESS = 2000;

const LOOPBACK = /^(localhost|127(\.[0-9]{1,3}){3}|\[::1\])$/;

/** Private and link-local addresses (RFC 1918, 3927, 4193, 4291), and names that only a private network resolves. */
const PRIVATE =
	/^(10(\.[0-9]{1,3}){3}|172\.(1[6-9]|2[0-9]|3[01])(\.[0-9]{1,3}){2}|192\.168(\.[0-9]{1,3}){2}|169\.254(\.[0-9]{1,3}){2}|\[f[cd][0-9a-f]{2}:[0-9a-f:]*\]|\[fe[89ab][0-9a-f]:[0-9a-f:]*\]|[a-z0-9_-]+|[a-z0-9._-]+\.(internal|local))$/;

const ALLOW_HTTP = 'Allow HTTP for This Private Host';

/** The switch for a provider's stand-in in the same network, such as the simulator in a container. */
export const allowPrivateHttpProperty: INodeProperties = {
	displayName: ALLOW_HTTP,
	name: 'allowPrivateHttp',
	type: 'boolean',
	default: false,
	description:
		'Whether the base URL may begin with http:// if its host is private, such as 192.168.1.20, host.docker.internal or the name of a container. For a simulator only: keys and codes are then sent unencrypted.',
};

/**
 * Checks a base URL from a credential: https, or http on loopback and on a host that the credential's own
 * switch names as private.
 *
 * @param field the field's name in the credential
 * @param label the field's label in the credential
 * @returns the URL without a trailing slash
 * @throws InvalidParameter if it is not such a URL, or contains a user name, query or fragment
 */
export function checkBaseUrl(credential: Credential, field: string, label: string): string {
	const value = credential[field];
	const text = typeof value === 'string' ? value.trim() : '';
	const address = safeAddress(text, credentialFlag(credential, allowPrivateHttpProperty.name, ALLOW_HTTP));
	if (address === undefined) {
		throw new InvalidParameter(
			`'${label}' in the credential must be a URL that begins with https://`,
			`Open the credential and correct '${label}'. http:// is allowed only for localhost and, with '${ALLOW_HTTP}' on, for private hosts.`,
		);
	}
	return address;
}

/** The last result, because an item needs its address several times, and most items have the same one. */
let last: { text: string; allowsPrivate: boolean; address: string | undefined } | undefined;

/** @returns the URL without a trailing slash; `undefined` if it is not safe */
function safeAddress(text: string, allowsPrivate: boolean): string | undefined {
	if (last?.text !== text || last.allowsPrivate !== allowsPrivate) {
		const url = text.length <= LONGEST_ADDRESS && ADDRESS.test(text) ? parseUrl(text) : undefined;
		const isSafe =
			url !== undefined &&
			(url.protocol === 'https:' ||
				LOOPBACK.test(url.hostname) ||
				(allowsPrivate && PRIVATE.test(url.hostname))) &&
			url.username === '' &&
			url.password === '';
		last = { text, allowsPrivate, address: isSafe ? url.href.replace(/\/+$/, '') : undefined };
	}
	return last.address;
}

function parseUrl(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}
