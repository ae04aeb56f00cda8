import { retryAfterSeconds } from '../../../nodes/engine/answers/httpStatus';

const waiting = (value?: string) =>
	retryAfterSeconds(value === undefined ? {} : { 'retry-after': value }, Date.UTC(2026, 0, 1, 12));

it.each([
	['120', 120],
	['0', 0],
	[' 7 ', 7],
	['123456789', 123456789],
	['Thu, 01 Jan 2026 12:01:30 GMT', 90],
	['Thu, 01 Jan 2026 12:00:00.001 GMT', 1],
	['Thu, 01 Jan 2026 11:00:00 GMT', 0],
])('reads the Retry-After header "%s" as %i seconds', (value, seconds) => {
	expect(waiting(value)).toBe(seconds);
});

it('reads no waiting time from anything else', () => {
	const others = ['', ' ', 'soon', '-5', '1e3', '1234567890', '5 seconds', 'x5', '2026-01-01', undefined];
	expect(others.filter((value) => waiting(value) !== undefined)).toEqual([]);
});
