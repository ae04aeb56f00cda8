import {
	checkBaseUrl,
	checkHeaderFields,
	type Credential,
	credentialSwitch,
	type Parameters,
	type Provider,
	type ProviderRequest,
} from '../engine';

const HEADER_FIELDS = {
	apiKey: 'API Key',
	clientId: 'Client ID',
	bankId: 'Bank ID',
	entityId: 'Entity ID',
	secureCode: 'Secure Code',
	consumerId: 'Consumer ID',
};

/** Wibmo's prepaid platform (PayU). */
export const wibmo: Provider = {
	name: 'wibmo',
	displayName: 'Wibmo',
	checkCredential(credential) {
		cryptoAddressOf(credential);
		checkBaseUrl(credential.operationsBaseUrl, 'Operations Base URL');
		checkHeaderFields(credential, HEADER_FIELDS);
		credentialSwitch(credential, 'clientHeadersOnCrypto', 'Client Headers on Crypto Calls');
	},
	secretCredentialFields: ['apiKey', 'secureCode', 'consumerId'],
	secretAnswerKeys: ['token', 'otp', 'secureCode'],
};

/** The credential type of all Wibmo nodes. */
export const credentialType = () => 'wibmoApi';

/**
 * @param credential a Wibmo credential
 * @returns the address of the Encrypt and Decrypt APIs
 * @throws InvalidParameter if it is malformed
 */
export function cryptoAddressOf({ cryptoBaseUrl }: Credential): string {
	return checkBaseUrl(cryptoBaseUrl, 'Crypto Base URL');
}

/**
 * Wibmo's Encrypt or Decrypt API. Neither sends anything to anybody.
 *
 * @param credential the decrypted credential
 * @param call which of the two
 * @param body the plaintext to encrypt, or `{ token }` to decrypt
 * @see https://developer.wibmo.com/reference/prepaid-apis-introduction
 */
export function cryptoRequest(
	credential: Credential,
	call: 'encrypt' | 'decrypt',
	body: Record<string, string | number | boolean>,
): ProviderRequest {
	return {
		method: 'POST',
		baseUrl: cryptoAddressOf(credential),
		path: `/api/v2/${call}`,
		headers: { 'Content-Type': 'application/json' },
		body,
		effect: false,
	};
}

/**
 * One of the OTP operations.
 *
 * @param credential the decrypted credential
 * @param name the last part of the operation's path
 * @param token the encrypted payload
 * @see https://developer.wibmo.com/reference/otp-management
 */
export function operationRequest(credential: Credential, name: string, token: string): ProviderRequest {
	return {
		method: 'POST',
		baseUrl: checkBaseUrl(credential.operationsBaseUrl, 'Operations Base URL'),
		path: `/api/onboarding/v1/${name}`,
		headers: { 'Content-Type': 'application/json' },
		body: { token },
		effect: true,
	};
}

/** @returns an encrypted payload, as the Encrypt API or an operation gave it */
export function readToken(parameters: Parameters): string {
	return parameters.match(
		'token',
		/^[A-Za-z0-9+/]{16,}={0,2}$/,
		'an encrypted token, as Wibmo or a Wibmo Encrypt Payload node gave it',
	);
}
