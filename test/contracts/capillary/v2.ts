import type { Answer, Facts, Grants, HttpAnswer, Part, Says } from '../contract';
import { http, mustNot, oneOf, single } from '../parts';
import { answer, noAccess } from './answers';
import { capillary, errors, PAGES, PLATFORM_CODES } from './common';

/** What is common to the operations of v2. */

/** Makes the answer with a given code; what stands for a code is the member that decides. */
function answerWith(code: string): HttpAnswer {
	const yes: Record<string, object> = {
		createdId: { createdId: 10 },
		'createdId:1': { createdId: 1 },
		'entity:true': { entity: true },
		code: { orgId: 1, userId: 2, code: 'A2WX11I', validUpto: '2030-01-01T00:00:00+05:30' },
	};
	if (code in yes) return { status: 200, body: { ...yes[code], warnings: [] } };
	const no = code === 'entity:false' ? { entity: false } : errors([Number(code), 'text']);
	return { status: 400, body: { ...no, warnings: [] } };
}

/** Answers that are an error whatever was asked. */
const FAULTS: Answer[] = [
	...[401, 403].map((status) =>
		answer(status, errors([77, 'Who are you?']), { fault: 'credentialsRefused' }),
	),
	noAccess(400),
	...Object.entries({
		...{ 301: 'redirected', 399: 'redirected', 400: 'unreadable', 401: 'credentialsRefused' },
		...{ 403: 'credentialsRefused', 404: 'misaddressed', 405: 'misaddressed', 408: 'providerDown' },
		...{ 415: 'misaddressed', 500: 'providerDown' },
	}).map(([status, fault]) => answer(Number(status), '', { fault })),
	...[
		...['<html>no code at all</html>', 'code <code>606</code>'],
		'<!DOCTYPE html><response><code>606</code></response>',
	].map((body) => answer(400, body, { fault: 'unreadable' })),
	answer(200, {}, { fault: 'unreadable' }),
];

const silently = (good: unknown[], bad: unknown[]): Part => ({
	rule: 'mustNot',
	good: oneOf(undefined, ...good),
	bad: oneOf(...bad),
});

/** What may not stand next to a yes; the refusal is a code with which the operation is refused. */
const noComplaint = (refusal: string): Record<string, Part> => ({
	errors: mustNot(
		'`errors`',
		[[], null, {}],
		[
			...[[{ code: 600 }], [{}], { code: 605 }, { message: 'Invalid OTP' }, 'refused', ['refused']],
			[{ code: 610, status: false }],
		],
	),
	errorCode: mustNot('an `errorCode`', [''], [4000, 'E1', '7777', [605]]),
	response: mustNot(
		'a `status` that says no',
		[{ status: { success: 'true' } }],
		[{ status: { success: 'false', code: 401 } }],
	),
	error: silently(['', {}, null], ['refused', { message: 'refused' }]),
	errorMessage: silently([''], ['refused']),
	success: silently(['true', true], [false, 'false', 1]),
	status: silently(['true', { success: 'true', code: 200 }], ['false', 'FAILED', { success: 'false' }]),
	warnings: silently(
		[null, [{ status: false, code: 7777, message: 'One channel is not set up' }]],
		[[{ status: false, code: Number(refusal), message: 'refused' }], { status: false, code: refusal }],
	),
});

/** What an operation has of its own. */
interface Operation extends Omit<Facts, 'title' | 'credentials' | 'hides' | 'answerWith' | 'grants'> {
	/** A success, what is said of it, and a code with which the operation is refused. */
	yes: [body: object, said: Says, refusal: string];
	/** Parts of a success besides that nothing complains. */
	parts: Grants['parts'];
}

export function operation({ yes: [yes, said, refusal], parts, ...own }: Operation): Facts {
	const unreadable = (status: number, body: object, says: Says) =>
		answer(status, body, { fault: 'unreadable', ...says });
	/** A yes that has the code of a refusal as a warning, and one without a 2xx. */
	const noYes = [
		...[Number(refusal), refusal].map((code) =>
			unreadable(
				200,
				{ ...yes, warnings: [{ status: false, code, message: 'Invalid' }] },
				{ statusCode: refusal, message: 'Invalid' },
			),
		),
		...[300, 400, 404].map((status) => unreadable(status, yes, said)),
	];
	return {
		...capillary,
		...own,
		page: `${PAGES}/${own.page}`,
		codes: { ...own.codes, ...PLATFORM_CODES },
		answers: { ...own.answers, Error: [...FAULTS, ...noYes, ...(own.answers.Error as Answer[])] },
		answerWith,
		grants: [{ parts: { http, ...parts, ...noComplaint(refusal) }, answers: single }],
	};
}
