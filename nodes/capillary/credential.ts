import { createHash } from 'crypto';

import {
	checkBaseUrl,
	checkHeaderFields,
	type Credential,
	credentialRefusal,
	credentialSwitch,
	credentialText,
} from '../engine';

/**
 * @param credential a Capillary credential of either type
 * @returns the address of its cluster
 * @throws InvalidParameter if it is malformed
 */
export function addressOf({ cluster, customHost }: Credential): string {
	return cluster === 'custom' ? checkBaseUrl(customHost, 'Custom Host') : checkBaseUrl(cluster, 'Cluster');
}

/**
 * @param credential a Capillary Till credential
 * @throws InvalidParameter if a field is missing or malformed
 */
export function checkTill(credential: Credential): void {
	addressOf(credential);
	if (credentialText(credential, 'username', 'Till User Name').includes(':')) {
		throw credentialRefusal('Till User Name', 'a user name without colons');
	}
	credentialText(credential, 'password', 'Till Password');
	const isMd5 = credentialSwitch(credential, 'alreadyMd5', 'Password Is Already MD5');
	if (isMd5 && !/^[0-9A-Fa-f]{32}$/.test(String(credential.password))) {
		throw credentialRefusal(
			'Till Password',
			"an MD5 hash of 32 hexadecimal characters while 'Password Is Already MD5' is on",
			"paste the MD5 hash, or turn off 'Password Is Already MD5'",
		);
	}
}

/**
 * @param credential a Capillary Client credential
 * @throws InvalidParameter if a field is missing or malformed
 */
export function checkClient(credential: Credential): void {
	addressOf(credential);
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

/** The fields for connected organizations that are filled in. The headers are those of Capillary's public test code. */
function connectedOrganizationFields(credential: Credential) {
	return [
		{ field: 'organizationId', label: 'Organization ID', header: 'X-CAP-EXT-ORGID' },
		{ field: 'parentOrganizationId', label: 'Parent Organization ID', header: 'X-CAP-EXT-ORGID-PARENT' },
		{ field: 'parentAccessToken', label: 'Parent Access Token', header: 'X-CAP-API-OAUTH-TOKEN-PARENT' },
	].filter(({ field }) => (credential[field] ?? '') !== '');
}

/**
 * @param credential a Capillary Client credential
 * @returns the headers that name the organization that a call is for, and its parent
 */
export function connectedOrganizationHeaders(credential: Credential): Record<string, string> {
	const headers = connectedOrganizationFields(credential).map(({ field, header }) => [
		header,
		String(credential[field]),
	]);
	return Object.fromEntries(headers) as Record<string, string>;
}

/**
 * How a till signs in.
 *
 * @param credential a Capillary Till credential
 * @returns the MD5 of the password, which Capillary takes for the password itself, and the value of
 * the Authorization header without its scheme
 * @see https://docs.capillarytech.com/reference/basic-authentication
 */
export function signInOfTill({ username, password, alreadyMd5 }: Credential): { md5: string; basic: string } {
	const typed = String(password);
	const md5 = alreadyMd5 === true ? typed.toLowerCase() : createHash('md5').update(typed).digest('hex');
	return { md5, basic: Buffer.from(`${String(username)}:${md5}`).toString('base64') };
}

/** Whom an access token of a Capillary Client credential is issued to. */
export function tokenOwner(credential: Credential): { secret: string; names: readonly string[] } {
	return { secret: String(credential.secret), names: [String(credential.key), addressOf(credential)] };
}
