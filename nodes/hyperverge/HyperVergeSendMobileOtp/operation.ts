import { type Operation } from '../../engine';
import { readSent } from '../answer';
import { sendCodes } from '../codes';
import {
	credentialType,
	hyperVerge,
	hyperVergeRequest,
	readTransactionId,
	writeOtpLength,
} from '../provider';

const LONGEST_EXPIRY_MINUTES = 24 * 60;

/**
 * Sends a code by SMS. HyperVerge's page says "email" in one place; it is SMS.
 *
 * @see https://documentation.hyperverge.co/api-reference/india_api/Mobile%20Number%20OTP%20APIs/send_mobile_otp
 */
export const sendMobileOtp: Operation = {
	provider: hyperVerge,
	name: 'sendMobileOtp',
	kind: 'send',
	codes: sendCodes,
	credentialType,
	prepare(parameters, credential) {
		const mobileNumber = parameters.tenDigitMobile('mobileNumber');
		const templateId = parameters.text('templateId');
		const otpLength = String(parameters.integer('otpLength', { from: 4, to: 9 }));
		const hasExpiry = parameters.raw('additionalFields.otpExpiry') !== undefined;
		const transactionId = readTransactionId(parameters);

		const request = hyperVergeRequest(credential, '/verifyMobileSendOtp', transactionId, {
			templateId,
			mobileNumber,
			otpLength: writeOtpLength(parameters, otpLength),
			...(hasExpiry && {
				otpExpiry: String(
					parameters.integer('additionalFields.otpExpiry', { from: 1, to: LONGEST_EXPIRY_MINUTES }),
				),
			}),
		});
		return {
			recipients: [mobileNumber],
			secrets: [],
			identity: [mobileNumber],
			reference: { transactionId },
			perform: async (call) => readSent(transactionId, await call(request)),
		};
	},
};
