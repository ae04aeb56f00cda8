import type { FaultKind } from '../operation/faults';

/** Whether the status is 2xx. */
export function isSuccess(httpStatus: number): boolean {
	return httpStatus >= 200 && httpStatus < 300;
}

/**
 * The fault of an answer whose body explains nothing.
 */
export function faultOfStatus(httpStatus: number): FaultKind {
	if (httpStatus >= 300 && httpStatus < 400) return 'redirected';
	if (httpStatus === 401 || httpStatus === 403) return 'credentialsRefused';
	if ([404, 405, 415].includes(httpStatus)) return 'misaddressed';
	if (httpStatus === 408 || httpStatus >= 500) return 'providerDown';
	return httpStatus === 429 ? 'rateLimited' : 'unreadable';
}

/**
 * The time to wait from the `Retry-After` header.
 *
 * @param headers names in lower case
 * @param now in milliseconds since 1970
 * @returns seconds, rounded up, never below 0; `undefined` without a valid header
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
