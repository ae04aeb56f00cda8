import { collection, field, type Collection, type Field, type Reader } from './field';

/** Fields that several providers have in common. */

/** The code to verify. */
export function otpField<Value>(reader: Reader<Value>) {
	return field(
		{
			displayName: 'OTP',
			name: 'otp',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'The code as text, exactly as the user wrote it. As a number, it would lose leading zeros.',
		},
		reader,
		{ secret: true, identity: true },
	);
}

/** The optional fields of a node, in alphabetical order of their labels. */
export function additionalFields<const Members extends readonly Field[]>(
	...members: Members
): Collection<Members> {
	return collection(
		{ displayName: 'Additional Fields', name: 'additionalFields', placeholder: 'Add Field' },
		members,
	);
}

/** Settings for details that a provider documents inconsistently. Each description says when to change it. */
export function providerQuirks<const Members extends readonly Field[]>(
	...members: Members
): Collection<Members> {
	return collection({ displayName: 'Provider Quirks', name: QUIRKS, placeholder: 'Add Quirk' }, members);
}

/** The last collection of a form. */
export const QUIRKS = 'providerQuirks';
