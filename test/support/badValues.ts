/** What an expression can hand to a field, what people call it, and what the node says about it. */
export type BadValue = [name: string, value: unknown, says: string];

const TEXT = 'must be text';
const ONE_LINE = 'must be a single line without control characters';

/** Values without any content. A key that is missing is what a misspelt expression gives. */
export function nothings(says: string): BadValue[] {
	return [
		['a field that the item does not have', undefined, says],
		['null', null, says],
		['an empty text', '', says],
		['spaces only', ' \t  ', says],
	];
}

/** Values of types that cannot be read as a text. */
export const NOT_TEXTS: BadValue[] = [
	['an object', { id: 'inner' }, TEXT],
	['a list', ['first', 'second'], TEXT],
	['an empty list', [], TEXT],
	['true', true, TEXT],
	['false', false, TEXT],
];

/** A number that JavaScript has already rounded: what would be sent is not what was meant. */
export const ROUNDED: BadValue[] = [['a number beyond 2^53', 2 ** 60, 'must be']];

/** Characters that break a header, a log line or a message. */
export const CONTROL_CHARACTERS: BadValue[] = [
	['a line break and a header', 'journey-1\r\nX-Injected: 1', ONE_LINE],
	['a null character', 'journey\u00001', ONE_LINE],
	['a control character beyond ASCII', 'journey\u00851', ONE_LINE],
];

export const TOO_LONG: BadValue = [
	'more than 1000 characters',
	'a'.repeat(1001),
	'must be at most 1000 characters long',
];

/** What a line of free text refuses, whether or not it may be empty. */
export const NOT_A_LINE: BadValue[] = [...NOT_TEXTS, ...ROUNDED, ...CONTROL_CHARACTERS, TOO_LONG];

const EMAIL = 'must be an email address such as name@example.com';

/** What an e-mail address refuses, whether or not it may be empty. */
export const NOT_AN_EMAIL: BadValue[] = [
	...NOT_A_LINE,
	['a text without @', 'asha.example.com', EMAIL],
	['an address without a domain', 'asha@', EMAIL],
	['an address without a name', '@example.org', EMAIL],
	['a domain without a dot', 'asha@localhost', EMAIL],
	['two @', 'asha@home@example.com', EMAIL],
	['a space in the name', 'as ha@example.com', EMAIL],
	['two addresses', 'asha@example.com, ravi@example.com', EMAIL],
	['two addresses without a space', 'asha@example.com;ravi@example.com', EMAIL],
	['an address with a display name', 'Asha <asha@example.com>', EMAIL],
	['an address in angle brackets', '<asha@example.com>', EMAIL],
	['a number', 9876543210, EMAIL],
	['an address and a header', 'asha@example.com\r\nBcc: ravi@example.com', ONE_LINE],
	['a null character in an address', 'asha\u0000@example.com', ONE_LINE],
];

/** What a required e-mail address refuses. */
export const NO_EMAIL: BadValue[] = [...nothings(EMAIL), ...NOT_AN_EMAIL];

const TEN_DIGITS = 'must be a mobile number of exactly 10 digits, without country code';

/** What a required mobile number of ten digits refuses. */
export const NO_TEN_DIGIT_MOBILE: BadValue[] = [
	...nothings(TEN_DIGITS),
	...NOT_A_LINE,
	['9 digits', '987654321', TEN_DIGITS],
	['11 digits', '98765432101', TEN_DIGITS],
	['+91 before it', '+919876543210', TEN_DIGITS],
	['91 before it', '919876543210', TEN_DIGITS],
	['a 0 before it', '09876543210', TEN_DIGITS],
	['a space in it', '98765 43210', TEN_DIGITS],
	['a hyphen in it', '98765-4321', TEN_DIGITS],
	['letters', '98765abcde', TEN_DIGITS],
	['Arabic-Indic digits', '٩٨٧٦٥٤٣٢١٠', TEN_DIGITS],
	['Devanagari digits', '९८७६५४३२१०', TEN_DIGITS],
	['a number with decimals', 98765432.1, TEN_DIGITS],
	['a negative number', -987654321, TEN_DIGITS],
];

