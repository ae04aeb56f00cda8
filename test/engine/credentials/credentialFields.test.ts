import type { IHttpRequestOptions } from 'n8n-workflow';

import {
	checkHeaderFields,
	credentialFlag,
	credentialText,
	optionalCredentialText,
	withCredential,
} from '../../../nodes/engine/credentials/credentialFields';
import { tried } from '../support/example';

const inHeader = (key: unknown, other: unknown = 'x') =>
	tried(() => checkHeaderFields({ key, other }, { key: 'Key', other: 'Other' }));

it('takes for a header what one line of ASCII can carry', () => {
	const values = ['k', 'a b', ' k\t', '\tkey ', '~!', 'k'.repeat(4002), 42, Number.MAX_SAFE_INTEGER];
	expect(values.filter((key) => inHeader(key) !== undefined)).toEqual([]);
});

it('refuses for a header everything else, in each of its fields', () => {
	const texts = ['', ' ', 'k\n', 'a\nb', '\nk', 'é', 'ké', 'ék', 'k'.repeat(4003)];
	const values = [...texts, 2 ** 53, 1.5, null, undefined, true, {}, ['k']];
	const refusal = "'Key' in the credential must be a single line of printable ASCII characters";
	expect(values.filter((key) => inHeader(key) !== refusal)).toEqual([]);
	expect(inHeader('k', 'é')).toBe(refusal.replace('Key', 'Other'));
	expect(() => checkHeaderFields({}, { key: 'Key' })).toThrow(
		expect.objectContaining({
			description:
				"Open the credential and correct 'Key': it is empty or contains a line break, an invisible character or a letter such as é.",
		}),
	);
});

const NO_LINE = "'Field' in the credential must be a single line of text, up to 1000 characters";
const NONE = "'Field' in the credential must be filled in";

it.each<[value: unknown, optional: string, required: string]>([
	[' some text ', 'some text', 'some text'],
	[` ${'x'.repeat(1000)} `, 'x'.repeat(1000), 'x'.repeat(1000)],
	['é', 'é', 'é'],
	...['', ' ', null, undefined].map((value): [unknown, string, string] => [value, '', NONE]),
	...['x'.repeat(1001), 'a\nb', 'a\u0000', '\ud800', 5, true, {}, ['a']].map(
		(value): [unknown, string, string] => [value, NO_LINE, NO_LINE],
	),
])('reads the text %j of a credential', (field, optional, required) => {
	expect(tried(() => optionalCredentialText({ field }, 'field', 'Field'))).toBe(optional);
	expect(tried(() => credentialText({ field }, 'field', 'Field'))).toBe(required);
});

it('takes a switch of a credential that is not there for off, and says where to correct a wrong one', () => {
	const read = (field: unknown) => credentialFlag({ field }, 'field', 'Field');
	expect([true, 'true', ' True '].map(read)).toEqual([true, true, true]);
	expect([false, 'false', null, undefined].map(read)).toEqual([false, false, false, false]);
	const message = "'Field' in the credential must be true or false";
	const refusal = { message, description: "Open the credential and correct 'Field'." };
	for (const value of ['yes', '', 0, 1, {}])
		expect(() => read(value)).toThrow(expect.objectContaining(refusal));
});

it.each<[IHttpRequestOptions & { uri?: string }, object]>([
	[{ url: '/otp' }, { url: 'https://api.example.com/v1/otp' }],
	[{ url: 'https://api.example.com/v2/otp' }, {}],
	[{ url: undefined as never, uri: 'https://api.example.com/v2/otp' }, {}],
])("completes the address of a credential's test, and no other: %j", (request, change) => {
	const given = { ...request, headers: { accept: 'application/json' } };
	expect(withCredential(given, 'https://api.example.com/v1', { key: 'k' })).toEqual({
		...given,
		...change,
		headers: { accept: 'application/json', key: 'k' },
	});
});
