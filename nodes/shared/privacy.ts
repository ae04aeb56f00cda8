import type { JsonObject } from './json';
import { isJsonObject } from './json';

/** What stands in place of a secret. */
const REDACTED = '[redacted]';

/**
 * The parts in front are bounded here and below, so that a text of a megabyte without a space takes
 * milliseconds and not hours.
 */
const EMAIL = /[^\s@"<>(),;:]{1,64}@([^\s@"<>(),;:]+)/g;

/** A JSON Web Token: whoever holds it can act in somebody's name. */
const JWT = /\beyJ[\w-]{1,200}\.[\w-]+\.[\w-]+/g;

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

function escapeForRegExp(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * The ways in which a provider may write a value that it hands back: as it is, as in an address, as
 * in a text of JSON, and in base64, which is how some headers carry it.
 */
function formsOf(value: string): string[] {
	const bytes = Buffer.from(value, 'utf8');
	const forms = [
		value,
		encodeURIComponent(bytes.toString('utf8')),
		JSON.stringify(value).slice(1, -1),
		bytes.toString('base64'),
		bytes.toString('base64url'),
	];
	return [...new Set(forms)];
}

/** From this length on, a value is not in an answer by chance. */
const NEVER_BY_CHANCE = 12;

/** What people put between the digits of a number. */
const GAP = '[ ().\\-]{0,2}';

type Rule = (text: string) => string;

/**
 * Takes a secret out: a short one where it stands alone, so that a code of 4 digits inside an id is
 * left whole, and a long number also with gaps, as Aadhaar numbers are printed.
 */
function withoutSecret(form: string): Rule {
	if (/^[0-9]{8,24}$/.test(form)) {
		const number = new RegExp(`(?<![0-9])${[...form].join(GAP)}(?![0-9])`, 'g');
		return (text) => text.replace(number, REDACTED);
	}
	const standsAlone = () => new RegExp(`(?<![A-Za-z0-9])${escapeForRegExp(form)}(?![A-Za-z0-9])`, 'g');
	return (text) => {
		if (!text.includes(form)) return text;
		return text.replaceAll(form.length < NEVER_BY_CHANCE ? standsAlone() : form, REDACTED);
	};
}

/** Masks a person's number with any country code in front. */
function withMaskedNumber(national: string): Rule {
	const digits = [...national].join(GAP);
	const number = new RegExp(`(?:\\+[0-9]{1,4}${GAP}|\\+?[0-9]{0,5})${digits}(?![0-9])`, 'g');
	return (text) => text.replace(number, maskRecipient);
}

function rulesFor({ secrets, recipients }: Privacy): Rule[] {
	const given = (values: readonly string[]) => values.filter((value) => value !== '');
	return [
		...given(secrets).flatMap((secret) => formsOf(secret).map(withoutSecret)),
		...given(recipients).flatMap((recipient): Rule[] => {
			const masked = maskRecipient(recipient);
			const national = recipient.replace(/[^0-9]/g, '').slice(-10);
			const isNumber = !recipient.includes('@') && national.length === 10;
			return [
				...formsOf(recipient).map(
					(form): Rule =>
						(text) =>
							text.replaceAll(form, () => masked),
				),
				...(isNumber ? [withMaskedNumber(national)] : []),
			];
		}),
		(text) => text.replace(JWT, REDACTED),
		(text) => text.replace(EMAIL, (address) => maskRecipient(address)),
	];
}

/** The rules of an item are made once, and serve all texts of its answer. */
const rulesMade = new WeakMap<Privacy, Rule[]>();

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
	const rules = rulesMade.get(privacy) ?? rulesFor(privacy);
	rulesMade.set(privacy, rules);
	return rules.reduce((scrubbed, rule) => rule(scrubbed), text);
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
		Object.entries(value).map(([name, entry]) => {
			const key = scrubText(name, privacy);
			const isScalar = typeof entry === 'string' || typeof entry === 'number';
			if (privacy.secretKeys.includes(name) && entry !== null && entry !== '') return [key, REDACTED];
			if (isScalar && RECIPIENT_KEY.test(name)) return [key, maskRecipient(String(entry))];
			return [key, scrub(entry, privacy)];
		}),
	);
}
