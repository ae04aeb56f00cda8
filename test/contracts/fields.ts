import type { Field, Request, Scalar, Wrong } from './contract';
import { valueAt } from './paths';
import { ADDRESSES, INDIAN_NUMBERS, type Spellings } from './spellings';
import {
	EMAIL,
	INDIAN_MOBILE,
	MOBILE_WITH_CODE,
	NO_SWITCH,
	NO_TEXTS,
	noChoice,
	noForm,
	noLine,
	noWholeNumber,
	NOTHINGS,
	NUMBERS,
	saying,
} from './wrongValues';

export type More = Partial<Field>;

const isRequired = ({ empty = 'refused' }: More) => empty === 'refused';

/** Reads `body.a[0].b`, `query.a` or `headers.A` of the first request of an item. */
export const at =
	(place: string): Field['arrived'] =>
	([request]) =>
		valueAt(request, place);

/** An identifier that the node makes where the builder gives none. */
export const madeUp = (length: number) => new RegExp(`^[0-9A-HJKMNP-TV-Z]{${length}}$`);

/**
 * A text of any form.
 *
 * @param place where it arrives, see {@link at}
 * @param valid a value that works
 * @param usual values that it does not take, unless `more` names others; those without content are added where
 * it is required
 * @param says what it says where it is required and empty
 */
export function form(
	label: string,
	place: string,
	valid: string,
	usual: readonly Wrong[],
	says: string,
	{ refuses = usual, ...more }: More = {},
): Field {
	return {
		label,
		takes: [valid, ` ${valid}\t`],
		arrives: (given) => String(given).trim(),
		arrived: at(place),
		refuses: isRequired(more) ? [...saying(says, ...NOTHINGS), ...refuses] : refuses,
		empty: 'refused',
		empties: NOTHINGS,
		...more,
	};
}

/** A line of text. */
export const text = (label: string, place: string, valid: string, more: More = {}) =>
	form(label, place, valid, noLine(), 'must be filled in', more);

/** A line of text that may be missing. */
export const optional = (label: string, place: string, valid: string, more: More = {}) =>
	text(label, place, valid, { empty: 'absent', ...more });

/** A text of a given form. */
export const matching = (
	label: string,
	place: string,
	valid: string,
	says: string,
	wrong: readonly unknown[],
	more: More = {},
) => form(label, place, valid, noForm(says, ...wrong), says, more);

/**
 * A text that end users type, in any way of writing.
 *
 * @param valid as it arrives
 * @param reason of an item whose value cannot be one
 */
export const typed = (
	label: string,
	place: string,
	valid: string,
	says: string,
	spellings: Spellings,
	reason: string,
	more: More = {},
): Field => ({
	...form(label, place, valid, [...NO_TEXTS, ...saying(says, -1, 1.5, 2 ** 60)], says, more),
	typed: { spellings, reason, says },
});

/** The address of the recipient. */
export const email = (place: string, more: More = {}) =>
	typed('Email', place, 'asha@example.com', EMAIL, ADDRESSES, 'invalidRecipient', {
		recipient: 'email',
		refuses: [...saying(EMAIL, 9876543210), ...NO_TEXTS],
		...more,
	});

/** A mobile number for a provider that serves India only. */
export const indianMobile = (label: string, place: string, more: More = {}) =>
	typed(label, place, '9876543211', INDIAN_MOBILE, INDIAN_NUMBERS, 'invalidRecipient', {
		recipient: 'mobile',
		...more,
	});

/** A mobile number with country code. */
export const mobileWithCode = (label: string, place: string, spellings: Spellings, more: More = {}) =>
	typed(label, place, '919876543211', MOBILE_WITH_CODE, spellings, 'invalidRecipient', {
		recipient: 'mobileWithCountry',
		...more,
	});

/**
 * The code that the recipient typed.
 *
 * @param says what codes the provider has
 */
export const code = (label: string, place: string, says: string, spellings: Spellings, more: More = {}) => {
	const expected = `must be the code that the user received: ${says}`;
	return typed(label, place, '012345', expected, spellings, 'malformedCode', {
		secret: 'code',
		identifies: true,
		textOnly: true,
		refuses: [...NO_TEXTS, ...NUMBERS],
		...more,
	});
};

/** An amount, which a form may give as a number too. */
export const amount = (
	label: string,
	place: string,
	valid: string,
	says: string,
	spellings: Spellings,
	more: More = {},
) => typed(label, place, valid, says, spellings, 'invalidRequest', { refuses: NO_TEXTS, ...more });

/** One of a fixed list, which refuses to be empty unless it has a default. */
export function choice(label: string, place: string, values: readonly string[], more: More = {}): Field {
	const numbers = values.filter((value) => String(Number(value)) === value).map(Number);
	const empties = [undefined, null];
	return {
		label,
		takes: [...values, ...numbers] as [Scalar, ...Scalar[]],
		arrives: String,
		arrived: at(place),
		refuses: noChoice(...values).filter(({ value }) => isRequired(more) || !empties.includes(value as null)),
		empty: 'refused',
		empties,
		...more,
	};
}

/** A choice between names that a member of the request can have; the first is the documented one. */
export const nameOf = (
	label: string,
	names: readonly string[],
	within: (request: Request) => unknown,
	more: More = {},
) =>
	choice(label, '', names, {
		arrived: ([request]) => names.find((name) => name in (within(request) as object)),
		empty: { is: names[0] },
		...more,
	});

/** A whole number, and the type that the request carries it in. */
export const wholeNumber = (
	label: string,
	place: string,
	valid: number,
	range: { from: number; to: number; as: typeof String | typeof Number },
	more: More = {},
): Field => ({
	label,
	takes: [valid, String(valid), range.from, range.to],
	arrives: (given) => range.as(Number(given)),
	arrived: at(place),
	refuses: noWholeNumber(range.from, range.to).filter(({ value }) => isRequired(more) || value !== undefined),
	empty: 'refused',
	empties: [undefined],
	...more,
});

/** A switch, and what the request carries while it is on and off. */
export const toggle = (label: string, place: string, on: unknown, off: unknown, more: More = {}): Field => ({
	label,
	takes: [true, false, 'true', 'false', ' TRUE '],
	arrives: (given) => (/true/i.test(String(given)) ? on : off),
	arrived: at(place),
	refuses: NO_SWITCH,
	empty: { is: off },
	empties: [undefined, ''],
	...more,
});
