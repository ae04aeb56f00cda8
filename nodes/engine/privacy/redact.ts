import { isJsonObject, type JsonObject } from '../answers/json';
import type { Credential, Provider } from '../operation/provider';
import { isInDecoded, unescaped } from './decode';
import { maskRecipient } from './mask';

/** What stands in place of a secret. */
const REDACTED = '[redacted]';

/** An address that is not masked yet, up to the first letter of its domain. */
const EMAIL = /[^\s@"<>(),;:•]{1,64}@[^\s@"<>(),;:]/g;

/** A JSON Web Token: whoever holds it can act in somebody's name. */
const JWT = /(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]+/g;

/** How many digits a number has without its country code. */
const NATIONAL_LENGTH = 10;

/** From this length on, a value is looked for within other words too. */
const LONG = 8;

/** The part of a long value that counts, because a provider may cut it off. */
const LONGEST_PART = 60;

/** Fewer characters are in any base64 by chance. */
const SHORTEST_IN_BASE64 = 3;

/** What people write between digits. */
const SEPARATORS = '[\\s.()+\\u2010-\\u2015-]{0,3}';

/** Patterns in front of a value and behind it. */
const WITHIN = ['', ''] as const;
const ALONE = ['(?<![A-Za-z0-9])', '(?![A-Za-z0-9])'] as const;
/** A country code stands in front in one piece, or behind a plus. */
const NUMBER = [`(?:\\+[0-9]{1,4}${SEPARATORS}|\\+?[0-9]{0,5})`, '(?![0-9])'] as const;

/** Words in a key's name that mean that its value is a person's address or number. */
const RECIPIENT_KEY = /mobile|phone|msisdn|e-?mail/i;

/** What must not be shown of one item. */
export interface Privacy {
	/** The code, an Aadhaar number, a key. */
	secrets: readonly string[];
	/** Addresses and numbers, shown masked. */
	recipients: readonly string[];
	/** Keys of an answer whose values are secret, in any case. */
	secretKeys: readonly string[];
}

/** A text in one case, with one sign for all that may stand for a space. */
interface Folded {
	text: string;
	/** The same without what people write between digits. */
	inOnePiece: string;
}

function fold(text: string): Folded {
	// There and back, because some letters have a partner in one direction only.
	const folded = text.toLowerCase().toUpperCase().replace(/[\s+]/g, ' ');
	return { text: folded, inOnePiece: folded.replace(/[ .()\u2010-\u2015-]/g, '') };
}

/** A value that must not be shown. */
class Hidden {
	private readonly isDigits: boolean;
	/** How the value begins, as it is and as it would be decoded. */
	private readonly beginnings: string[];

	constructor(
		private readonly value: string,
		private readonly around: readonly [string, string],
		private readonly replacement: (found: string) => string,
	) {
		this.isDigits = /^[0-9]+$/.test(value);
		this.beginnings = [value, unescaped(value)]
			.map((whole) => fold([...whole].slice(0, LONGEST_PART).join('')).text)
			.filter((beginning) => beginning !== '');
	}

	isIn({ text, inOnePiece }: Folded, fromBase64 = false): boolean {
		return this.beginnings.some((beginning) => {
			if (!(this.isDigits ? inOnePiece : text).includes(beginning)) return false;
			if (fromBase64) return beginning.length >= SHORTEST_IN_BASE64;
			return text.search(this.patternOf(beginning)) >= 0;
		});
	}

	replaceIn(text: string): string {
		return text.replace(this.patternOf(this.value), this.replacement);
	}

	private patternOf(value: string): RegExp {
		const characters = value.split('').map((character) => character.replace(/[^\w\s]/, '\\$&'));
		const [before, behind] = this.around;
		return new RegExp(before + characters.join(this.isDigits ? SEPARATORS : '') + behind, 'gi');
	}
}

/** What to look for, made once for all texts of an item. */
interface Searched {
	values: readonly Hidden[];
	secretKeys: ReadonlySet<string>;
}

const searchedByPrivacy = new WeakMap<Privacy, Searched>();

function searchedFor(privacy: Privacy): Searched {
	const known = searchedByPrivacy.get(privacy);
	if (known !== undefined) return known;
	const searched = {
		values: [
			...longestFirst(privacy.recipients).flatMap(hiddenOfRecipient),
			...longestFirst(privacy.secrets).map(
				(secret) => new Hidden(secret, secret.length < LONG ? ALONE : WITHIN, () => REDACTED),
			),
		],
		secretKeys: new Set(privacy.secretKeys.map((key) => key.toLowerCase())),
	};
	searchedByPrivacy.set(privacy, searched);
	return searched;
}

