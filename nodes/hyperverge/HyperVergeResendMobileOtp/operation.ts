import { type Operation } from '../../engine';
import { readSent } from '../answer';
import { sendCodes } from '../codes';
import { credentialType, hyperVerge, hyperVergeRequest, readTransactionId } from '../provider';

/**
 * Sends a code once more to a mobile number: by a voice call, or by SMS.
 *
 * @see https://documentation.hyperverge.co/api-reference/india_api/Mobile%20Number%20OTP%20APIs/resend_mobile_otp
 */
export const resendMobileOtp: Operation = {
	provider: hyperVerge,
	name: 'resendMobileOtp',
	kind: 'send',
	codes: sendCodes,
	credentialType,
	prepare(parameters, credential) {
		const mobileNumber = parameters.tenDigitMobile('mobileNumber');
		const retryType = parameters.choice('retryType', ['text', 'voice']);
		const transactionId = readTransactionId(parameters);
		const request = hyperVergeRequest(credential, '/resendOtp', transactionId, { mobileNumber, retryType });
		return {
			recipients: [mobileNumber],
			secrets: [],
			identity: [mobileNumber, retryType],
			reference: { transactionId },
			perform: async (call) => readSent(transactionId, await call(request)),
		};
	},
};
