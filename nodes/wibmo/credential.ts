import {
	checkBaseUrl,
	checkHeaderFields,
	type Credential,
	credentialFlag,
	defaultCountryCode,
} from '../engine';

const HEADER_FIELDS = {
	apiKey: 'API Key',
	clientId: 'Client ID',
	bankId: 'Bank ID',
	entityId: 'Entity ID',
	secureCode: 'Secure Code',
	consumerId: 'Consumer ID',
};

/** @throws InvalidParameter if the base URL is malformed */
export function cryptoAddressOf(credential: Credential): string {
	return checkBaseUrl(credential, 'cryptoBaseUrl', 'Crypto Base URL');
}

/** @throws InvalidParameter if the base URL is malformed */
export function operationsAddressOf(credential: Credential): string {
	return checkBaseUrl(credential, 'operationsBaseUrl', 'Operations Base URL');
}

/** @throws InvalidParameter if the switch is neither on nor off */
export function sendsClientHeadersOnCrypto(credential: Credential): boolean {
	return credentialFlag(credential, 'clientHeadersOnCrypto', 'Client Headers on Crypto Calls');
}

/** Wibmo is a platform for India, and its own sample has an Indian number. */
export const DEFAULT_COUNTRY_CODE = '91';

/**
 * The country code of mobile numbers without one.
 *
 * @throws InvalidParameter if it is malformed
 */
export function countryCodeOf(credential: Credential): string {
	return defaultCountryCode(credential, DEFAULT_COUNTRY_CODE);
}

/** @throws InvalidParameter if a field is missing or malformed */
export function checkCredential(credential: Credential): void {
	cryptoAddressOf(credential);
	operationsAddressOf(credential);
	checkHeaderFields(credential, HEADER_FIELDS);
	sendsClientHeadersOnCrypto(credential);
	countryCodeOf(credential);
}
