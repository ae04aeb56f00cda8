import type { CredentialData } from '../tools/simulatorCredentials';

/** The supervisor who approves in the example for a help desk. */
export const SUPERVISOR = { user: 'supervisor', password: 'Playground1' };

/** The header that the example of an API asks for. */
export const API_KEY = { name: 'X-API-Key', value: 'playground-api-key' };

/** The credentials of n8n's own types that the example workflows refer to, by type. */
export function ownCredentials(): Record<string, CredentialData> {
	return {
		httpBasicAuth: { name: 'Supervisor account', data: SUPERVISOR },
		httpHeaderAuth: { name: 'OTP API key', data: API_KEY },
	};
}
