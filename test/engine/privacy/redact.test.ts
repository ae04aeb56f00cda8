import { maskRecipient } from '../../../nodes/engine/privacy/mask';
import { scrub, scrubText, secretsOfCredential } from '../../../nodes/engine/privacy/redact';
import { provider } from '../support/example';

const privacy = {
	secrets: ['1234', 'A2WX11I'],
	recipients: ['jane@example.com', '919876543210'],
	secretKeys: ['otp', 'token'],
};
const hide = (text: string, of: Partial<typeof privacy>) => scrubText(text, { ...privacy, ...of });

it.each([
	['jane@example.com', 'j•••@example.com'],
	['a@b@example.com', 'a•••@example.com'],
	['@example.com', '••••••••.com'],
	['123456', '••••••'],
	['1234567', '•••4567'],
	['919876544480', '••••••••4480'],
	['9'.repeat(40), '••••••••••••9999'],
])('masks %s as %s', (recipient, masked) => {
	expect(maskRecipient(recipient)).toBe(masked);
});

it.each([
	['+919876543210', 'to 9876543210.', 'to ••••••3210.'],
	['9876543210', 'to +919876543210.', 'to +91••••••3210.'],
	['919876543210', 'to +919876543210 or 9876543210', 'to +••••••••3210 or ••••••3210'],
	['919876543210', 'order 98765432101', 'order ••••••32101'],
	['987654321', 'to 98 to 987654321', 'to 98 to •••••4321'],
	['43210', 'to 43210', 'to •••••'],
	['43210', 'to 9143210', 'to 91•••••'],
	['43210x', 'order 143210x', 'order 1••••••'],
	['98765-43210', 'to 9876543210', 'to ••••••3210'],
	['9876543210', 'to 09876543210 and +919876543210', 'to 0••••••3210 and +91••••••3210'],
	['+9876543210', 'to 09876543210 and +919876543210', 'to 0••••••3210 and +91••••••3210'],
	['9876543210@example.com', '9876543210 wrote', '••••••3210 wrote'],
	['919876543210', '+91-(987) 654-3210 or 98765-43210', '+••••••••••••3210 or •••••••3210'],
	['', 'no  thing  1', 'no  thing  1'],
])(
	'masks the recipient %s, with or without a country code, and only that one: %s',
	(recipient, text, shown) => {
		expect(hide(text, { recipients: [recipient] })).toBe(shown);
	},
);

it.each([
	[['1234', 'A2WX11I'], '(1234) A2WX11I xA2WX11I', '([redacted]) [redacted] xA2WX11I'],
	[['a.b'], 'a.b axb', '[redacted] axb'],
	[['(1+1)*[2]'], '(1+1)*[2] $x^y{3}|\\', '[redacted] $x^y{3}|\\'],
	[['$x^y{3}|\\'], 'key $x^y{3}|\\ end', 'key [redacted] end'],
	[['\ud800x'], 'code \ud800x', 'code [redacted]'],
	[['12ab34cd', '2ab34cd'], 'x12ab34cdx x2ab34cdx', 'x[redacted]x x2ab34cdx'],
	[['a-key-that-is-hidden'], 'xa-key-that-is-hiddenx', 'x[redacted]x'],
	[[''], 'no  thing, at all', 'no  thing, at all'],
])('takes the secrets %j out, short ones only where they stand alone: %s', (secrets, text, shown) => {
	expect(hide(text, { secrets })).toBe(shown);
});

it.each([
	['an address in a URL', 'to=jane%40example.com'],
	['a number in a URL', 'to=%2B91%2098765%2043210'],
	['a number in base64', Buffer.from('to +91 98765-43210').toString('base64')],
	['an unknown address in a URL', 'cc=joe%40example.org'],
	['an unknown address in HTML', 'cc joe&#64;example.org'],
	['a token in a URL', 'jwt=eyJhbGciOiJub25lIn0%2EeyJzdWIiOiIxIn0%2Ec2ln'],
])('takes a text out as a whole that has in it %s', (_what, text) => {
	expect(scrubText(text, privacy)).toBe('[redacted]');
});

it.each([
	['an address in JSON', '{\\"to\\":\\"jane@example.com\\"}', '{\\"to\\":\\"j•••@example.com\\"}'],
	['an unknown address', 'sent to other.user@mail.example.org', 'sent to o•••@mail.example.org'],
	['a JSON Web Token', 'jwt eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln end', 'jwt [redacted] end'],
])('hides %s', (_what, text, shown) => {
	expect(scrubText(text, privacy)).toBe(shown);
});

it.each(['a', '1', 'eyJ-', 'a@', '98765 ', '\\\\', '%41', '&#0', '&a', 'VVVV', '\\u005c', 'a\u2010'])(
	'reads a megabyte of "%s" without stopping the n8n that it runs in',
	(piece) => {
		const text = piece.repeat(1_000_000 / piece.length);
		expect(scrubText(text, privacy).length).toBeGreaterThan(100_000);
	},
);

it('works through a whole answer by key and by value', () => {
	const shownAs: Record<string, [given: unknown, shown: unknown]> = {
		token: [{ a: 1 }, '[redacted]'],
		nested: [
			[{ TOKEN: '' }, { token: null }, { Token: 0 }],
			[{ TOKEN: '' }, { token: null }, { Token: '[redacted]' }],
		],
		list: [
			[1234, { mobile: 919876543210, note: 'code 1234' }],
			['[redacted]', { mobile: '••••••••3210', note: 'code [redacted]' }],
		],
		'e-mail': ['x@example.com', 'x•••@example.com'],
		Email: ['abc', '•••'],
		phoneNumber: [12345678, '••••5678'],
		phone: ['code 1234', 'code [redacted]'],
		msisdn: [['12345678'], ['••••5678']],
		errors: [
			{ 'jane@example.com': 'unknown', 1234: { '+919876543210': 'wrong' } },
			{ 'j•••@example.com': 'unknown', '[redacted]': { '+••••••••3210': 'wrong' } },
		],
		...Object.fromEntries([12, true, null, undefined].map((kept, index) => [`a${index}`, [kept, kept]])),
	};
	const members = (side: 0 | 1) =>
		Object.fromEntries(Object.entries(shownAs).map(([key, sides]) => [key, sides[side]]));
	expect(scrub(members(0), { ...privacy, secretKeys: ['toKen'] })).toEqual(members(1));
});

it('keeps a key named __proto__ as a plain key', () => {
	const answer = JSON.parse('{"__proto__":{"polluted":"yes"}}') as unknown;
	expect(Object.keys(scrub(answer, privacy) as object)).toEqual(['__proto__']);
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

it('takes the password fields of a credential for secret, and what is made of them', () => {
	const text = { displayName: '', type: 'string', default: '' } as const;
	const password = { ...text, typeOptions: { password: true } };
	const properties = [
		{ ...password, name: 'key' },
		{ ...password, name: 'pin' },
		{ ...text, name: 'host' },
	];
	const made = { ...provider, credentials: [{ name: '', displayName: '', properties }] };
	const secretsMadeOf = ({ key }: { key?: unknown }) => [`hash of ${String(key)}`];
	const data = { key: 'k', host: 'h', other: 'o' };
	expect(secretsOfCredential(made, data)).toEqual(['k', '']);
	expect(secretsOfCredential({ ...made, secretsMadeOf }, data)).toEqual(['k', '', 'hash of k']);
});
