import {
	choiceField,
	digitCode,
	field,
	flag,
	indianMobile,
	matching,
	newIdentifier,
	orNew,
	otpField,
	text,
} from '../engine';

/** The fields that HyperVerge nodes have in common. */

export const requestId = field(
	{
		displayName: 'Request ID',
		name: 'requestId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. {{ $json.reference.requestId }}',
		description: "The 'reference.requestId' field of the node that sent the code",
	},
	text(),
	{ identity: true, reference: true },
);

export const emailOtpLength = choiceField({
	displayName: 'OTP Length',
	name: 'otpLength',
	type: 'options',
	options: [
		{ name: '4 Digits', value: '4' },
		{ name: '6 Digits', value: '6' },
	],
	default: '6',
	description: 'How many digits the code has. HyperVerge sends 4 or 6; 6 are much harder to guess.',
});

export const mobileNumber = field(
	{
		displayName: 'Mobile Number',
		name: 'mobileNumber',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +91 98765 43210',
		description:
			"The user's mobile number as text, exactly as the user wrote it. HyperVerge serves Indian numbers only. The number is the only link between sending and verifying.",
	},
	indianMobile,
	{ recipient: true, identity: true },
);

/** The lengths that HyperVerge documents for sending, by email and by SMS. */
export const emailOtp = otpField(digitCode('4 or 6 digits', /^([0-9]{4}|[0-9]{6})$/));
export const mobileOtp = otpField(digitCode('4 to 9 digits', /^[0-9]{4,9}$/));

/** Sent as a header, which allows only printable ASCII. */
export const transactionId = field(
	{
		displayName: 'Transaction ID',
		name: 'transactionId',
		type: 'string',
		default: '',
		placeholder: 'e.g. onboarding-4711',
		description:
			'Tracks one user in the HyperVerge dashboard. Use the same value to send, retry and verify. Generated if empty.',
	},
	orNew(matching(/^[\x21-\x7e]{1,200}$/, 'up to 200 letters, digits and symbols, without spaces'), () =>
		newIdentifier(20),
	),
	{ reference: true },
);

export const widgetId = field(
	{
		displayName: 'Widget ID',
		name: 'widgetId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 33686c6f6e4e',
		description:
			'The ID of your own email template, which HyperVerge calls a widget. Use the same value to send, retry and verify. Without it, the email carries HyperVerge branding.',
	},
	text(),
);

export const otpLengthAsNumber = field(
	{
		displayName: 'Send OTP Length as Number',
		name: 'otpLengthAsNumber',
		type: 'boolean',
		default: false,
		description:
			'Whether to send the OTP length as a number instead of text. Turn this on if HyperVerge returns "is not one of enum values".',
	},
	flag,
);
