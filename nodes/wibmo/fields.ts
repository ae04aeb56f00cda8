import {
	additionalFields,
	choiceField,
	emailAddress,
	field,
	flag,
	matching,
	newIdentifier,
	orNew,
	shown,
	vary,
	wholeNumber,
} from '../engine';

/** What is filled in, once for all Wibmo nodes. */

export const email = field(
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. name@example.com',
		description: 'The address of the person. Use the same one to send and to verify.',
	},
	emailAddress,
	{ recipient: true, identity: true },
);

export const mobileNumber = field(
	{
		displayName: 'Mobile Number',
		name: 'mobileNumber',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 919999900000',
		description: 'The number with its country code and without +. Use the same form to send and to verify.',
	},
	matching(/^[0-9]{10,15}$/, 'a mobile number with country code and without +, such as 919999900000'),
	{ recipient: true, identity: true },
);

export const productId = field(
	{
		displayName: 'Product ID',
		name: 'productId',
		type: 'number',
		required: true,
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 1,
		description: 'The program or product that the customer is enrolled in, as Wibmo gave it to you',
	},
	wholeNumber({ from: 0, to: 999_999_999 }),
);

export const otpGenerationType = choiceField({
	displayName: 'OTP Generation Type',
	name: 'otpGenerationType',
	type: 'options',
	options: [
		{ name: 'Fresh', value: '0', description: 'Send a new code' },
		{ name: 'Retry', value: '1', description: 'Send again because the first message did not arrive' },
	],
	default: '0',
	description: 'Whether this is the first message or another try',
});

/** How the payload of an operation comes about. */
export const payload = choiceField({
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
});

/** An encrypted payload, as the Encrypt API or an operation gave it. */
export const token = field(
	{
		displayName: 'Token',
		name: 'token',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		default: '',
		description: "The field 'token' of a Wibmo Encrypt Payload node. Each token can be sent once.",
	},
	matching(
		/^[A-Za-z0-9+/]{16,}={0,2}$/,
		'an encrypted token, as Wibmo or a Wibmo Encrypt Payload node gave it',
	),
	{ secret: true, identity: true },
);

const LONGEST_TXN_ID = 100;

const clientTxnIdOfToken = field(
	{
		displayName: 'Client Txn ID',
		name: 'clientTxnId',
		type: 'string',
		default: '',
		placeholder: 'e.g. ONBOARDING0001',
		description:
			"The 'clientTxnId' in the reference of the Wibmo Encrypt Payload node. An answer that names another one is not believed.",
	},
	matching(
		new RegExp(`^[\\x21-\\x7e]{1,${LONGEST_TXN_ID}}$`),
		`up to ${LONGEST_TXN_ID} letters, digits and signs without spaces`,
	),
	{ reference: true },
);

/** A new one is as long as the strictest of Wibmo's sibling APIs takes. */
const clientTxnId = field(
	{
		...clientTxnIdOfToken.property,
		description:
			'Your own ID of this call, different for each call, up to 100 characters. Generated when empty.',
	},
	orNew(clientTxnIdOfToken.reader, () => newIdentifier(14)),
	clientTxnIdOfToken.roles,
);

const skipCustomerValidation = field(
	{
		displayName: 'Skip Customer Validation',
		name: 'skipCustomerValidation',
		type: 'boolean',
		default: false,
		description:
			'Whether to skip the check that the person is a customer. Switch it on for people who are not registered yet, in the send node and in the verify node.',
	},
	flag,
);

/** The optional fields of a payload. */
export const payloadOptions = additionalFields(clientTxnId, skipCustomerValidation);

/** What an operation needs of a payload that was encrypted before. */
export const encryptedBefore = shown(payload, ['encrypted'], token, additionalFields(clientTxnIdOfToken));

export const messageCodeType = choiceField({
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
});

export const sendMobileField = choiceField({
	displayName: 'Mobile Field to Send',
	name: 'sendMobileField',
	type: 'options',
	options: [
		{ name: 'Card Holder Mobile Number', value: 'cardHolderMobileNumber' },
		{ name: 'Mobile Number', value: 'mobileNumber' },
	],
	default: 'cardHolderMobileNumber',
	description: 'What the mobile number is called in a request to send. Change it if Wibmo answers 1030.',
});

export const verifyMobileField = vary(sendMobileField, {
	displayName: 'Mobile Field to Verify',
	name: 'verifyMobileField',
	default: 'mobileNumber',
	description: 'What the mobile number is called in a request to verify. Change it if Wibmo answers 1030.',
});

/** The documentation spells the path "sent", a public integration "send". */
export function operationPath<const Path extends string>(documented: Path, other: Path) {
	return choiceField({
		displayName: 'Path',
		name: 'path',
		type: 'options',
		options: [other, documented].map((path) => ({ name: path, value: path })),
		default: documented,
		description:
			"The last part of the address. Wibmo's documentation spells it with t; change it if the node says that Wibmo does not know the address that was called.",
	});
}

export const timeZone = choiceField({
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
});
