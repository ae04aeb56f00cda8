import type { CodeRow } from '../shared/codes';

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

/** Words in a result that deny it, whatever the envelope says. They only take a success away. */
export const WORDS_OF_A_NO =
	/\b(invalid|incorrect|wrong|expired|failed|failure|error|mismatch|unverified|denied|rejected)\b|\bnot[ _-]+(match|verif|valid|found|correct)/i;

/** Names of members of a result that deny it by being false. */
export const KEYS_OF_A_YES = /verified|valid|match|success|status/i;
