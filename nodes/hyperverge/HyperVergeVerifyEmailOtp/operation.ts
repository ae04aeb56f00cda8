import { type Operation } from '../../engine';
import { readVerified } from '../answer';
import { verifyCodes } from '../codes';
import { credentialType, hyperVergeRequest, readTransactionId, withoutResult } from '../provider';

/**
 * Verifies a code that went out by e-mail.
 *
 * @see https://documentation.hyperverge.co/api-reference/india_api/Email%20OTP%20Verification%20APIs/verify_email_OTP_api
 */
export const verifyEmailOtp: Operation = {
	provider: withoutResult,
	name: 'verifyEmailOtp',
	kind: 'verify',
	codes: verifyCodes,
	credentialType,
	prepare(parameters, credential) {
		const requestId = parameters.text('requestId');
		const otp = parameters.otp('otp');
		const email = parameters.optionalEmail('additionalFields.email');
		const widgetId = parameters.optionalText('additionalFields.widgetId');
		const transactionId = readTransactionId(parameters);

		const request = hyperVergeRequest(credential, '/verifyOTPEmail', transactionId, {
			reqId: requestId,
			otp,
			...(email === '' ? {} : { email }),
			...(widgetId === '' ? {} : { widgetId }),
		});
		return {
			recipients: email === '' ? [] : [email],
			secrets: [otp],
			identity: [requestId, otp],
			reference: { requestId, transactionId },
			perform: async (call) => readVerified(transactionId, await call(request)),
		};
	},
};
