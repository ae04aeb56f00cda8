import { isJsonObject, member } from '../engine';

/** Longer texts are no sentences, and looking through a megabyte of them would hold n8n up. */
export const LONGEST_SENTENCE = 1000;

/** A text as its words, so that `OTP expired`, `otp_expired` and `otpExpired` are the same. */
export function wordsOf(text: string): string {
	if (text.length > LONGEST_SENTENCE) return text;
	return text
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.replace(/[\s_.,:!-]+/g, ' ')
		.trim();
}

const JSON_WEB_TOKEN = /^eyJ[\w-]{2,}\.[\w-]+\.[\w-]*$/;
const HEXADECIMAL = /^(req[-_]?)?(?=[a-f-]*[0-9])[0-9a-f]+(-[0-9a-f]+)*$/i;
const VISIBLE = /^[\x21-\x7e]{1,500}$/;
const SHORTEST_OPAQUE = 16;

/**
 * Whether a text is a token or an identifier that no sentence can look like: a JSON Web Token, a UUID,
 * 16 hexadecimal digits or more, or `req-` before any number of them.
 */
function isOpaque(text: string): boolean {
	if (JSON_WEB_TOKEN.test(text)) return true;
	return (
		VISIBLE.test(text) && HEXADECIMAL.test(text) && (/^req/i.test(text) || text.length >= SHORTEST_OPAQUE)
	);
}

/**
 * Whether a text can be a request ID, whose form is not published: without spaces, and with a digit among
 * at least eight characters that are no words. `ERROR_422` and `otp_retry_limit_3` are none.
 */
export function isIdentifier(text: string): boolean {
	if (isOpaque(text)) return true;
	if (!VISIBLE.test(text)) return false;
	const parts = text.split(/[^0-9A-Za-z]+/);
	const others = parts.filter((part) => !/^[A-Za-z]{3,}$/.test(part));
	const characters = others.join('');
	return parts.length - others.length <= 1 && characters.length >= 8 && /[0-9]/.test(characters);
}

const CONFIRMS = ['', 'success', 'true', '200', 'pass'];
const VERIFIED =
	/^(the |your )?((otp|code|e ?mail|e ?mail address|mobile|mobile number|number) )?((has been|is|was) )?(successfully )?(verified|validated|matched)( success(ful(ly)?)?)?$/;
const SENT =
	/^(the |your |an? )?((otp|code|verification code|sms|e ?mail|message|(voice )?call) )?((has been|is|was) )?(successfully )?((re)?sent|delivered|triggered|initiated|placed)( again)?( success(ful(ly)?)?)?( (to|on|via|by)( (the|your|registered|given|mobile|phone|number|e ?mail|address|id|sms|voice|call|x*[+0-9*@][^ ]*)){1,8})?$/;

/** @returns whether a sentence next to a verification that succeeded agrees with it; alone, it grants nothing */
export function confirmsVerified(sentence: string): boolean {
	return confirms(VERIFIED, sentence) || isOpaque(sentence);
}

/** @returns whether a sentence next to a send that succeeded agrees with it */
export function confirmsSent(sentence: string): boolean {
	return confirms(SENT, sentence);
}

function confirms(pattern: RegExp, sentence: string): boolean {
	const withoutAddress = sentence
		.split(' ')
		.map((part) => (part.includes('@') ? '@' : part))
		.join(' ');
	const words = wordsOf(withoutAddress);
	return CONFIRMS.includes(words) || pattern.test(words);
}

/**
 * Whether the `result` of a verification is an explicit yes. HyperVerge does not publish what it holds,
 * and other APIs of HyperVerge put a no into it while the envelope says success. So this lists what a
 * yes looks like, and everything else is none: no `result` at all, a token or an identifier, the words
 * `OTP verified success` of MSG91's widget, or a verdict that is `true` or `"yes"`.
 *
 * @param result the member of an answer that says `status: "success"`
 */
export function isVerified(result: unknown): boolean {
	if (result === undefined) return true;
	if (['verified', 'valid', 'success', 'match'].some((key) => isYes(member(result, key)))) return true;
	const text = typeof result === 'string' ? result : member(result, 'message');
	return typeof text === 'string' && (isOpaque(text.trim()) || wordsOf(text) === 'otp verified success');
}

const isYes = (value: unknown) => value === true || value === 'yes';

/** What speaks against the success that an envelope claims, in the provider's words. */
export interface Objections {
	/** Sentences that do not agree, and verdicts that say no, such as `match: no`. */
	words: string[];
	/** Members that should say yes or no and say neither, such as `valid: perhaps`. */
	unclear: string[];
	/** Whether a verdict says no. */
	isDenied: boolean;
	/** The code of a refusal inside the success; empty if there is none. */
	code: string;
}

const SAYS =
	/\b(status|state|outcome|verdict|decision|action|result|messages?|msg|message code|reason|description|desc|details?|summary|remarks?)$/;
const ERROR = /\b(errors?|exceptions?|fault)\b/;
const CODE = /^((status|response|result|http) )?code$/;
const TYPE = /\btype$/;
const SUBJECT = '^((is|has|was|otp|code|e ?mail|mobile) )*';
const GOOD = new RegExp(
	`${SUBJECT}(verified|valid|success|successful|match|matched|matches|correct|approved|sent|delivered)$`,
);
const BAD = new RegExp(
	`${SUBJECT}(not .*|unverified|invalid|expired|blocked|locked|failed|failure|denied|rejected|mismatch|mismatched|incorrect|wrong)$`,
);
const YES = ['true', 'yes', 'y', '1'];
const NO = ['false', 'no', 'n', '0'];

/**
 * Everything in an answer that speaks against the success that its envelope claims.
 *
 * @param body the whole answer
 * @param agrees whether a sentence agrees with the success
 */
export function objectionsIn(body: unknown, agrees: (sentence: string) => boolean): Objections {
	const found: Objections = { words: [], unclear: [], isDenied: false, code: '' };
	const verdict = (member: string, isDenied: boolean) => {
		(isDenied ? found.words : found.unclear).push(member);
		found.isDenied ||= isDenied;
	};

	const hear = (name: string, value: unknown) => {
		const text = value === null ? '' : String(value).trim();
		const word = text.toLowerCase();
		const member = `${name}: ${text}`;
		if (GOOD.test(name)) {
			if (!isYes(value)) verdict(member, NO.includes(word));
		} else if (BAD.test(name)) {
			if (!['', ...NO].includes(word)) verdict(member, YES.includes(word));
		} else if (ERROR.test(name)) {
			if (!['', ...NO].includes(word)) found.words.push(text);
		} else if (CODE.test(name)) {
			if (/^[45][0-9]{2}$/.test(word)) found.code = word;
			else if (!CONFIRMS.includes(word)) found.unclear.push(member);
		} else if (TYPE.test(name)) {
			if (/error|fail/.test(word)) found.unclear.push(member);
		} else if (SAYS.test(name) && !agrees(text)) found.words.push(text);
	};
	const look = (name: string, value: unknown) => {
		if (Array.isArray(value)) {
			if (GOOD.test(name)) found.unclear.push(name);
			value.forEach((entry) => look(name, entry));
		} else if (isJsonObject(value)) {
			const members = Object.entries(value);
			if (GOOD.test(name) && members.length === 0) found.unclear.push(name);
			if (ERROR.test(name) && members.length > 0) found.unclear.push(name);
			// Other APIs of HyperVerge write a verdict as `"match": {"value": "no"}`.
			for (const [key, entry] of members) look(key === 'value' ? name : wordsOf(key), entry);
		} else hear(name, value);
	};
	look('', body);
	return found;
}
