import { aBadAddress, BAD_OPTIONS, badAddresses, badRules, NO_CREDENTIAL } from '../support/badSettings';
import {
	nothings,
	CONTROL_CHARACTERS,
	NOT_A_LINE,
	NOT_A_SWITCH,
	NOT_AN_EMAIL,
	NOT_TEXTS,
	NO_CODE,
	NO_EMAIL,
	notOneOf,
	ROUNDED,
	type BadValue,
} from '../support/badValues';
import { describeFields, describeSettings, FIELD, type Field, type Subject } from '../support/refusals';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();

const SEND: Subject = {
	type: 'hyperVergeSendEmailOtp',
	provider: 'hyperverge',
	operation: 'sendEmailOtp',
	credential: 'hyperVergeApi',
	parameters: { email: 'asha@example.com' },
	path: '/sendOTPEmail',
};

const VERIFY: Subject = {
	type: 'hyperVergeVerifyEmailOtp',
	provider: 'hyperverge',
	operation: 'verifyEmailOtp',
	credential: 'hyperVergeApi',
	parameters: { requestId: 'request-1', otp: '123456' },
	path: '/verifyOTPEmail',
};

const HEADER = 'must be up to 200 letters, digits and signs without spaces';

const NOT_A_HEADER: BadValue[] = [
	...NOT_TEXTS,
	...ROUNDED,
	...CONTROL_CHARACTERS,
	['a space in it', 'journey 1', HEADER],
	['letters beyond ASCII', 'journée-1', HEADER],
	['Arabic-Indic digits', '٤٧١١', HEADER],
	['more than 200 characters', 'j'.repeat(201), HEADER],
];

function common(required: Subject['parameters']): Field[] {
	const additional = (name: string) => ({ ...required, additionalFields: { [name]: FIELD } });
	return [
		{
			label: 'Transaction ID',
			parameters: additional('transactionId'),
			takes: 'journey-1',
			refuses: NOT_A_HEADER,
		},
		{ label: 'Widget ID', parameters: additional('widgetId'), takes: '33686c6f6e4e', refuses: NOT_A_LINE },
	];
}

describeFields(simulator, SEND, [
	{ label: 'Email', parameters: { email: FIELD }, takes: 'asha@example.com', refuses: NO_EMAIL },
	{
		label: 'OTP Length',
		parameters: { otpLength: FIELD },
		takes: '6',
		refuses: [
			...notOneOf('4', '6'),
			['5 digits', 5, 'must be one of 4, 6'],
			['8 digits', '8', 'must be one of 4, 6'],
			['a leading zero', '06', 'must be one of 4, 6'],
		],
	},
	...common({}),
	{
		label: 'Email Field Name',
		parameters: { providerQuirks: { emailField: FIELD } },
		takes: 'email',
		refuses: notOneOf('email', 'emailId').filter(([, value]) => value !== undefined && value !== null),
	},
	{
		label: 'Send OTP Length as Number',
		parameters: { providerQuirks: { otpLengthAsNumber: FIELD } },
		takes: false,
		refuses: NOT_A_SWITCH,
	},
]);

describeFields(simulator, VERIFY, [
	{
		label: 'Request ID',
		parameters: { requestId: FIELD },
		takes: 'request-1',
		refuses: [...nothings('must be filled in'), ...NOT_A_LINE],
	},
	{ label: 'OTP', parameters: { otp: FIELD }, takes: '123456', refuses: NO_CODE },
	{
		label: 'Email',
		parameters: { additionalFields: { email: FIELD } },
		takes: 'asha@example.com',
		refuses: NOT_AN_EMAIL,
	},
	...common({}),
]);

describeSettings(simulator, SEND, [
	NO_CREDENTIAL,
	...badAddresses('baseUrl', 'Base URL'),
	...badRules('429'),
	...BAD_OPTIONS,
]);

describeSettings(simulator, VERIFY, [
	NO_CREDENTIAL,
	...aBadAddress('baseUrl', 'Base URL'),
	...badRules('400'),
	...BAD_OPTIONS,
	{
		name: 'a calculation without a result as the request ID',
		parameters: { requestId: '={{ Number("none") }}' },
		names: "'Request ID'",
		says: 'must be',
	},
]);
