import type { Answer, Says } from '../contract';
import { errors } from './common';

export const answer = (status: number, body: unknown, says: Says): Answer => ({ status, body, says });

const NO_ACCESS = 'Not authorized. Access is denied!';

/** Answers of v2 that are an error whatever was asked. */
export const v2Faults: Answer[] = [
	...[401, 403].map((status) =>
		answer(status, errors([77, 'Who are you?']), {
			fault: 'credentialsRefused',
			statusCode: '77',
			message: 'Who are you?',
		}),
	),
	answer(400, errors([4000, NO_ACCESS]), {
		fault: 'credentialsRefused',
		statusCode: '4000',
		message: NO_ACCESS,
	}),
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
	answer(400, '<html>no code at all</html>', { fault: 'unreadable' }),
	answer(400, '<!DOCTYPE html><response><code>606</code></response>', { fault: 'unreadable' }),
	answer(400, 'code <code>606</code>', { fault: 'unreadable' }),
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
