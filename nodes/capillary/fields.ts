import type { INodeCredentialDescription, INodePropertyOptions } from 'n8n-workflow';

import {
	amount,
	choiceField,
	emailAddress,
	type Field,
	field,
	internationalMobile,
	letterCode,
	matching,
	type Reader,
	type Roles,
	text,
} from '../engine';
import { countryCodeOf } from './credential';

/** The fields that Capillary nodes have in common. */

export const authentication = choiceField({
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'API Client', value: 'client', description: 'With the key and secret of an API client' },
		{ name: 'Till', value: 'till', description: 'With the user name and password of a till' },
	],
	default: 'till',
	description: 'How the node authenticates with Capillary',
});

/** Credential types by *Authentication*. */
export const CREDENTIAL_TYPES = { till: 'capillaryTillApi', client: 'capillaryClientApi' } as const;

export const credentials = Object.entries(CREDENTIAL_TYPES).map(
	([way, name]): INodeCredentialDescription => ({
		name,
		required: true,
		displayOptions: { show: { [authentication.property.name]: [way] } },
	}),
);

export const mobile = internationalMobile(countryCodeOf);

/**
 * Text whose format depends on another field.
 *
 * @param forms readers by value of that field; for other values, any text is valid
 */
function formBy<Kind extends string>(
	kind: Field<string, Kind>,
	forms: Partial<Record<Kind, Reader<string | undefined>>>,
): Reader<string> {
	const anyText = text();
	return {
		expected: anyText.expected,
		read(input) {
			const reader = forms[input.of(kind)] ?? anyText;
			const value = reader.read(input);
			if (value === undefined) throw input.refusal(reader.expected);
			return value;
		},
	};
}

export const entityType = choiceField({
	displayName: 'Entity Type',
	name: 'entityType',
	type: 'options',
	options: [
		{ name: 'Email', value: 'EMAIL' },
		{ name: 'Mobile', value: 'MOBILE' },
	],
	default: 'MOBILE',
	description: 'What identifies the user that the code belongs to',
});

/**
 * The owner of a code. Must be exactly the same when the code is generated and when it is validated.
 *
 * @see https://docs.capillarytech.com/reference/generate-otp
 */
export const entityValue = field(
	{
		displayName: 'Entity Value',
		name: 'entityValue',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +91 98765 43210',
		description:
			"The mobile number or email address as text, exactly as the user wrote it. A number without country code gets the 'Default Country Code' of the credential.",
	},
	formBy(entityType, { EMAIL: emailAddress, MOBILE: mobile }),
	{ recipient: true, identity: true },
);

const PURPOSES = [
	{ name: 'Coupon Redemption', value: 'COUPON' },
	{ name: 'Customer Identifier Change', value: 'CUSTOMER_IDENTIFIER_CHANGE' },
	{ name: 'Customer Issue Link Card', value: 'CUSTOMER_ISSUE_LINK_CARD' },
	{ name: 'Customer Status Update', value: 'CUSTOMER_STATUS_UPDATE' },
	{ name: 'Generic', value: 'GENERIC' },
	{ name: 'Points Redemption', value: 'POINTS' },
	{ name: 'Points Transfer', value: 'POINTSTRANSFER' },
	{ name: 'Registration', value: 'REGISTRATION' },
	{ name: 'Subscription', value: 'SUBSCRIPTION' },
	{ name: 'User Group', value: 'USERGROUP' },
] as const;

type Purpose = (typeof PURPOSES)[number]['value'];

/**
 * The purpose of a code.
 *
 * @param without purposes that the operation does not accept
 */
export function purpose<Name extends string, const Without extends Purpose = never>(
	labels: { displayName: string; name: Name; description: string },
	roles: Roles,
	without: readonly Without[] = [],
) {
	const isTaken = (option: (typeof PURPOSES)[number]) =>
		!without.some((excluded) => excluded === option.value);
	type Option = INodePropertyOptions & { value: Exclude<Purpose, Without> };
	return choiceField(
		{
			...labels,
			type: 'options',
			options: PURPOSES.filter(isTaken) as Option[],
			default: 'REGISTRATION',
		},
		roles,
	);
}

/**
 * The identifier of a customer.
 *
 * @param forms readers by identifier name; for other names, any text is valid
 */
export function identifierValueBy<Name extends string>(
	identifierName: Field<string, Name>,
	forms: Partial<Record<Name, Reader<string | undefined>>>,
) {
	return field(
		{
			displayName: 'Identifier Value',
			name: 'identifierValue',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. +91 98765 43210',
			description:
				"The mobile number, email address or ID that the customer is registered with. A number without country code gets the 'Default Country Code' of the credential.",
		},
		formBy(identifierName, forms),
		{ recipient: true, identity: true },
	);
}

/**
 * @see https://docs.capillarytech.com/reference/redeem-coupon
 * @see https://docs.capillarytech.com/reference/redeem-points
 */
export const identifierName = choiceField(
	{
		displayName: 'Identifier Name',
		name: 'identifierName',
		type: 'options',
		options: [
			{ name: 'Card External ID', value: 'card_external_id' },
			{ name: 'Card Number', value: 'card_number' },
			{
				name: 'Customer ID',
				value: 'id',
				description: "The number that Capillary Get OTP returns as 'reference.userId'",
			},
			{ name: 'Email', value: 'email' },
			{ name: 'External ID', value: 'external_id' },
			{ name: 'Mobile', value: 'mobile' },
		],
		default: 'mobile',
		description: 'What identifies the customer',
	},
	{ identity: true },
);

const customerId = matching(/^[0-9]{1,18}$/, 'a customer ID of 1 to 18 digits, such as 313302314');

export const identifierValue = identifierValueBy(identifierName, {
	email: emailAddress,
	id: customerId,
	mobile,
});

/** Reads a number of points above 0. */
function pointsReader(expected: string, decimals: number): Reader<number | undefined> {
	const reader = amount(expected, decimals);
	return {
		expected,
		read(input) {
			const text = reader.read(input);
			if (text === undefined) return undefined;
			const points = Number(text);
			if (points === 0) throw input.mistyped('invalidRequest', expected);
			return points;
		},
	};
}

const pointsProperty = {
	displayName: 'Points',
	name: 'points',
	type: 'number',
	required: true,
	typeOptions: { minValue: 0, numberPrecision: 3 },
	default: 0,
	description: 'How many points to redeem',
} as const;

export const points = field(pointsProperty, pointsReader('a number above 0 with at most 3 decimals', 3), {
	identity: true,
});

/** Checking takes whole points only. @see https://docs.capillarytech.com/reference/check-if-points-redeemable */
export const wholePoints = field(pointsProperty, pointsReader('a whole number above 0', 0), {
	identity: true,
});

export const validationCode = field(
	{
		displayName: 'Validation Code',
		name: 'validationCode',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		default: '',
		description:
			'The code as text, exactly as the user wrote it. Do not check it with Capillary Validate OTP first: redeeming checks it, and validating may use it up.',
	},
	letterCode,
	{ secret: true, identity: true },
);

export const programId = field(
	{
		displayName: 'Program ID',
		name: 'programId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 504',
		description: 'The loyalty program to redeem from, if your organization has several',
	},
	matching(/^[0-9]{1,18}$/, 'a number of 1 to 18 digits'),
);

export const transactionNumber = field(
	{
		displayName: 'Transaction Number',
		name: 'transactionNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. bill-110',
		description: 'The number of the bill',
	},
	text(),
);
