import type { IDataObject } from 'n8n-workflow';

import type { Answer, Contract, Says } from '../contract';
import { answering } from '../parts';

const TOKEN = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln';
export const UUID = '9b2f6d3e-1a77-4c1d-8d0e-0123456789ab';
export const REQUEST_ID = 'req-0123456789abcdef';

/** The success envelope, with a `result` unless it is `undefined`, and with more next to it. */
export const success = (result?: unknown, more: object = {}) => ({
	status: 'success',
	statusCode: '200',
	...(result !== undefined && { result }),
	...more,
});
export const said = (message: unknown) => success({ message });
export const refused = (message: string, statusCode: unknown = 400) => ({
	status: 'failure',
	statusCode,
	message,
});

const isText = (value: unknown) => typeof value === 'string' && value !== '';

/** The code and the words of an answer, which every item repeats. */
function repeated(body: unknown): Says {
	const { statusCode, error, message = error } = Object(body) as IDataObject;
	return {
		...((isText(statusCode) || typeof statusCode === 'number') && { statusCode: String(statusCode) }),
		...(isText(message) && { message: String(message) }),
	};
}

export const answered = answering(repeated);
const ok = (body: unknown, says: Says) => answered(200, body, says);

export const yes = (body: unknown, reference?: IDataObject) =>
	ok(body, { reason: 'accepted', statusCode: '200', message: 'success', ...(reference && { reference }) });

/** A no inside a success. */
export const denied = (result: unknown, reason: string, message: string, statusCode = '200') =>
	ok(success(result), { reason, statusCode, message });

/** Words that mean the same inside a success, next to it, and in a refusal; by their reason. */
const words = (table: Readonly<Record<string, string[]>>): Answer[] =>
	Object.entries(table).flatMap(([reason, messages]) =>
		messages.flatMap((message) => [
			...[said(message), success(message), success(TOKEN, { message })].map((body) =>
				ok(body, { reason, message }),
			),
			...[400, '400'].map((code) => answered(400, refused(message, code), { reason })),
		]),
	);

/** Too many calls. */
export const LIMITED = [
	answered(429, refused('Requests rate limit exceeded', 429), { reason: 'rateLimited' }),
	denied({ status_code: '429', verified: true }, 'rateLimited', '', '429'),
];

/** A success that does not say what it should, with its words. */
export const unclear =
	(hint: RegExp) =>
	(body: unknown, message?: string): Answer =>
		ok(body, { fault: 'unreadable', message, hint });

/** Answers that are an error whatever the node does. */
export const FAULTS: Answer[] = [
	...[401, 403].flatMap((code) =>
		[code, 400].map((status) =>
			answered(status, refused('Missing/Invalid credentials', code), { fault: 'credentialsRefused' }),
		),
	),
	answered(400, refused('DEPENDENCY SERVER BUSY', 503), { fault: 'providerDown' }),
	answered(500, { statusCode: 500, error: 'Internal Server Error' }, { fault: 'providerDown' }),
	// A gateway that does not know the path.
	...[
		refused('Not Found', 404),
		{ status: 'error', message: 'Cannot POST /v1/verifyMobileOtp' },
		{ status: 'error', message: 'The requested resource was not found' },
	].map((body) => answered(404, body, { fault: 'misaddressed' })),
	answered(400, { status: 'perhaps', message: 'hm' }, { fault: 'unreadable' }),
	...[
		...['7', '[]', 'null', '""', '', 'hm'],
		...['Success', 'SUCCESS', 'ok', true, null, ['success']].map((status) => success(undefined, { status })),
		...['201', '400', '422', 'success', true, '', null, {}].map((statusCode) =>
			success(undefined, { statusCode, message: 'hm' }),
		),
	].map((body) => ok(body, { fault: 'unreadable' })),
];

/** A success that arrives with a status that is none, or belongs to another journey. */
export function misplaced(body: object, reference?: IDataObject): Answer[] {
	const says = { statusCode: '200', message: 'success', ...(reference && { reference }) };
	return [
		...[300, 400, 401, 404, 429].map((status) => answered(status, body, { fault: 'unreadable', ...says })),
		...['metadata', 'metaData'].map((key) => ({
			...ok(
				{ ...body, [key]: { requestId: '7', transactionId: 'journey-2' } },
				{ fault: 'mismatched', ...says },
			),
			parameters: { additionalFields: { transactionId: 'journey-1' } },
		})),
	];
}

