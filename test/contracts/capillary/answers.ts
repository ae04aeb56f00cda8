import type { Answer, Says } from '../contract';
import { errors } from './common';

/** The code and the words of a complaint, which every item repeats. */
function repeated(body: unknown): Says {
	const complaints = (Object(body) as Partial<ReturnType<typeof errors>>).errors;
	if (!Array.isArray(complaints) || complaints.length !== 1) return {};
	const [{ code, message }] = complaints;
	return { statusCode: String(code), message: String(message) };
}

export const answer = (status: number, body: unknown, says: Says): Answer => ({
	status,
	body,
	says: { ...repeated(body), ...says },
});

/** The answer to somebody who may not do this. */
export const noAccess = (status: number) =>
	answer(status, errors([4000, 'Not authorized. Access is denied!']), { fault: 'credentialsRefused' });

/** A complaint that nobody documents. */
export const unknown = (says: Says) => answer(400, errors([7777, 'no idea']), says);

/** Answers of v2 that are an error whatever was asked. */
export const v2Faults: Answer[] = [
	...[401, 403].map((status) =>
		answer(status, errors([77, 'Who are you?']), { fault: 'credentialsRefused' }),
	),
	noAccess(400),
	...Object.entries({
		301: 'redirected',
		399: 'redirected',
		400: 'unreadable',
		401: 'credentialsRefused',
		403: 'credentialsRefused',
		404: 'misaddressed',
		405: 'misaddressed',
		408: 'providerDown',
		415: 'misaddressed',
		500: 'providerDown',
	}).map(([status, fault]) => answer(Number(status), '', { fault })),
	...[
		...['<html>no code at all</html>', 'code <code>606</code>'],
		'<!DOCTYPE html><response><code>606</code></response>',
	].map((body) => answer(400, body, { fault: 'unreadable' })),
	answer(200, {}, { fault: 'unreadable' }),
];

/** A yes that has the code of a refusal as a warning, and one without a 2xx. */
export const v2NoYes = (yes: object, refusal: string, said: Says): Answer[] => [
	...[Number(refusal), refusal].map((code) =>
		answer(
			200,
			{ ...yes, warnings: [{ status: false, code, message: 'Invalid' }] },
			{ fault: 'unreadable', statusCode: refusal, message: 'Invalid' },
		),
	),
	...[300, 400, 404].map((status) => answer(status, yes, { fault: 'unreadable', ...said })),
];
