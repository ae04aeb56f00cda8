import { additionalFields, defineOperation, providerQuirks, vary } from '../../engine';
import { readSent, requestIdOf } from '../answer';
import { sendCodes } from '../codes';
import { emailOtpLength, otpLengthAsNumber, requestId, transactionId, widgetId } from '../fields';
import { hyperVerge, hyperVergeRequest, writeOtpLength } from '../provider';

const otpLength = vary(emailOtpLength, {
	description: 'The same number of digits as in the node that sent the code',
});

/**
 * Sends a code again to the address of an earlier send.
 *
 * HyperVerge does not document whether a retry returns a new request ID. Verify takes the ID of the send, so
 * that one is kept, and the ID that the retry returns is added next to it.
 *
 * @see https://documentation.hyperverge.co/api-reference/india_api/Email%20OTP%20Verification%20APIs/retry_email_OTP_api
 */
export const retryEmailOtp = defineOperation({
	provider: hyperVerge,
	name: 'retryEmailOtp',
	kind: 'send',
	description: 'Send the one-time password (OTP) again by email',
	tool: "Sends a one-time password through HyperVerge again, with a real email. The output has 'outcome' sent, throttled or notSent, and never the code. Do not repeat it blindly: each repeat sends another email.",
	codes: sendCodes,
	searchWords: ['resend otp', 'retry otp', 'email otp', '2fa', 'verification code', 'onboarding'],
	form: [requestId, otpLength, additionalFields(transactionId, widgetId), providerQuirks(otpLengthAsNumber)],
	identifiers: ['returnedRequestId'],
	async perform(item, { call, credential }) {
		const request = hyperVergeRequest(credential, '/retryOTPEmail', item.transactionId, {
			reqId: item.requestId,
			otpLength: writeOtpLength(item.otpLength, item.otpLengthAsNumber),
			widgetId: item.widgetId,
		});
		const answer = await call(request);
		const statement = readSent(item.transactionId, answer);
		const returned = requestIdOf(answer);
		if (returned === '' || returned === item.requestId) return statement;
		return { ...statement, reference: { returnedRequestId: returned } };
	},
});
