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

/** What a text refuses that is taken only as a text. */
export const noExactForm = (says: string, ...values: unknown[]): Wrong[] => [
	...noForm(says, ...values).filter(({ value }) => typeof value !== 'number'),
	...NUMBERS,
];

export const EMAIL = 'must be an email address such as name@example.com';

/** What an email address refuses, whether or not it may be empty. */
export const NO_EMAIL: Wrong[] = [
	...noForm(
		EMAIL,
		...['asha.example.com', 'asha@', '@example.org', 'asha@localhost', 'asha@example.c'],
		...['asha@home@example.com', 'as ha@example.com', 'asha@example.com, ravi@example.com'],
		...['asha@example.com;ravi@example.com', 'Asha <asha@example.com>', '<asha@example.com>'],
		...['asha\u200b@example.com', `${'a'.repeat(65)}@example.com`, 9876543210],
	),
	...saying(ONE_LINE, 'asha@example.com\r\nBcc: ravi@example.com', 'asha\u0000@example.com'),
];

export const TEN_DIGITS = 'must be a mobile number of exactly 10 digits, without country code';

/** What a mobile number of ten digits refuses, whether or not it may be empty. */
export const NO_TEN_DIGITS = noForm(
	TEN_DIGITS,
	...['987654321', '98765432101', '+919876543210', '919876543210', '09876543210', '98765 43210'],
	...['98765-4321', '98765abcde', '٩٨٧٦٥٤٣٢١٠', '९८७६५४३२१०', 98765432.1, -987654321],
);

export const CODE = 'must be the code that the user received: digits and letters only, without spaces';

/** What the field for a code that a person received refuses, whether or not it may be empty. */
export const NO_CODE = noExactForm(
	CODE,
	...['123 456', '123-456', '-123456', '123456-', 'Your code is 123456.', '١٢٣٤٥٦', '１２３４５６'],
	'1'.repeat(51),
);

/** What one of a fixed list refuses, also spaces, a leading zero and the name of an inherited property. */
export const noChoice = (...allowed: readonly string[]) =>
	saying(
		`must be one of ${allowed.join(', ')}`,
		...[...NOTHINGS, { value: allowed[0] }, [allowed[0]], true, 'somethingElse', ` ${allowed[0]} `],
		...[7, `0${allowed[0]}`, 'constructor'],
	);

/** What a switch refuses. A switch that is not set counts as off. */
export const NO_SWITCH = saying('must be true or false', 'true', 'no', 1, {}, [true]);

/** What a whole number refuses, whether or not it may be empty. */
export const noWholeNumber = (from: number, to: number) =>
	saying(
		`must be a whole number from ${from} to ${to}`,
		...[...NOTHINGS, from - 1, to + 1, from + 0.5, 'ten', '10s', 's10', '١٠', { value: 1 }, [1], true],
	);
