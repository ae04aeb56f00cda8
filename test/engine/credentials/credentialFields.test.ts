import type { IHttpRequestOptions } from 'n8n-workflow';

import {
	checkHeaderFields,
	credentialRefusal,
	credentialSwitch,
	credentialText,
	optionalCredentialText,
	withCredential,
} from '../../../nodes/engine/credentials/credentialFields';
import { InvalidParameter } from '../../../nodes/engine/fields/parameters';

/** What reading gives: the value, or the refusal in words. */
function tried(read: () => unknown): unknown {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof InvalidParameter)) throw error;
		return error.message;
	}
}

it('a refusal of a credential says where to correct it, and what to look for', () => {
	expect(credentialRefusal('Key', 'set')).toMatchObject({
		message: "'Key' of the credential must be set",
		description: "Open the credential and correct 'Key'.",
	});
	expect(credentialRefusal('Key', 'set', 'it is empty')).toMatchObject({
		description: "Open the credential and correct 'Key': it is empty.",
	});
});

describe('a field that travels as a header', () => {
	const check = (key: unknown, more: object = {}) =>
		tried(() => checkHeaderFields({ key, other: 'x', ...more }, { key: 'Key', other: 'Other' }));

	it.each(['k', 'a b', ' k\t', '\tkey ', '~!', 'k'.repeat(4002), 42, Number.MAX_SAFE_INTEGER])(
		'is %j',
		(key) => {
			expect(check(key)).toBeUndefined();
		},
	);

	it.each([
		'',
		' ',
		'k\n',
		'a\nb',
		'\nk',
		'é',
		'ké',
		'ék',
		'k'.repeat(4003),
		2 ** 53,
		1.5,
		null,
		undefined,
		true,
		{},
		['k'],
	])('is not %j', (key) => {
		expect(check(key)).toBe("'Key' of the credential must be letters, digits and signs in one line");
	});

	it('is checked like each of the others', () => {
		expect(check('k', { other: 'é' })).toBe(
			"'Other' of the credential must be letters, digits and signs in one line",
		);
		expect(() => checkHeaderFields({}, { key: 'Key' })).toThrow(
			expect.objectContaining({
				description:
					"Open the credential and correct 'Key': it is empty, or holds a line break, an invisible character or a letter such as é.",
			}),
		);
	});
});

describe('a field that travels in a body', () => {
	const text = (value: unknown) => tried(() => credentialText({ field: value }, 'field', 'Field'));
	const optional = (value: unknown) =>
		tried(() => optionalCredentialText({ field: value }, 'field', 'Field'));
	const NO_LINE = "'Field' of the credential must be a single line of text, up to 1000 characters";

	it.each([
		[' some text ', 'some text'],
		['x'.repeat(1000), 'x'.repeat(1000)],
		[` ${'x'.repeat(1000)} `, 'x'.repeat(1000)],
		['é', 'é'],
	])('is %j', (value, read) => {
		expect(optional(value)).toBe(read);
		expect(text(value)).toBe(read);
	});

	it.each(['x'.repeat(1001), 'a\nb', 'a\u0000', '\ud800', 5, true, {}, ['a']])('is not %j', (value) => {
		expect(optional(value)).toBe(NO_LINE);
		expect(text(value)).toBe(NO_LINE);
	});

	it.each(['', ' ', null, undefined])('may be missing only where it is optional: %j', (value) => {
		expect(optional(value)).toBe('');
		expect(text(value)).toBe("'Field' of the credential must be filled in");
	});
});

it('a switch of a credential is on, off, or not there', () => {
	const read = (value: unknown) => tried(() => credentialSwitch({ field: value }, 'field', 'Field'));
	expect([true, false, null, undefined].map(read)).toEqual([true, false, false, false]);
	for (const value of ['true', '', 0, 1, {}])
		expect(read(value)).toBe("'Field' of the credential must be true or false");
});

describe('a request with a credential', () => {
	const address = 'https://api.example.com/v1';
	const headers = { accept: 'application/json' };

	it("of a credential's test, which names a path, goes to the credential's address", () => {
		expect(withCredential({ url: '/otp', headers }, address, { key: 'k' })).toEqual({
			url: 'https://api.example.com/v1/otp',
			headers: { ...headers, key: 'k' },
		});
	});

	it.each([{ url: 'https://api.example.com/v2/otp' }, { uri: 'https://api.example.com/v2/otp' }])(
		'keeps the address that it has: %j',
		(request) => {
			expect(withCredential(request as IHttpRequestOptions, address, { key: 'k' })).toEqual({
				...request,
				headers: { key: 'k' },
			});
		},
	);
});
