import { type CodeRow, type Reason } from '../engine';

const SEND = 'https://developer.iserveu.in/dmtlite-common-api/send-otp';
const GET_CUSTOMER = 'https://developer.iserveu.in/dmtlite-common-api/customer-api';
const VERIFY_BENEFICIARY = 'https://developer.iserveu.in/dmtlite-common-api/bene-verification';
const PROCESS_CUSTOMER = 'https://developer.iserveu.in/dmtlite-common-api/process-customer';

const gatewayCode: CodeRow = {
	code: '429',
	text: 'Too many requests (HTTP status)',
	reason: 'rateLimited',
	source: 'Assumed: iServeU does not document it; this is the meaning of the HTTP status',
};

export const sendCodes: readonly CodeRow[] = [
	{ code: '0', text: 'OTP Sent Successfully', reason: 'accepted', source: SEND },
	{
		code: '-1',
		text: 'Requested Amount Must Not be EMPTY Or Only Number Allowed',
		reason: 'invalidRequest',
		source: SEND,
	},
	{
		code: '1',
		text: 'Failed to send OTP',
		reason: 'deliveryFailed',
		source: `${SEND} (in a sample, not in the table)`,
	},
	gatewayCode,
];

/** The customer operations share their codes, which are the status of the customer. */
const STATE = `Documented for Get Customer, ${GET_CUSTOMER}`;

/** iServeU documents no code for a wrong or expired OTP. */
export const processCustomerCodes: readonly CodeRow[] = [
	{
		code: '2',
		text: 'Customer verified successfully and Ovd Data Updated',
		reason: 'accepted',
		source: `Seen in a public integration; ${PROCESS_CUSTOMER} has no table`,
	},
	{ code: '0', text: 'Customer not onboarded', reason: 'notVerified', source: STATE },
	{ code: '1', text: 'Customer created, not verified', reason: 'notVerified', source: STATE },
	{ code: '3', text: 'Customer verified, OVD not verified', reason: 'notVerified', source: STATE },
	gatewayCode,
];

/** iServeU documents none of these codes, so a success also requires successful steps at the gateway. */
export const verifyBeneficiaryCodes: readonly CodeRow[] = [
	{
		code: '0',
		text: 'Transaction Success',
		reason: 'accepted',
		source: `Assumed to be the code of the other operations; ${VERIFY_BENEFICIARY} has no table`,
	},
	gatewayCode,
];

/** All of these have HTTP 200. */
export const getCustomerCodes: readonly CodeRow[] = [
	{ code: '0', text: 'Customer not onboarded', reason: 'notOnboarded', source: GET_CUSTOMER },
	{ code: '1', text: 'Customer created, not verified', reason: 'customerCreated', source: GET_CUSTOMER },
	{ code: '2', text: 'Customer verified', reason: 'customerVerified', source: GET_CUSTOMER },
	{
		code: '3',
		text: 'Customer verified, OVD not verified',
		reason: 'documentMissing',
		source: `${GET_CUSTOMER} (an older revision)`,
	},
	{
		code: '-1',
		text: 'Username Must not be Empty, or Invalid Mobile Number',
		fault: 'rejected',
		source: GET_CUSTOMER,
	},
	{ code: '4', text: 'Internal Server Issue', fault: 'providerDown', source: GET_CUSTOMER },
];

/** A pattern for the message of a refusal, and its reason. The first match decides. */
export interface PhraseRow {
	pattern: RegExp;
	reason: Reason;
}

/**
 * Phrases of a refused send. iServeU documents the limits (a wait of 30 or 60 seconds, three codes in six
 * hours) but not the messages, so these are assumptions. They only decide between *Not Sent* and *Throttled*.
 */
export const sendPhrases: readonly PhraseRow[] = [
	{ pattern: /\b(second|minute)s?\b|please wait|too soon|already sent/i, reason: 'cooldown' },
	{ pattern: /limit|maximum|exceed|too many|hours?\b/i, reason: 'sendLimit' },
];

/**
 * Phrases of a refused code. iServeU documents none, so these are assumptions. They never grant. A refusal
 * that does not mention the OTP is not about the code.
 */
export const verifyPhrases: readonly PhraseRow[] = [
	{
		pattern: /\botp\b.*(invalid|incorrect|wrong).*expired|(invalid|incorrect|wrong).*expired.*\botp\b/i,
		reason: 'incorrectOrExpired',
	},
	{ pattern: /\botp\b.*expired|expired.*\botp\b/i, reason: 'codeExpired' },
	{ pattern: /attempts?\b|exceed|too many|blocked/i, reason: 'attemptsExhausted' },
	{
		pattern: /(invalid|incorrect|wrong).*\botp\b|\botp\b.*(invalid|incorrect|wrong|not match|mismatch)/i,
		reason: 'incorrectCode',
	},
	{ pattern: /\botp\b/i, reason: 'incorrectOrExpired' },
];
