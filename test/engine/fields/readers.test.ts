import { field, readField, type Reader } from '../../../nodes/engine/fields/field';
import { flag, text, wholeNumber } from '../../../nodes/engine/fields/readers';
import { parametersFrom, tried } from '../support/example';

const lines = text({ lines: true, longest: 5 });
const integer = wholeNumber({ from: 2, to: 20 });

function read(reader: Reader<unknown>, value: unknown, fallback: string | boolean = ''): unknown {
	const property = { displayName: 'Field', name: 'field', type: 'string', default: fallback } as const;
	const parameters = parametersFrom({ field: value }, [property]);
	return tried(() => readField({ field: field(property, reader), path: 'field' }, parameters));
}

it.each<[what: string, reader: Reader<unknown>, value: unknown, result: unknown]>([
	['a text of 1000 characters', text(), ` ${'x'.repeat(1000)} `, 'x'.repeat(1000)],
	['the largest number as a text', text(), Number.MAX_SAFE_INTEGER, '9007199254740991'],
	['the smallest number as a text', text(), -Number.MAX_SAFE_INTEGER, '-9007199254740991'],
	['lines', lines, 'a\r\n\tb', 'a\r\n\tb'],
	['a whole number in a text', integer, ' 12 ', 12],
])('reads %s', (_what, reader, value, result) => {
	expect(read(reader, value)).toBe(result);
});

it.each<[expected: string, reader: Reader<unknown>, values: unknown[]]>([
	['text: as a number, it has lost digits', text(), [2 ** 53, -(2 ** 53), NaN]],
	['a single line without control characters', text(), ['a\u2028b']],
	['at most 5 characters long', lines, ['123456']],
	['free of control characters', lines, ['a\u0000b', 'a\ud800']],
	['a whole number from 2 to 20', integer, ['1e1', '0x10', '-5']],
])('refuses what is not %s', (expected, reader, values) => {
	const refusal = `'Field' must be ${expected}`;
	expect(values.map((value) => read(reader, value))).toEqual(values.map(() => refusal));
});

it('takes the default of a switch that is not set', () => {
	expect([read(flag, undefined, true), read(flag, undefined, false)]).toEqual([true, false]);
});
