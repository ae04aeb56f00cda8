import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Answer, Contract, Says } from '../contract';

type Body = IDataObject;

/** What an answer repeats of a request, with the parameters that it repeats. */
export type Echo = readonly [Body, INodeParameters?];

/** A refusal leaves with its code and words, also where iServeU uses HTTP 4xx for it. */
const REFUSING = [200, 400, 422];

export const failed = (statusCode: string, statusDesc: string): Body => ({
	status: 'FAILED',
	statusCode,
	statusDesc,
});

/** An answer; every item repeats its code, its words and its transaction. */
export function answer(status: number, body: object, says: Says, parameters?: INodeParameters): Answer {
	const { statusCode, statusDesc, 'status-desc': other, parentTxnId } = body as Record<string, unknown>;
	const repeated = {
		...(['string', 'number'].includes(typeof statusCode) && { statusCode: String(statusCode) }),
		message: (statusDesc ?? other) as string | undefined,
		...(parentTxnId !== undefined && { reference: { parentTxnId } as IDataObject }),
	};
	return { status, body, says: { ...repeated, ...says }, ...(parameters && { parameters }) };
}

/** A refusal with these codes and words, with each HTTP status that a refusal may have. */
export const refusals = (
	codes: readonly string[],
	message: string,
	says: Pick<Says, 'reason' | 'fault'>,
): Answer[] =>
	codes.flatMap((statusCode) => REFUSING.map((status) => answer(status, failed(statusCode, message), says)));

/**
 * Ways to write a success.
 *
 * @param yes the success as iServeU prints it
 * @param echoes what an answer may repeat of the request
 */
export function successes(yes: Body, reason: string, echoes: readonly Echo[]): Answer[] {
	return [
		answer(200, yes, { reason }),
		...[
			{ status: ' Success ' },
			{ statusCode: Number(yes.statusCode) },
			{ data: { id: 7 }, KYCTypeFlag: false },
			{ ResponseData: 'x' },
		].map((more) => answer(200, { ...yes, ...more }, { reason })),
		...echoes.map(([echo, parameters]) => answer(200, { ...yes, ...echo }, { reason }, parameters)),
	];
}

const ENCRYPTED =
	/^The response is encrypted \('ResponseData'\): the Base URL belongs to iServeU's encrypted API, which these nodes do not support\. Ask iServeU for the Base URL, Client ID and Client Secret of the unencrypted API\.$/;

/**
 * Answers that are an error.
 *
 * @param yes the success as iServeU prints it
 * @param echoes what an answer to another request repeats
 */
export function faults(yes: Body, echoes: readonly Echo[]): Answer[] {
	const byStatus = (body: object, table: Record<string, string>, says: Says = {}) =>
		Object.entries(table).map(([status, fault]) => answer(Number(status), body, { ...says, fault }));
	const unreadable = (body: object) => answer(200, body, { fault: 'unreadable' });
	return [
		...[undefined, '', ['2'], '-1', '4', '00', '02', '200', '7777'].map((statusCode) =>
			unreadable({ ...yes, statusCode }),
		),
		...[301, 400, 401, 429].map((status) => answer(status, yes, { fault: 'unreadable' })),
		...byStatus(yes, { 500: 'providerDown', 503: 'providerDown' }),
		...['PENDING', 'INPROGRESS', 'REFUNDED', 'OK', 'SUCCESSFUL', '', undefined, true, ['SUCCESS']].map(
			(status) => unreadable({ ...yes, status, statusCode: '5' }),
		),
		...byStatus(
			{ ResponseData: 'bm90IHJlYWRhYmxl' },
			{ 200: 'unreadable', 400: 'unreadable', 401: 'credentialsRefused', 500: 'providerDown' },
			{ hint: ENCRYPTED },
		),
		unreadable({ status: 'PENDING', ResponseData: 'x' }),
		unreadable({}),
		...byStatus(failed('9', 'Unauthorized'), {
			...{ 401: 'credentialsRefused', 403: 'credentialsRefused', 404: 'misaddressed' },
			...{ 408: 'providerDown', 500: 'providerDown' },
		}),
		...echoes.map(([echo, parameters]) =>
			answer(200, { ...yes, ...echo }, { fault: 'mismatched' }, parameters),
		),
	];
}

/** A SUCCESS that is none by its HTTP status, with the code of another state. */
export const misplacedState = Object.entries({ 400: 'unreadable', 500: 'providerDown' }).map(
	([status, fault]) =>
		answer(Number(status), { status: 'SUCCESS', statusCode: '0', statusDesc: 'text' }, { fault }),
);

const refusedWith = (codes: readonly string[], says: Readonly<Record<string, string[]>>): Answer[] =>
	Object.entries(says).flatMap(([reason, messages]) =>
		messages.flatMap((message) => refusals(codes, message, { reason })),
	);

/** What iServeU says of a code that it refuses; assumed, because its pages print no such words. */
export function refusedCodes(codes: readonly string[]): Contract['answers'] {
	return {
		'Wrong Code': refusedWith(codes, {
			incorrectOrExpired: [
				...['OTP is invalid or expired', 'Invalid or expired OTP', 'OTP not found'],
				...['The OTP that you sent is wrong or has expired', 'Wrong, or long expired, is this OTP'],
			],
			incorrectCode: [
				...['Wrong is the OTP', 'The OTP that you sent is wrong', 'Incorrect OTP'],
				...['OTP does not match', 'OTP mismatch'],
			],
		}),
		Expired: refusedWith(codes, {
			codeExpired: ['OTP expired', 'The OTP that you sent has expired', 'Expired is the OTP', 'Expired OTP'],
		}),
		Blocked: refusedWith(codes, {
			attemptsExhausted: ['Too many attempts', 'One attempt left', 'You exceed it', 'Too many', 'Blocked'],
			unclassified: ['Invalid laptop', 'Card expired'],
		}),
	};
}

/** What iServeU says of a send that it refuses. */
export const refusedSends: Contract['answers'] = {
	Throttled: refusedWith(['1'], {
		cooldown: [
			...['Please wait 30 seconds', 'Try again in 1 minute', 'OTP already sent', 'That was too soon'],
			'Please wait',
		],
		sendLimit: [
			...['Daily limit', 'Maximum reached', 'You exceed it', 'Too many codes', 'Come back in 6 hours'],
			'Come back in an hour',
		],
	}),
	'Not Sent': [
		...refusals(['1'], 'Failed to send OTP', { reason: 'deliveryFailed' }),
		...refusals(['-1'], 'Requested Amount Must Not be EMPTY Or Only Number Allowed', {
			reason: 'invalidRequest',
		}),
		...Object.entries({
			'0': 'odd',
			'': 'no code',
			'77': 'Secondary system busy',
			'7': 'The hourly job',
		}).flatMap(([code, message]) => refusals([code], message, { reason: 'unclassified' })),
	],
};
