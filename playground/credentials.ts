import { simulatorCredentials, type CredentialData } from '../tools/simulatorCredentials';

/** The supervisor who approves in the example for a help desk. */
export const SUPERVISOR = { user: 'supervisor', password: 'Playground1' };

/** The header that the example of an API asks for. */
export const API_KEY = { name: 'X-API-Key', value: 'playground-api-key' };

/** The credentials that the example workflows refer to, by type, for the simulator at this address. */
export function exampleCredentials(url: string): Record<string, CredentialData> {
	const credentials = simulatorCredentials(url);
	// The customers of the examples are registered with their country code.
	for (const type of ['capillaryTillApi', 'capillaryClientApi']) {
		credentials[type].data.defaultCountryCode = '91';
	}
	return {
		...credentials,
		httpBasicAuth: { name: 'Supervisor account', data: SUPERVISOR },
		httpHeaderAuth: { name: 'OTP API key', data: API_KEY },
	};
}
