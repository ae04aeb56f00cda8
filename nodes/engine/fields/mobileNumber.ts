import type { Credential } from '../operation/provider';
import type { Reader } from './field';
import { readTyped } from './typedText';

/** India's country code. Its national numbers have ten digits, and some begin with 91 themselves. */
const INDIA = '91';

/** Longest national number of most countries, in digits. */
const LONGEST_NATIONAL = 10;

/** Fewest digits after a country code. */
const SHORTEST_NATIONAL = 8;

/** A number as typed. */
interface Typed {
	/** Begins with its country code, as `+` or `00` in front of it says. */
	isInternational: boolean;
	/** Without `+`, `00` and the `0` that is dialed before a national number. */
	digits: string;
}

/** Reads a number in any usual notation; `undefined` if it is none. */
function parse(text: string): Typed | undefined {
	// Some write the zero for callers from the same country as well: +44 (0)7700 900000.
	const compact = text.replace(/^((?:\+|00)[^(]*)\(0\)/, '$1').replace(/[ ().-]/g, '');
	const found = /^(?:tel:)?(\+|00)?(0?)([1-9][0-9]{5,16})$/i.exec(compact);
	if (found === null) return undefined;
	const [, marker, zero, digits] = found;
	if (marker !== undefined && zero !== '') return undefined;
	return { isInternational: marker !== undefined, digits };
}

/** The digits of an Indian number without its country code; `undefined` if it is none. */
function toIndianNational({ isInternational, digits }: Typed): string | undefined {
	const found = /^(910?)?([1-9][0-9]{9})$/.exec(digits);
	if (found === null || (isInternational && found[1] === undefined)) return undefined;
	return found[2];
}

/**
 * A number without `+` or `00` has a country code if it is too long for a national number, or long enough
 * for one after the given code.
 */
function hasCountryCode({ isInternational, digits }: Typed, code: string): boolean {
	if (isInternational || digits.length > LONGEST_NATIONAL) return true;
	return (
		code !== '' &&
		code !== INDIA &&
		digits.startsWith(code) &&
		digits.length >= code.length + SHORTEST_NATIONAL
	);
}

/** The digits of a number with its country code; `undefined` if it is no number. */
function toInternational(typed: Typed, code: string): string | undefined {
	const isComplete = hasCountryCode(typed, code);
	const digits = isComplete ? typed.digits : code + typed.digits;
	if ((isComplete || code !== '') && digits.startsWith(INDIA)) {
		const national = toIndianNational({ isInternational: true, digits });
		return national === undefined ? undefined : INDIA + national;
	}
	// ITU-T E.164 allows 15 digits.
	return digits.length >= 7 && digits.length <= 15 ? digits : undefined;
}

function mobileNumber(
	expected: string,
	read: (typed: Typed, credential: Credential) => string | undefined,
): Reader<string | undefined> {
	return {
		expected,
		read(input) {
			const text = readTyped(input, expected);
			if (text === undefined) return undefined;
			const typed = parse(text);
			const number = typed && read(typed, input.credential);
			if (number === undefined) throw input.mistyped('invalidRecipient', expected);
			return number;
		},
	};
}

/**
 * Reads a mobile number, in any usual notation, for providers that serve India only.
 *
 * @returns ten digits, without country code
 */
export const indianMobile = mobileNumber(
	'an Indian mobile number of 10 digits, such as 98765 43210',
	toIndianNational,
);

/**
 * Reads a mobile number in any usual notation.
 *
 * @param defaultCode the country code of numbers without one, from the credential; empty to leave them as
 * they are
 * @returns country code and number in digits, without `+`
 */
export function internationalMobile(
	defaultCode: (credential: Credential) => string,
): Reader<string | undefined> {
	return mobileNumber('a mobile number with country code, such as +91 98765 43210', (typed, credential) =>
		toInternational(typed, defaultCode(credential)),
	);
}
