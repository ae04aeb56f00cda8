import { asText, isJsonObject, member } from '../shared/json';

/** A sentence as its words: HyperVerge's upstream writes both `OTP expired` and `otp_expired`. */
export function wordsOf(sentence: string): string {
	return sentence
		.slice(0, LONGEST_SENTENCE)
		.toLowerCase()
		.replace(/[\s_.-]+/g, ' ')
		.trim();
}

/** Longer texts are no sentences. */
const LONGEST_SENTENCE = 1000;

const JSON_WEB_TOKEN = /^eyJ[\w-]{2,}\.[\w-]+\.[\w-]*$/;

/**
 * Whether a text is an identifier and not a sentence in its place: visible characters without spaces,
 * a digit among them, and at most one word. `req-0123456789abcdef` is one, `otp_retry_limit_3` is not.
 *
 * @see https://documentation.hyperverge.co/api-reference/india_api/Email%20OTP%20Verification%20APIs/send_email_OTP_api
 */
export function isIdentifier(text: string): boolean {
	if (!/^[\x21-\x7e]{1,500}$/.test(text) || !/[0-9]/.test(text)) return false;
	return text.split(/[^0-9A-Za-z]+/).filter((part) => /^[A-Za-z]{3,}$/.test(part)).length <= 1;
}

/** Members whose value is a verdict of its own. */
const VERDICTS = ['verified', 'valid', 'success', 'match'];
const isYes = (value: unknown) => value === true || value === 'yes';

/** Words that say that a code was right, in so many words. Known from a public client of MSG91's widget. */
const VERIFIED = 'otp verified success';

/** Sentences that do not contradict a yes next to them, but are none themselves. */
const VERIFIED_OR_HARMLESS = [
	VERIFIED,
	'otp verified',
	'otp verified successfully',
	'verified',
	'success',
	'',
];

const SENT =
	/^(otp|code|sms|e ?mail|message) (has been |was )?(re)?sent( again)?( success(ful(ly)?)?)?( (to|on|via) .*)?$/;

/** @returns whether a sentence next to a verification that succeeded does not speak against it */
export function isHarmlessWhenVerified(sentence: string): boolean {
	return VERIFIED_OR_HARMLESS.includes(wordsOf(sentence)) || isOpaque(sentence);
}

/** @returns whether a sentence next to a send that succeeded does not speak against it */
export function isHarmlessWhenSent(sentence: string): boolean {
	const words = wordsOf(sentence);
	return ['success', 'sent', ''].includes(words) || SENT.test(words) || isIdentifier(sentence.trim());
}

/** A request ID of HyperVerge, 16 letters and digits as no word has them, or a UUID. */
const RANDOM =
	/^req[-_]?(?=.*[0-9])[0-9A-Za-z-]+$|^(?=[A-Za-z]*[0-9])[0-9A-Za-z]{16,}$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A token or a random identifier, which stands in the place of words where a code was right. */
function isOpaque(text: string): boolean {
	const trimmed = text.trim();
	return JSON_WEB_TOKEN.test(trimmed) || (isIdentifier(trimmed) && RANDOM.test(trimmed));
}

/**
 * Whether the `result` of a verification is an explicit yes. HyperVerge does not publish what it holds,
 * and other APIs of HyperVerge put a no into it while the envelope says success. So this lists what a
 * yes looks like, and everything else is none: no `result` at all, a token or an identifier, the words
 * of {@link VERIFIED}, or a verdict that is `true` or `"yes"`.
 *
 * @param result the member of an answer that says `status: "success"`
 */
export function isVerified(result: unknown): boolean {
	if (result === undefined) return true;
	if (typeof result === 'string') return isOpaque(result) || wordsOf(result) === VERIFIED;
	const message = member(result, 'message');
	return (
		VERDICTS.some((key) => isYes(member(result, key))) ||
		(typeof message === 'string' && (isOpaque(message) || wordsOf(message) === VERIFIED))
	);
}

/** What speaks against a success. */
export interface Objections {
	/** Sentences that are not known to be harmless. */
	sentences: string[];
	/** A status code other than 200. */
	statusCode?: string;
	/** Whether a verdict is not a yes. */
	isDenied: boolean;
	/** Whether there is anything else, such as `isInvalid: true`. */
	isDoubtful: boolean;
}

const SENTENCE = /^(message|msg|message_?code|reason|description|details?|summary)$/i;
const ERROR = /^errors?$/i;
const STATUS = /^status$/i;
const STATUS_CODE = /^status_?code$/i;
const DENIAL = /^(is|has|was|otp)?_?(invalid|expired|blocked|locked|failed|denied|rejected|mismatch(ed)?)$/i;

/**
 * Everything in an answer that speaks against the success that its envelope claims.
 *
 * @param body the whole answer
 * @param isHarmless whether a sentence does not speak against the success
 */
export function objectionsIn(body: unknown, isHarmless: (sentence: string) => boolean): Objections {
	const found: Objections = { sentences: [], isDenied: false, isDoubtful: false };

	const hear = (sentence: unknown) => {
		if (typeof sentence === 'string' && !isHarmless(sentence)) found.sentences.push(sentence.trim());
	};
	const look = (value: unknown, key = '') => {
		if (SENTENCE.test(key) || key === 'result') hear(value);
		if (ERROR.test(key)) {
			hear(value);
			if (!isEmpty(value)) found.isDoubtful = true;
		}
		if (STATUS.test(key) && !isJsonObject(value) && wordsOf(asText(value)) !== 'success' && value !== true) {
			found.isDoubtful = true;
		}
		if (STATUS_CODE.test(key) && asText(value) !== '200' && !isEmpty(value)) found.statusCode = asText(value);
		if (VERDICTS.includes(key) && !isYes(value)) found.isDenied = true;
		if (DENIAL.test(key) && ([true, 'true', 'yes', 1, '1'] as unknown[]).includes(value))
			found.isDoubtful = true;
		if (Array.isArray(value)) value.forEach((entry) => look(entry, key));
		else if (isJsonObject(value)) for (const [name, entry] of Object.entries(value)) look(entry, name);
	};
	look(body);
	return found;
}

function isEmpty(value: unknown): boolean {
	if (value === undefined || value === null || value === '') return true;
	return typeof value === 'object' && Object.keys(value).length === 0;
}
