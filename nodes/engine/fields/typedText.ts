import type { FieldInput } from './field';

/** Longest text that is read, in characters. */
const LONGEST = 1000;

/** Characters without a glyph, such as the zero-width space that messengers put into copied text. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const DASHES = /[\p{Pd}\u2212]/gu;

const isDigit = (codePoint: number) => /\p{Nd}/u.test(String.fromCodePoint(codePoint));

/** The ASCII digit of a decimal digit of any script. Unicode keeps the ten digits of a script together. */
function toAsciiDigit(digit: string): string {
	const codePoint = digit.codePointAt(0) as number;
	let value = 0;
	while (value < 9 && isDigit(codePoint - value - 1)) value += 1;
	return String(value);
}

/**
 * Writes a text the plain way: without invisible characters, with ASCII digits, ASCII letters where they
 * were full width, `-` for every dash, and single spaces.
 *
 * @see https://www.unicode.org/reports/tr15/ (NFKC)
 */
export function plainText(text: string): string {
	return text
		.normalize('NFKC')
		.replace(INVISIBLE, '')
		.replace(/\p{Nd}/gu, toAsciiDigit)
		.replace(DASHES, '-')
		.replace(/\s+/g, ' ')
		.trim();
}

/** A whole number as text, for values in which leading zeros do not count. */
function digitsOf(value: number, { refusal }: FieldInput, expected: string): string {
	if (!Number.isSafeInteger(value) || value < 0) throw refusal(expected);
	return String(value);
}

/**
 * Reads what a user typed into a form, the plain way.
 *
 * @param expected completes "must be …"
 * @param ofNumber writes a value that is a number as text, or throws
 * @returns `undefined` if the field is empty; an empty text if nothing in it can be read
 * @throws InvalidParameter if the value is of another type
 */
export function readTyped(
	input: FieldInput,
	expected: string,
	ofNumber: (value: number) => string = (value) => digitsOf(value, input, expected),
): string | undefined {
	const value = input.parameters.raw(input.path);
	if (value === undefined || value === null) return undefined;
	if (typeof value === 'number') return ofNumber(value);
	if (typeof value !== 'string') throw input.refusal('text');
	if (value.trim() === '') return undefined;
	return value.length > LONGEST ? '' : plainText(value);
}
