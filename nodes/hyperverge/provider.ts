import {
	checkBaseUrl,
	checkHeaderFields,
	type Credential,
	newIdentifier,
	type Parameters,
	type Provider,
	type ProviderRequest,
} from '../engine';

/** HyperVerge's OTP APIs for India. */
export const hyperVerge: Provider = {
	name: 'hyperverge',
	displayName: 'HyperVerge',
	checkCredential(credential) {
		addressOf(credential);
		checkHeaderFields(credential, { appId: 'App ID', appKey: 'App Key' });
	},
	secretCredentialFields: ['appKey'],
	secretAnswerKeys: ['otp', 'token', 'accessToken', 'jwt'],
};

/**
 * @param credential a HyperVerge credential
 * @returns the address of the API
 * @throws InvalidParameter if it is malformed
 */
export function addressOf({ baseUrl }: Credential): string {
	return checkBaseUrl(baseUrl, 'Base URL');
}

/**
 * The same for verifications: HyperVerge does not publish what `result` holds then. It may be a
 * token, so it is never shown.
 */
export const withoutResult: Provider = {
	...hyperVerge,
	secretAnswerKeys: [...hyperVerge.secretAnswerKeys, 'result'],
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
		baseUrl: addressOf(credential),
		path,
		headers: { 'Content-Type': 'application/json', transactionId },
		body,
		effect: true,
	};
}

/**
 * The transaction ID goes into a header, which takes no characters beyond printable ASCII.
 *
 * @returns the node's transaction ID, or a new one
 */
export function readTransactionId(parameters: Parameters): string {
	const given = parameters.optionalMatch(
		'additionalFields.transactionId',
		/^[\x21-\x7e]{1,200}$/,
		'up to 200 letters, digits and signs without spaces',
	);
	return given || newIdentifier(20);
}

/**
 * The OTP length in the type that the account takes: text as in HyperVerge's sample, or a number.
 *
 * @param otpLength the number of digits
 */
export function writeOtpLength(parameters: Parameters, otpLength: string): string | number {
	return parameters.flag('providerQuirks.otpLengthAsNumber') ? Number(otpLength) : otpLength;
}
