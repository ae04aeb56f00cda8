import { isJsonObject, type JsonObject } from './json';
import type { Credential, Provider } from './operation';

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

/** From this length on, a value is not in an answer by chance. */
const NEVER_BY_CHANCE = 12;

/** What people put between the digits of a number. */
const GAP = '[ ().\\-]{0,2}';

type Rule = (text: string) => string;

/**
 * Takes a secret out: a short one where it stands alone, so that a code of 4 digits inside an id is
 * left whole, and a long number also with gaps, as Aadhaar numbers are printed.
 */
function withoutSecret(secret: string): Rule {
	if (/^[0-9]{8,24}$/.test(secret)) {
		const number = new RegExp(`(?<![0-9])${[...secret].join(GAP)}(?![0-9])`, 'g');
		return (text) => text.replace(number, REDACTED);
	}
	const standsAlone = () => new RegExp(`(?<![A-Za-z0-9])${escapeForRegExp(secret)}(?![A-Za-z0-9])`, 'g');
	return (text) => {
		if (!text.includes(secret)) return text;
		return text.replaceAll(secret.length < NEVER_BY_CHANCE ? standsAlone() : secret, REDACTED);
	};
}

/** Masks a person's number with any country code in front. */
function withMaskedNumber(national: string): Rule {
	const digits = [...national].join(GAP);
	const number = new RegExp(`(?:\\+[0-9]{1,4}${GAP}|\\+?[0-9]{0,5})${digits}(?![0-9])`, 'g');
	return (text) => text.replace(number, maskRecipient);
}

const isGiven = (value: string) => value !== '';

/** The number of a person without country code, where the recipient is one. */
function nationalNumber(recipient: string): string | undefined {
	const national = recipient.replace(/[^0-9]/g, '').slice(-10);
	return !recipient.includes('@') && national.length === 10 ? national : undefined;
}

/** What hides the secrets of an item, and the addresses and numbers of its people. */
function valueRules({ secrets, recipients }: Privacy): Rule[] {
	return [
		...secrets.filter(isGiven).map(withoutSecret),
		...recipients.filter(isGiven).flatMap((recipient): Rule[] => {
			const masked = maskRecipient(recipient);
			const national = nationalNumber(recipient);
			return [
				(text) => text.replaceAll(recipient, () => masked),
				...(national === undefined ? [] : [withMaskedNumber(national)]),
			];
		}),
	];
}

/** A shorter value can be in decoded bytes by chance. */
const SHORTEST_IN_BASE64 = 4;

/** What a value looks like in base64, at each of the three places where it can begin in it. */
function inBase64(value: string): string[] {
	const bytes = Buffer.from(value, 'utf8');
	return [0, 1, 2].flatMap((place) => {
		const encoded = Buffer.concat([Buffer.alloc(place), bytes])
			.toString('base64')
			.replace(/=+$/, '');
		const isCut = (place + bytes.length) % 3 !== 0;
		const own = encoded.slice([0, 2, 3][place], isCut ? -1 : undefined);
		return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
	});
}

interface Rules {
	/** What hides the values of the item, and any address and token. */
	words: Rule[];
	/** What to look for before base64 is decoded, and what hides the values in it. */
	base64: { signs: string[]; values: Rule[] };
}

/** The rules of an item are made once, and serve all texts of its answer. */
const rulesMade = new WeakMap<Privacy, Rules>();

function rulesOf(privacy: Privacy): Rules {
	const known = rulesMade.get(privacy);
	if (known !== undefined) return known;
	const isLong = ({ length }: string) => length >= SHORTEST_IN_BASE64;
	const secrets = privacy.secrets.filter(isLong);
	const recipients = privacy.recipients.filter(isLong);
	const nationals = recipients.flatMap((recipient) => nationalNumber(recipient) ?? []);
	const made = {
		words: [...valueRules(privacy), anyToken, anyAddress],
		base64: {
			signs: [...new Set([...secrets, ...recipients, ...nationals].flatMap(inBase64))],
			values: valueRules({ ...privacy, secrets, recipients }),
		},
	};
	rulesMade.set(privacy, made);
	return made;
}

const apply = (rules: readonly Rule[], text: string) => rules.reduce((shown, rule) => rule(shown), text);

const anyAddress: Rule = (text) => text.replace(EMAIL, (address) => maskRecipient(address));
const anyToken: Rule = (text) => text.replace(JWT, REDACTED);

const fromUrl: Rule = (text) =>
	text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
		Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'),
	);
const fromForm: Rule = (text) => fromUrl(text.replaceAll('+', ' '));
const fromJson: Rule = (text) =>
	text.replace(/\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt])/g, (escaped) => JSON.parse(`"${escaped}"`) as string);

/** How a provider may have written what it repeats: an address, a form, JSON, and JSON in JSON. */
const WRITTEN_AS: readonly Rule[] = [fromUrl, fromForm, fromJson, (text) => fromJson(fromJson(text))];

/** What may be base64, of at least a code of four digits. */
const BASE64 = /[A-Za-z0-9+/_-]{6,}={0,2}/g;

/** Whether base64 holds a value that a rule would hide; it may follow on some other characters. */
function holdsValue(base64: string, rules: readonly Rule[]): boolean {
	return [0, 1, 2, 3].some((start) => {
		const text = Buffer.from(base64.slice(start), 'base64').toString('utf8');
		return apply(rules, text) !== text;
	});
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
 * @param provider the provider
 * @param credential its decrypted credential
 * @returns what is secret of the credential
 */
export function secretsOfCredential(provider: Provider, credential: Credential): string[] {
	const fields = provider.secretCredentialFields.map((field) => String(credential[field] ?? ''));
	return [...fields, ...(provider.secretsMadeOf?.(credential) ?? [])];
}

/**
 * Takes secrets out of a text and masks every address and number of the person, also where they are
 * written as in an address, in JSON or in base64.
 *
 * @param text the provider's words
 * @param privacy what must not be shown
 */
export function scrubText(text: string, privacy: Privacy): string {
	const { words, base64 } = rulesOf(privacy);
	let shown = apply(words, text);
	for (const read of WRITTEN_AS) {
		const plain = read(shown);
		const hidden = plain === shown ? plain : apply(words, plain);
		if (hidden !== plain) shown = hidden;
	}
	if (!base64.signs.some((sign) => shown.includes(sign))) return shown;
	return shown.replace(BASE64, (part) => (holdsValue(part, base64.values) ? REDACTED : part));
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
