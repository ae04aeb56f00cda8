import { field, readField, type Reader } from '../../../nodes/engine/fields/field';
import { flag, text, wholeNumber } from '../../../nodes/engine/fields/readers';
import { parametersFrom, tried } from '../support/example';

const integer = wholeNumber({ from: 2, to: 20 });

function read(reader: Reader<unknown>, value: unknown, fallback: string | boolean = ''): unknown {
	const property = { displayName: 'Field', name: 'field', type: 'string', default: fallback } as const;
	const parameters = parametersFrom({ field: value }, [property]);
	return tried(() => readField({ field: field(property, reader), path: 'field' }, parameters));
}

// Every other text and number is in the fields of test/contracts, which test/suites/fields.test.ts tries.
it.each<[what: string, reader: Reader<unknown>, value: unknown, result: unknown]>([
	['a text of 1000 characters', text(), ` ${'x'.repeat(1000)} `, 'x'.repeat(1000)],
	['the largest number as a text', text(), Number.MAX_SAFE_INTEGER, '9007199254740991'],
	['a whole number in a text', integer, ' 12 ', 12],
])('reads %s', (_what, reader, value, result) => {
	expect(read(reader, value)).toBe(result);
});

it.each(['1e1', '0x10', '-5'])('does not take %s for a whole number', (value) => {
	expect(read(integer, value)).toBe("'Field' must be a whole number from 2 to 20");
});

it('takes the default of a switch that is not set', () => {
	expect([read(flag, undefined, true), read(flag, undefined, false)]).toEqual([true, false]);
});
