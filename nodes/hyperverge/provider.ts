import { HyperVergeApi } from '../../credentials/HyperVergeApi.credentials';
import type { Credential, Provider, ProviderRequest } from '../engine';
import { addressOf, checkCredential } from './credential';

/** HyperVerge's OTP APIs for India. */
export const hyperVerge: Provider = {
	name: 'hyperverge',
	displayName: 'HyperVerge',
	checkCredential,
	credentials: [new HyperVergeApi()],
	secretAnswerKeys: ['otp', 'token', 'accessToken', 'jwt'],
	categories: ['Communication'],
};

/**
 * A request to HyperVerge. n8n adds `appId` and `appKey`.
 *
 * @param path with a leading slash
 * @param body fields that are `undefined` are omitted
 * @see https://documentation.hyperverge.co/api-reference/india_api/Email%20OTP%20Verification%20APIs/send_email_OTP_api
 */
export function hyperVergeRequest(
	credential: Credential,
	path: string,
	transactionId: string,
	body: Record<string, string | number | undefined>,
): ProviderRequest {
	return {
		method: 'POST',
		baseUrl: addressOf(credential),
		path,
		headers: { 'Content-Type': 'application/json', transactionId },
		body,
		effect: true,
	};
}

/** The OTP length as text, as in HyperVerge's sample, or as a number, which some accounts may require. */
export function writeOtpLength(otpLength: string | number, asNumber: boolean): string | number {
	return asNumber ? Number(otpLength) : String(otpLength);
}

/**
 * HyperVerge does not document the `result` of a verification. It may be a token, so it is never shown.
 */
export const verificationKeys = ['result'];
