import { toReading } from './reading';
import type { Fault, FaultKind } from './faults';
import { BRANCHES, type OperationKind } from './outcomes';
import type { ProviderAnswer, Reading } from './operation';

/** @returns whether an HTTP status is a 2xx */
export function isSuccess(httpStatus: number): boolean {
	return httpStatus >= 200 && httpStatus < 300;
}

/**
 * What an answer means by its HTTP status alone, for bodies that say nothing of their own.
 * A 2xx never means success here: success takes the provider's explicit word.
 *
 * @param kind what the node does
 * @param answer the provider's answer
 * @param message the words found in the body, if any
 */
export function readByStatus(kind: OperationKind, answer: ProviderAnswer, message = ''): Reading | Fault {
	const { httpStatus } = answer;
	const details = {
		httpStatus,
		...(message === '' ? {} : { providerMessage: message }),
	};
	if (httpStatus === 429) return readRateLimit(kind, answer, { statusCode: '429', message });
	return { fault: faultOfStatus(httpStatus), ...details };
}

/**
 * @param httpStatus the status of an answer that says nothing of its own
 * @returns the fault that it stands for
 */
export function faultOfStatus(httpStatus: number): FaultKind {
	if (httpStatus >= 300 && httpStatus < 400) return 'redirected';
	if (httpStatus === 401 || httpStatus === 403) return 'credentialsRefused';
	if ([404, 405, 415].includes(httpStatus)) return 'misaddressed';
	if (httpStatus === 408 || httpStatus >= 500) return 'providerDown';
	return httpStatus === 429 ? 'rateLimited' : 'unreadable';
}

/**
 * What "too many calls" means: a branch where the node has one for it, else a fault.
 *
 * @param kind what the node does
 * @param answer the provider's answer
 * @param words the provider's code and words
 */
export function readRateLimit(
	kind: OperationKind,
	answer: ProviderAnswer,
	words: { statusCode: string; message: string },
): Reading | Fault {
	const { httpStatus } = answer;
	const waits = BRANCHES[kind].some(({ outcome }) => outcome === 'throttled');
	if (!waits && kind !== 'verify' && kind !== 'redeem') {
		return {
			fault: 'rateLimited',
			httpStatus,
			...(words.message === '' ? {} : { providerMessage: words.message }),
		};
	}
	return toReading(kind, { reason: 'rateLimited', ...words }, answer);
}

/**
 * The waiting time that the provider asks for.
 *
 * @param headers the answer's headers, names in lower case
 * @param now milliseconds since 1970
 * @returns seconds, rounded up, never below 0; `undefined` if the provider does not say
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function retryAfterSeconds(
	headers: Readonly<Record<string, string>>,
	now: number,
): number | undefined {
	const value = headers['retry-after']?.trim() ?? '';
	if (/^[0-9]{1,9}$/.test(value)) return Number(value);
	const date = /[a-z]/i.test(value) ? Date.parse(value) : NaN;
	return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}
