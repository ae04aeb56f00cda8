import { isJsonObject } from '../answers/json';
import type { Credential, Provider } from '../operation/provider';
import { isInDecoded, unescapeOnce } from './decode';
import { maskRecipient } from './mask';

const REDACTED = '[redacted]';
/** An email address up to its domain, unless it is masked. */
const EMAIL = /(?<![^\s@"<>(),;:•])[^\s@"<>(),;:•]+@(?=[^\s@"<>(),;:])/g;
const JSON_WEB_TOKEN = /(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]+/g;
const NATIONAL_NUMBER = /[0-9]{10}$/;
const RECIPIENT_KEY = /mobile|phone|msisdn|e-?mail/i;
/** Any sign matches any other, because encodings change them, and digits may be written in groups. */
const ANY_SIGN = '[^A-Za-z0-9]';
/** Words and numbers contain shorter secrets by chance. */
const SHORTEST_IN_WORDS = 8;
/** Base64 contains shorter values by chance. */
const SHORTEST_IN_BASE64 = 3;
/** A provider may truncate longer values. */
const LONGEST_BEGINNING = 60;

/** What must not be shown of one item. */
export interface Privacy {
	/** The code, an Aadhaar number, a key. */
	secrets: readonly string[];
	/** Addresses and numbers, shown masked. */
	recipients: readonly string[];
	/** Keys of an answer whose values are secret, in any case. */
	secretKeys: readonly string[];
}

/** Made once for all texts of an item. */
const hiddenByPrivacy = new WeakMap<Privacy, ReturnType<typeof hiddenOf>>();

function hiddenOf(privacy: Privacy) {
	const recipients = privacy.recipients.flatMap((recipient) => {
		const number = recipient.replace(/[^0-9]/g, '').match(NATIONAL_NUMBER);
		return [recipient, ...(number ?? [])];
	});
	// Escapes that belong to a value are decoded together with those of the text.
	const values = [...recipients, ...privacy.secrets].flatMap((value) => [value, unescapeOnce(value)]);
	return (
		[...new Set(values)]
			.filter((value) => value !== '')
			// A value that contains another one is replaced first.
			.sort((a, b) => b.length - a.length)
			.map((value) => {
				const isRecipient = recipients.includes(value);
				const isWord = !isRecipient && value.length < SHORTEST_IN_WORDS;
				const beginning = fold(value).slice(0, LONGEST_BEGINNING);
				const replace = (found: string) => (isRecipient ? maskRecipient(found) : REDACTED);
				return { value, isWord, replace, beginning, letters: lettersOf(beginning) };
			})
	);
}

/** Lower case first, because some letters have a counterpart in only one direction. */
const fold = (text: string): string => text.toLowerCase().toUpperCase();

const lettersOf = (folded: string): string => folded.replace(/[^A-Z0-9]+/g, '');

function patternOf(value: string, isWord: boolean): RegExp {
	const pattern = value
		.replace(/[^a-z0-9]/gi, /[a-z0-9]/i.test(value) ? ANY_SIGN : '\\$&')
		.replace(/(?<=[0-9])(?=[0-9])/g, `${ANY_SIGN}{0,3}`);
	return new RegExp(isWord ? `(?<![A-Za-z0-9])${pattern}(?![A-Za-z0-9])` : pattern, 'gi');
}

/** The password fields of the credential, and what is made of them. */
export function secretsOfCredential(provider: Provider, credential: Credential): string[] {
	const fields = provider.credentials
		.flatMap(({ properties }) => properties)
		.filter(({ typeOptions }) => typeOptions?.password === true)
		.map(({ name }) => String(credential[name] ?? ''));
	return [...fields, ...(provider.secretsMadeOf?.(credential) ?? [])];
}

/**
 * Redacts the secrets in a text and masks its recipients. A text that still contains one of them,
 * encoded or truncated, is redacted as a whole.
 */
export function scrubText(text: string, privacy: Privacy): string {
	const hidden = hiddenByPrivacy.get(privacy) ?? hiddenOf(privacy);
	hiddenByPrivacy.set(privacy, hidden);
	const search = (decoded: string, fromBase64: boolean): boolean => {
		if (!fromBase64 && (decoded.search(EMAIL) >= 0 || decoded.search(JSON_WEB_TOKEN) >= 0)) return true;
		const folded = fold(decoded);
		const inText = lettersOf(folded);
		return hidden.some(({ beginning, letters, isWord }) => {
			if (!inText.includes(letters) || (fromBase64 && beginning.length < SHORTEST_IN_BASE64)) return false;
			return patternOf(beginning, isWord && !fromBase64).test(folded);
		});
	};
	const lengths = hidden.map(({ value }) => value.length).filter((length) => length >= SHORTEST_IN_BASE64);
	const shortest = Math.min(LONGEST_BEGINNING, ...lengths);
	if (!isInDecoded(text, shortest, search)) return text;
	const shown = hidden
		.reduce((rest, { value, isWord, replace }) => rest.replace(patternOf(value, isWord), replace), text)
		.replace(EMAIL, (found) => maskRecipient(found))
		.replace(JSON_WEB_TOKEN, REDACTED);
	return isInDecoded(shown, shortest, search) ? REDACTED : shown;
}

/**
 * Scrubs the keys and values of a provider's answer.
 *
 * @param isRecipient masks the value, even if it is unknown
 */
export function scrub(value: unknown, privacy: Privacy, isRecipient = false): unknown {
	if (Array.isArray(value)) return value.map((entry) => scrub(entry, privacy, isRecipient));
	if (isJsonObject(value)) {
		const shown = ([key, entry]: [string, unknown]) => [
			scrubText(key, privacy),
			scrubEntry(key, entry, privacy),
		];
		return Object.fromEntries(Object.entries(value).map(shown));
	}
	if (typeof value !== 'string' && typeof value !== 'number') return value;
	const shown = scrubText(String(value), privacy);
	if (shown !== String(value)) return shown;
	return isRecipient ? maskRecipient(shown) : value;
}

function scrubEntry(key: string, entry: unknown, privacy: Privacy): unknown {
	const isSecret = privacy.secretKeys.some((secretKey) => secretKey.toLowerCase() === key.toLowerCase());
	if (isSecret && entry !== null && entry !== '') return REDACTED;
	return scrub(entry, privacy, RECIPIENT_KEY.test(key));
}
