import { collection, field, type Collection, type Field } from './field';
import { oneTimePassword } from './readers';

/** What is filled in alike at several providers. */

export const otp = field(
	{
		displayName: 'OTP',
		name: 'otp',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		default: '',
		description: 'The code that the user received. Pass it as text, not as a number, to keep leading zeros.',
	},
	oneTimePassword,
	{ secret: true, identity: true },
);

/**
 * @param members the optional fields, in alphabetical order of their labels
 * @returns the collection of a node's optional fields
 */
export function additionalFields<const Members extends readonly Field[]>(
	...members: Members
): Collection<Members> {
	return collection(
		{ displayName: 'Additional Fields', name: 'additionalFields', placeholder: 'Add Field' },
		members,
	);
}

/**
 * @param members the settings, in alphabetical order of their labels, each with a sentence that says
 * when to change it
 * @returns the collection of settings for what a provider's documentation says in two ways
 */
export function providerQuirks<const Members extends readonly Field[]>(
	...members: Members
): Collection<Members> {
	return collection({ displayName: 'Provider Quirks', name: QUIRKS, placeholder: 'Add Quirk' }, members);
}

/** The collection that comes last in a form. */
export const QUIRKS = 'providerQuirks';
