import type { INodeProperties } from 'n8n-workflow';

import { additionalFields as optionalFields, providerQuirks as quirks } from '../engine';

/** What a person fills in, once for all Wibmo nodes. */
export { otp } from '../engine';

export const email: INodeProperties = {
	displayName: 'Email',
	name: 'email',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. name@example.com',
	description: 'The address of the person. Use the same one to send and to verify.',
};

export const mobileNumber: INodeProperties = {
	displayName: 'Mobile Number',
	name: 'mobileNumber',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 919999900000',
	description: 'The number with its country code and without +. Use the same form to send and to verify.',
};

export const productId: INodeProperties = {
	displayName: 'Product ID',
	name: 'productId',
	type: 'number',
	required: true,
	typeOptions: { minValue: 0, numberPrecision: 0 },
	default: 1,
	description: 'The program or product that the customer is enrolled in, as Wibmo gave it to you',
};

export const otpGenerationType: INodeProperties = {
	displayName: 'OTP Generation Type',
	name: 'otpGenerationType',
	type: 'options',
	options: [
		{ name: 'Fresh', value: '0', description: 'Send a new code' },
		{ name: 'Retry', value: '1', description: 'Send again because the first message did not arrive' },
	],
	default: '0',
	description: 'Whether this is the first message or another try',
};

/** How the payload of an operation comes about. */
export const payload: INodeProperties = {
	displayName: 'Payload',
	name: 'payload',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Already Encrypted',
			value: 'encrypted',
			description: 'A token that a Wibmo Encrypt Payload node made before',
		},
		{
			name: 'From Fields',
			value: 'fields',
			description: 'Encrypts the fields below, sends them and decrypts the answer in one step',
		},
	],
	default: 'fields',
	description: 'Where the encrypted payload comes from',
};

export const token: INodeProperties = {
	displayName: 'Token',
	name: 'token',
	type: 'string',
	typeOptions: { password: true },
	required: true,
	default: '',
	description: "The field 'token' of a Wibmo Encrypt Payload node. Each token can be sent once.",
};

export const additionalFields = optionalFields([
	{
		displayName: 'Client Txn ID',
		name: 'clientTxnId',
		type: 'string',
		default: '',
		placeholder: 'e.g. ONBOARDING0001',
		description:
			'Your own ID of this call, different for each call, up to 100 characters. Generated when empty.',
	},
	{
		displayName: 'Skip Customer Validation',
		name: 'skipCustomerValidation',
		type: 'boolean',
		default: false,
		description:
			'Whether to skip the check that the person is a customer. Switch it on for people who are not registered yet, in the send node and in the verify node.',
	},
]);

/** The same for a token that was made before. */
export const additionalFieldsOfToken = optionalFields([
	{
		displayName: 'Client Txn ID',
		name: 'clientTxnId',
		type: 'string',
		default: '',
		placeholder: 'e.g. ONBOARDING0001',
		description:
			"The 'clientTxnId' in the reference of the Wibmo Encrypt Payload node. An answer that names another one is not believed.",
	},
]);

const messageCodeType: INodeProperties = {
	displayName: 'Message Code Type',
	name: 'messageCodeType',
	type: 'options',
	options: [
		{ name: 'As Documented', value: 'documented' },
		{ name: 'Number', value: 'number' },
		{ name: 'Text', value: 'string' },
	],
	default: 'documented',
	description:
		'How the number of the operation (messageCode) is written. Wibmo prints a number for sending and a text for verifying; change it if Wibmo answers 1030.',
};

const sendMobileField: INodeProperties = {
	displayName: 'Mobile Field to Send',
	name: 'sendMobileField',
	type: 'options',
	options: [
		{ name: 'Card Holder Mobile Number', value: 'cardHolderMobileNumber' },
		{ name: 'Mobile Number', value: 'mobileNumber' },
	],
	default: 'cardHolderMobileNumber',
	description: 'What the mobile number is called in a request to send. Change it if Wibmo answers 1030.',
};

const verifyMobileField: INodeProperties = {
	displayName: 'Mobile Field to Verify',
	name: 'verifyMobileField',
	type: 'options',
	options: [
		{ name: 'Card Holder Mobile Number', value: 'cardHolderMobileNumber' },
		{ name: 'Mobile Number', value: 'mobileNumber' },
	],
	default: 'mobileNumber',
	description: 'What the mobile number is called in a request to verify. Change it if Wibmo answers 1030.',
};

function operationPath(documented: string, other: string): INodeProperties {
	return {
		displayName: 'Path',
		name: 'path',
		type: 'options',
		options: [other, documented].map((path) => ({ name: path, value: path })),
		default: documented,
		description:
			"The last part of the address. Wibmo's documentation spells it with t; change it if the node says that Wibmo does not know the address that was called.",
	};
}

const timeZone: INodeProperties = {
	displayName: 'Time Zone',
	name: 'timeZone',
	type: 'options',
	options: [
		{ name: 'India (IST)', value: 'ist' },
		{ name: 'UTC', value: 'utc' },
	],
	default: 'ist',
	description:
		'The time zone of the time in each request (requestDateTime). Change it if Wibmo answers that the time is not valid.',
};

const QUIRKS = {
	messageCodeType,
	sendMobileField,
	verifyMobileField,
	sendEmailPath: operationPath('sentOtpEmail', 'sendOtpEmail'),
	sendMobilePath: operationPath('sentOtpMobile', 'sendOtpMobile'),
	timeZone,
};

/**
 * Settings for what Wibmo's documentation says in two ways.
 *
 * @param names the settings that the node needs, in alphabetical order of their labels
 */
export function providerQuirks(names: ReadonlyArray<keyof typeof QUIRKS>): INodeProperties {
	return quirks(names.map((name) => QUIRKS[name]));
}

/**
 * @param parameter the parameter that decides
 * @param values the values for which the properties are shown
 * @param properties what to show
 */
export function shownFor(
	parameter: string,
	values: string[],
	properties: readonly INodeProperties[],
): INodeProperties[] {
	return properties.map((property) => ({ ...property, displayOptions: { show: { [parameter]: values } } }));
}