function hiddenOfRecipient(recipient: string): Hidden[] {
	const masked = maskRecipient(recipient);
	const asItIs = new Hidden(recipient, WITHIN, () => masked);
	const digits = recipient.replace(/[^0-9]/g, '');
	if (recipient.includes('@') || digits.length < NATIONAL_LENGTH) return [asItIs];
	const maskAsWritten = (found: string) => (/^[+0-9]+$/.test(found) ? maskRecipient(found) : masked);
	return [asItIs, new Hidden(digits.slice(-NATIONAL_LENGTH), NUMBER, maskAsWritten)];
}

/** A value that holds another one is looked for first. */
function longestFirst(values: readonly string[]): string[] {
	return [...new Set(values)].filter((value) => value !== '').sort((a, b) => b.length - a.length);
}

/**
 * @param provider the provider
 * @param credential its decrypted credential
 * @returns what is secret of the credential
 */
export function secretsOfCredential(provider: Provider, credential: Credential): string[] {
	const fields = provider.credentials
		.flatMap(({ properties }) => properties)
		.filter(({ typeOptions }) => typeOptions?.password === true)
		.map(({ name }) => String(credential[name] ?? ''));
	return [...fields, ...(provider.secretsMadeOf?.(credential) ?? [])];
}

/**
 * Takes secrets out of a text and masks every address and number. A text that shows one of them only
 * once it is decoded, or only in part, is taken out as a whole.
 *
 * @param text the provider's words
 * @param privacy what must not be shown
 */
export function scrubText(text: string, privacy: Privacy): string {
	const { values } = searchedFor(privacy);
	const folded = fold(text);
	const found = values.filter((value) => value.isIn(folded));
	const shown = scrubUnknown(found.reduce((rest, value) => value.replaceIn(rest), text));
	const isShowing = (decoded: string, fromBase64: boolean): boolean => {
		const inDecoded = fold(decoded);
		if (values.some((value) => value.isIn(inDecoded, fromBase64))) return true;
		return !fromBase64 && scrubUnknown(decoded) !== decoded;
	};
	const remains = found.length > 0 && isShowing(shown, false);
	return remains || isInDecoded(shown, isShowing) ? REDACTED : shown;
}

/** Hides what is seen to be an address or a token without knowing it. */
function scrubUnknown(text: string): string {
	const masked = text.includes('@') ? text.replace(EMAIL, maskRecipient) : text;
	return masked.replace(JWT, REDACTED);
}

/**
 * The same for a whole answer: secrets are taken out by key and by value, addresses and numbers
 * are masked by key and by value, and keys are scrubbed themselves.
 *
 * @param value the provider's body
 * @param privacy what must not be shown
 */
export function scrub(value: unknown, privacy: Privacy): unknown {
	if (isScalar(value)) return scrubScalar(value, privacy);
	if (Array.isArray(value)) return value.map((entry) => scrub(entry, privacy));
	return isJsonObject(value) ? scrubObject(value, privacy) : value;
}

function isScalar(value: unknown): value is string | number {
	return typeof value === 'string' || typeof value === 'number';
}

function scrubScalar(value: string | number, privacy: Privacy): string | number {
	const text = String(value);
	const scrubbed = scrubText(text, privacy);
	return scrubbed === text ? value : scrubbed;
}

function scrubObject(value: JsonObject, privacy: Privacy): JsonObject {
	const { secretKeys } = searchedFor(privacy);
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => {
			const shown = scrubText(key, privacy);
			if (secretKeys.has(key.toLowerCase()) && entry !== null && entry !== '') return [shown, REDACTED];
			return [shown, RECIPIENT_KEY.test(key) ? maskValues(entry, privacy) : scrub(entry, privacy)];
		}),
	);
}

/** Masks what stands under a key that names addresses, also those of people that nobody asked about. */
function maskValues(value: unknown, privacy: Privacy): unknown {
	if (Array.isArray(value)) return value.map((entry) => maskValues(entry, privacy));
	if (!isScalar(value)) return scrub(value, privacy);
	const scrubbed = scrubScalar(value, privacy);
	// A secret may stand there all the same, where a mask would leave the end of it.
	return scrubbed === value ? maskRecipient(String(value)) : scrubbed;
}
