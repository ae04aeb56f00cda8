import type { Says } from '../contract';
import { answering } from '../parts';
import { errors } from './common';

/** The code and the words of a complaint, which every item repeats. */
function repeated(body: unknown): Says {
	const complaints = (Object(body) as Partial<ReturnType<typeof errors>>).errors;
	if (!Array.isArray(complaints) || complaints.length !== 1) return {};
	const [{ code, message }] = complaints;
	return { statusCode: String(code), message: String(message) };
}

export const answer = answering(repeated);

/** The answer to somebody who may not do this. */
export const noAccess = (status: number) =>
	answer(status, errors([4000, 'Not authorized. Access is denied!']), { fault: 'credentialsRefused' });

/** A complaint that nobody documents. */
export const unknown = (says: Says) => answer(400, errors([7777, 'no idea']), says);
