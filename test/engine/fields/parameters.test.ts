import { InvalidParameter, labelsOf, Parameters } from '../../../nodes/engine/fields/parameters';

const literal = (name: string, displayName: string, more: object = {}) =>
	({ name, displayName, type: 'string', default: '', ...more }) as never;

it('says in a refusal what to do, and counts the rows of a list from one', () => {
	const labels = { field: 'Field', 'rows.row.value': 'Value' };
	const parameters = new Parameters(() => undefined, new Map(Object.entries(labels)));
	expect(parameters.refusal('field', 'set')).toMatchObject({
		name: 'InvalidParameter',
		message: "'Field' must be set",
		description: "Set 'Field' in the node. If it is an expression, check its value for this item.",
	});
	expect(parameters.refusal('field', 'set', 'Do it.').description).toBe('Do it.');
	expect(parameters.label('rows.row[0].value')).toBe("'Value' of row 1");
	expect(parameters.label('rows.row[11].value')).toBe("'Value' of row 12");
	expect(parameters.label('unknown')).toBe("'unknown'");
});

it.each([
	[
		new TypeError('x is undefined'),
		'its expression could not be evaluated',
		"Set 'a' in the node. If it is an expression, check its value for this item.",
	],
	[Object.assign(new Error('no such node'), { description: 'Connect it.' }), 'no such node', 'Connect it.'],
])('keeps the words of n8n, but not those of JavaScript: %s', (error, why, description) => {
	const parameters = new Parameters(() => {
		throw error;
	}, new Map());
	const refusal = new InvalidParameter(`'a' could not be read: ${why}`, description);
	expect(() => parameters.raw('a')).toThrow(
		expect.objectContaining({ ...refusal, message: refusal.message }),
	);
});

it('finds labels in collections, and takes the first of two that have one name', () => {
	const labels = labelsOf([
		literal('plain', 'Plain', { options: [{ name: 'No Field', value: 'x', displayName: 'No Label' }] }),
		literal('plain', 'Plain Again'),
		literal('more', 'More', { type: 'collection', options: [literal('inner', 'Inner')] }),
		literal('empty', 'Empty', { type: 'collection' }),
		literal('rows', 'Rows', {
			type: 'fixedCollection',
			options: [{ name: 'row', displayName: 'Row', values: [literal('value', 'Value')] }],
		}),
	]);
	expect(Object.fromEntries(labels)).toEqual({
		plain: 'Plain',
		more: 'More',
		'more.inner': 'Inner',
		empty: 'Empty',
		rows: 'Rows',
		'rows.row': 'Row',
		'rows.row.value': 'Value',
	});
});
