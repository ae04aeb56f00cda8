import { type CodeRow, type Reason } from '../engine';

const SEND_PAGE =
	'https://documentation.hyperverge.co/api-reference/india_api/Email%20OTP%20Verification%20APIs/send_email_OTP_api';
const ASSUMED_FOR_VERIFY = `Assumed to be as documented for Send Email OTP: ${SEND_PAGE}`;

export const sendCodes: readonly CodeRow[] = [
	{ code: '200', text: 'success', reason: 'accepted', source: SEND_PAGE },
	{ code: '400', text: 'Missing required request parameters', reason: 'invalidRequest', source: SEND_PAGE },
	{ code: '401', text: 'Missing/Invalid credentials', fault: 'credentialsRefused', source: SEND_PAGE },
	{ code: '403', text: 'Access Denied', fault: 'credentialsRefused', source: SEND_PAGE },
	{ code: '429', text: 'Rate limit exceeded', reason: 'rateLimited', source: SEND_PAGE },
	{ code: '500', text: 'Internal Server Error', fault: 'providerDown', source: SEND_PAGE },
];

/**
 * HyperVerge does not document which code means that an OTP is wrong or expired, so a refusal counts as a
 * wrong code unless it is known to be about the request.
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

/** A message about an OTP or a request ID, as opposed to a URL. */
export const ABOUT_REQUEST = /\botp\b|\breq(uest)? ?id\b/;

/** A reason, and patterns that all must match the normalized message of a refusal. The first match decides. */
export type PhraseRow = readonly [reason: Reason, ...patterns: RegExp[]];

const INVALID_REQUEST: PhraseRow = [
	'invalidRequest',
	/(^|; )(input validation error|missing required request parameters)\b/,
];
const RATE_LIMITED: PhraseRow = ['rateLimited', /\brate limit\b|\btoo many requests\b/];
const NO_REQUEST: PhraseRow = [
	'noValidCode',
	/\bno otp request\b|\balready (verified|used)\b|\binvalid req(uest)? ?id\b/,
];
const REQUEST_NOT_FOUND: PhraseRow = ['noValidCode', ABOUT_REQUEST, /\bnot found\b/];

/**
 * Phrases of a refused verification. HyperVerge documents none. Its API looks like a wrapper of MSG91's
 * widget, so these cover the messages that are known from there (`otp_expired`, `invalid_otp`,
 * `OTP not match`, `max_limit_reached_for_this_otp_verification`, `No OTP request found to retryotp`,
 * `Mobile no. already verified`). They are an assumption and never grant: they only choose between the
 * branches of a refusal.
 */
export const verifyPhrases: readonly PhraseRow[] = [
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

/** Phrases of a refused send or retry. */
export const sendPhrases: readonly PhraseRow[] = [
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
