import { additionalFields, defineOperation } from '../../engine';
import { readVerified } from '../answer';
import { verifyCodes } from '../codes';
import { mobileNumber, mobileOtp, transactionId } from '../fields';
import { hyperVerge, hyperVergeRequest, verificationKeys } from '../provider';

/**
 * Verifies a code that was sent by SMS or voice call. It is identified only by the number.
 *
 * @see https://documentation.hyperverge.co/api-reference/india_api/Mobile%20Number%20OTP%20APIs/verify_mobile_otp
 */
export const verifyMobileOtp = defineOperation({
	provider: hyperVerge,
	name: 'verifyMobileOtp',
	kind: 'verify',
	description: 'Check a one-time password (OTP) that was sent by SMS or voice call',
	tool: "Checks with HyperVerge the one-time password that a user received by SMS or voice call. The output has 'outcome' verified, wrongCode, expired or blocked. Give the code as text, exactly as the user wrote it. One that cannot be a code comes back as wrongCode with 'reason' malformedCode and uses up no attempt: ask the user for it again. Do not repeat it blindly: each call uses up an attempt.",
	codes: verifyCodes,
	searchWords: ['verify otp', 'check otp', 'sms otp', 'mobile otp', '2fa', 'verification code'],
	form: [mobileNumber, mobileOtp, additionalFields(transactionId)],
	secretAnswerKeys: verificationKeys,
	async perform(item, { call, credential }) {
		const request = hyperVergeRequest(credential, '/verifyMobileOtp', item.transactionId, {
			mobileNumber: item.mobileNumber,
			otp: item.otp,
		});
		return readVerified(item.transactionId, await call(request));
	},
});
