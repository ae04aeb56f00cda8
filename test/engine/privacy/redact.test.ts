import type { Credential, Provider } from '../../../nodes/engine/operation/provider';
import { maskRecipient } from '../../../nodes/engine/privacy/mask';
import { scrub, scrubText, secretsOfCredential } from '../../../nodes/engine/privacy/redact';

const privacy = {
	secrets: ['1234', 'A2WX11I'],
	recipients: ['jane@example.com', '919876543210'],
	secretKeys: ['otp', 'token'],
};

it.each([
	['jane@example.com', 'j•••@example.com'],
	['9876544480', '••••••4480'],
	['919876544480', '••••••••4480'],
	['12345', '•••••'],
	['123456', '••••••'],
	['1234567', '•••4567'],
	['9'.repeat(40), '••••••••••••9999'],
	['@example.com', '••••••••.com'],
	['a@b@example.com', 'a•••@example.com'],
	['ü@example.com', 'ü•••@example.com'],
])('masks %s as %s', (recipient, masked) => {
	expect(maskRecipient(recipient)).toBe(masked);
});

it('takes a code out where it stands alone, and leaves longer numbers whole', () => {
	expect(scrubText('code 1234, id 991234001, (1234) A2WX11I xA2WX11I', privacy)).toBe(
		'code [redacted], id 991234001, ([redacted]) [redacted] xA2WX11I',
	);
});

it('masks a number with or without its country code, also inside a longer number', () => {
	const of = (text: string, ...recipients: string[]) => scrubText(text, { ...privacy, recipients });
	expect(of('to 9876543210.', '+919876543210')).toBe('to ••••••3210.');
	expect(of('to +919876543210.', '9876543210')).toBe('to +91••••••3210.');
	expect(of('to +919876543210.', '919876543210')).toBe('to +••••••••3210.');
	expect(of('order 98765432101', '919876543210')).toBe('order ••••••32101');
	expect(of('to 98 to 987654321', '987654321')).toBe('to 98 to •••••4321');
	expect(of('to 43210', '43210')).toBe('to •••••');
	expect(of('nobody  1', '')).toBe('nobody  1');
	expect(of('to 9876543210', '98765-43210')).toBe('to ••••••3210');
	expect(of('to 9143210', '43210')).toBe('to 91•••••');
	expect(of('order 143210x', '43210x')).toBe('order 1••••••');
	expect(of('to 09876543210 and +919876543210', '9876543210')).toBe('to 0••••••3210 and +91••••••3210');
	expect(of('to 09876543210 and +919876543210', '+9876543210')).toBe('to 0••••••3210 and +91••••••3210');
	expect(of('9876543210 wrote', '9876543210@example.com')).toBe('••••••3210 wrote');
});

it('takes a secret as it is, whatever signs are in it', () => {
	const of = (text: string, ...secrets: string[]) => scrubText(text, { ...privacy, secrets });
	expect(of('a.b axb', 'a.b')).toBe('[redacted] axb');
	expect(of('(1+1)*[2] $x^y{3}|\\', '(1+1)*[2]')).toBe('[redacted] $x^y{3}|\\');
	expect(of('key $x^y{3}|\\ end', '$x^y{3}|\\')).toBe('key [redacted] end');
	expect(of('a 1234 b 1234', '1234')).toBe('a [redacted] b [redacted]');
	expect(of('x1234 1234x', '1234')).toBe('x1234 1234x');
	expect(of('no  thing, at all', '')).toBe('no  thing, at all');
	expect(of('x12ab34cdx x2ab34cdx', '12ab34cd', '2ab34cd')).toBe('x[redacted]x x2ab34cdx');
});

it.each(['+91 98765 43210', '98765-43210', '(+91)9876543210', '+91-(987) 654-3210', '919876543210'])(
	'masks the number in "%s"',
	(written) => {
		const text = scrubText(`code 200 for ${written}.`, privacy);
		expect(text).toMatch(/^code 200 for [(+]*•+[)•]*3210\.$/);
	},
);

it('finds an Aadhaar number as it is printed, and a long key in the middle of a word', () => {
	const secrets = ['765386439745', 'a-key-that-nobody-knows'];
	expect(
		scrubText('7653 8643 9745, 7653-8643-9745, xa-key-that-nobody-knowsx', { ...privacy, secrets }),
	).toBe('[redacted], [redacted], x[redacted]x');
});

it.each([
	['an address in a URL', 'to=jane%40example.com'],
	['a number in a URL', 'to=%2B91%2098765%2043210'],
	['a number in base64', Buffer.from('to +91 98765-43210').toString('base64')],
	['a code in the middle of base64', `x-${Buffer.from('is 1234.').toString('base64url')}`],
	['an address of somebody else in a URL', 'cc=joe%40example.org'],
	['an address of somebody else in HTML', 'cc joe&#64;example.org'],
	['a token in a URL', 'jwt=eyJhbGciOiJub25lIn0%2EeyJzdWIiOiIxIn0%2Ec2ln'],
])('takes a text out that is %s', (_what, text) => {
	expect(scrubText(text, privacy)).toBe('[redacted]');
});

