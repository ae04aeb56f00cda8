import {
	checkBaseUrl,
	checkHeaderFields,
	type Credential,
	credentialRefusal,
	optionalCredentialText,
	type Parameters,
	type Provider,
	type ProviderRequest,
} from '../engine';

/** iServeU's unified DMT-lite API. */
export const iServeU: Provider = {
	name: 'iserveu',
	displayName: 'iServeU',
	checkCredential(credential) {
		addressOf(credential);
		checkHeaderFields(credential, { clientId: 'Client ID', clientSecret: 'Client Secret' });
		defaultUsername(credential);
	},
	secretCredentialFields: ['clientSecret'],
	secretAnswerKeys: ['otp', 'ovdData', 'pid', 'name', 'address'],
};

/** The credential type of all iServeU nodes. */
export const credentialType = () => 'iServeUApi';

/**
 * A call below the path prefix. iServeU takes text only, and fields without a value are left out.
 * n8n adds `client_id` and `client_secret`.
 *
 * @param credential the decrypted credential
 * @param path the operation, with a leading slash
 * @param body the operation's fields
 * @param effect whether iServeU acts on it
 * @see https://developer.iserveu.in/dmtlite-common-api/send-otp
 */
export function iServeURequest(
	credential: Credential,
	path: string,
	body: Record<string, string | boolean>,
	effect = true,
): ProviderRequest {
	return {
		method: 'POST',
		baseUrl: addressOf(credential),
		path,
		headers: { 'Content-Type': 'application/json' },
		body: Object.fromEntries(Object.entries(body).filter(([, value]) => value !== '')),
		effect,
	};
}

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

function defaultUsername(credential: Credential): string {
	return optionalCredentialText(credential, 'username', 'Default Username');
}

/** @returns the node's user name, or the default one of the credential */
export function readUsername(parameters: Parameters, credential: Credential): string {
	const username = parameters.optionalText('username') || defaultUsername(credential);
	if (username === '') {
		throw parameters.refusal(
			'username',
			'filled in',
			"Fill in 'Username' in the node, or 'Default Username' in the credential.",
		);
	}
	return username;
}

/** @returns the reference of a transaction, or an empty text */
export function readExternalRefNumber(parameters: Parameters, path: string): string {
	return parameters.optionalMatch(path, /^[0-9A-Za-z]{6,22}$/, '6 to 22 letters and digits');
}

/** Four numbers up to 255, or groups of hexadecimal digits with colons. */
const IP_ADDRESS =
	/^((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\.(?!$)|$)){4}$|^(?=.*[0-9A-Fa-f])(?!.*:::)[0-9A-Fa-f:]*:[0-9A-Fa-f:.]+$/;

/** @returns a public IP address, or an empty text */
export function readPublicIp(parameters: Parameters, path: string): string {
	return parameters.optionalMatch(path, IP_ADDRESS, 'an IP address such as 203.0.113.7');
}

/** @returns a public IP address */
export function readRequiredPublicIp(parameters: Parameters, path: string): string {
	const address = readPublicIp(parameters, path);
	if (address === '') throw parameters.refusal(path, 'an IP address such as 203.0.113.7');
	return address;
}

/** @returns the Aadhaar number, or an empty text */
export function readOvdData(parameters: Parameters, path: string): string {
	return parameters.optionalMatch(path, /^[0-9]{12}$/, 'an Aadhaar number of exactly 12 digits');
}

/** @returns the fields that iServeU hands back as they are */
export function readPassThrough(parameters: Parameters): Record<string, string> {
	return {
		paramA: parameters.optionalText('additionalFields.paramA'),
		paramB: parameters.optionalText('additionalFields.paramB'),
		paramC: parameters.optionalText('additionalFields.paramC'),
	};
}
