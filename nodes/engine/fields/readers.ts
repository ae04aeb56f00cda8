import type { FieldInput, Reader } from './field';

/** Default maximum length of a text, in characters. */
const LONGEST_TEXT = 1000;

/** Also rejects lone surrogates (`Cs`), which do not survive UTF-8 encoding. */
const CONTROL_CHARACTERS = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
const CONTROL_CHARACTERS_BUT_BREAKS = /[^\P{Cc}\r\n\t]|\p{Cs}/u;
/** Rejects invisible characters (`Cf`): the address would look like another one. */
const EMAIL_ADDRESS =
	/^[^\s@"<>(),;:\\[\]\p{Cf}]{1,64}@[^\s@"<>(),;:\\[\]\p{Cf}]+\.[^\s@"<>(),;:\\[\]\p{Cf}]{2,}$/u;

/** What a text may be. */
export interface TextLimits {
	/** In characters. */
	longest?: number;
	/** Allows line breaks. */
	lines?: boolean;
	/**
	 * Rejects numbers, for codes in which leading zeros count: 012345 becomes 12345 as a number, and the
	 * loss cannot be detected.
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
 * Trimmed text: by default, a single line of up to 1000 characters.
 */
export function text(limits: TextLimits = {}): Reader<string | undefined> {
	return { expected: 'filled in', read: (input) => readText(input, limits) };
}

/**
 * Text that matches a pattern.
 *
 * @param expected completes "must be …"
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

/** Whether a text has the form of an email address; nothing is trimmed. */
export function isEmailAddress(candidate: string): boolean {
	return EMAIL_ADDRESS.test(candidate) && !CONTROL_CHARACTERS.test(candidate);
}

/** Reads an email address, without surrounding spaces. */
export const emailAddress = matching(EMAIL_ADDRESS, 'an email address such as name@example.com');

/** An Indian mobile number without country code. */
export const tenDigitMobile = matching(
	/^[0-9]{10}$/,
	'a mobile number of exactly 10 digits, without country code',
);

/** Reads a code of up to 50 digits and letters. Numbers are rejected, because they lose leading zeros. */
export const oneTimePassword = matching(
	/^[0-9A-Za-z]{1,50}$/,
	'the code that the user received: digits and letters only, without spaces',
	{ exact: true },
);

/** Generates a value if the field is empty. */
export function orNew<Value>(reader: Reader<Value | undefined>, make: () => Value): Reader<Value> {
	return { ...reader, read: (input) => reader.read(input) ?? make() };
}

/** Reads a switch; one that is not set has its default. */
export const flag: Reader<boolean> = {
	expected: 'true or false',
	read({ parameters, path, property, refusal }) {
		const value = parameters.raw(path) ?? property.default;
		if (value === '') return false;
		if (typeof value !== 'boolean') throw refusal('true or false');
		return value;
	},
};

/** A whole number within an inclusive range. Accepts digits as text. */
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