const unclearVerification = unclear(/did not explicitly confirm the code/);

/** Values of `result` that confirm a code. */
export const CONFIRMING: unknown[] = [
	undefined,
	...[
		...[TOKEN, UUID, REQUEST_ID, ` ${TOKEN} `, '0123456789abcdef', '346a6f6e4c647a323435'],
		...['1559727420553-75c1fcfc-1111-4222-8333-123456789abc', 'OTP verified success'],
		' otp_verified_success. ',
	].flatMap((text) => [text, { message: text }]),
	{ message: 'OTP verified success', note: '0 failed attempts' },
	...[{ verified: true }, { valid: 'yes' }],
	{ success: true, status_code: 200, message: null, message_code: 'success', type: 'success' },
	{ match: 'yes', errorCode: 0, error: '', errors: {} },
	{ verified: true, isInvalid: false, expired: 'no', blocked: null },
	{ verified: true, message: 'OTP verified', attempts: 3, email: 'max@example.com' },
	{ verified: true, message: 'Your mobile number has been successfully verified' },
	{ match: 'yes', details: { match: { value: 'yes', confidence: 'high' } } },
	{ verified: true, summary: { action: 'pass', details: [] } },
];

/** Words that deny, by their reason and by the output of a verification. */
export const EXPIRED = { codeExpired: ['otp_expired', 'OTP expired', 'OtpExpired'] };
export const WRONG = {
	incorrectOrExpired: [
		...['invalid_otp', 'OTP not match', "OTP doesn't match", 'OTP is invalid or expired'],
		...['Invalid OTP, 2 attempts left', 'Code mismatch'],
	],
};
export const BLOCKED = {
	attemptsExhausted: [
		...['No attempts left', 'No attempt left', '0 more attempts', 'OTP retry count maxed out'],
		...['max_limit_reached_for_this_otp_verification', 'Max reached', 'Maximum reached'],
		'The tries exceed it',
	],
	noValidCode: [
		...['Mobile no. already verified', 'No OTP request found to retryotp', 'Invalid reqid'],
		...['Invalid req id', 'OTP not found'],
	],
	rateLimited: ['Requests rate limit exceeded'],
	invalidRequest: ['Input Validation Error: otp'],
};

/**
 * Assumption: HyperVerge does not publish the answers of its verifications. These are what its other
 * APIs and the public clients of MSG91's widget show.
 */
