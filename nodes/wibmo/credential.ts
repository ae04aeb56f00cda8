import { checkBaseUrl, checkHeaderFields, type Credential, credentialSwitch } from '../engine';

const HEADER_FIELDS = {
	apiKey: 'API Key',
	clientId: 'Client ID',
	bankId: 'Bank ID',
	entityId: 'Entity ID',
	secureCode: 'Secure Code',
	consumerId: 'Consumer ID',
};

/**
 * @param credential a Wibmo credential
 * @returns the address of the Encrypt and Decrypt APIs
 * @throws InvalidParameter if it is malformed
 */
export function cryptoAddressOf({ cryptoBaseUrl }: Credential): string {
	return checkBaseUrl(cryptoBaseUrl, 'Crypto Base URL');
}

/**
 * @param credential a Wibmo credential
 * @returns the address of the OTP operations
 * @throws InvalidParameter if it is malformed
 */
export function operationsAddressOf({ operationsBaseUrl }: Credential): string {
	return checkBaseUrl(operationsBaseUrl, 'Operations Base URL');
}

/**
 * @param credential a Wibmo credential
 * @throws InvalidParameter if a field is missing or malformed
 */
export function checkCredential(credential: Credential): void {
	cryptoAddressOf(credential);
	operationsAddressOf(credential);
	checkHeaderFields(credential, HEADER_FIELDS);
	credentialSwitch(credential, 'clientHeadersOnCrypto', 'Client Headers on Crypto Calls');
}
