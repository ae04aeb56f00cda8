import type { INodeProperties } from 'n8n-workflow';

/** What a person fills in alike at several providers. */

export const otp: INodeProperties = {
	displayName: 'OTP',
	name: 'otp',
	type: 'string',
	typeOptions: { password: true },
	required: true,
	default: '',
	description:
		'The code that the person received. Give it as text, not as a number, so that leading zeros stay.',
};

/**
 * @param options the optional fields, in alphabetical order of their labels
 * @returns the collection of a node's optional fields
 */
export function additionalFields(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options,
	};
}

/**
 * @param options the settings, in alphabetical order of their labels, each with a sentence that says
 * when to change it
 * @returns the collection of settings for what a provider's documentation says in two ways
 */
export function providerQuirks(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Provider Quirks',
		name: 'providerQuirks',
		type: 'collection',
		placeholder: 'Add Quirk',
		default: {},
		options,
	};
}
