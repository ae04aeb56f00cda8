import { field, type Roles } from '../../../nodes/engine/fields/field';
import { additionalFields, providerQuirks } from '../../../nodes/engine/fields/fields';
import { text } from '../../../nodes/engine/fields/readers';
import { defineOperation } from '../../../nodes/engine/operation/operation';
import { nothingIsSent as perform, send } from '../support/example';

const part = <const Name extends string>(name: Name, roles: Roles<string | undefined> = {}) =>
	field({ name, displayName: name.toUpperCase(), type: 'string', default: '' }, text(), roles);

it('says what its items hold and hide', () => {
	const form = [
		part('id', { reference: true }),
		part('plain'),
		additionalFields(part('order', { reference: true })),
	];
	const result = { sealed: 'string' } as const;
	const own = { secretAnswerKeys: ['pin'], identifiers: ['requestId'], result };
	expect(defineOperation({ ...send, ...own, form, perform })).toMatchObject({
		secretAnswerKeys: ['token', 'pin'],
		references: ['id', 'order', 'requestId'],
		result,
	});
	const least = { secretAnswerKeys: ['token'], references: [], result: {} };
	expect(defineOperation({ ...send, form: [], perform })).toMatchObject(least);
});

it("has a form in the order of n8n's own nodes", () => {
	const form = [part('a'), providerQuirks(part('q')), additionalFields(part('b')), part('c')];
	const namesOf = (kind: 'send' | 'encrypt') =>
		defineOperation({ ...send, kind, form, perform }).properties.map(({ name }) => name);
	const last = ['additionalFields', 'options', 'providerQuirks'];
	expect(namesOf('send')).toEqual(['a', 'c', 'branchOn', 'statusCodeRules', ...last]);
	expect(namesOf('encrypt')).toEqual(['a', 'c', ...last]);
});
