import { isJsonObject, type JsonObject } from '../answers/json';
import type { Credential, Provider } from '../operation/operation';
import { asPlainBase64, BASE64_WORDS, Haystack, inBase64, Needle } from './spellings';

/** What stands in place of a secret. */
const REDACTED = '[redacted]';

/** An address, also one that is encoded for a URL. */
const EMAIL = /[^\s@"<>(),;:]{1,64}(?:@|%(?:25){0,3}40)([^\s@"<>(),;:]{1,255})/gi;

/** A JSON Web Token: whoever holds it can act in somebody's name. */
const JWT = /(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]+/g;

/** How many digits a number has without its country code. */
const NATIONAL_LENGTH = 10;

/** Words in a key's name that mean that its value is a person's address or number. */
const RECIPIENT_KEY = /mobile|phone|msisdn|e-?mail/i;

/**
 * Hides an e-mail address or a number but for what a person needs to recognise it.
 *
 * @param recipient an e-mail address or a phone number
 * @returns `j•••@example.com` or `••••••4480`
 */
export function maskRecipient(recipient: string): string {
	const at = recipient.lastIndexOf('@');
	if (at > 0) return `${[...recipient][0]}•••${recipient.slice(at)}`;
	const visible = recipient.length > 6 ? recipient.slice(-4) : '';
	return '•'.repeat(Math.min(recipient.length - visible.length, 12)) + visible;
}

/** What must not be shown of one item. */
export interface Privacy {
	/** The code, an Aadhaar number, a key. */
	secrets: readonly string[];
	/** Addresses and numbers, shown masked. */
	recipients: readonly string[];
	/** Keys of an answer whose values are secret, in any case. */
	secretKeys: readonly string[];
}

/** A value, and what stands in its place however it is written. */
interface Search {
	needle: Needle;
	replacement: (found: string) => string;
	/** What stands for it in base64. */
	base64: { pieces: readonly string[]; replacement: string };
}

/** What to look for, made once for all texts of an item. */
interface Searches {
	values: readonly Search[];
	secretKeys: ReadonlySet<string>;
}

const searchesByPrivacy = new WeakMap<Privacy, Searches>();

function searchesFor(privacy: Privacy): Searches {
	const known = searchesByPrivacy.get(privacy);
	if (known !== undefined) return known;
	const searches = {
		values: [
			...longestFirst(privacy.recipients).flatMap(searchesOfRecipient),
			...longestFirst(privacy.secrets).map((secret) => searchOf(secret, Needle.of(secret), REDACTED)),
		],
		secretKeys: new Set(privacy.secretKeys.map((key) => key.toLowerCase())),
	};
	searchesByPrivacy.set(privacy, searches);
	return searches;
}

function searchesOfRecipient(recipient: string): Search[] {
	const masked = maskRecipient(recipient);
	const asItIs = searchOf(recipient, Needle.within(recipient), masked);
	const digits = recipient.replace(/[^0-9]/g, '');
	if (recipient.includes('@') || digits.length < NATIONAL_LENGTH) return [asItIs];
	const national = digits.slice(-NATIONAL_LENGTH);
	const maskAsWritten = (found: string) => (/^[+0-9]+$/.test(found) ? maskRecipient(found) : masked);
	return [asItIs, { ...searchOf(national, Needle.ofNumber(national), masked), replacement: maskAsWritten }];
}

function searchOf(value: string, needle: Needle, replacement: string): Search {
	return { needle, replacement: () => replacement, base64: { pieces: inBase64(value), replacement } };
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
	const fields = provider.secretCredentialFields.map((field) => String(credential[field] ?? ''));
	return [...fields, ...(provider.secretsMadeOf?.(credential) ?? [])];
}

/**
 * Takes secrets out of a text and masks every address and number of the person, however they are
 * written.
 *
 * @param text the provider's words
 * @param privacy what must not be shown
 */
export function scrubText(text: string, privacy: Privacy): string {
	const { values } = searchesFor(privacy);
	const haystack = new Haystack(text);
	let scrubbed = text.replace(BASE64_WORDS, (word) => {
		const plain = asPlainBase64(word);
		const found = values.find(({ base64 }) => base64.pieces.some((piece) => plain.includes(piece)));
		return found?.base64.replacement ?? word;
	});
	for (const { needle, replacement } of values) scrubbed = needle.replaceIn(scrubbed, haystack, replacement);
	return scrubbed
		.replace(JWT, REDACTED)
		.replace(EMAIL, (address) => maskRecipient(address.replace(/%(?:25){0,3}40/i, '@')));
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
	const { secretKeys } = searchesFor(privacy);
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
