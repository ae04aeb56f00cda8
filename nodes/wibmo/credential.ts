import { checkBaseUrl, checkHeaderFields, type Credential, credentialFlag } from '../engine';

const HEADER_FIELDS = {
	apiKey: 'API Key',
	clientId: 'Client ID',
	bankId: 'Bank ID',
	entityId: 'Entity ID',
	secureCode: 'Secure Code',
	consumerId: 'Consumer ID',
};

/** @throws InvalidParameter if the base URL is malformed */
export function cryptoAddressOf({ cryptoBaseUrl }: Credential): string {
	return checkBaseUrl(cryptoBaseUrl, 'Crypto Base URL');
}

/** @throws InvalidParameter if the base URL is malformed */
export function operationsAddressOf({ operationsBaseUrl }: Credential): string {
	return checkBaseUrl(operationsBaseUrl, 'Operations Base URL');
}

/** @throws InvalidParameter if a field is missing or malformed */
export function checkCredential(credential: Credential): void {
	cryptoAddressOf(credential);
	operationsAddressOf(credential);
	checkHeaderFields(credential, HEADER_FIELDS);
	credentialFlag(credential, 'clientHeadersOnCrypto', 'Client Headers on Crypto Calls');
}
