import type { INodeCredentialDescription, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** What a person fills in, once for all Capillary nodes. */
export { additionalFields, providerQuirks } from '../engine';

export const credentials: INodeCredentialDescription[] = [
	{
		name: 'capillaryTillApi',
		required: true,
		displayOptions: { show: { authentication: ['till'] } },
	},
	{
		name: 'capillaryClientApi',
		required: true,
		displayOptions: { show: { authentication: ['client'] } },
	},
];

export const authentication: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'API Client', value: 'client', description: 'With the key and secret of an API client' },
		{ name: 'Till', value: 'till', description: 'With the user name and password of a till' },
	],
	default: 'till',
	description: 'How the node signs in at Capillary',
};

export const entityType: INodeProperties = {
	displayName: 'Entity Type',
	name: 'entityType',
	type: 'options',
	options: [
		{ name: 'Email', value: 'EMAIL' },
		{ name: 'Mobile', value: 'MOBILE' },
	],
	default: 'MOBILE',
	description: 'What identifies the person that the code belongs to',
};

export const entityValue: INodeProperties = {
	displayName: 'Entity Value',
	name: 'entityValue',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 919876543210',
	description:
		'The mobile number with country code, or the e-mail address. Use exactly the same to generate and to validate.',
};

const ACTIONS: INodePropertyOptions[] = [
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
];

/**
 * @param parameter the parameter's name, label and description
 * @param without actions that the operation does not take
 * @returns a choice of what the code is for
 */
export function purpose(
	parameter: { displayName: string; name: string; description: string },
	without: readonly string[] = [],
): INodeProperties {
	return {
		...parameter,
		type: 'options',
		options: ACTIONS.filter(({ value }) => !without.includes(String(value))),
		default: 'REGISTRATION',
	};
}

export const identifierValue: INodeProperties = {
	displayName: 'Identifier Value',
	name: 'identifierValue',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 919876543210',
	description: 'The mobile number, address or ID that the customer is registered with',
};

export const customerIdentifier: INodeProperties[] = [
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
				description: "The number that Capillary Get OTP returns as 'userId' in 'reference'",
			},
			{ name: 'Email', value: 'email' },
			{ name: 'External ID', value: 'external_id' },
			{ name: 'Mobile', value: 'mobile' },
		],
		default: 'mobile',
		description: 'What identifies the customer',
	},
	identifierValue,
];

export const points: INodeProperties = {
	displayName: 'Points',
	name: 'points',
	type: 'number',
	required: true,
	typeOptions: { minValue: 0, numberPrecision: 3 },
	default: 0,
	description: 'How many points to redeem',
};

export const validationCode: INodeProperties = {
	displayName: 'Validation Code',
	name: 'validationCode',
	type: 'string',
	typeOptions: { password: true },
	required: true,
	default: '',
	description:
		'The code that the person received. Do not check it with Capillary Validate OTP before: redeeming checks it, and validating may use it up.',
};

export const programId: INodeProperties = {
	displayName: 'Program ID',
	name: 'programId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 504',
	description: 'The loyalty program to redeem from, for organisations with several',
};
