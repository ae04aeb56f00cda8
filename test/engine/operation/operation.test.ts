import { field, type FormPart, type Roles } from '../../../nodes/engine/fields/field';
import { additionalFields, otp, providerQuirks } from '../../../nodes/engine/fields/fields';
import { text } from '../../../nodes/engine/fields/readers';
import { defineOperation } from '../../../nodes/engine/operation/operation';
import { credentialTypeOf } from '../../../nodes/engine/operation/provider';
import {
	credential,
	nothingIsSent as perform,
	parametersFrom,
	provider,
	request,
	send,
	tried,
} from '../support/example';

const part = <const Name extends string>(name: Name, roles: Roles<string | undefined> = {}) =>
	field({ name, displayName: name.toUpperCase(), type: 'string', default: '' }, text(), roles);

function prepare(form: readonly FormPart[], values: Record<string, unknown>) {
	const operation = defineOperation({ ...send, form, perform });
	return operation.prepare(parametersFrom(values, operation.properties), credential());
}

it('takes from the roles of the fields whom an item names, what is secret of it, and what identifies it', () => {
	const addresses = (value: string | undefined) => (value ?? '').split(' ');
	const form = [
		part('to', { recipient: true, identity: true }),
		part('copies', { recipients: addresses }),
		otp,
		part('id', { reference: true, identity: true }),
		additionalFields(part('pin', { secret: true }), part('order', { reference: true })),
		part('plain'),
	];
	const values = {
		to: 'jane',
		copies: 'joe jim',
		otp: '0123',
		id: '7',
		'additionalFields.pin': 'p',
		plain: 'x',
	};
	expect(prepare(form, values)).toMatchObject({
		state: 'prepared',
		credential: credential(),
		recipients: ['jane', 'joe', 'jim'],
		secrets: ['0123', 'p'],
		identity: ['jane', '0123', '7'],
		reference: { id: '7' },
	});
	expect(prepare(form, { otp: '0123', 'additionalFields.order': 'o' })).toMatchObject({
		recipients: [],
		secrets: ['0123'],
		identity: ['', '0123', ''],
		reference: { order: 'o' },
	});
});

it('names the field of a refusal by its label', () => {
	const refused = (name: 'a' | 'b') => {
		const { prepare, properties } = defineOperation({
			...send,
			form: [part('a'), additionalFields(part('b'))],
			check: (fields, refusal) => {
				if (fields.a === fields.b) throw refusal(name, 'set', 'Do it.');
			},
			perform,
		});
		return () => prepare(parametersFrom({}, properties), credential());
	};
	expect(refused('a')).toThrow(
		expect.objectContaining({ message: "'A' must be set", description: 'Do it.' }),
	);
	expect(tried(refused('b'))).toBe("'B' must be set");
});

it('makes its requests with the values of the fields and the decrypted credential', async () => {
	const requests: unknown[] = [];
	const { prepare } = defineOperation({
		...send,
		form: [part('a')],
		perform: async ({ a }, { call, credential: { key } }) => {
			await call(request);
			return { says: 'neither', message: `${a} ${String(key)}` };
		},
	});
	const call = async (made: unknown) => {
		requests.push(made);
		return await Promise.resolve({ httpStatus: 200, headers: {}, text: '', json: undefined });
	};
	const statement = await prepare(parametersFrom({ a: 'x' }), credential()).perform(call);
	expect([statement, requests]).toEqual([{ says: 'neither', message: 'x k' }, [request]]);
});

it('says what its items hold and hide', () => {
	const form = [
		part('id', { reference: true }),
		part('plain'),
		additionalFields(part('order', { reference: true })),
	];
	expect(defineOperation({ ...send, form, perform })).toMatchObject({
		secretAnswerKeys: ['token'],
		references: ['id', 'order'],
		result: {},
	});
	const more = {
		secretAnswerKeys: ['pin'],
		identifiers: ['requestId'],
		result: { sealed: 'string' },
	} as const;
	expect(defineOperation({ ...send, ...more, form, perform })).toMatchObject({
		secretAnswerKeys: ['token', 'pin'],
		references: ['id', 'order', 'requestId'],
		result: { sealed: 'string' },
	});
});

it("has a form in the order of n8n's own nodes", () => {
	const form = [part('a'), providerQuirks(part('q')), additionalFields(part('b')), part('c')];
	const namesOf = (kind: 'send' | 'encrypt') =>
		defineOperation({ ...send, kind, form, perform }).properties.map(({ name }) => name);
	const last = ['additionalFields', 'options', 'providerQuirks'];
	expect(namesOf('send')).toEqual(['a', 'c', 'branchOn', 'statusCodeRules', ...last]);
	expect(namesOf('encrypt')).toEqual(['a', 'c', ...last]);
});

it('takes the first credential type of its provider, unless the item chooses one', () => {
	const chooses = { ...provider, credentialType: () => 'otherApi' };
	expect([provider, chooses].map((of) => credentialTypeOf(of, parametersFrom({})))).toEqual([
		'exampleApi',
		'otherApi',
	]);
});
