import { checkBaseUrl } from '../shared/baseUrl';
import type { Credential, Provider, ProviderRequest } from '../shared/operation';
import type { Parameters } from '../shared/parameters';

/** HyperVerge's OTP APIs for India. */
export const hyperVerge: Provider = {
	name: 'hyperverge',
	displayName: 'HyperVerge',
	secretCredentialFields: ['appKey'],
	secretAnswerKeys: ['otp', 'token', 'accessToken', 'jwt'],
};

/** The credential type of all HyperVerge nodes. */
export const credentialType = () => 'hyperVergeApi';

/**
 * A call of one of the OTP operations. n8n adds `appId` and `appKey`.
 *
 * @param credential the decrypted credential
 * @param path the operation, with a leading slash
 * @param transactionId tracks one person's journey
 * @param body the operation's fields
 * @see https://documentation.hyperverge.co/api-reference/india_api/Email%20OTP%20Verification%20APIs/send_email_OTP_api
 */
export function hyperVergeRequest(
	credential: Credential,
	path: string,
	transactionId: string,
	body: Record<string, string | number>,
): ProviderRequest {
	return {
		method: 'POST',
		baseUrl: checkBaseUrl(credential.baseUrl, 'Base URL'),
		path,
		headers: { 'Content-Type': 'application/json', transactionId },
		body,
		effect: true,
	};
}

/**
 * The value of a header, which takes no characters beyond printable ASCII.
 *
 * @returns the transaction ID, or an empty text
 */
export function readTransactionId(parameters: Parameters): string {
	return parameters.optionalMatch(
		'additionalFields.transactionId',
		/^[\x21-\x7e]{1,200}$/,
		'up to 200 letters, digits and signs without spaces',
	);
}
