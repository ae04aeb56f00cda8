import type { Wrong } from './contract';

/** Values that fields of a form refuse, with what the node says about them. */

const ONE_LINE = 'must be a single line without control characters';

export const saying = (says: string, ...values: unknown[]): Wrong[] =>
	values.map((value) => ({ value, says }));

/** Values without any content. A key that is missing is what a misspelt expression gives. */
export const NOTHINGS = [undefined, null, '', ' \t  '];

/** Values of types that cannot be read as a text. */
export const NO_TEXTS = saying('must be text', { id: 'inner' }, ['first', 'second'], [], true, false);

/** A number that JavaScript has already rounded: what would be sent is not what was meant. */
export const ROUNDED = saying('must be text: as a number, it has lost digits', 2 ** 60);

/** Numbers, where a text may begin with a zero. */
export const NUMBERS = saying(
	'must be text: a number may have lost leading zeros',
	...[123456, 1234.5, 2 ** 60],
);

export const tooLong = (longest: number, value = 'a'.repeat(longest + 1)) =>
	saying(`must be at most ${longest} characters long`, value);

/** What a line of text refuses, whether or not it may be empty: also what breaks a header or a log line. */
export const noLine = (longest = 1000): Wrong[] => [
	...NO_TEXTS,
	...ROUNDED,
	...saying(ONE_LINE, ...['journey-1\r\nX-Injected: 1', 'journey\u00001', 'journey\u00851', 'journey\ud83d']),
	...tooLong(longest),
];

/** What a text of a form refuses: what no line is, and texts of another form. */
export const noForm = (says: string, ...values: unknown[]): Wrong[] => [
	...noLine(),
	...saying(says, ...values),
];

export const EMAIL = 'must be an email address such as name@example.com';
export const INDIAN_MOBILE = 'must be an Indian mobile number of 10 digits, such as 98765 43210';
export const MOBILE_WITH_CODE = 'must be a mobile number with country code, such as +91 98765 43210';

/** What one of a fixed list refuses, also spaces, a leading zero and the name of an inherited property. */
export const noChoice = (...allowed: readonly string[]) =>
	saying(
		`must be one of ${allowed.join(', ')}`,
		...[...NOTHINGS, { value: allowed[0] }, [allowed[0]], true, 'somethingElse', ` ${allowed[0]} `],
		...[7, `0${allowed[0]}`, 'constructor', { toString: allowed[0] }],
	);

/** What a switch refuses. A switch that is not set counts as off. */
export const NO_SWITCH = saying('must be true or false', 'yes', 'no', 1, {}, [true]);

/** What a whole number refuses, whether or not it may be empty. */
export const noWholeNumber = (from: number, to: number) =>
	saying(
		`must be a whole number from ${from} to ${to}`,
		...[...NOTHINGS, from - 1, to + 1, from + 0.5, 'ten', '10s', 's10', '١٠', { value: 1 }, [1], true],
	);
