import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Answer, Contract, Says } from '../contract';

type Body = IDataObject;

/** A refusal leaves with its code and words, also where iServeU uses HTTP 4xx for it. */
const REFUSING = [200, 400, 422];

export const failed = (statusCode: string, statusDesc: string): Body => ({
	status: 'FAILED',
	statusCode,
	statusDesc,
});

const ok = (body: unknown, says: Says, parameters?: INodeParameters): Answer => ({
	status: 200,
	body,
	says,
	...(parameters && { parameters }),
});

/** A refusal with these codes and words, with each HTTP status that a refusal may have. */
export const refusals = (
	codes: readonly string[],
	message: string,
	says: Pick<Says, 'reason' | 'fault'>,
): Answer[] =>
	codes.flatMap((statusCode) =>
		REFUSING.map((status) => ({
			status,
			body: failed(statusCode, message),
			says: { ...says, statusCode, message },
		})),
	);

/** What an item says that iServeU let pass: its code, its words, and the transaction. */
function saysOf(yes: Body): Says {
	const { statusCode, statusDesc, 'status-desc': other, parentTxnId } = yes as Record<string, string>;
	return {
		...(typeof statusCode === 'string' && { statusCode }),
		message: statusDesc ?? other,
		...(parentTxnId !== undefined && { reference: { parentTxnId } }),
	};
}

/**
 * Ways to write a success.
 *
 * @param yes the success as iServeU prints it
 * @param reason what it means
 * @param echoes what an answer may repeat of the request, with the parameters that it repeats
 */
export function successes(
	yes: Body,
	reason: string,
	echoes: ReadonlyArray<readonly [Body, INodeParameters?]> = [],
): Answer[] {
	const says = { reason, ...saysOf(yes) };
	return [
		ok(yes, says),
		ok({ ...yes, status: ' Success ' }, says),
		ok({ ...yes, statusCode: Number(yes.statusCode) }, says),
		ok({ ...yes, data: { id: 7 }, KYCTypeFlag: false }, says),
		ok({ ...yes, ResponseData: 'x' }, says),
		...echoes.map(([echo, parameters]) => ok({ ...yes, ...echo }, says, parameters)),
	];
}

const ENCRYPTED =
	/^The response is encrypted \('ResponseData'\): the Base URL belongs to iServeU's encrypted API, which these nodes do not support\. Ask iServeU for the Base URL, Client ID and Client Secret of the unencrypted API\.$/;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/**
 * Answers that are an error.
 *
 * @param yes the success as iServeU prints it
 * @param echoes what an answer to another request repeats, with the parameters of this one
 */
export function faults(yes: Body, echoes: ReadonlyArray<readonly [Body, INodeParameters?]>): Answer[] {
	const says = saysOf(yes);
	return [
		...([undefined, '', ['2'], '-1', '4', '00', '02', '200', '7777'] as const).map((statusCode) =>
			ok(
				{ ...yes, statusCode },
				{ ...says, fault: 'unreadable', statusCode: isText(statusCode) ? statusCode : '' },
			),
		),
		...[301, 400, 401, 429, 500, 503].map((status) => ({
			status,
			body: yes,
			says: { ...says, fault: status < 500 ? 'unreadable' : 'providerDown' },
		})),
		...['PENDING', 'INPROGRESS', 'REFUNDED', 'OK', 'SUCCESSFUL', '', undefined, true, ['SUCCESS']].map(
			(status) => ok({ ...yes, status, statusCode: '5' }, { ...says, fault: 'unreadable', statusCode: '5' }),
		),
		...Object.entries({
			200: 'unreadable',
			400: 'unreadable',
			401: 'credentialsRefused',
			500: 'providerDown',
		}).map(([status, fault]) => ({
			status: Number(status),
			body: { ResponseData: 'bm90IHJlYWRhYmxl' },
			says: { fault, hint: ENCRYPTED },
		})),
		ok({ status: 'PENDING', ResponseData: 'x' }, { fault: 'unreadable' }),
		ok({}, { fault: 'unreadable' }),
		...Object.entries({
			401: 'credentialsRefused',
			403: 'credentialsRefused',
			404: 'misaddressed',
			408: 'providerDown',
			500: 'providerDown',
		}).map(([status, fault]) => ({
			status: Number(status),
			body: failed('9', 'Unauthorized'),
			says: { fault, statusCode: '9', message: 'Unauthorized' },
		})),
		...echoes.map(([echo, parameters]) =>
			ok({ ...yes, ...echo }, { ...says, fault: 'mismatched' }, parameters),
		),
	];
}

const refusedWith = (codes: readonly string[], says: Readonly<Record<string, string[]>>): Answer[] =>
	Object.entries(says).flatMap(([reason, messages]) =>
		messages.flatMap((message) => refusals(codes, message, { reason })),
	);

/** What iServeU says of a code that it refuses; assumed, because its pages print no such words. */
export function refusedCodes(codes: readonly string[]): Contract['answers'] {
	return {
		'Wrong Code': refusedWith(codes, {
			incorrectOrExpired: [
				'OTP is invalid or expired',
				'Invalid or expired OTP',
				'The OTP that you sent is wrong or has expired',
				'Wrong, or long expired, is this OTP',
				'OTP not found',
			],
			incorrectCode: [
				'Wrong is the OTP',
				'The OTP that you sent is wrong',
				'Incorrect OTP',
				'OTP does not match',
				'OTP mismatch',
			],
		}),
		Expired: refusedWith(codes, {
			codeExpired: ['OTP expired', 'The OTP that you sent has expired', 'Expired is the OTP', 'Expired OTP'],
		}),
		Blocked: refusedWith(codes, {
			attemptsExhausted: [
				...['Too many attempts', 'One attempt left', 'You exceed it', 'Too many', 'Blocked'],
			],
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
		...refusals(['0'], 'odd', { reason: 'unclassified' }),
		...refusals([''], 'no code', { reason: 'unclassified' }),
		...refusals(['77'], 'Secondary system busy', { reason: 'unclassified' }),
		...refusals(['77'], 'The hourly job', { reason: 'unclassified' }),
	],
};
