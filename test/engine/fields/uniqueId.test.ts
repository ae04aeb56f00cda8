import { newIdentifier } from '../../../nodes/engine/fields/uniqueId';

it('makes identifiers that differ, of the asked length, in letters and digits', () => {
	const made = new Set(Array.from({ length: 5000 }, () => newIdentifier(14)));
	expect(made.size).toBe(5000);
	for (const identifier of made) expect(identifier).toMatch(/^[0-9A-Z]{14}$/);
});
