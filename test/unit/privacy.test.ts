import { maskRecipient, scrub, scrubText } from '../../nodes/shared/privacy';

const privacy = {
	secrets: ['1234', 'A2WX11I'],
	recipients: ['jane@example.com', '919876543210'],
	secretKeys: ['token'],
};

it.each([
	['jane@example.com', 'j•••@example.com'],
	['9876544480', '••••••4480'],
	['919876544480', '••••••••4480'],
	['12345', '•••••'],
	['ü@example.com', 'ü•••@example.com'],
])('masks %s as %s', (recipient, masked) => {
	expect(maskRecipient(recipient)).toBe(masked);
});

it('takes a code out where it stands alone, and leaves longer numbers whole', () => {
	expect(scrubText('code 1234, id 991234001, (1234) A2WX11I xA2WX11I', privacy)).toBe(
		'code [redacted], id 991234001, ([redacted]) [redacted] xA2WX11I',
	);
});

it('masks a number however it is written in front', () => {
	expect(scrubText('to +919876543210 or 9876543210', privacy)).not.toContain('987654');
});

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
	};
	expect(scrub(answer, privacy)).toEqual({
		token: '[redacted]',
		list: ['[redacted]', { mobile: '••••••••3210', note: 'code [redacted]' }],
		ok: true,
		none: null,
	});
});

it('keeps a key named __proto__ as a plain key', () => {
	const answer = JSON.parse('{"__proto__":{"polluted":"yes"}}') as unknown;
	expect(Object.keys(scrub(answer, privacy) as object)).toEqual(['__proto__']);
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