export const verifyAnswers: Contract['answers'] = {
	Verified: [
		...CONFIRMING.map((result) => yes(success(result))),
		yes({ status: 'success', statusCode: 200 }),
		yes({ status: 'success' }),
		yes(success(undefined, { message: 'Success', error: null, errors: [] })),
	],
	Expired: [
		...words(EXPIRED),
		denied({ verified: true, isExpired: true }, 'codeExpired', 'is expired: true'),
		denied({ verified: true, otpStatus: 'EXPIRED' }, 'codeExpired', 'EXPIRED'),
		denied(
			{ success: false, status_code: 422, message: 'otp_expired', message_code: 'expired' },
			'codeExpired',
			'success: false; otp_expired; expired',
			'422',
		),
	],
	'Wrong Code': [
		...words(WRONG),
		...Object.entries({
			...{ 'match: no': { match: 'no' }, 'verified: false': { verified: false } },
			...{ 'verified: 0': { verified: 0 }, 'verified: no': { verified: 'no' } },
			...{ 'is valid: N': { verified: true, isValid: 'N' } },
			...{ 'otp mismatch: 1': { verified: true, otp_mismatch: 1 } },
			...{ 'not verified: true': { verified: true, notVerified: true } },
			...{ failed: { verified: true, status: 'failed' } },
			'OTP not match; type: error': { type: 'error', message: 'OTP not match' },
			'Invalid OTP': { message: TOKEN, details: { summary: 'Invalid OTP' } },
			'invalid_otp; errors': { verified: true, errors: [{ reason: 'invalid_otp' }] },
		}).map(([message, result]) => denied(result, 'incorrectOrExpired', message)),
		denied({ verified: true, match: { value: 'no' } }, 'incorrectOrExpired', 'match: no'),
		denied({ status_code: 422 }, 'incorrectOrExpired', '', '422'),
		answered(400, refused('No Input Validation Error'), { reason: 'incorrectOrExpired' }),
		answered(422, { status: 'failure', error: 'no' }, { reason: 'incorrectOrExpired', statusCode: '422' }),
		ok(
			{ status: 'failure', result: { verified: true } },
			{ reason: 'incorrectOrExpired', statusCode: '200' },
		),
		...['Unknown reqid', 'Unknown request ID'].map((message) =>
			answered(404, { status: 'error', message }, { reason: 'incorrectOrExpired', statusCode: '404' }),
		),
	],
	Blocked: [
		...words(BLOCKED),
		denied({ verified: true, is_blocked: 'y' }, 'attemptsExhausted', 'is blocked: y'),
		denied({ verified: true, blocked: 'yes' }, 'attemptsExhausted', 'blocked: yes'),
		answered(
			400,
			{ status: 'failure', statusCode: 400, error: { message: 'Input Validation Error: otp' } },
			{ ...{ reason: 'invalidRequest', message: 'Input Validation Error: otp' } },
		),
		ok(refused('Locked', '423'), { reason: 'attemptsExhausted' }),
		answered(404, refused('No OTP request found', 404), { reason: 'noValidCode' }),
		answered(404, refused('Invalid reqId', 404), { reason: 'noValidCode' }),
		...LIMITED,
	],
	Error: [
		...FAULTS,
		...misplaced(success()),
		...[
			...[null, {}, [], [TOKEN], '', true, { Verified: true }, { verified: { value: 'yes' } }],
			...[{ details: { verified: true } }, { ok: true, confirmed: true }, { message: '' }],
		].map((result) => unclearVerification(success(result))),
		unclearVerification(success(200), '200'),
		...[
			...['yes', 'success', 'verified', 'req-not-yet', 'req-beef', 'req-1x', 'req-', 'abcdef01'],
			...['OTP verified', 'OTP verified successfully', 'Verification pending'],
		].flatMap((message) =>
			[success(message), said(message)].map((body) => unclearVerification(body, message)),
		),
		unclearVerification(said(`OTP verified success${' '.repeat(2000)}not`), '…'),
		unclearVerification(said(`OTP verified success${' '.repeat(200)}not`), 'OTP verified success not'),
		...[
			...['0123456789abcde', `no-${TOKEN}`, 'req-exceeded1', 'MAXLIMITREACHED3'],
			'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0',
		].map((message) => unclearVerification(said(message), '…')),
		unclearVerification(said(`${TOKEN} but no`), '… but no'),
		...['true', 1, 'YES', ''].map((verified) =>
			unclearVerification(success({ verified }), `verified: ${verified}`),
		),
		unclearVerification(success(undefined, { data: { verified: 'perhaps' } }), 'verified: perhaps'),
		unclearVerification(success(TOKEN, { error: 'not now' }), 'not now'),
		...Object.entries({
			...{ 'OTP verified, but late': { message: 'OTP verified, but late' } },
			...{ 'status code: 4221': { status_code: 4221 }, 'status code: 1422': { status_code: 1422 } },
			...{ 'status code: 204': { status_code: 204 }, 'valid: perhaps': { valid: 'perhaps' } },
			...{ pending: { status: 'pending' }, 'in progress': { state: 'in progress' } },
			...{ 'code: E7': { code: 'E7' }, 'blocked: 2': { blocked: 2 }, 'type: error': { type: 'error' } },
			...{ 'no idea': { error: 'no idea' }, error: { error: { id: 7 } }, '703': { errorCode: 703 } },
			...{ false: { message: false }, 'Try it once more': { message: 'Try it once more' } },
			...{ 'a; b': { reason: ['a', 'b'] }, manualReview: { summary: { action: 'manualReview' } } },
		}).map(([message, more]) => unclearVerification(success({ verified: true, ...more }), message)),
	],
};
