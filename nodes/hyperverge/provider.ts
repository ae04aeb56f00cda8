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
 * A call of one of the OTP operations. n8n adds `appId` and `appKey`.
 *
 * @param credential the decrypted credential
 * @param path the operation, with a leading slash
 * @param transactionId tracks one person's journey
 * @param body the operation's fields; those that are `undefined` are left out
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

/**
 * The OTP length in the type that the account takes: text as in HyperVerge's sample, or a number.
 *
 * @param otpLength the number of digits
 * @param asNumber the quirk *Send OTP Length as Number*
 */
export function writeOtpLength(otpLength: string | number, asNumber: boolean): string | number {
	return asNumber ? Number(otpLength) : String(otpLength);
}

/**
 * HyperVerge does not publish what `result` holds in the answer of a verification. It may be a token,
 * so it is never shown.
 */
export const verificationKeys = ['result'];
