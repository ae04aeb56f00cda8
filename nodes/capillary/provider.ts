import { createHash } from 'crypto';

import {
	checkBaseUrl,
	checkHeaderFields,
	type Credential,
	credentialRefusal,
	credentialSwitch,
	credentialText,
	type Parameters,
	type Provider,
	type ProviderRequest,
} from '../engine';

/** Capillary's loyalty platform (Intouch). */
export const capillary: Provider = {
	name: 'capillary',
	displayName: 'Capillary',
	checkCredential(credential, type) {
		addressOf(credential);
		if (type === 'capillaryTillApi') checkTill(credential);
		else checkClient(credential);
	},
	secretCredentialFields: ['password', 'key', 'secret', 'accessToken', 'parentAccessToken'],
	secretsMadeOf: (credential) => ('password' in credential ? Object.values(signInOfTill(credential)) : []),
	tokenOwner: (credential) => ({
		secret: String(credential.secret),
		names: [String(credential.key), addressOf(credential)],
	}),
	secretAnswerKeys: ['accessToken', 'validation_code', 'validationCode'],
};

/**
 * @param credential a Capillary credential of either type
 * @returns the address of its cluster
 * @throws InvalidParameter if it is malformed
 */
export function addressOf({ cluster, customHost }: Credential): string {
	return cluster === 'custom' ? checkBaseUrl(customHost, 'Custom Host') : checkBaseUrl(cluster, 'Cluster');
}

function checkTill(credential: Credential): void {
	if (credentialText(credential, 'username', 'Till User Name').includes(':')) {
		throw credentialRefusal('Till User Name', 'free of colons');
	}
	credentialText(credential, 'password', 'Till Password');
	const isMd5 = credentialSwitch(credential, 'alreadyMd5', 'Password Is Already MD5');
	if (isMd5 && !/^[0-9A-Fa-f]{32}$/.test(String(credential.password))) {
		throw credentialRefusal(
			'Till Password',
			"an MD5 of 32 characters while 'Password Is Already MD5' is on",
			'paste the MD5, or switch that off',
		);
	}
}

function checkClient(credential: Credential): void {
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

/** The credential type that the node's *Authentication* names. */
export function credentialType(parameters: Parameters): string {
	return parameters.choice('authentication', ['till', 'client']) === 'till'
		? 'capillaryTillApi'
		: 'capillaryClientApi';
}

/** Whom a code belongs to. */
export interface Entity {
	entityType: 'MOBILE' | 'EMAIL';
	entityValue: string;
}

const MOBILE = /^\+?[0-9]{7,15}$/;
export const MOBILE_FORM = 'a mobile number of 7 to 15 digits, with country code, such as 919876543210';

/**
 * Reads whom a code belongs to. The value must be the same, to the letter, when the code is
 * generated and when it is validated.
 *
 * @see https://docs.capillarytech.com/reference/generate-otp
 */
export function readEntity(parameters: Parameters): Entity {
	const entityType = parameters.choice('entityType', ['MOBILE', 'EMAIL']);
	const entityValue =
		entityType === 'EMAIL'
			? parameters.email('entityValue')
			: parameters.match('entityValue', MOBILE, MOBILE_FORM);
	return { entityType, entityValue };
}

/** @returns whether a text has the form of a mobile number */
export function isMobile(text: string): boolean {
	return MOBILE.test(text);
}

/**
 * A call to one of the OTP operations. n8n adds the authentication.
 *
 * @param credential the decrypted credential; names the cluster
 * @param request method, path and fields
 * @see https://docs.capillarytech.com/reference/apioverview
 */
export function capillaryRequest(
	credential: Credential,
	request: Pick<ProviderRequest, 'method' | 'path' | 'query' | 'body' | 'effect'>,
): ProviderRequest {
	return {
		...request,
		baseUrl: addressOf(credential),
		...(request.method === 'POST' && { headers: { 'Content-Type': 'application/json' } }),
	};
}
