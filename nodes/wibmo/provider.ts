import { WibmoApi } from '../../credentials/WibmoApi.credentials';
import type { Credential, Provider, ProviderRequest } from '../engine';
import { checkCredential, cryptoAddressOf, operationsAddressOf } from './credential';

/** Wibmo's prepaid platform (PayU). */
export const wibmo: Provider = {
	name: 'wibmo',
	displayName: 'Wibmo',
	checkCredential,
	credentials: [new WibmoApi()],
	secretAnswerKeys: ['token', 'otp', 'secureCode'],
	categories: ['Communication', 'Finance & Accounting'],
};

/**
 * A request to the Encrypt or Decrypt API. Neither sends a message.
 *
 * @param body the plaintext to encrypt, or `{ token }` to decrypt
 * @see https://developer.wibmo.com/reference/prepaid-apis-introduction
 */
export function cryptoRequest(
	credential: Credential,
	call: 'encrypt' | 'decrypt',
	body: Record<string, string | number | boolean | undefined>,
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
 * A request to an OTP operation.
 *
 * @param name the last part of the operation's path
 * @param token the encrypted payload
 * @see https://developer.wibmo.com/reference/otp-management
 */
export function operationRequest(credential: Credential, name: string, token: string): ProviderRequest {
	return {
		method: 'POST',
		baseUrl: operationsAddressOf(credential),
		path: `/api/onboarding/v1/${name}`,
		headers: { 'Content-Type': 'application/json' },
		body: { token },
		effect: true,
	};
}
