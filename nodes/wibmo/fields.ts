import {
	additionalFields,
	choiceField,
	digitCode,
	emailAddress,
	field,
	flag,
	internationalMobile,
	matching,
	newIdentifier,
	orNew,
	otpField,
	shown,
	vary,
	wholeNumber,
} from '../engine';
import { countryCodeOf } from './credential';

/** The fields that Wibmo nodes have in common. */

export const email = field(
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. name@example.com',
		description:
			"The user's email address, exactly as the user wrote it. Use the same one to send and to verify.",
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
		placeholder: 'e.g. +91 98765 43210',
		description:
			"The user's mobile number as text, exactly as the user wrote it. A number without country code gets the 'Default Country Code' of the credential.",
	},
	internationalMobile(countryCodeOf),
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
		description: 'The program or product that the customer is enrolled in, as assigned by Wibmo',
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
	description: 'Whether to send a new code or to retry an earlier message',
});

export const payload = choiceField({
	displayName: 'Payload',
	name: 'payload',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Already Encrypted',
			value: 'encrypted',
			description: 'Uses a token from a Wibmo Encrypt Payload node',
		},
		{
			name: 'From Fields',
			value: 'fields',
			description: 'Encrypts the fields below, sends them and decrypts the response in one step',
		},
	],
	default: 'fields',
	description: 'Where the encrypted payload comes from',
});

/** An encrypted payload from the Encrypt API or an operation. */
export const token = field(
	{
		displayName: 'Token',
		name: 'token',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		default: '',
		description: "The 'token' field of a Wibmo Encrypt Payload node. Each token can be sent only once.",
	},
	matching(
		/^[A-Za-z0-9+/]{16,}={0,2}$/,
		'an encrypted token from Wibmo or from a Wibmo Encrypt Payload node',
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
			"The 'reference.clientTxnId' field of the Wibmo Encrypt Payload node. A response with a different ID is not trusted.",
	},
	matching(
		new RegExp(`^[\\x21-\\x7e]{1,${LONGEST_TXN_ID}}$`),
		`up to ${LONGEST_TXN_ID} letters, digits and symbols, without spaces`,
	),
	{ reference: true },
);

/** A generated ID has the maximum length of the strictest of Wibmo's other APIs. */
const clientTxnId = field(
	{
		...clientTxnIdOfToken.property,
		description:
			'Your own ID of the request, unique for each request, up to 100 characters. Generated if empty.',
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
			'Whether to skip the check that the user is a registered customer. For users who are not registered yet, turn this on in both the send node and the verify node.',
	},
	flag,
);

export const payloadOptions = additionalFields(clientTxnId, skipCustomerValidation);

/** The fields of an operation whose payload is already encrypted. */
export const encryptedPayload = shown(payload, ['encrypted'], token, additionalFields(clientTxnIdOfToken));

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
		'The data type of the operation number (messageCode). Wibmo documents a number for sending and text for verifying; change it if Wibmo returns 1030.',
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
	description: 'The name of the mobile number field in a send request. Change it if Wibmo returns 1030.',
});

export const verifyMobileField = vary(sendMobileField, {
	displayName: 'Mobile Field to Verify',
	name: 'verifyMobileField',
	default: 'mobileNumber',
	description: 'The name of the mobile number field in a verify request. Change it if Wibmo returns 1030.',
});

/** The documentation spells the path with "sent", a public integration with "send". */
export function operationPath<const Path extends string>(documented: Path, other: Path) {
	return choiceField({
		displayName: 'Path',
		name: 'path',
		type: 'options',
		options: [other, documented].map((path) => ({ name: path, value: path })),
		default: documented,
		description:
			"The last part of the URL. Wibmo's documentation spells it with t; change it if the node reports that Wibmo did not recognize the request URL.",
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
		'The time zone of the request time (requestDateTime). Change it if Wibmo reports that the time is not valid.',
});

/** Wibmo documents no length; its samples have 6 digits. */
export const otp = otpField(digitCode('digits only', /^[0-9]{1,20}$/));
