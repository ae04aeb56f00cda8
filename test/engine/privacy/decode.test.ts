import { scrubText } from '../../../nodes/engine/privacy/redact';

const hiding = (...secrets: string[]) => ({ secrets, recipients: [], secretKeys: [] });

/** A secret with every sign that some encoding escapes. */
const SIGNS = `p&q<r>s"t'u v/w+x=yZ9`;

it('replaces a secret that is not encoded, in capitals or with a plus for a space too, and nothing else', () => {
	for (const written of [SIGNS, SIGNS.toUpperCase(), SIGNS.replace(' ', '+')])
		expect(scrubText(`said ${written}!`, hiding(SIGNS))).toBe('said [redacted]!');
});

const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
const inBase64 = (text: string) => Buffer.from(text).toString('base64');
const times = (count: number, encode: (text: string) => string, text: string): string =>
	count === 0 ? text : times(count - 1, encode, encode(text));

it.each([
	['for an address, in small letters', 'p%26q%3cr%3es%22t%27u%20v%2fw%2bx%3dyZ9'],
	['for an address, a hundred times', times(100, encodeURIComponent, SIGNS)],
	['for a form', 'p%26q%3Cr%3Es%22t%27u+v%2Fw%2Bx%3DyZ9'],
	['for HTML, by other names', 'p&AMP;q&lt;r&gt;s&quot;t&apos;u&nbsp;v&sol;w&plus;x&equals;yZ9'],
	['for HTML, by number', 'p&#38;q&#60;r&#62;s&#34;t&#39;u&#32;v/w+x=yZ9'],
	['for HTML, by number without an end', 'p&#38q&#60r&#62s&#34t&#39u&#32v/w+x=yZ9'],
	['for HTML, by hexadecimal number', 'p&#x26;q&#x003C;r&#x3e;s&#x22;t&#x27;u&#x20;v/w+x=yZ9'],
	['for JSON', `p&q<r>s\\"t'u v\\/w+x=yZ9`],
	['for JSON, by number', 'p\\u0026q\\u003cr\\u003Es\\u0022t\\u0027u\\u0020v\\u002fw\\u002bx\\u003dyZ9'],
	['for JavaScript', 'p\\x26q\\x3cr\\x3Es\\x22t\\x27u\\x20v\\x2fw\\x2bx\\x3dyZ9'],
	['as escape() writes it', 'p%u0026q%3Cr%3Es%22t%27u%20v/w+x%3DyZ9'],
	['for JSON in JSON in JSON', times(5, inJson, SIGNS)],
	['for JSON in an address in HTML', encodeURIComponent(inJson(SIGNS)).replaceAll('%', '&#37;')],
	['every letter for an address', '%70%26%71%3C%72%3E%73%22%74%27%75%20%76%2F%77%2B%78%3D%79%5A%39'],
	['in base64, encoded before', inBase64(encodeURIComponent(SIGNS))],
	['in base64, three times', times(3, inBase64, SIGNS)],
	['in base64 in lines', inBase64(SIGNS).replace(/.{7}/g, '$&\r\n')],
	['in base64 in lines, for JSON', inBase64(SIGNS).replace(/.{7}/g, '$&\\r\\n')],
	['in base64 between other bytes', Buffer.from(`\0\xff${SIGNS}\xfe\0`, 'latin1').toString('base64')],
])('hides everything around a secret that is written %s', (_how, written) => {
	expect(scrubText(`said ${written}!`, hiding(SIGNS))).toBe('[redacted]');
});

it.each(['Key/+%41b&amp;', 'Märked\\till', 'ends with a\\', 'a%4', '&#9999999;&unknown;&#x110000;'])(
	'hides %s, which is a secret with escapes of its own, however it is written',
	(secret) => {
		expect(scrubText(`"${secret}"`, hiding(secret))).toBe('"[redacted]"');
		for (const written of [
			encodeURIComponent(secret).replace(/^./, (first) => `%${first.charCodeAt(0).toString(16)}`),
			inJson(inJson(secret)).replace(/^./, (first) => `\\u00${first.charCodeAt(0).toString(16)}`),
			inBase64(secret),
			inBase64(inJson(secret)),
		]) {
			expect(scrubText(`"${written}"`, hiding(secret))).toBe('"[redacted]"'.slice(1, -1));
		}
	},
);

const DIGITS = '481537926048';
const LETTERS = 'Käse😀käse';
const KEY = `${'k7Rm2pQz'.repeat(10)}"end"`;
const BY_CHANCE = inBase64('ab is in it, 123 is not');

