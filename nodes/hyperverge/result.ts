import { isJsonObject, member } from '../engine';

/** Longer texts are not messages, and matching a megabyte would block n8n. */
export const LONGEST_SENTENCE = 1000;

/** Normalizes a text, so that `OTP expired`, `otp_expired` and `otpExpired` are equal. */
export function normalized(text: string): string {
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
 * Whether a text is a token or an identifier that cannot be a message: a JSON Web Token, a UUID, at least 16
 * hexadecimal digits, or `req-` followed by any number of them.
 */
function isOpaque(text: string): boolean {
	if (JSON_WEB_TOKEN.test(text)) return true;
	return (
		VISIBLE.test(text) && HEXADECIMAL.test(text) && (/^req/i.test(text) || text.length >= SHORTEST_OPAQUE)
	);
}

/**
 * Whether a text can be a request ID, whose format is not documented: no spaces, and, apart from words, at
 * least eight characters with a digit among them. `ERROR_422` and `otp_retry_limit_3` are not IDs.
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

/** Whether a message in the answer to a verification confirms its success. It never grants by itself. */
export function confirmsVerified(sentence: string): boolean {
	return confirms(VERIFIED, sentence) || isOpaque(sentence);
}

/** Whether a message in the answer to a send confirms its success. */
export function confirmsSent(sentence: string): boolean {
	return confirms(SENT, sentence);
}

function confirms(pattern: RegExp, sentence: string): boolean {
	const withoutAddress = sentence
		.split(' ')
		.map((part) => (part.includes('@') ? '@' : part))
		.join(' ');
	const text = normalized(withoutAddress);
	return CONFIRMS.includes(text) || pattern.test(text);
}

/**
 * Whether the `result` of a verification with `status: "success"` is an explicit yes. HyperVerge does not
 * document it, and other HyperVerge APIs return a no in it although the envelope says success. So only
 * these count as a yes: no `result`, a token or an identifier, the message `OTP verified success` of
 * MSG91's widget, or a verdict that is `true` or `"yes"`.
 */
export function isVerified(result: unknown): boolean {
	if (result === undefined) return true;
	if (['verified', 'valid', 'success', 'match'].some((key) => isYes(member(result, key)))) return true;
	const text = typeof result === 'string' ? result : member(result, 'message');
	return typeof text === 'string' && (isOpaque(text.trim()) || normalized(text) === 'otp verified success');
}

const isYes = (value: unknown) => value === true || value === 'yes';

/** What contradicts the success that an envelope reports, as returned by the provider. */
export interface Contradictions {
	/** Messages that do not confirm the success, and negative verdicts such as `match: no`. */
	denials: string[];
	/** Verdicts that are neither positive nor negative, such as `valid: perhaps`. */
	unclear: string[];
	/** Whether there is a negative verdict. */
	isDenied: boolean;
	/** The code of a refusal within the success; empty if there is none. */
	code: string;
}

const MESSAGE_KEY =
	/\b(status|state|outcome|verdict|decision|action|result|messages?|msg|message code|reason|description|desc|details?|summary|remarks?)$/;
const ERROR_KEY = /\b(errors?|exceptions?|fault)\b/;
const CODE_KEY = /^((status|response|result|http) )?code$/;
const TYPE_KEY = /\btype$/;
const SUBJECT = '^((is|has|was|otp|code|e ?mail|mobile) )*';
const POSITIVE_KEY = new RegExp(
	`${SUBJECT}(verified|valid|success|successful|match|matched|matches|correct|approved|sent|delivered)$`,
);
const NEGATIVE_KEY = new RegExp(
	`${SUBJECT}(not .*|unverified|invalid|expired|blocked|locked|failed|failure|denied|rejected|mismatch|mismatched|incorrect|wrong)$`,
);
const YES = ['true', 'yes', 'y', '1'];
const NO = ['false', 'no', 'n', '0'];

/**
 * Everything in an answer that contradicts the success that its envelope reports.
 *
 * @param agrees whether a message confirms the success
 */
export function contradictionsIn(body: unknown, agrees: (sentence: string) => boolean): Contradictions {
	const found: Contradictions = { denials: [], unclear: [], isDenied: false, code: '' };
	const verdict = (member: string, isDenied: boolean) => {
		(isDenied ? found.denials : found.unclear).push(member);
		found.isDenied ||= isDenied;
	};

	const readMember = (name: string, value: unknown) => {
		const text = value === null ? '' : String(value).trim();
		const word = text.toLowerCase();
		const member = `${name}: ${text}`;
		if (POSITIVE_KEY.test(name)) {
			if (!isYes(value)) verdict(member, NO.includes(word));
		} else if (NEGATIVE_KEY.test(name)) {
			if (!['', ...NO].includes(word)) verdict(member, YES.includes(word));
		} else if (ERROR_KEY.test(name)) {
			if (!['', ...NO].includes(word)) found.denials.push(text);
		} else if (CODE_KEY.test(name)) {
			if (/^[45][0-9]{2}$/.test(word)) found.code = word;
			else if (!CONFIRMS.includes(word)) found.unclear.push(member);
		} else if (TYPE_KEY.test(name)) {
			if (/error|fail/.test(word)) found.unclear.push(member);
		} else if (MESSAGE_KEY.test(name) && !agrees(text)) found.denials.push(text);
	};
	const visit = (name: string, value: unknown) => {
		if (Array.isArray(value)) {
			if (POSITIVE_KEY.test(name)) found.unclear.push(name);
			value.forEach((entry) => visit(name, entry));
		} else if (isJsonObject(value)) {
			const members = Object.entries(value);
			if (POSITIVE_KEY.test(name) && members.length === 0) found.unclear.push(name);
			if (ERROR_KEY.test(name) && members.length > 0) found.unclear.push(name);
			// Other HyperVerge APIs write a verdict as `"match": {"value": "no"}`.
			for (const [key, entry] of members) visit(key === 'value' ? name : normalized(key), entry);
		} else readMember(name, value);
	};
	visit('', body);
	return found;
}
