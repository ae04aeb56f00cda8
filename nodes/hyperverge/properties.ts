import type { INodeProperties } from 'n8n-workflow';

import { additionalFields as optionalFields, providerQuirks as quirks } from '../engine';

/** What a person fills in, once for all HyperVerge nodes. */
export { otp } from '../engine';

export const requestId: INodeProperties = {
	displayName: 'Request ID',
	name: 'requestId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.reference.requestId }}',
	description: "The field 'reference.requestId' of the node that sent the code",
};

export const emailOtpLength: INodeProperties = {
	displayName: 'OTP Length',
	name: 'otpLength',
	type: 'options',
	options: [
		{ name: '4 Digits', value: '4' },
		{ name: '6 Digits', value: '6' },
	],
	default: '6',
	description: 'How many digits the code has. HyperVerge sends 4 or 6; 6 are much harder to guess.',
};

export const mobileNumber: INodeProperties = {
	displayName: 'Mobile Number',
	name: 'mobileNumber',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 9876543210',
	description:
		'The number of the person: 10 digits, without country code. It is the only link between sending and verifying.',
};

const transactionId: INodeProperties = {
	displayName: 'Transaction ID',
	name: 'transactionId',
	type: 'string',
	default: '',
	placeholder: 'e.g. onboarding-4711',
	description:
		'Tracks one person in the HyperVerge dashboard. Use the same value to send, retry and verify. Generated when empty.',
};

export const widgetId: INodeProperties = {
	displayName: 'Widget ID',
	name: 'widgetId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 33686c6f6e4e',
	description:
		'The ID of your own e-mail template, which HyperVerge calls a widget. Use the same value to send, retry and verify. Without it the e-mail carries the branding of HyperVerge.',
};

/**
 * @param before fields whose labels come before 'Transaction ID'
 * @param after fields whose labels come after it
 * @returns the optional fields of a node
 */
export function additionalFields(
	before: INodeProperties[] = [],
	after: INodeProperties[] = [],
): INodeProperties {
	return optionalFields([...before, transactionId, ...after]);
}

const emailField: INodeProperties = {
	displayName: 'Email Field Name',
	name: 'emailField',
	type: 'options',
	options: [
		{ name: 'Email', value: 'email' },
		{ name: 'Email ID', value: 'emailId' },
	],
	default: 'email',
	description:
		"What the address is called in the request. HyperVerge's documentation prints both; change it if HyperVerge answers that the address is missing.",
};

const otpLengthAsNumber: INodeProperties = {
	displayName: 'Send OTP Length as Number',
	name: 'otpLengthAsNumber',
	type: 'boolean',
	default: false,
	description:
		'Whether to send the OTP length as a number instead of text. Switch it on if HyperVerge answers "is not one of enum values".',
};

const QUIRKS = { emailField, otpLengthAsNumber };

/**
 * Settings for what HyperVerge's documentation says in two ways.
 *
 * @param names the settings that the node needs, in alphabetical order of their labels
 */
export function providerQuirks(names: ReadonlyArray<keyof typeof QUIRKS>): INodeProperties {
	return quirks(names.map((name) => QUIRKS[name]));
}
