import { field, readField, type Reader } from '../../../nodes/engine/fields/field';
import {
	emailAddress,
	flag,
	isEmailAddress,
	matching,
	oneTimePassword,
	orNew,
	tenDigitMobile,
	text,
	wholeNumber,
} from '../../../nodes/engine/fields/readers';
import { parametersFrom, tried } from '../support/example';

const lines = text({ lines: true, longest: 5 });
const form = matching(/^[a-c]+$/, 'a, b or c');
const integer = wholeNumber({ from: 2, to: 20 });

function read(reader: Reader<unknown>, value: unknown, fallback: string | boolean = ''): unknown {
	const property = { displayName: 'Field', name: 'field', type: 'string', default: fallback } as const;
	const parameters = parametersFrom({ field: value }, [property]);
	return tried(() => readField({ field: field(property, reader), path: 'field' }, parameters));
}

it.each<[what: string, reader: Reader<unknown>, values: unknown[]]>([
	['a text', text(), ['some text', 'x'.repeat(1000)]],
	['a text of lines', lines, ['a\r\n\tb', '12345']],
	['a form', form, ['abc']],
	['an email address', emailAddress, ['a.b@example.com', `${'a'.repeat(64)}@example.com`]],
	['a mobile number', tenDigitMobile, ['9876543210']],
	['a code', oneTimePassword, ['0123aZ', '1'.repeat(50)]],
	['a switch', flag, [true, false]],
	['a whole number', integer, [2, 20]],
])('takes %s unchanged', (_what, reader, values) => {
	expect(values.map((value) => read(reader, value))).toEqual(values);
});

it.each<[what: string, reader: Reader<unknown>, value: unknown, result: unknown]>([
	['spaces around a text', text(), ' some text ', 'some text'],
	['a number as a text', text(), Number.MAX_SAFE_INTEGER, '9007199254740991'],
	['a negative number as a text', text(), -Number.MAX_SAFE_INTEGER, '-9007199254740991'],
	['a number as a mobile number', tenDigitMobile, 9876543210, '9876543210'],
	['an empty switch', flag, '', false],
	['a whole number in a text', integer, ' 7 ', 7],
	['a whole number of two digits in a text', integer, '12', 12],
])('reads %s', (_what, reader, value, result) => {
	expect(read(reader, value)).toBe(result);
});

it('reads an empty text of any form as no value', () => {
	for (const reader of [text(), lines, form, emailAddress, tenDigitMobile, oneTimePassword]) {
		expect([undefined, null, '', ' '].map((value) => read(reader, value))).toEqual(Array(4).fill(undefined));
	}
	expect(read(integer, undefined)).toBeUndefined();
});

it('takes the default of a switch that is not set', () => {
	expect([read(flag, undefined, true), read(flag, undefined, false)]).toEqual([true, false]);
});

it.each<[expected: string, reader: Reader<unknown>, values: unknown[]]>([
	['text', text(), [true, {}, ['a']]],
	['text: as a number, it has lost digits', text(), [2 ** 53, -(2 ** 53), NaN]],
	['a single line without control characters', text(), ['a\nb', 'a\u0000b', 'a\ud800', 'a\u2028b']],
	['at most 1000 characters long', text(), ['x'.repeat(1001)]],
	['at most 5 characters long', lines, ['123456']],
	['free of control characters', lines, ['a\u0000b', 'a\ud800']],
	['a, b or c', form, ['abd']],
	['true or false', flag, ['true', 0, {}]],
	['a whole number from 2 to 20', integer, [1, 21, 2.5, '7x', 'x7', '', null, [7]]],
	[
		'an email address such as name@example.com',
		emailAddress,
		[
			...[`${'a'.repeat(65)}@example.com`, 'a@b@example.com', 'a b@example.com', '<a@example.com>'],
			...['a@exa mple.com', 'a@example.c om', 'a@example.c', 'a@example', '@example.com', 'a@.com'],
			...['\u200ba@example.com', 'a@exam\u200bple.com', 'a@example.co\u200bm', 'a'],
		],
	],
	[
		'a mobile number of exactly 10 digits, without country code',
		tenDigitMobile,
		['987654321', '98765432101', 'x9876543210'],
	],
	[
		'the code that the user received: digits and letters only, without spaces',
		oneTimePassword,
		['1'.repeat(51), '12 34', '-12', '12-'],
	],
	['text: a number may have lost leading zeros', oneTimePassword, [123456]],
])('refuses what is not %s', (expected, reader, values) => {
	const refusal = `'Field' must be ${expected}`;
	expect(values.map((value) => read(reader, value))).toEqual(values.map(() => refusal));
});

it('finds no email address with control characters', () => {
	expect(['a@example.com', 'a\u0007@example.com', 'a'].map(isEmailAddress)).toEqual([true, false, false]);
});

it('makes a new value only where the field is empty', () => {
	let made = 0;
	const reader = orNew(text(), () => `new ${(made += 1)}`);
	expect(['own', '', undefined].map((value) => read(reader, value))).toEqual(['own', 'new 1', 'new 2']);
});
