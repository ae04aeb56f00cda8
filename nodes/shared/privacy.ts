import type { JsonObject } from './json';
import { isJsonObject } from './json';

/** What stands in place of a secret. */
const REDACTED = '[redacted]';

const EMAIL = /[^\s@"<>(),;:]+@([^\s@"<>(),;:]+)/g;

/** A JSON Web Token: whoever holds it can act in somebody's name. */
const JWT = /\beyJ[\w-]+\.[\w-]+\.[\w-]+/g;

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

const LETTER_OR_DIGIT = /[A-Za-z0-9]/;

/**
 * Takes a value out where it stands alone, so that a code of 4 digits inside an id is left whole. It
 * may be longer than a regular expression can be.
 */
function takeOut(text: string, value: string): string {
	const parts = text.split(value);
	return parts.slice(1).reduce((scrubbed, part, index) => {
		const before = (parts[index] || (index > 0 ? value : '')).slice(-1);
		const after = (part || (index + 2 < parts.length ? value : '')).charAt(0);
		const standsAlone = !LETTER_OR_DIGIT.test(before) && !LETTER_OR_DIGIT.test(after);
		return scrubbed + (standsAlone ? REDACTED : value) + part;
	}, parts[0]);
}

/** What must not be shown of one item. */
export interface Privacy {
	/** The code, an Aadhaar number, a key. */
	secrets: readonly string[];
	/** Addresses and numbers, shown masked. */
	recipients: readonly string[];
	/** Keys of an answer whose values are secret. */
	secretKeys: readonly string[];
}

/**
 * Takes secrets out of a text and masks every address and number of the person.
 *
 * @param text the provider's words
 * @param privacy what must not be shown
 */
export function scrubText(text: string, privacy: Privacy): string {
	let scrubbed = text;
	for (const secret of privacy.secrets) {
		if (secret !== '') scrubbed = takeOut(scrubbed, secret);
	}
	for (const recipient of privacy.recipients) {
		scrubbed = scrubbed.split(recipient).join(maskRecipient(recipient));
		const national = recipient.replace(/[^0-9]/g, '').slice(-10);
		if (!recipient.includes('@') && national.length === 10) {
			scrubbed = scrubbed.replace(new RegExp(`\\+?[0-9]*${national}(?![0-9])`, 'g'), maskRecipient);
		}
	}
	return scrubbed.replace(JWT, REDACTED).replace(EMAIL, (address) => maskRecipient(address));
}

/**
 * The same for a whole answer: secrets are taken out by key and by value, addresses and numbers
 * are masked by key and by value.
 *
 * @param value the provider's body
 * @param privacy what must not be shown
 */
export function scrub(value: unknown, privacy: Privacy): unknown {
	if (typeof value === 'string') return scrubText(value, privacy);
	if (typeof value === 'number') {
		const scrubbed = scrubText(String(value), privacy);
		return scrubbed === String(value) ? value : scrubbed;
	}
	if (Array.isArray(value)) return value.map((entry) => scrub(entry, privacy));
	return isJsonObject(value) ? scrubObject(value, privacy) : value;
}

function scrubObject(value: JsonObject, privacy: Privacy): JsonObject {
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => {
			const isScalar = typeof entry === 'string' || typeof entry === 'number';
			if (privacy.secretKeys.includes(key) && entry !== null && entry !== '') return [key, REDACTED];
			if (isScalar && RECIPIENT_KEY.test(key)) return [key, maskRecipient(String(entry))];
			return [key, scrub(entry, privacy)];
		}),
	);
}
