import { additionalFields, defineOperation, field, providerQuirks, text, wholeNumber } from '../../engine';
import { readSent } from '../answer';
import { sendCodes } from '../codes';
import { mobileNumber, otpLengthAsNumber, transactionId } from '../fields';
import { hyperVerge, hyperVergeRequest, writeOtpLength } from '../provider';

const templateId = field(
	{
		displayName: 'Template ID',
		name: 'templateId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. tmpl-1',
		description: 'The SMS template that HyperVerge assigned to your organization',
	},
	text(),
);

const otpLength = field(
	{
		displayName: 'OTP Length',
		name: 'otpLength',
		type: 'number',
		typeOptions: { minValue: 4, maxValue: 9, numberPrecision: 0 },
		default: 6,
		description: 'How many digits the code has, from 4 to 9. 4-digit codes are easy to guess.',
	},
	wholeNumber({ from: 4, to: 9 }),
	{ filled: true },
);

const otpExpiry = field(
	{
		displayName: 'OTP Expiry',
		name: 'otpExpiry',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 10,
		description:
			'How long the code is valid, in minutes. Without it, HyperVerge uses its own default, presumably one day.',
	},
	wholeNumber({ from: 1, to: 24 * 60 }),
);

/**
 * Sends a code by SMS. HyperVerge's documentation says "email" in one place by mistake.
 *
 * @see https://documentation.hyperverge.co/api-reference/india_api/Mobile%20Number%20OTP%20APIs/send_mobile_otp
 */
export const sendMobileOtp = defineOperation({
	provider: hyperVerge,
	name: 'sendMobileOtp',
	kind: 'send',
	description: 'Send a one-time password (OTP) by SMS',
	tool: "Sends a real SMS with a one-time password through HyperVerge. The output has 'outcome' sent, throttled or notSent, and never the code. Give the mobile number as text, exactly as the user wrote it. One that cannot be read comes back as notSent with 'reason' invalidRecipient: ask the user to correct it. Do not repeat it blindly: each repeat sends another SMS.",
	hints: [
		{
			message: 'A 4-digit code can be guessed in 10,000 attempts. Use 6 digits where possible.',
			displayCondition: '={{ String($parameter["otpLength"]) === "4" }}',
			location: 'ndv',
			whenToDisplay: 'always',
		},
	],
	codes: sendCodes,
	searchWords: ['send otp', 'sms otp', 'mobile otp', '2fa', 'verification code', 'onboarding'],
	form: [
		mobileNumber,
		templateId,
		otpLength,
		additionalFields(otpExpiry, transactionId),
		providerQuirks(otpLengthAsNumber),
	],
	async perform(item, { call, credential }) {
		const request = hyperVergeRequest(credential, '/verifyMobileSendOtp', item.transactionId, {
			templateId: item.templateId,
			mobileNumber: item.mobileNumber,
			otpLength: writeOtpLength(item.otpLength, item.otpLengthAsNumber),
			otpExpiry: item.otpExpiry?.toString(),
		});
		return readSent(item.transactionId, await call(request));
	},
});
