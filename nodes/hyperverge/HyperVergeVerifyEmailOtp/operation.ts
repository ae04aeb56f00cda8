import { additionalFields, defineOperation, emailAddress, field } from '../../engine';
import { readVerified } from '../answer';
import { verifyCodes } from '../codes';
import { emailOtp, requestId, transactionId, widgetId } from '../fields';
import { hyperVerge, hyperVergeRequest, verificationKeys } from '../provider';

const email = field(
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'e.g. name@example.com',
		description: 'The address that the code was sent to, exactly as the user wrote it',
	},
	emailAddress,
	{ recipient: true },
);

/**
 * Verifies a code that was sent by email.
 *
 * @see https://documentation.hyperverge.co/api-reference/india_api/Email%20OTP%20Verification%20APIs/verify_email_OTP_api
 */
export const verifyEmailOtp = defineOperation({
	provider: hyperVerge,
	name: 'verifyEmailOtp',
	kind: 'verify',
	description: 'Check a one-time password (OTP) that was sent by email',
	tool: "Checks with HyperVerge the one-time password that a user received by email. The output has 'outcome' verified, wrongCode, expired or blocked. Give the code as text, exactly as the user wrote it. One that cannot be a code comes back as wrongCode with 'reason' malformedCode and uses up no attempt: ask the user for it again. Do not repeat it blindly: each call uses up an attempt.",
	codes: verifyCodes,
	searchWords: ['verify otp', 'check otp', 'email otp', '2fa', 'verification code', 'onboarding'],
	form: [requestId, emailOtp, additionalFields(email, transactionId, widgetId)],
	secretAnswerKeys: verificationKeys,
	async perform(item, { call, credential }) {
		const request = hyperVergeRequest(credential, '/verifyOTPEmail', item.transactionId, {
			reqId: item.requestId,
			otp: item.otp,
			email: item.email,
			widgetId: item.widgetId,
		});
		return readVerified(item.transactionId, await call(request));
	},
});