it.each([
	[
		'a text of JSON whose address is not escaped',
		'{\\"to\\":\\"jane@example.com\\"}',
		'{\\"to\\":\\"j•••@example.com\\"}',
	],
	['escapes that are none', 'a \\N \\U1234 %zz 100% +', 'a \\N \\U1234 %zz 100% +'],
])('reads %s', (_what, text, shown) => {
	expect(scrubText(text, privacy)).toBe(shown);
});

it('leaves what an answer needs as it is', () => {
	const words = 'req-0123456789abcdef E56NJDDHES6V4FFC4YN6 2026-11-22T01:35:50.000Z 50% off\\n a+b "ok"';
	expect(scrubText(words, privacy)).toBe(words);
});

it('takes a value out that half of a character broke', () => {
	expect(scrubText('code \ud800x', { ...privacy, secrets: ['\ud800x'] })).toBe('code [redacted]');
});

it.each(['a', '1', 'eyJ-', 'a@', '98765 ', '\\\\', '%41', '&#0', '&a', 'VVVV', '\\u005c', 'a\u2010'])(
	'reads a megabyte of "%s" without stopping the n8n that it runs in',
	(piece) => {
		const text = piece.repeat(1_000_000 / piece.length);
		const begin = performance.now();
		expect(scrubText(text, privacy).length).toBeGreaterThan(100_000);
		expect(performance.now() - begin).toBeLessThan(5_000);
	},
);

it('masks addresses that it has never seen', () => {
	expect(scrubText('sent to somebody.else@mail.example.org', privacy)).toBe('sent to s•••@mail.example.org');
});

it('takes JSON Web Tokens out', () => {
	expect(scrubText('jwt eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln end', privacy)).toBe('jwt [redacted] end');
});

it('works through a whole answer by key and by value', () => {
	const answer = {
		token: 'abc',
		list: [1234, { mobile: 919876543210, note: 'code 1234' }],
		ok: true,
		none: null,
		isMobile: true,
	};
	expect(scrub('words', privacy)).toBe('words');
	expect(scrub(answer, privacy)).toEqual({
		token: '[redacted]',
		list: ['[redacted]', { mobile: '••••••••3210', note: 'code [redacted]' }],
		ok: true,
		none: null,
		isMobile: true,
	});
});

it('hides what stands under a secret key, unless it is empty, and masks what stands under a name', () => {
	const answer = {
		token: { a: 1 },
		nested: [{ token: '' }, { token: null }, { token: 0 }],
		'e-mail': 'x@example.com',
		Email: 'abc',
		phoneNumber: 12345678,
		phone: 'code 1234',
		msisdn: ['12345678'],
		count: 12,
		code: 1234,
		undefined: undefined,
	};
	expect(scrub(answer, privacy)).toEqual({
		token: '[redacted]',
		nested: [{ token: '' }, { token: null }, { token: '[redacted]' }],
		'e-mail': 'x•••@example.com',
		Email: '•••',
		phoneNumber: '••••5678',
		phone: 'code [redacted]',
		msisdn: ['••••5678'],
		count: 12,
		code: '[redacted]',
		undefined: undefined,
	});
	expect(scrub({ TOKEN: 'a' }, { ...privacy, secretKeys: ['Token'] })).toEqual({ TOKEN: '[redacted]' });
});

it('keeps a key named __proto__ as a plain key', () => {
	const answer = JSON.parse('{"__proto__":{"polluted":"yes"}}') as unknown;
	expect(Object.keys(scrub(answer, privacy) as object)).toEqual(['__proto__']);
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

it('hides what is a key of an answer as it hides what is a value', () => {
	const answer = { errors: { 'jane@example.com': 'unknown', 1234: { '+919876543210': 'wrong' } } };
	expect(scrub(answer, privacy)).toEqual({
		errors: { 'j•••@example.com': 'unknown', '[redacted]': { '+••••••••3210': 'wrong' } },
	});
});

it('takes the password fields of a credential for secrets, and what is made of them', () => {
	const properties = [
		{ name: 'key', typeOptions: { password: true } },
		{ name: 'user' },
		{ name: 'pin', typeOptions: { password: true } },
	];
	const provider = { credentials: [{ properties }] } as unknown as Provider;
	const credential = { key: 'k', user: 'u' };
	expect(secretsOfCredential(provider, credential)).toEqual(['k', '']);
	const hashed = { ...provider, secretsMadeOf: ({ key }: Credential) => [`hash of ${String(key)}`] };
	expect(secretsOfCredential(hashed, credential)).toEqual(['k', '', 'hash of k']);
});
