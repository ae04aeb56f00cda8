/**
 * The ways in which a provider may write a value that it was sent: as it is, in another case, in
 * parts, escaped for an address, for JSON or for HTML, or in base64.
 */

/** The part of a long value that is looked for; what follows it in one piece belongs to it. */
const LONGEST_PART = 60;

/** From this length on, a value is looked for within other words too. */
const LONG = 8;

/** The shortest piece of base64 that says something of its own. */
const SHORTEST_BASE64 = 4;

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
	'&': 'amp',
	'<': 'lt',
	'>': 'gt',
	'"': 'quot',
	"'": 'apos',
};

const BETWEEN = '[\\s.()+\\u2010-\\u2015-]';
const BETWEEN_DIGITS = `(?:${BETWEEN}|%(?:25){0,3}2[0D]|%(?:25){0,3}C2%(?:25){0,3}A0|&nbsp;){0,3}`;
const ESCAPES = '%[0-9a-f]{2}|\\\\u[0-9a-f]{4}|\\\\[bfnrt]';

function literally(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

function percentEncoded(character: string): string {
	return [...Buffer.from(character, 'utf8')]
		.map((byte) => `%(?:25){0,3}${byte.toString(16).padStart(2, '0')}`)
		.join('');
}

/** Every way of writing one character, as a pattern that ignores case. */
function spellingsOf(character: string): string {
	const isPlain = /[A-Za-z0-9]/.test(character);
	const cases = [...new Set([character, character.toLowerCase(), character.toUpperCase()])];
	const escaped = cases.flatMap((spelling) => [
		percentEncoded(spelling),
		[...spelling.split('')].map((unit) => `\\\\{1,8}u${hex(unit.charCodeAt(0)).padStart(4, '0')}`).join(''),
		`&#(?:0{0,4}${spelling.codePointAt(0)}|x0{0,4}${hex(spelling.codePointAt(0) ?? 0)});`,
	]);
	const named = character in NAMED_ENTITIES ? [`&${NAMED_ENTITIES[character]};`] : [];
	const space = character === ' ' ? ['\\+'] : [];
	const itself = `${isPlain ? '' : '\\\\{0,8}'}${literally(character)}`;
	return `(?:${[itself, ...escaped, ...named, ...space].join('|')})`;
}

function hex(code: number): string {
	return code.toString(16);
}

function isDigits(value: string): boolean {
	return /^[0-9]+$/.test(value);
}

function patternWithin(value: string): string {
	const characters = [...value].slice(0, LONGEST_PART);
	const isCut = characters.length < [...value].length;
	const between = isDigits(value) && !isCut ? BETWEEN_DIGITS : '';
	return characters.map(spellingsOf).join(between) + (isCut ? '[A-Za-z0-9+/=_%\\\\-]*' : '');
}

function patternAlone(value: string): string {
	return `(?<=^|[^A-Za-z0-9]|${ESCAPES})${patternWithin(value)}(?![A-Za-z0-9])`;
}

/** A country code stands in front in one piece, or behind a plus. */
function patternOfNumber(national: string): string {
	const plus = '(?:\\+|%(?:25){0,3}2B|\\\\u002b)';
	return `(?:${plus}[0-9]{1,4}${BETWEEN_DIGITS}|${plus}?[0-9]{0,5})${patternWithin(national)}(?![0-9])`;
}

/** A text in which values are looked for. */
export class Haystack {
	/** Whether something in it is escaped, so that only the patterns can tell what it says. */
	readonly isEscaped: boolean;
	readonly lowerCase: string;
	/** The same without what people write between digits. */
	readonly inOnePiece: string;

	/** @param text the text */
	constructor(text: string) {
		this.isEscaped = /[%\\&]/.test(text);
		this.lowerCase = text.toLowerCase();
		this.inOnePiece = this.lowerCase.replace(new RegExp(BETWEEN, 'g'), '');
	}
}

/** A value that is looked for however it is written. */
export class Needle {
	private readonly part: string;
	private pattern: RegExp | undefined;

	private constructor(
		value: string,
		private readonly makePattern: () => string,
	) {
		this.part = [...value].slice(0, LONGEST_PART).join('').toLowerCase();
	}

	/**
	 * A short value counts only where it stands alone, so that a code of four digits inside an
	 * identifier is left whole.
	 *
	 * @param value not empty
	 */
	static of(value: string): Needle {
		return new Needle(value, () => (value.length < LONG ? patternAlone(value) : patternWithin(value)));
	}

	/** @param value not empty; counts within other words too */
	static within(value: string): Needle {
		return new Needle(value, () => patternWithin(value));
	}

	/** @param national a telephone number, which counts with any country code in front */
	static ofNumber(national: string): Needle {
		return new Needle(national, () => patternOfNumber(national));
	}

	/**
	 * @param text where to look
	 * @param haystack the text before anything in it was replaced; spares the search where it cannot
	 * find anything
	 * @param replacement what stands in place of the value
	 */
	replaceIn(text: string, haystack: Haystack, replacement: (found: string) => string): string {
		if (!this.mayBeIn(haystack)) return text;
		this.pattern ??= new RegExp(this.makePattern(), 'gi');
		return text.replace(this.pattern, replacement);
	}

	private mayBeIn({ isEscaped, lowerCase, inOnePiece }: Haystack): boolean {
		if (isEscaped || !/^[\x21-\x7e]*$/.test(this.part)) return true;
		return (isDigits(this.part) ? inOnePiece : lowerCase).includes(this.part);
	}
}

/**
 * The pieces of base64 that stand for a value wherever it is within what was encoded.
 *
 * @param value not empty
 * @returns one piece for each of the three ways in which it can be aligned
 */
export function inBase64(value: string): string[] {
	const bytes = Buffer.from([...value].slice(0, LONGEST_PART).join(''), 'utf8');
	return [0, 1, 2]
		.map((before) => {
			const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
			const whole = Math.floor((8 * (before + bytes.length)) / 6);
			return encoded.slice(Math.ceil((8 * before) / 6), whole);
		})
		.filter((piece) => piece.length >= SHORTEST_BASE64);
}

/** Words that may be base64, also with the letters of addresses and escaped for one. */
export const BASE64_WORDS = /(?:[A-Za-z0-9+/_=\\-]|%(?:25){0,3}(?:2B|2F|3D)){4,}/gi;

/** @returns a word as plain base64 */
export function asPlainBase64(word: string): string {
	return word
		.replace(/%(?:25){0,3}2B/gi, '+')
		.replace(/%(?:25){0,3}2F/gi, '/')
		.replace(/%(?:25){0,3}3D|=|\\/gi, '')
		.replace(/-/g, '+')
		.replace(/_/g, '/');
}
