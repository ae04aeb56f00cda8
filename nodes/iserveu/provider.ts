import { IServeUApi } from '../../credentials/IServeUApi.credentials';
import type { Credential, Provider, ProviderRequest } from '../engine';
import { addressOf, checkCredential } from './credential';

/** iServeU's unified DMT-lite API. */
export const iServeU: Provider = {
	name: 'iserveu',
	displayName: 'iServeU',
	checkCredential,
	credentials: [new IServeUApi()],
	secretAnswerKeys: ['otp', 'ovdData', 'pid', 'name', 'address'],
	categories: ['Communication', 'Finance & Accounting'],
};

/**
 * A call below the path prefix. iServeU takes text only. n8n adds `client_id` and `client_secret`.
 *
 * @param credential the decrypted credential
 * @param path the operation, with a leading slash
 * @param body the operation's fields; those that are `undefined` are left out
 * @param effect whether iServeU acts on it
 * @see https://developer.iserveu.in/dmtlite-common-api/send-otp
 */
export function iServeURequest(
	credential: Credential,
	path: string,
	body: Record<string, string | boolean | undefined>,
	effect = true,
): ProviderRequest {
	return {
		method: 'POST',
		baseUrl: addressOf(credential),
		path,
		headers: { 'Content-Type': 'application/json' },
		body,
		effect,
	};
}
