import { additionalFields, choiceField, defineOperation } from '../../engine';
import { readSent } from '../answer';
import { sendCodes } from '../codes';
import { mobileNumber, transactionId } from '../fields';
import { hyperVerge, hyperVergeRequest } from '../provider';

const retryType = choiceField(
	{
		displayName: 'Retry Type',
		name: 'retryType',
		type: 'options',
		options: [
			{ name: 'Text (SMS)', value: 'text' },
			{ name: 'Voice Call', value: 'voice' },
		],
		default: 'text',
		description: 'How the user receives the code this time',
	},
	{ identity: true },
);

/**
 * Sends a code again to a mobile number, by SMS or voice call.
 *
 * @see https://documentation.hyperverge.co/api-reference/india_api/Mobile%20Number%20OTP%20APIs/resend_mobile_otp
 */
export const resendMobileOtp = defineOperation({
	provider: hyperVerge,
	name: 'resendMobileOtp',
	kind: 'send',
	description: 'Send the one-time password (OTP) again by SMS or voice call',
	tool: "Sends a one-time password through HyperVerge again, with a real SMS or a real voice call. The output has 'outcome' sent, throttled or notSent, and never the code. Give the mobile number as text, exactly as the user wrote it. One that cannot be read comes back as notSent with 'reason' invalidRecipient: ask the user to correct it. Do not repeat it blindly: each repeat sends another SMS or makes another call.",
	codes: sendCodes,
	searchWords: ['resend otp', 'retry otp', 'sms otp', 'voice otp', '2fa', 'verification code'],
	form: [mobileNumber, retryType, additionalFields(transactionId)],
	async perform(item, { call, credential }) {
		const request = hyperVergeRequest(credential, '/resendOtp', item.transactionId, {
			mobileNumber: item.mobileNumber,
			retryType: item.retryType,
		});
		return readSent(item.transactionId, await call(request));
	},
});
