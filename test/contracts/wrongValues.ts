import type { Wrong } from './contract';

/** Values that fields of a form refuse, with what the node says about them. */

const ONE_LINE = 'must be a single line without control characters';

type Row = [name: string, value: unknown];

const saying = (says: string, rows: Row[]): Wrong[] => rows.map(([name, value]) => ({ name, value, says }));

/** Values without any content. A key that is missing is what a misspelt expression gives. */
export const NOTHINGS: Row[] = [
	['a field that the item does not have', undefined],
	['null', null],
	['an empty text', ''],
	['spaces only', ' \t  '],
];

export const nothings = (says: string): Wrong[] => saying(says, NOTHINGS);

/** Values of types that cannot be read as a text. */
export const NO_TEXTS: Wrong[] = saying('must be text', [
	['an object', { id: 'inner' }],
	['a list', ['first', 'second']],
	['an empty list', []],
	['true', true],
	['false', false],
]);

/** A number that JavaScript has already rounded: what would be sent is not what was meant. */
export const ROUNDED: Wrong[] = saying('must be text: as a number, it has lost digits', [
	['a number beyond 2^53', 2 ** 60],
]);

/** Numbers, where a text may begin with a zero. */
export const NUMBERS: Wrong[] = saying('must be text: a number may have lost leading zeros', [
	['a number', 123456],
	['a number with decimals', 1234.5],
	['a number beyond 2^53', 2 ** 60],
]);

/** Characters that break a header, a log line or a message. */
export const CONTROL_CHARACTERS: Wrong[] = saying(ONE_LINE, [
	['a line break and a header', 'journey-1\r\nX-Injected: 1'],
	['a null character', 'journey\u00001'],
	['a control character beyond ASCII', 'journey\u00851'],
	['half of a character', 'journey\ud83d'],
]);

/** What a line of text refuses, whether or not it may be empty. */
export const noLine = (longest = 1000): Wrong[] => [
	...NO_TEXTS,
	...ROUNDED,
	...CONTROL_CHARACTERS,
	{
		name: `more than ${longest} characters`,
		value: 'a'.repeat(longest + 1),
		says: `must be at most ${longest} characters long`,
	},
];

/** What a text of a form refuses: what no line is, and texts of another form. */
export const noForm = (says: string, ...values: unknown[]): Wrong[] => [
	...noLine(),
	...saying(
		says,
		values.map((value): Row => [JSON.stringify(value), value]),
	),
];

/** What a text refuses that is taken only as a text. */
export const noExactForm = (says: string, ...values: unknown[]): Wrong[] => [
	...noForm(says, ...values).filter(({ value }) => typeof value !== 'number'),
	...NUMBERS,
];

export const EMAIL = 'must be an email address such as name@example.com';

/** What an email address refuses, whether or not it may be empty. */
export const NO_EMAIL: Wrong[] = [
	...noLine(),
	...saying(EMAIL, [
		['a text without @', 'asha.example.com'],
		['an address without a domain', 'asha@'],
		['an address without a name', '@example.org'],
		['a domain without a dot', 'asha@localhost'],
		['a domain that ends too early', 'asha@example.c'],
		['two @', 'asha@home@example.com'],
		['a space in the name', 'as ha@example.com'],
		['two addresses', 'asha@example.com, ravi@example.com'],
		['two addresses without a space', 'asha@example.com;ravi@example.com'],
		['an address with a display name', 'Asha <asha@example.com>'],
		['an address in angle brackets', '<asha@example.com>'],
		['an invisible character', 'asha\u200b@example.com'],
		['a name of 65 characters', `${'a'.repeat(65)}@example.com`],
		['a number', 9876543210],
	]),
	...saying(ONE_LINE, [
		['an address and a header', 'asha@example.com\r\nBcc: ravi@example.com'],
		['a null character in an address', 'asha\u0000@example.com'],
	]),
];

export const TEN_DIGITS = 'must be a mobile number of exactly 10 digits, without country code';

/** What a mobile number of ten digits refuses, whether or not it may be empty. */
export const NO_TEN_DIGITS: Wrong[] = [
	...noLine(),
	...saying(TEN_DIGITS, [
		['9 digits', '987654321'],
		['11 digits', '98765432101'],
		['+91 before it', '+919876543210'],
		['91 before it', '919876543210'],
		['a 0 before it', '09876543210'],
		['a space in it', '98765 43210'],
		['a hyphen in it', '98765-4321'],
		['letters', '98765abcde'],
		['Arabic-Indic digits', '٩٨٧٦٥٤٣٢١٠'],
		['Devanagari digits', '९८७६५४३२१०'],
		['a number with decimals', 98765432.1],
		['a negative number', -987654321],
	]),
];

export const CODE = 'must be the code that the user received: digits and letters only, without spaces';

/** What the field for a code that a person received refuses, whether or not it may be empty. */
export const NO_CODE: Wrong[] = noExactForm(
	CODE,
	'123 456',
	'123-456',
	'-123456',
	'123456-',
	'Your code is 123456.',
	'١٢٣٤٥٦',
	'１２３４５６',
	'1'.repeat(51),
);

/** What one of a fixed list refuses. */
export function noChoice(...allowed: readonly string[]): Wrong[] {
	return saying(`must be one of ${allowed.join(', ')}`, [
		...NOTHINGS,
		['an object', { value: allowed[0] }],
		['a list', [allowed[0]]],
		['true', true],
		['a value that is not in the list', 'somethingElse'],
		['spaces around a value', ` ${allowed[0]} `],
		['a number that is not in the list', 7],
		['a leading zero', `0${allowed[0]}`],
		['the name of an inherited property', 'constructor'],
	]);
}

/** What a switch refuses. A switch that is not set counts as off. */
export const NO_SWITCH: Wrong[] = saying('must be true or false', [
	['the text "true"', 'true'],
	['the text "no"', 'no'],
	['1', 1],
	['an object', {}],
	['a list', [true]],
]);

/** What a whole number refuses, whether or not it may be empty. */
export function noWholeNumber(from: number, to: number): Wrong[] {
	return saying(`must be a whole number from ${from} to ${to}`, [
		...NOTHINGS,
		['a number below the range', from - 1],
		['a number above the range', to + 1],
		['a number with decimals', from + 0.5],
		['a word', 'ten'],
		['a number with a unit', '10s'],
		['a number after a unit', 's10'],
		['Arabic-Indic digits', '١٠'],
		['an object', { value: 1 }],
		['a list', [1]],
		['true', true],
	]);
}