const CODE = 'must be the code that the user received: digits and letters only, without spaces';

/** What the field for a code that a person received refuses. */
export const NO_CODE: BadValue[] = [
	...nothings(CODE),
	...NOT_A_LINE,
	['a space in it', '123 456', CODE],
	['a hyphen in it', '123-456', CODE],
	['words around it', 'Your code is 123456.', CODE],
	['Arabic-Indic digits', '١٢٣٤٥٦', CODE],
	['full-width digits', '１２３４５６', CODE],
	['more than 50 characters', '1'.repeat(51), CODE],
	['a number with decimals', 1234.5, 'must be text: a number may have lost leading zeros'],
];

/** What one of a fixed list refuses. */
export function notOneOf(...allowed: string[]): BadValue[] {
	const says = `must be one of ${allowed.join(', ')}`;
	return [
		...nothings(says),
		['an object', { value: allowed[0] }, says],
		['a list', [allowed[0]], says],
		['true', true, says],
		['a value that is not in the list', 'somethingElse', says],
		['spaces around a value', ` ${allowed[0]} `, says],
		['a number that is not in the list', 7, says],
		['the name of an inherited property', 'constructor', says],
	];
}

/** What a switch refuses. A switch that is not set counts as off. */
export const NOT_A_SWITCH: BadValue[] = [
	['the text "true"', 'true', 'must be true or false'],
	['the text "no"', 'no', 'must be true or false'],
	['1', 1, 'must be true or false'],
	['an object', {}, 'must be true or false'],
	['a list', [true], 'must be true or false'],
];

/** What a whole number refuses, whether or not it may be empty. */
export function notAWholeNumber(from: number, to: number): BadValue[] {
	const says = `must be a whole number from ${from} to ${to}`;
	return [
		['a number below the range', from - 1, says],
		['a number above the range', to + 1, says],
		['a number with decimals', from + 0.5, says],
		['a word', 'ten', says],
		['a number with a unit', '10s', says],
		['Arabic-Indic digits', '١٠', says],
		['an object', { value: 1 }, says],
		['a list', [1], says],
		['true', true, says],
	];
}

const PUBLIC_IP = 'must be an IP address such as 203.0.113.7';

/** What an IP address refuses, whether or not it may be empty. */
export const NOT_AN_IP: BadValue[] = [
	...NOT_A_LINE,
	['a host name', 'localhost', PUBLIC_IP],
	['three parts', '192.168.1', PUBLIC_IP],
	['five parts', '203.0.113.7.1', PUBLIC_IP],
	['a part above 255', '192.168.1.256', PUBLIC_IP],
	['a port behind it', '203.0.113.7:80', PUBLIC_IP],
	['Arabic-Indic digits', '١٩٢.١٦٨.١.١', PUBLIC_IP],
	['colons only', ':::', PUBLIC_IP],
];

const AADHAAR = 'must be an Aadhaar number of exactly 12 digits';

/** What an Aadhaar number refuses, whether or not it may be empty. */
export const NOT_AN_AADHAAR: BadValue[] = [
	...NOT_A_LINE,
	['11 digits', '76538643974', AADHAAR],
	['13 digits', '7653864397451', AADHAAR],
	['spaces in groups of four', '7653 8643 9745', AADHAAR],
	['letters', '76538643974X', AADHAAR],
	['a masked number', 'XXXXXXXX9745', AADHAAR],
	['Arabic-Indic digits', '٧٦٥٣٨٦٤٣٩٧٤٥', AADHAAR],
];

/** What a required Aadhaar number refuses. */
export const NO_AADHAAR: BadValue[] = [...nothings(AADHAAR), ...NOT_AN_AADHAAR];
