import { asText, member, type Operation } from '../../engine';
import { readSent, requestIdOf } from '../answer';
import { sendCodes } from '../codes';
import {
	credentialType,
	hyperVerge,
	hyperVergeRequest,
	readTransactionId,
	writeOtpLength,
} from '../provider';

const WITHOUT_ID =
	'HyperVerge reported success without a request ID, so the code cannot be verified. Ask the support of HyperVerge what its words mean.';

/**
 * Sends a code by e-mail.
 *
 * @see https://documentation.hyperverge.co/api-reference/india_api/Email%20OTP%20Verification%20APIs/send_email_OTP_api
 */
export const sendEmailOtp: Operation = {
	provider: hyperVerge,
	name: 'sendEmailOtp',
	kind: 'send',
	codes: sendCodes,
	credentialType,
	prepare(parameters, credential) {
		const email = parameters.email('email');
		const otpLength = parameters.choice('otpLength', ['4', '6']);
		const widgetId = parameters.optionalText('additionalFields.widgetId');
		const transactionId = readTransactionId(parameters);
		const emailField = parameters.choice('providerQuirks.emailField', ['email', 'emailId'], 'email');

		const request = hyperVergeRequest(credential, '/sendOTPEmail', transactionId, {
			[emailField]: email,
			otpLength: writeOtpLength(parameters, otpLength),
			...(widgetId === '' ? {} : { widgetId }),
		});
		return {
			recipients: [email],
			secrets: [],
			identity: [email],
			reference: { transactionId },
			perform: async (call) => {
				const answer = await call(request);
				const statement = readSent(transactionId, answer);
				const requestId = requestIdOf(answer);
				if (requestId !== '') return { ...statement, reference: { requestId } };
				if (statement.says !== 'yes') return statement;
				const { statusCode, correlations } = statement;
				const message = asText(member(member(answer.json, 'result'), 'message'));
				return { says: 'neither', fault: 'unreadable', statusCode, message, correlations, hint: WITHOUT_ID };
			},
		};
	},
};
