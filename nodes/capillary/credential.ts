import { createHash } from 'crypto';

import {
	checkBaseUrl,
	checkHeaderFields,
	type Credential,
	credentialRefusal,
	credentialFlag,
	credentialText,
	defaultCountryCode,
} from '../engine';

/** @throws InvalidParameter if the base URL is malformed */
export function addressOf(credential: Credential): string {
	return credential.cluster === 'custom'
		? checkBaseUrl(credential, 'customHost', 'Custom Host')
		: checkBaseUrl(credential, 'cluster', 'Cluster');
}

/**
 * The country code of mobile numbers without one; empty to leave them as they are, because customers of
 * other countries are registered in either form.
 *
 * @throws InvalidParameter if it is malformed
 */
export function countryCodeOf(credential: Credential): string {
	return defaultCountryCode(credential, '');
}

function checkCommon(credential: Credential): void {
	addressOf(credential);
	countryCodeOf(credential);
}

/** @throws InvalidParameter if the switch is neither on nor off */
function isMd5Already(credential: Credential): boolean {
	return credentialFlag(credential, 'alreadyMd5', 'Password Is Already MD5');
}

/** @throws InvalidParameter if a field is missing or malformed */
export function checkTill(credential: Credential): void {
	checkCommon(credential);
	if (credentialText(credential, 'username', 'Till User Name').includes(':')) {
		throw credentialRefusal('Till User Name', 'a user name without colons');
	}
	credentialText(credential, 'password', 'Till Password');
	if (isMd5Already(credential) && !/^[0-9A-Fa-f]{32}$/.test(String(credential.password))) {
		throw credentialRefusal(
			'Till Password',
			"an MD5 hash of 32 hexadecimal characters while 'Password Is Already MD5' is on",
			"paste the MD5 hash, or turn off 'Password Is Already MD5'",
		);
	}
}

/** @throws InvalidParameter if a field is missing or malformed */
export function checkClient(credential: Credential): void {
	checkCommon(credential);
	credentialText(credential, 'key', 'Client Key');
	credentialText(credential, 'secret', 'Client Secret');
	if ((credential.attributionType ?? '') !== '') {
		checkHeaderFields(credential, {
			attributionType: 'Attribution Type',
			attributionCode: 'Attribution Code',
		});
	}
	const labels = connectedOrganizationFields(credential).map(({ field, label }) => [field, label]);
	checkHeaderFields(credential, Object.fromEntries(labels) as Record<string, string>);
}

/** The fields for connected organizations that are set. Capillary's public test code uses these headers. */
function connectedOrganizationFields(credential: Credential) {
	return [
		{ field: 'organizationId', label: 'Organization ID', header: 'X-CAP-EXT-ORGID' },
		{ field: 'parentOrganizationId', label: 'Parent Organization ID', header: 'X-CAP-EXT-ORGID-PARENT' },
		{ field: 'parentAccessToken', label: 'Parent Access Token', header: 'X-CAP-API-OAUTH-TOKEN-PARENT' },
	].filter(({ field }) => (credential[field] ?? '') !== '');
}

/** The headers that name a connected organization and its parent, as Capillary's public test code sends them. */
export function connectedOrganizationHeaders(credential: Credential): Record<string, string> {
	const headers = connectedOrganizationFields(credential).map(({ field, header }) => [
		header,
		String(credential[field]),
	]);
	return Object.fromEntries(headers) as Record<string, string>;
}

/**
 * The authentication of a till.
 *
 * @returns the MD5 hash of the password, which is equivalent to the password, and the value of the
 * Authorization header without its scheme
 * @see https://docs.capillarytech.com/reference/basic-authentication
 */
export function tillAuthentication(credential: Credential): { md5: string; basic: string } {
	const { username, password } = credential;
	const typed = String(password);
	const md5 = isMd5Already(credential) ? typed.toLowerCase() : createHash('md5').update(typed).digest('hex');
	return { md5, basic: Buffer.from(`${String(username)}:${md5}`).toString('base64') };
}

/** An access token belongs to the client key and secret, and to the host that issued it. */
export function tokenOwner(credential: Credential): { secret: string; names: readonly string[] } {
	return { secret: String(credential.secret), names: [String(credential.key), addressOf(credential)] };
}
