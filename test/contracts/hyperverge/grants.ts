import fc from 'fast-check';

import type { Contract, Grants, Part } from '../contract';
import { http, must, mustNot, oneOf, single } from '../parts';
import { BLOCKED, CONFIRMING, EXPIRED, verifyAnswers, WRONG } from './answers';
import { IDS, sendAnswers, WITHOUT_ID } from './sendAnswers';

const tracked = { parameters: { additionalFields: { transactionId: 'journey-1' } }, answers: single };

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

/** Words of a verification that denies, and of one that is not there yet. */
const DENIALS = [EXPIRED, WRONG, BLOCKED]
	.flatMap((table) => Object.values<string[]>(table).flat())
	.concat('Verification pending', 'OTP verified failed', 'not verified');

/** Values of `result` that are the whole content of answers on other outputs. */
const resultsBut = (yes: string, answers: Contract['answers']): unknown[] =>
	Object.entries(answers)
		.filter(([output]) => output !== yes)
		.flatMap(([, others]) => others.map(({ body }) => body as object))
		.filter((body) => Object.keys(Object(body)).join() === 'status,statusCode,result')
		.map((body) => (body as { result: unknown }).result);

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
		oneOf(...CONFIRMING),
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
			...resultsBut('Verified', verifyAnswers),
			...[0, 1, true, false, [{ verified: true }], { status_code: 200 }, { isVerified: true }],
			...[{ data: { verified: true } }, { message: '422' }, { message: 'OTP verified' }],
			{ verified: true, status_code: 422 },
			{ verified: true, details: { verified: false } },
		),
	),
};

/** What grants in a verification. */
export const verifyGrants: Grants = {
	...tracked,
	parts: {
		...envelope,
		result: verifiedResult,
		message: mustNot(
			'anywhere, a verdict that is not a yes, a status code other than 200, or a sentence that does not confirm the code',
			['', 'success', 'OTP verified success'],
			DENIALS,
		),
	},
};

const NOT_SENT = [...resultsBut('Sent', sendAnswers()), 'otp_expired', { message: 'otp_retry_limit_3' }];

/** What grants in a send. */
export const sendGrants: Grants = {
	...tracked,
	parts: {
		...envelope,
		result: mustNot(
			'a `result` with words other than that the code was sent, or with a verdict that is not a yes',
			[...IDS.map((message) => ({ message })), ...WITHOUT_ID, { message: '' }],
			NOT_SENT,
		),
	},
};

/** What grants in the send whose request ID is needed to verify. */
export const sendEmailGrants: Grants = {
	...sendGrants,
	parts: {
		...envelope,
		result: must(
			'`result.message` is an identifier: a digit among at least eight characters that are no words, or `req-` and a number',
			IDS.map((message) => ({ message })),
			[null, { message: '' }, ...WITHOUT_ID, ...NOT_SENT],
		),
	},
};
