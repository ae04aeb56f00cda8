import { type Operation } from '../../engine';
import { readVerified } from '../answer';
import { verifyCodes } from '../codes';
import { credentialType, hyperVergeRequest, readTransactionId, withoutResult } from '../provider';

/**
 * Verifies a code that went out by SMS or voice call. The number is the only key.
 *
 * @see https://documentation.hyperverge.co/api-reference/india_api/Mobile%20Number%20OTP%20APIs/verify_mobile_otp
 */
export const verifyMobileOtp: Operation = {
	provider: withoutResult,
	name: 'verifyMobileOtp',
	kind: 'verify',
	codes: verifyCodes,
	credentialType,
	prepare(parameters, credential) {
		const mobileNumber = parameters.tenDigitMobile('mobileNumber');
		const otp = parameters.otp('otp');
		const transactionId = readTransactionId(parameters);
		const request = hyperVergeRequest(credential, '/verifyMobileOtp', transactionId, { mobileNumber, otp });
		return {
			recipients: [mobileNumber],
			secrets: [otp],
			identity: [mobileNumber, otp],
			reference: { transactionId },
			perform: async (call) => readVerified(transactionId, await call(request)),
		};
	},
};
