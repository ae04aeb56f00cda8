import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

/** A parameter that is missing or malformed. Nothing was sent for its item. */
export class InvalidParameter extends Error {
	/**
	 * @param message the parameter as the UI calls it, and what is wrong with it
	 * @param description what to do
	 */
	constructor(
		message: string,
		readonly description: string,
	) {
		super(message);
		this.name = 'InvalidParameter';
	}
}

/** Longest text that a field takes unless it says otherwise, in characters. */
const LONGEST_TEXT = 1000;

/** Halves of a character (`Cs`) count as well: they cannot be sent, or arrive as something else. */
const CONTROL_CHARACTERS = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
const CONTROL_CHARACTERS_BUT_BREAKS = /[^\P{Cc}\r\n\t]|\p{Cs}/u;
/** Invisible characters (`Cf`) make another address that looks the same. */
const EMAIL_ADDRESS =
	/^[^\s@"<>(),;:\\[\]\p{Cf}]{1,64}@[^\s@"<>(),;:\\[\]\p{Cf}]+\.[^\s@"<>(),;:\\[\]\p{Cf}]{2,}$/u;

const OTP = /^[0-9A-Za-z]{1,50}$/;
const OTP_FORM = 'the code that the person received: digits and letters only, without spaces';

/** Names of what JavaScript itself throws; its words say nothing to a builder. */
const THROWN_BY_JAVASCRIPT = ['RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'];

/** @returns whether a text is an e-mail address */
export function isEmailAddress(text: string): boolean {
	return EMAIL_ADDRESS.test(text) && !CONTROL_CHARACTERS.test(text);
}

type Property = INodeProperties | INodePropertyCollection | INodePropertyOptions;

/**
 * The labels of a node's parameters, so that an error names a field as the UI does.
 *
 * @param properties the properties of the node's description
 * @returns the display name by parameter name; nested names are joined with a dot
 */
export function labelsOf(properties: readonly Property[], prefix = ''): Map<string, string> {
	const labels = new Map<string, string>();
	for (const property of properties) {
		const path = prefix + property.name;
		if ('displayName' in property && !labels.has(path)) labels.set(path, property.displayName);
		const nested =
			'values' in property
				? property.values
				: 'type' in property && (property.type === 'collection' || property.type === 'fixedCollection')
					? (property.options ?? [])
					: [];
		for (const [name, label] of labelsOf(nested, `${path}.`)) labels.set(name, label);
	}
	return labels;
}

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

/** The parameters of one item, checked while they are read. */
export class Parameters {
	/**
	 * @param get reads a parameter by its path, with expressions resolved
	 * @param labels the display name by path, see {@link labelsOf}
	 */
	constructor(
		private readonly get: (path: string) => unknown,
		private readonly labels: ReadonlyMap<string, string>,
	) {}

	/** @returns the parameter's name as the UI shows it, in single quotes, with its row in a list */
	label(path: string): string {
		const row = /([A-Za-z]+)\[([0-9]+)\]/.exec(path);
		const label = this.labels.get(path.replace(/\[[0-9]+\]/g, '')) ?? path;
		return row === null ? `'${label}'` : `'${label}' of ${row[1]} ${Number(row[2]) + 1}`;
	}

	/**
	 * @param path the parameter
	 * @param expected what it must be, as the end of a sentence
	 * @param description what to do, if there is more to say
	 * @returns the refusal, to be thrown
	 */
	refusal(path: string, expected: string, description = ''): InvalidParameter {
		return new InvalidParameter(
			`${this.label(path)} must be ${expected}`,
			description === '' ? this.advice(path) : description,
		);
	}

	private advice(path: string): string {
		return `Set ${this.label(path)} in the node; if it is an expression, check what it gives for this item.`;
	}

	/**
	 * @returns the parameter as it is, for settings that only the UI can set
	 * @throws InvalidParameter with n8n's own words, if its expression gives nothing that can be read
	 */
	raw(path: string): unknown {
		try {
			return this.get(path);
		} catch (error) {
			throw this.unreadable(path, error as Error & { description?: unknown });
		}
	}

	private unreadable(path: string, { name, message, description }: Error & { description?: unknown }) {
		const why = THROWN_BY_JAVASCRIPT.includes(name) ? 'its expression gives no value' : message;
		return new InvalidParameter(
			`${this.label(path)} could not be read: ${why}`,
			typeof description === 'string' && description !== '' ? description : this.advice(path),
		);
	}

	/** @returns whether the switch is on */
	flag(path: string): boolean {
		const value = this.raw(path);
		if (value === undefined || value === '') return false;
		if (typeof value !== 'boolean') throw this.refusal(path, 'true or false');
		return value;
	}

	/**
	 * A line of text that may be missing.
	 *
	 * @param path the parameter
	 * @param limits what it may be
	 * @returns the text without surrounding spaces; empty if there is none
	 */
	optionalText(path: string, limits: TextLimits = {}): string {
		const value = this.raw(path);
		if (value === undefined || value === null) return '';
		if (typeof value !== 'string' && typeof value !== 'number') throw this.refusal(path, 'a text');
		if (typeof value === 'number' && limits.exact) {
			throw this.refusal(
				path,
				'a text: as a number it may have lost leading zeros',
				`Hand ${this.label(path)} on as text from where it comes from: a form field of the type Text, a column of texts, a JSON string in quotes.`,
			);
		}
		if (typeof value === 'number' && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) {
			throw this.refusal(path, 'a text: as a number it has lost digits');
		}
		const text = String(value).trim();
		const longest = limits.longest ?? LONGEST_TEXT;
		if (text.length > longest) throw this.refusal(path, `at most ${longest} characters long`);
		const forbidden = limits.lines ? CONTROL_CHARACTERS_BUT_BREAKS : CONTROL_CHARACTERS;
		if (forbidden.test(text)) {
			throw this.refusal(
				path,
				limits.lines ? 'free of control characters' : 'a single line without control characters',
			);
		}
		return text;
	}

	/** Like {@link optionalText}, but refuses an empty text. */
	text(path: string, limits: TextLimits = {}): string {
		const text = this.optionalText(path, limits);
		if (text === '') throw this.refusal(path, 'filled in');
		return text;
	}

	/**
	 * A text of a given form that may be missing.
	 *
	 * @param path the parameter
	 * @param pattern the form
	 * @param expected the form in words, as the end of a sentence
	 * @param limits what it may be besides
	 */
	optionalMatch(path: string, pattern: RegExp, expected: string, limits: TextLimits = {}): string {
		const text = this.optionalText(path, limits);
		if (text !== '' && !pattern.test(text)) throw this.refusal(path, expected);
		return text;
	}

	/** Like {@link optionalMatch}, but refuses an empty text. */
	match(path: string, pattern: RegExp, expected: string, limits: TextLimits = {}): string {
		const text = this.optionalMatch(path, pattern, expected, limits);
		if (text === '') throw this.refusal(path, expected);
		return text;
	}

	/** @returns an e-mail address */
	email(path: string): string {
		return this.match(path, EMAIL_ADDRESS, 'an e-mail address such as name@example.com');
	}

	/** @returns an e-mail address, or an empty text */
	optionalEmail(path: string): string {
		return this.optionalMatch(path, EMAIL_ADDRESS, 'an e-mail address such as name@example.com');
	}

	/** @returns a mobile number of ten digits, as Indian numbers are written without country code */
	tenDigitMobile(path: string): string {
		return this.match(path, /^[0-9]{10}$/, 'a mobile number of exactly 10 digits, without country code');
	}

	/** @returns a one-time password of digits and letters, or an empty text */
	optionalOtp(path: string): string {
		return this.optionalMatch(path, OTP, OTP_FORM, { exact: true });
	}

	/** @returns a one-time password of digits and letters */
	otp(path: string): string {
		return this.match(path, OTP, OTP_FORM, { exact: true });
	}

	/**
	 * One of a fixed list.
	 *
	 * @param path the parameter
	 * @param allowed the values; numbers given by an expression are taken as text
	 * @param otherwise the value of an optional parameter that is not set
	 */
	choice<T extends string>(path: string, allowed: readonly T[], otherwise?: T): T {
		const value = this.raw(path) ?? otherwise;
		const text = typeof value === 'number' ? String(value) : value;
		const found = allowed.find((candidate) => candidate === text);
		if (found === undefined) throw this.refusal(path, `one of ${allowed.join(', ')}`);
		return found;
	}

	/**
	 * A whole number.
	 *
	 * @param path the parameter
	 * @param range the smallest and largest value
	 */
	integer(path: string, range: { from: number; to: number }): number {
		const value = this.raw(path);
		const number = typeof value === 'string' && /^[0-9]{1,15}$/.test(value.trim()) ? Number(value) : value;
		if (typeof number !== 'number' || !Number.isInteger(number) || number < range.from || number > range.to) {
			throw this.refusal(path, `a whole number from ${range.from} to ${range.to}`);
		}
		return number;
	}
}
