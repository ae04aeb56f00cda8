import { InvalidParameter, labelsOf, Parameters } from '../../../nodes/engine/fields/parameters';

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

it('takes the first of two labels that have one name, and none of an option', () => {
	const options = [{ name: 'No Field', value: 'x', displayName: 'No Label' }];
	const field = { name: 'field', type: 'options', default: '' } as const;
	const labels = labelsOf([
		{ ...field, displayName: 'Field', options },
		{ ...field, displayName: 'Again' },
	]);
	expect([...labels]).toEqual([['field', 'Field']]);
});
