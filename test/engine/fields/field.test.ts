import {
	choiceField,
	collection,
	field,
	shown,
	vary,
	type FormPart,
} from '../../../nodes/engine/fields/field';
import { matching, text } from '../../../nodes/engine/fields/readers';
import { defineOperation } from '../../../nodes/engine/operation/operation';
import { credential, nothingIsSent, parametersFrom, send, tried } from '../support/example';

const literal = <const Name extends string>(name: Name, displayName: string) =>
	({ name, displayName, type: 'string', default: '' }) as const;

const note = field(literal('note', 'Note'), text());
const address = matching(/@/, 'an email address such as name@example.com');
const to = field({ ...literal('to', 'To'), required: true }, address, { identity: true });
const channel = choiceField({
	...literal('channel', 'Channel'),
	type: 'options',
	options: [
		{ name: 'First', value: '1' },
		{ name: 'Second', value: 'two' },
	],
	default: 'two',
});
const more = (...members: Parameters<typeof collection>[1]) =>
	collection({ displayName: 'More', name: 'more' }, members);

/** What a form makes of an item's parameters: the values by name, or the refusal in words. */
function read(form: readonly FormPart[], values: Record<string, unknown>): unknown {
	let fields: unknown;
	const operation = defineOperation({
		...send,
		form,
		check: (found) => (fields = found),
		perform: nothingIsSent,
	});
	return tried(() => {
		operation.prepare(parametersFrom(values, operation.properties), credential());
		return fields;
	});
}

it('varies the words, the name and the roles of a field, and leaves the original unchanged', () => {
	const other = vary(to, { name: 'cc', displayName: 'Copy' }, { secret: true });
	expect(read([to, other], { to: 'a@example.com', cc: 'b@example.com' })).toEqual({
		to: 'a@example.com',
		cc: 'b@example.com',
	});
	expect(read([other], { cc: 'b' })).toBe("'Copy' must be an email address such as name@example.com");
	expect(read([vary(to, { required: false })], {})).toEqual({ to: undefined });
	expect(read([vary(note, { required: true })], { note: ' ' })).toBe("'Note' must be filled in");
	expect([to.roles, other.roles]).toEqual([{ identity: true }, { identity: true, secret: true }]);
});

it('reads no field that is hidden', () => {
	const form = [
		channel,
		...shown(channel, ['1'], to, more(note)),
		...shown(channel, ['two'], vary(note, {})),
	];
	const malformed = { to: 'malformed', 'more.note': {} };
	expect(read(form, { channel: 'two', ...malformed, note: 'n' })).toEqual({ channel: 'two', note: 'n' });
	expect(read(form, { channel: '1', ...malformed })).toBe(
		"'To' must be an email address such as name@example.com",
	);
	expect(read(form, { channel: '1', to: 'a@example.com', 'more.note': 'inner', note: {} })).toEqual({
		channel: '1',
		to: 'a@example.com',
		note: 'inner',
	});
});

it('has one value for a field that stands in the form twice: the one that is filled in', () => {
	const form = [note, more(vary(note, { displayName: 'Note Again' }))];
	expect(read(form, { note: 'first' })).toEqual({ note: 'first' });
	expect(read(form, { 'more.note': 'second' })).toEqual({ note: 'second' });
	expect(read(form, { note: 'first', 'more.note': {} })).toBe("'Note Again' must be text");
});
