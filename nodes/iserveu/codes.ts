import { type CodeRow, type Reason } from '../engine';

const SEND = 'https://developer.iserveu.in/dmtlite-common-api/send-otp';
const GET_CUSTOMER = 'https://developer.iserveu.in/dmtlite-common-api/customer-api';
const VERIFY_BENEFICIARY = 'https://developer.iserveu.in/dmtlite-common-api/bene-verification';
const PROCESS_CUSTOMER = 'https://developer.iserveu.in/dmtlite-common-api/process-customer';

const gatewayCode: CodeRow = {
	code: '429',
	text: 'Too many requests (HTTP status)',
	reason: 'rateLimited',
	source: 'Assumed: iServeU documents no such answer; this is what the HTTP status means',
};

/** The codes of Send OTP. */
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

/** The customer calls share their codes; with SUCCESS they say how far the customer has come. */
const STATE = `Printed for Get Customer, ${GET_CUSTOMER}`;

/** The codes of Process Customer. iServeU publishes none for a wrong or expired code. */
export const processCustomerCodes: readonly CodeRow[] = [
	{
		code: '2',
		text: 'Customer verified successfully and Ovd Data Updated',
		reason: 'accepted',
		source: `Seen in a public integration; ${PROCESS_CUSTOMER} prints no table`,
	},
	{ code: '0', text: 'Customer not onboarded', reason: 'notVerified', source: STATE },
	{ code: '1', text: 'Customer created, not verified', reason: 'notVerified', source: STATE },
	{ code: '3', text: 'Customer verified, OVD not verified', reason: 'notVerified', source: STATE },
	gatewayCode,
];

/** The codes of Verify Beneficiary. iServeU publishes none, so a success takes its steps at the gateway too. */
export const verifyBeneficiaryCodes: readonly CodeRow[] = [
	{
		code: '0',
		text: 'Transaction Success',
		reason: 'accepted',
		source: `Assumed to be the code of the other calls; ${VERIFY_BENEFICIARY} prints no table`,
	},
	gatewayCode,
];

/** The codes of Get Customer, which all come with HTTP 200. */
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

/** Words of a refusal, and what they mean. */
export interface WordRow {
	words: RegExp;
	reason: Reason;
}

/**
 * Words of a refused send. iServeU documents the rules (a wait of 30 or 60 seconds, three codes in
 * six hours) but not what it answers, so these are assumptions; they only decide between *Not Sent*
 * and *Throttled*.
 */
export const sendWords: readonly WordRow[] = [
	{ words: /\b(second|minute)s?\b|please wait|too soon|already sent/i, reason: 'cooldown' },
	{ words: /limit|maximum|exceed|too many|hours?\b/i, reason: 'sendLimit' },
];

/**
 * Words of a refused code. iServeU publishes none, so these are assumptions; none of them lets
 * anybody through. Refusals that do not speak of the code are not about the code.
 */
export const verifyWords: readonly WordRow[] = [
	{
		words: /\botp\b.*(invalid|incorrect|wrong).*expired|(invalid|incorrect|wrong).*expired.*\botp\b/i,
		reason: 'incorrectOrExpired',
	},
	{ words: /\botp\b.*expired|expired.*\botp\b/i, reason: 'codeExpired' },
	{ words: /attempts?\b|exceed|too many|blocked/i, reason: 'attemptsExhausted' },
	{
		words: /(invalid|incorrect|wrong).*\botp\b|\botp\b.*(invalid|incorrect|wrong|not match|mismatch)/i,
		reason: 'incorrectCode',
	},
	{ words: /\botp\b/i, reason: 'incorrectOrExpired' },
];
