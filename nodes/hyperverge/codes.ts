import type { CodeRow } from '../shared/codes';
import type { Reason } from '../shared/outcomes';

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

/** Words that mean that the request is at fault and not the code, whatever number comes with them. */
export const INVALID_REQUEST_WORDS = /^(Input Validation Error|Missing required request parameters)/i;

/** Words of a refusal, and what they mean; the first row that fits decides. */
type WordRow = readonly [words: RegExp, reason: Reason];

/**
 * Words of a refused verification. HyperVerge publishes none. Its calls look like a wrapper of MSG91's
 * widget, so these cover the words that are known from there (`otp_expired`, `invalid_otp`,
 * `OTP not match`, `max_limit_reached_for_this_otp_verification`, `No OTP request found to retryotp`,
 * `Mobile no. already verified`). They are an assumption, and grant nothing: they only choose between
 * the other branches.
 */
export const verifyWords: readonly WordRow[] = [
	[/\botp request\b|already verified/, 'noValidCode'],
	[
		/\b(invalid|incorrect|wrong)\b.*\bexpired\b|\bexpired\b.*\b(invalid|incorrect|wrong)\b/,
		'incorrectOrExpired',
	],
	[/\bexpired\b/, 'codeExpired'],
	[/\bmax|\b(limit|exceeded|too many|attempts|blocked)\b/, 'attemptsExhausted'],
	[
		/\b(invalid|incorrect|wrong|mismatch|unverified|failed)\b|\bnot (match|valid|verified)/,
		'incorrectOrExpired',
	],
];

/** The same for a refused send or retry. */
export const sendWords: readonly WordRow[] = [
	[/\botp request\b|already verified|\bexpired\b/, 'noValidCode'],
	[/\b(invalid|incorrect)\b.*\b(mobile|number|e ?mail)\b/, 'invalidRecipient'],
	[/\bmax|\b(limit|exceeded|too many)\b/, 'sendLimit'],
	[/\b(wait|too soon|already sent|seconds?|minutes?)\b/, 'cooldown'],
	[/\b(fail(ed|ure)?|unable|could not|cannot|not sent|undelivered)\b/, 'deliveryFailed'],
];
