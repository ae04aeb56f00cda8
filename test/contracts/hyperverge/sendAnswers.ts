import type { IDataObject } from 'n8n-workflow';

import type { Answer, Contract } from '../contract';
import {
	answered,
	denied,
	FAULTS,
	LIMITED,
	misplaced,
	refused,
	REQUEST_ID,
	said,
	success,
	unclear,
	UUID,
	yes,
} from './answers';

const REFUSED_SENDS: Contract['answers'] = {
	Throttled: [
		...Object.entries({
			sendLimit: ['OTP retry count maxed out', 'Max reached', 'You exceed the quota'],
			rateLimited: ['Requests rate limit exceeded'],
			cooldown: ['Please wait 30 seconds'],
		}).flatMap(([reason, messages]) => messages.map((message) => denied({ message }, reason, message))),
		denied({ message: 'MaxLimitReached12345' }, 'sendLimit', '…'),
		...['Come back in 1 second', 'Come back in 1 minute'].map((message) =>
			answered(400, refused(message), { reason: 'cooldown' }),
		),
		...LIMITED,
		answered(429, {}, { reason: 'rateLimited', statusCode: '429' }),
	],
	'Not Sent': [
		...Object.entries({
			deliveryFailed: ['OTP sent to you, but delivery failed', 'The gateway did fail', 'Gateway failure'],
			noValidCode: ['Mobile no. already verified', 'No OTP request found to retryotp', 'otp_expired'],
			invalidRecipient: ['invalid_mobile', 'Invalid email', 'Invalid e-mail'],
		}).flatMap(([reason, messages]) =>
			messages.flatMap((message) => [
				denied({ message }, reason, message),
				answered(400, refused(message), { reason }),
			]),
		),
		denied({ sent: false }, 'unclassified', 'sent: false'),
		denied({ status_code: '422', message: 'hm' }, 'unclassified', 'hm', '422'),
		answered(422, { ...refused('no', 422), error: 'other' }, { reason: 'unclassified' }),
		answered(400, refused('Input Validation Error: is not one of enum values: 4,6'), {
			reason: 'invalidRequest',
		}),
		...[1500, 5001].map((code) => answered(400, refused('x', code), { reason: 'unclassified' })),
		answered(404, refused('No OTP request found to retryotp', 404), { reason: 'noValidCode' }),
	],
};

const unclearSend = unclear(/did not confirm that a code was sent/);

const UNCLEAR_SENDS: Answer[] = [
	...['Something else', 'ERROR_422', 'otp_count_3', 'id 12345678', 'E422'].map((message) =>
		unclearSend(said(message), message),
	),
	unclearSend(said('some-thing-12345678'), '…'),
	unclearSend(success({ status: 'queued' }), 'queued'),
	unclearSend(success({ error: 'hm' }), 'hm'),
	unclearSend(success(undefined, { error: { message: 'hm' } }), 'hm; error'),
];

/** Values of `result` that a send without an ID has. */
export const WITHOUT_ID: unknown[] = [
	undefined,
	{},
	...[
		...['otp_sent_successfully', 'OTP sent successfully to your email', 'OTP sent to jane.doe@example.com'],
		'The verification code has been resent to xxxxxx3210',
	].map((message) => ({ message })),
	{ success: true, status_code: 200, errors: [], message: 'Success' },
	{ message: 'Call initiated', validity: '10 minutes' },
];

const withoutId = unclear(/without a request ID/);
const WITHOUT_REQUEST_ID: Answer[] = [
	...[success(), success({}), success({ reqId: 5 })].map((body) => withoutId(body)),
	...['otp_sent_successfully', 'OTP sent successfully to your email', 'Success'].map((message) =>
		withoutId(said(message), message),
	),
];

export const IDS = [
	REQUEST_ID,
	...['req-9', UUID, '346a6f6e4c647a323435', 'aB3dE5gH7jK9', 'ref-98x7k2q1', 1234567890],
];

/** Answers with an ID next to something that keeps them from being a yes. */
function withTheId(reference: IDataObject): Contract['answers'] {
	const kept = (answer: Answer): Answer => ({ ...answer, says: { ...answer.says, reference } });
	const refusal = { ...said(REQUEST_ID), status: 'failure', statusCode: 401 };
	return {
		'Not Sent': [kept(denied({ message: REQUEST_ID, sent: false }, 'unclassified', 'sent: false'))],
		Error: [
			kept(answered(400, refusal, { fault: 'credentialsRefused' })),
			kept(unclearSend(success({ message: REQUEST_ID, error: 'hm' }), 'hm')),
			...misplaced(said(REQUEST_ID), reference),
		],
	};
}

/**
 * The answers to a send.
 *
 * @param idAs the reference that a request ID becomes, where the node gives one
 * @param known the ID that the item has already, which is not given a second time
 */
export function sendAnswers(idAs?: 'requestId' | 'returnedRequestId', known?: string): Contract['answers'] {
	const kept = idAs === undefined ? undefined : withTheId({ [idAs]: REQUEST_ID });
	const needsId = idAs === 'requestId';
	return {
		Sent: [
			...(needsId ? [] : WITHOUT_ID.map((result) => yes(success(result)))),
			...IDS.flatMap((id) =>
				[said(id), success(id)].map((body) => yes(body, idAs && { [idAs]: String(id) })),
			),
			...(known === undefined ? [] : [yes(said(known))]),
		],
		Throttled: REFUSED_SENDS.Throttled,
		'Not Sent': [...REFUSED_SENDS['Not Sent'], ...(kept?.['Not Sent'] ?? [])],
		Error: [
			...FAULTS,
			...UNCLEAR_SENDS,
			...(needsId ? WITHOUT_REQUEST_ID : []),
			...(kept?.Error ?? misplaced(success())),
		],
	};
}
