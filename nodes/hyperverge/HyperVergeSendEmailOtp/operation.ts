import {
	additionalFields,
	asText,
	choiceField,
	defineOperation,
	emailAddress,
	field,
	member,
	providerQuirks,
} from '../../engine';
import { readSent, requestIdOf } from '../answer';
import { sendCodes } from '../codes';
import { emailOtpLength, otpLengthAsNumber, transactionId, widgetId } from '../fields';
import { hyperVerge, hyperVergeRequest, writeOtpLength } from '../provider';

const email = field(
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. name@example.com',
		description: 'The address to send the code to, exactly as the user wrote it',
	},
	emailAddress,
	{ recipient: true, identity: true },
);

const emailField = choiceField({
	displayName: 'Email Field Name',
	name: 'emailField',
	type: 'options',
	options: [
		{ name: 'Email', value: 'email' },
		{ name: 'Email ID', value: 'emailId' },
	],
	default: 'email',
	description:
		"The name of the address field in the request. HyperVerge's documentation uses both; change it if HyperVerge reports that the address is missing.",
});

const WITHOUT_ID =
	'HyperVerge reported success without a request ID, so the code cannot be verified. Ask HyperVerge support what its message means.';

/**
 * Sends a code by email.
 *
 * @see https://documentation.hyperverge.co/api-reference/india_api/Email%20OTP%20Verification%20APIs/send_email_OTP_api
 */
export const sendEmailOtp = defineOperation({
	provider: hyperVerge,
	name: 'sendEmailOtp',
	kind: 'send',
	description: 'Send a one-time password (OTP) by email',
	tool: "Sends a real email with a one-time password through HyperVerge. The output has 'outcome' sent, throttled or notSent, and never the code; 'reference.requestId' is needed to verify it. Give the address exactly as the user wrote it. One that cannot be read comes back as notSent with 'reason' invalidRecipient: ask the user to correct it. Do not repeat it blindly: each repeat sends another email.",
	hints: [
		{
			message: 'A 4-digit code can be guessed in 10,000 attempts. Use 6 digits where possible.',
			displayCondition: '={{ String($parameter["otpLength"]) === "4" }}',
			location: 'ndv',
			whenToDisplay: 'always',
		},
	],
	codes: sendCodes,
	searchWords: ['send otp', 'email otp', '2fa', 'verification code', 'onboarding'],
	form: [
		email,
		emailOtpLength,
		additionalFields(transactionId, widgetId),
		providerQuirks(emailField, otpLengthAsNumber),
	],
	identifiers: ['requestId'],
	async perform(item, { call, credential }) {
		const request = hyperVergeRequest(credential, '/sendOTPEmail', item.transactionId, {
			[item.emailField]: item.email,
			otpLength: writeOtpLength(item.otpLength, item.otpLengthAsNumber),
			widgetId: item.widgetId,
		});
		const answer = await call(request);
		const statement = readSent(item.transactionId, answer);
		const requestId = requestIdOf(answer);
		if (requestId !== '') return { ...statement, reference: { requestId } };
		if (statement.says !== 'yes') return statement;
		const { statusCode, correlations } = statement;
		const message = asText(member(member(answer.json, 'result'), 'message'));
		return { says: 'neither', fault: 'unreadable', statusCode, message, correlations, hint: WITHOUT_ID };
	},
});
