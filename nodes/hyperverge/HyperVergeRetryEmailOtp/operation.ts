import { type Operation } from '../../engine';
import { readSent, requestIdOf } from '../answer';
import { sendCodes } from '../codes';
import {
	credentialType,
	hyperVerge,
	hyperVergeRequest,
	readTransactionId,
	writeOtpLength,
} from '../provider';

/**
 * Sends a code once more to the address of an earlier send.
 *
 * HyperVerge does not say whether a retry gives a new request ID. Verify takes that of the send, so
 * that one stays; what the retry returns is added beside it.
 *
 * @see https://documentation.hyperverge.co/api-reference/india_api/Email%20OTP%20Verification%20APIs/retry_email_OTP_api
 */
export const retryEmailOtp: Operation = {
	provider: hyperVerge,
	name: 'retryEmailOtp',
	kind: 'send',
	codes: sendCodes,
	credentialType,
	prepare(parameters, credential) {
		const requestId = parameters.text('requestId');
		const otpLength = parameters.choice('otpLength', ['4', '6']);
		const widgetId = parameters.optionalText('additionalFields.widgetId');
		const transactionId = readTransactionId(parameters);

		const request = hyperVergeRequest(credential, '/retryOTPEmail', transactionId, {
			reqId: requestId,
			otpLength: writeOtpLength(parameters, otpLength),
			...(widgetId !== '' && { widgetId }),
		});
		return {
			recipients: [],
			secrets: [],
			identity: [requestId],
			reference: { requestId, transactionId },
			perform: async (call) => {
				const answer = await call(request);
				const statement = readSent(transactionId, answer);
				const returned = requestIdOf(answer);
				if (returned === '' || returned === requestId) return statement;
				return { ...statement, reference: { returnedRequestId: returned } };
			},
		};
	},
};
