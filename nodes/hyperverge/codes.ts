import { type CodeRow, type Reason } from '../engine';

const SEND_PAGE =
	'https://documentation.hyperverge.co/api-reference/india_api/Email%20OTP%20Verification%20APIs/send_email_OTP_api';
const ASSUMED_FOR_VERIFY = `Assumed to be as printed for Send Email OTP: ${SEND_PAGE}`;

/** The codes of Send Email OTP. */
export const sendCodes: readonly CodeRow[] = [
	{ code: '200', text: 'success', reason: 'accepted', source: SEND_PAGE },
	{ code: '400', text: 'Missing required request parameters', reason: 'invalidRequest', source: SEND_PAGE },
	{ code: '401', text: 'Missing/Invalid credentials', fault: 'credentialsRefused', source: SEND_PAGE },
	{ code: '403', text: 'Access Denied', fault: 'credentialsRefused', source: SEND_PAGE },
	{ code: '429', text: 'Rate limit exceeded', reason: 'rateLimited', source: SEND_PAGE },
	{ code: '500', text: 'Internal Server Error', fault: 'providerDown', source: SEND_PAGE },
];

/**
 * The codes of Verify Email OTP. HyperVerge does not publish which code means that an OTP is wrong
 * or expired, so a refusal that is not known to be about the request counts as a wrong code.
 */
export const verifyCodes: readonly CodeRow[] = [
	{ code: '200', text: 'success', reason: 'accepted', source: ASSUMED_FOR_VERIFY },
	{ code: '400', text: 'Refused', reason: 'incorrectOrExpired', source: ASSUMED_FOR_VERIFY },
	{
		code: '401',
		text: 'Missing/Invalid credentials',
		fault: 'credentialsRefused',
		source: ASSUMED_FOR_VERIFY,
	},
	{ code: '403', text: 'Access Denied', fault: 'credentialsRefused', source: ASSUMED_FOR_VERIFY },
	{ code: '429', text: 'Rate limit exceeded', reason: 'rateLimited', source: ASSUMED_FOR_VERIFY },
	{ code: '500', text: 'Internal Server Error', fault: 'providerDown', source: ASSUMED_FOR_VERIFY },
];

/** Words about the request of a code, and not about an address on the web. */
export const ABOUT_REQUEST = /\botp\b|\breq(uest)? ?id\b/;

/** A reason, and the patterns that all have to match the words of a refusal. The first row that fits decides. */
export type WordRow = readonly [reason: Reason, ...patterns: RegExp[]];

const INVALID_REQUEST: WordRow = [
	'invalidRequest',
	/(^|; )(input validation error|missing required request parameters)\b/,
];
const RATE_LIMITED: WordRow = ['rateLimited', /\brate limit\b|\btoo many requests\b/];
const NO_REQUEST: WordRow = [
	'noValidCode',
	/\bno otp request\b|\balready (verified|used)\b|\binvalid req(uest)? ?id\b/,
];
const REQUEST_NOT_FOUND: WordRow = ['noValidCode', ABOUT_REQUEST, /\bnot found\b/];

/**
 * Words of a refused verification. HyperVerge publishes none. Its calls look like a wrapper of MSG91's
 * widget, so these cover the words that are known from there (`otp_expired`, `invalid_otp`,
 * `OTP not match`, `max_limit_reached_for_this_otp_verification`, `No OTP request found to retryotp`,
 * `Mobile no. already verified`). They are an assumption, and grant nothing: they only choose between
 * the other branches.
 */
export const verifyWords: readonly WordRow[] = [
	INVALID_REQUEST,
	NO_REQUEST,
	REQUEST_NOT_FOUND,
	RATE_LIMITED,
	['incorrectOrExpired', /\bexpired\b/, /\b(invalid|incorrect|wrong)\b/],
	['codeExpired', /\bexpired\b/],
	[
		'attemptsExhausted',
		/\b(max(ed|imum)?|limit|exceed(s|ed)?|exhausted|too many|blocked|locked)\b|\b(no|0)( more)? attempts?\b/,
	],
	[
		'incorrectOrExpired',
		/\b(invalid|incorrect|wrong|mismatch(ed)?|unverified)\b|(\bnot|n.t) (match|valid|verif|correct)|\b(verification|validation) failed\b|(^|; )failed($|;)/,
	],
];

/** The same for a refused send or retry. */
export const sendWords: readonly WordRow[] = [
	INVALID_REQUEST,
	NO_REQUEST,
	REQUEST_NOT_FOUND,
	['noValidCode', /\bexpired\b/],
	['invalidRecipient', /\b(invalid|incorrect)\b/, /\b(mobile|number|e ?mail)\b/],
	RATE_LIMITED,
	['sendLimit', /\b(max(ed|imum)?|limit|exceed(s|ed)?|too many)\b/],
	['cooldown', /\b(wait|too soon|already sent|seconds?|minutes?)\b/],
	['deliveryFailed', /\b(fail(ed|ure)?|unable|could not|cannot|not sent|undelivered)\b/],
];
