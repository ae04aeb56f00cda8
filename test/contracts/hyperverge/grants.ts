import fc from 'fast-check';

import type { Grants, Part } from '../contract';
import { http, must, mustNot, oneOf, single } from '../parts';

const envelope = {
	http,
	status: must(
		'`status` is `"success"`',
		['success'],
		['failure', 'error', 'SUCCESS', 'Success', true, 200, null, undefined],
	),
	statusCode: must(
		'`statusCode` is `"200"` or missing',
		['200', 200, undefined],
		['', '201', '400', 401, 422, 429, '500', 'success'],
	),
	error: mustNot(
		'an `error`',
		['', null],
		['OTP not verified', { message: 'Invalid OTP' }, { code: 7 }, true],
	),
	metadata: mustNot(
		'the `transactionId` of another journey under `metadata`',
		[{ requestId: '1' }, { transactionId: 'journey-1' }],
		[{ transactionId: 'journey-2' }, { requestId: '1', transactionId: 'other' }],
	),
};

const JWT = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln';
const REQUEST_ID = 'req-0123456789abcdef';
const UUID = 'f47ac10b-58cc-4372-a567-0e02b2c3d479';

/** Sentences that deny, are known from the same upstream, and stand under a success. */
const DENIALS = [
	'otp_expired',
	'invalid_otp',
	'OTP expired',
	'OTP not match',
	'max_limit_reached_for_this_otp_verification',
	'Mobile no. already verified',
	'No OTP request found to retryotp',
	'OTP retry count maxed out',
	'Verification pending',
	'OTP verified failed',
	'not verified',
];

/** Values of a verdict that are not the explicit yes. */
const NO_YES = [false, 'false', 'no', 'No', 0, 1, null, '', 'pending', [], {}, [true]];
const VERDICTS = ['verified', 'valid', 'success', 'match'];

const verdicts = (value: fc.Arbitrary<unknown>) =>
	fc.tuple(fc.constantFrom(...VERDICTS), value).map(([key, said]) => ({ [key]: said }));
const anyDenial = fc.oneof(
	fc.constantFrom(...DENIALS),
	fc.string({ maxLength: 30 }).map((words) => `${words} is pending`),
);

const verifiedResult: Part = {
	rule: 'must',
	text: '`result` is missing, a token or an identifier, the words `OTP verified success`, or has one of these as its `message` or a verdict (`verified`, `valid`, `success`, `match`) that is `true` or `"yes"`',
	good: fc.oneof(
		oneOf(
			undefined,
			JWT,
			REQUEST_ID,
			UUID,
			'0123456789abcdef01234567',
			'OTP verified success',
			{ message: JWT },
			{ message: REQUEST_ID },
			{ message: 'OTP verified success' },
			{ verified: true, isInvalid: false },
			{ message: 'OTP verified success', note: '0 failed attempts' },
			{ success: true, status_code: 200, message: null, message_code: 'success' },
			{ verified: true, message: 'OTP verified' },
		),
		verdicts(oneOf(true, 'yes')),
		verdicts(oneOf(true, 'yes')).map((said) => ({ ...said, attempts: 2, name: 'Asha' })),
	),
	bad: fc.oneof(
		anyDenial,
		anyDenial.map((message) => ({ message })),
		verdicts(oneOf(...NO_YES)),
		fc.tuple(verdicts(oneOf(true, 'yes')), anyDenial).map(([said, message]) => ({ ...said, message })),
		fc
			.tuple(verdicts(oneOf(...NO_YES)), verdicts(oneOf(true, 'yes')))
			.filter(([no, yes]) => Object.keys(no)[0] !== Object.keys(yes)[0])
			.map(([no, yes]) => ({ ...no, ...yes })),
		oneOf(
			null,
			'',
			0,
			1,
			200,
			true,
			false,
			[],
			{},
			[{ verified: true }],
			{ status_code: 422 },
			{ status_code: 200 },
			{ verified: true, status_code: 422 },
			{ verified: true, isInvalid: true },
			{ verified: true, details: { verified: false } },
			{ verified: true, status: 'failure' },
			{ verified: true, error: 'otp_expired' },
			{ isVerified: true },
			{ message: 'OTP verified' },
			{ message: '' },
			{ message: '422' },
			{ data: { verified: true } },
			{ type: 'error', message: 'OTP not match' },
		),
	),
};

/** What grants in a verification. */
export const verifyGrants: Grants = {
	parameters: { additionalFields: { transactionId: 'journey-1' } },
	parts: {
		...envelope,
		result: verifiedResult,
		message: mustNot(
			'anywhere, a verdict that is not a yes, a status code other than 200, or a sentence that does not confirm the code',
			['', 'success', 'OTP verified success'],
			DENIALS,
		),
	},
	answers: single,
};

/** HyperVerge documents only that the request ID is in `result.message`. */
const SENT_SENTENCES = [
	'otp_sent_successfully',
	'OTP sent successfully to your email',
	'OTP sent successfully',
];
const NOT_SENT_SENTENCES = [
	'OTP retry count maxed out',
	'otp_expired',
	'Mobile no. already verified',
	'otp_retry_limit_3',
	'Verification pending',
];

/** What grants in a send. */
export const sendGrants: Grants = {
	parameters: { additionalFields: { transactionId: 'journey-1' } },
	parts: {
		...envelope,
		result: mustNot(
			'a `result` with words other than that the code was sent, or with a verdict that is not a yes',
			[...[REQUEST_ID, ...SENT_SENTENCES, ''].map((message) => ({ message })), {}, { success: true }],
			[
				...NOT_SENT_SENTENCES.map((message) => ({ message })),
				'otp_expired',
				{ success: false },
				{ status_code: 422 },
			],
		),
	},
	answers: single,
};

/** What grants in the send whose request ID is needed to verify. */
export const sendEmailGrants: Grants = {
	...sendGrants,
	parts: {
		...envelope,
		result: must(
			'`result.message` is an identifier: a digit among at least eight characters that are no words, or `req-` and a number',
			[REQUEST_ID, UUID, 'req-1', '33686c6f6e4e'].map((message) => ({ message })),
			[
				undefined,
				null,
				{},
				{ message: '' },
				...[...SENT_SENTENCES, ...NOT_SENT_SENTENCES].map((message) => ({ message })),
			],
		),
	},
};
