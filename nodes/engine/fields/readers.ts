import type { FieldInput, Reader } from './field';

/** Longest text that a field takes unless it says otherwise, in characters. */
const LONGEST_TEXT = 1000;

/** Also rejects lone surrogates (`Cs`), which do not survive UTF-8 encoding. */
const CONTROL_CHARACTERS = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
const CONTROL_CHARACTERS_BUT_BREAKS = /[^\P{Cc}\r\n\t]|\p{Cs}/u;
/** Invisible characters (`Cf`) make another address that looks the same. */
const EMAIL_ADDRESS =
	/^[^\s@"<>(),;:\\[\]\p{Cf}]{1,64}@[^\s@"<>(),;:\\[\]\p{Cf}]+\.[^\s@"<>(),;:\\[\]\p{Cf}]{2,}$/u;

/** What a text may be. */
export interface TextLimits {
	/** In characters. */
	longest?: number;
	/** Allows line breaks. */
	lines?: boolean;
	/**
	 * Refuses numbers, for codes whose digits all count: 012345 is 12345 as a number, and nobody can
	 * tell any more whether a zero was lost.
	 */
	exact?: boolean;
}

function readText({ parameters, path, refusal }: FieldInput, limits: TextLimits): string | undefined {
	const value = parameters.raw(path);
	if (value === undefined || value === null) return undefined;
	if (typeof value !== 'string' && typeof value !== 'number') throw refusal('text');
	if (typeof value === 'number' && limits.exact) {
		const label = parameters.label(path);
		throw refusal(
			'text: a number may have lost leading zeros',
			`Provide ${label} as text at its source: a form field of type Text, a text column or a JSON string in quotes.`,
		);
	}
	if (typeof value === 'number' && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) {
		throw refusal('text: as a number, it has lost digits');
	}
	const text = String(value).trim();
	const longest = limits.longest ?? LONGEST_TEXT;
	if (text.length > longest) throw refusal(`at most ${longest} characters long`);
	const forbidden = limits.lines ? CONTROL_CHARACTERS_BUT_BREAKS : CONTROL_CHARACTERS;
	if (forbidden.test(text)) {
		throw refusal(limits.lines ? 'free of control characters' : 'a single line without control characters');
	}
	return text === '' ? undefined : text;
}

/**
 * A text without surrounding spaces.
 *
 * @param limits what it may be; a single line of up to 1000 characters if left out
 */
export function text(limits: TextLimits = {}): Reader<string | undefined> {
	return { expected: 'filled in', read: (input) => readText(input, limits) };
}

/**
 * A text of a given form.
 *
 * @param pattern the form
 * @param expected the form in words, as the end of a sentence
 * @param limits what it may be besides
 */
export function matching(
	pattern: RegExp,
	expected: string,
	limits: TextLimits = {},
): Reader<string | undefined> {
	return {
		expected,
		read(input) {
			const found = readText(input, limits);
			if (found !== undefined && !pattern.test(found)) throw input.refusal(expected);
			return found;
		},
	};
}

/** @returns whether a text is an e-mail address */
export function isEmailAddress(candidate: string): boolean {
	return EMAIL_ADDRESS.test(candidate) && !CONTROL_CHARACTERS.test(candidate);
}

export const emailAddress = matching(EMAIL_ADDRESS, 'an email address such as name@example.com');

/** A mobile number as Indian numbers are written without country code. */
export const tenDigitMobile = matching(
	/^[0-9]{10}$/,
	'a mobile number of exactly 10 digits, without country code',
);

/** A one-time password. */
export const oneTimePassword = matching(
	/^[0-9A-Za-z]{1,50}$/,
	'the code that the user received: digits and letters only, without spaces',
	{ exact: true },
);

/**
 * The value, or a new one where the field is empty.
 *
 * @param reader reads the field
 * @param make makes a value
 */
export function orNew<Value>(reader: Reader<Value | undefined>, make: () => Value): Reader<Value> {
	return { ...reader, read: (input) => reader.read(input) ?? make() };
}

/** Whether a switch is on. */
export const flag: Reader<boolean> = {
	expected: 'true or false',
	read({ parameters, path, property, refusal }) {
		const value = parameters.raw(path) ?? property.default;
		if (value === '') return false;
		if (typeof value !== 'boolean') throw refusal('true or false');
		return value;
	},
};

/**
 * A whole number, also one that is written as a text.
 *
 * @param range the smallest and largest value
 */
export function wholeNumber(range: { from: number; to: number }): Reader<number | undefined> {
	const expected = `a whole number from ${range.from} to ${range.to}`;
	return {
		expected,
		read({ parameters, path, refusal }) {
			const value = parameters.raw(path);
			if (value === undefined) return undefined;
			const number = typeof value === 'string' && /^[0-9]{1,15}$/.test(value.trim()) ? Number(value) : value;
			if (
				typeof number !== 'number' ||
				!Number.isInteger(number) ||
				number < range.from ||
				number > range.to
			) {
				throw refusal(expected);
			}
			return number;
		},
	};
}
