import type { FieldInput, Reader } from './field';
import type { InvalidParameter } from './parameters';

/** Default maximum length of a text, in characters. */
const LONGEST_TEXT = 1000;

/** Also rejects lone surrogates (`Cs`), which do not survive UTF-8 encoding. */
const CONTROL_CHARACTERS = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
const CONTROL_CHARACTERS_BUT_BREAKS = /[^\P{Cc}\r\n\t]|\p{Cs}/u;

/** What a text may be. */
export interface TextLimits {
	/** In characters. */
	longest?: number;
	/** Allows line breaks. */
	lines?: boolean;
	/** Rejects numbers, see {@link lostZeros}. */
	exact?: boolean;
}

/**
 * Makes the error for a number in place of a value in which leading zeros count: 012345 becomes 12345 as a
 * number, and the loss cannot be detected.
 */
export function lostZeros({ parameters, path, refusal }: FieldInput): InvalidParameter {
	return refusal(
		'text: a number may have lost leading zeros',
		`Provide ${parameters.label(path)} as text at its source: a form field of type Text, a text column or a JSON string in quotes.`,
	);
}

function readText(input: FieldInput, limits: TextLimits): string | undefined {
	const { parameters, path, refusal } = input;
	const value = parameters.raw(path);
	if (value === undefined || value === null) return undefined;
	if (typeof value !== 'string' && typeof value !== 'number') throw refusal('text');
	if (typeof value === 'number' && limits.exact) throw lostZeros(input);
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

/** Generates a value if the field is empty. */
export function orNew<Value>(reader: Reader<Value | undefined>, make: () => Value): Reader<Value> {
	return { ...reader, read: (input) => reader.read(input) ?? make() };
}

/**
 * Reads a switch, also as the text that an expression, a variable or an external secret gives.
 *
 * @returns `undefined` if it is neither true nor false
 */
export function asBoolean(value: unknown): boolean | undefined {
	if (typeof value === 'boolean') return value;
	const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
	return text === 'true' ? true : text === 'false' ? false : undefined;
}

/** Reads a switch; one that is not set has its default. */
export const flag: Reader<boolean> = {
	expected: 'true or false',
	read({ parameters, path, property, refusal }) {
		const value = parameters.raw(path) ?? property.default;
		const isOn = value === '' ? false : asBoolean(value);
		if (isOn === undefined) throw refusal('true or false');
		return isOn;
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