it.each([
	[DIGITS, 'said 481537926048!', 'said [redacted]!'],
	[DIGITS, 'said 4815 3792 6048!', 'said [redacted]!'],
	[DIGITS, 'said 4815-3792-6048!', 'said [redacted]!'],
	[DIGITS, 'said 4815%203792%206048!', '[redacted]'],
	[DIGITS, 'said 4815&nbsp;3792&nbsp;6048!', '[redacted]'],
	['5827', '5827 (5827) n5827 5-8-2-7', '[redacted] ([redacted]) n5827 [redacted]'],
	['5827', '15827 58271 x5827 5827x', '15827 58271 x5827 5827x'],
	['5827', '%205827', '[redacted]'],
	['5827', 'a\\n5827', '[redacted]'],
	['5827', '\\u00205827', '[redacted]'],
	['5827', '%315827 &#53;8271', '%315827 &#53;8271'],
	['5827', inBase64('{"otp":58271}'), '[redacted]'],
	['ab', BY_CHANCE, BY_CHANCE],
	['123', BY_CHANCE, '[redacted]'],
	['ABCDEFGH', 'AB CD EF GH', 'AB CD EF GH'],
	['1BCDEFGH', '1B CD EF GH', '1B CD EF GH'],
	[LETTERS, 'said Käse😀käse!', 'said [redacted]!'],
	[LETTERS, 'said K%C3%A4se%F0%9F%98%80k%c3%a4se!', '[redacted]'],
	[LETTERS, 'said K\\u00e4se\\ud83d\\ude00k\\u00e4se!', '[redacted]'],
	[LETTERS, 'said K&#228;se&#x1F600;k&#xe4;se!', '[redacted]'],
	['straße-9', 'said STRASSE-9!', '[redacted]'],
	['STRASSE-9', 'said straẞe-9!', '[redacted]'],
	['a#b%c.d@e', 'said a&num;b&percnt;c&period;d&commat;e!', '[redacted]'],
	['\\', 'a - b', 'a - b'],
	[KEY, `key=${KEY}; ok`, 'key=[redacted]; ok'],
	[KEY, `key=${KEY.slice(0, 64)}; ok`, '[redacted]'],
	[KEY, `key=${inJson(KEY)}; ok`, '[redacted]'],
	[KEY, `${KEY} ${KEY.slice(0, 64)}`, '[redacted]'],
	[KEY, `key=${KEY.slice(0, 59)}; ok`, `key=${KEY.slice(0, 59)}; ok`],
])('hides the secret %s, and takes no other words for it: %s', (secret, text, shown) => {
	expect(scrubText(text, hiding(secret))).toBe(shown);
});

it('hides the longer of two secrets that begin alike to its end, whichever is named first', () => {
	const secrets = ['A1B2C3D4', 'A1B2C3D4E5F6'];
	for (const order of [secrets, [...secrets].reverse()])
		expect(scrubText('said A1B2C3D4E5F6!', hiding(...order))).toBe('said [redacted]!');
});

const LONG = 'marked+secret/of~the?builder>01';

it.each([
	['at the beginning', inBase64(`${LONG} and more`)],
	['one byte later', inBase64(`x${LONG} and more`)],
	['two bytes later', inBase64(`xx${LONG} and more`)],
	['for addresses', Buffer.from(`${LONG}??>>`).toString('base64url')],
	['escaped for an address', encodeURIComponent(inBase64(`${LONG}??>>`))],
	['behind letters that are no part of it', `x${inBase64(LONG)}`],
])('hides a secret inside of base64, %s', (_where, encoded) => {
	expect(scrubText(`some words, ${encoded} so`, hiding(LONG))).toBe('[redacted]');
});

it.each([
	['percent-encoding', (text: string) => text.replaceAll('%', '%25')],
	['HTML', (text: string) => text.replaceAll('&', '&amp;')],
	['base64', inBase64],
])('hides a text whose %s has no end in sight, and leaves one that has', (_what, encode) => {
	const text = 'said 100%25 &amp; more';
	expect(scrubText(times(4, encode, text), hiding('5827'))).toBe(times(4, encode, text));
	expect(scrubText(times(14, encode, text), hiding('5827'))).toBe('[redacted]');
});

it.each([
	'50%25 off &amp; \\"more\\"',
	'q=a%20b+c&x=%zz',
	'&#x110000; &unknown; \\q',
	'\\\\',
	'a \\N \\U1234 %zz 100% +',
	'req-0123456789abcdef E56NJDDHES6V4FFC4YN6 2026-11-22T01:35:50.000Z 50% off\\n a+b "ok"',
])('leaves unchanged what is no secret, escaped or not: %s', (text) => {
	expect(scrubText(text, hiding('5827', LONG, ''))).toBe(text);
});
