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
 * A request to iServeU, which accepts text values only. n8n adds `client_id` and `client_secret`.
 *
 * @param path below the path prefix, with a leading slash
 * @param body fields that are `undefined` are omitted
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
