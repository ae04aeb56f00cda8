import { scrubText } from '../../../nodes/engine/privacy/redact';

const hiding = (...secrets: string[]) => ({ secrets, recipients: [], secretKeys: [] });

/** A secret with every sign that somebody escapes. */
const SIGNS = `p&q<r>s"t'u v/w+x=yZ9`;

it.each([
	['as it is', SIGNS],
	['in capitals', SIGNS.toUpperCase()],
	['for an address', 'p%26q%3Cr%3Es%22t%27u%20v%2Fw%2Bx%3DyZ9'],
	['for an address, in small letters', 'p%26q%3cr%3es%22t%27u%20v%2fw%2bx%3dyZ9'],
	['for an address, twice', 'p%2526q%253Cr%253Es%2522t%2527u%2520v%252Fw%252Bx%253DyZ9'],
	['for a form', 'p%26q%3Cr%3Es%22t%27u+v%2Fw%2Bx%3DyZ9'],
	['for HTML, by name', 'p&amp;q&lt;r&gt;s&quot;t&apos;u v/w+x=yZ9'],
	['for HTML, by number', 'p&#38;q&#60;r&#62;s&#34;t&#39;u&#32;v/w+x=yZ9'],
	['for HTML, by hexadecimal number', 'p&#x26;q&#x003C;r&#x3e;s&#x22;t&#x27;u&#x20;v/w+x=yZ9'],
	['for JSON', `p&q<r>s\\"t'u v\\/w+x=yZ9`],
	['for JSON, by number', 'p\\u0026q\\u003cr\\u003Es\\u0022t\\u0027u\\u0020v\\u002fw\\u002bx\\u003dyZ9'],
	['for JSON in JSON', `p&q<r>s\\\\\\"t'u v\\\\/w+x=yZ9`],
	['every letter for an address', '%70%26%71%3C%72%3E%73%22%74%27%75%20%76%2F%77%2B%78%3D%79%5A%39'],
])('hides a secret that is written %s', (_how, written) => {
	expect(scrubText(`said ${written}!`, hiding(SIGNS))).toBe('said [redacted]!');
});

it('hides letters beyond ASCII, escaped by their bytes or by their units', () => {
	for (const written of [
		'Käse😀käse',
		'K%C3%A4se%F0%9F%98%80k%c3%a4se',
		'K\\u00e4se\\ud83d\\ude00k\\u00e4se',
	]) {
		expect(scrubText(`said ${written}!`, hiding('Käse😀käse'))).toBe('said [redacted]!');
	}
});

it.each([
	'481537926048',
	'4815 3792 6048',
	'4815-3792-6048',
	'4815%203792%206048',
	'4815&nbsp;3792&nbsp;6048',
])('hides a number that is written %s', (written) => {
	expect(scrubText(`said ${written}!`, hiding('481537926048'))).toBe('said [redacted]!');
});

it('hides the digits of a code only where it stands alone, escaped signs beside it or not', () => {
	const code = hiding('5827');
	expect(scrubText('5827 %205827 \\n5827 \\u00205827 5-8-2-7', code)).toBe(
		'[redacted] %20[redacted] \\n[redacted] \\u0020[redacted] [redacted]',
	);
	expect(scrubText('15827 58271 x5827 5827x', code)).toBe('15827 58271 x5827 5827x');
});

it('hides the longer of two secrets that begin alike to its end, whichever is named first', () => {
	const secrets = ['A1B2C3D4', 'A1B2C3D4E5F6'];
	for (const order of [secrets, [...secrets].reverse()]) {
		expect(scrubText('said A1B2C3D4E5F6!', hiding(...order))).toBe('said [redacted]!');
	}
});

it('leaves a word whole whose letters have signs between them, unlike digits', () => {
	expect(scrubText('AB CD EF GH', hiding('ABCDEFGH'))).toBe('AB CD EF GH');
});

it('hides a long secret to its end, and what is cut off in front of it', () => {
	const key = `${'k7Rm2pQz'.repeat(10)}end`;
	expect(scrubText(`key=${key}; ok`, hiding(key))).toBe('key=[redacted]; ok');
	expect(scrubText(`key=${key.slice(0, 64)}; ok`, hiding(key))).toBe('key=[redacted]; ok');
});

const LONG = 'marked+secret/of~the?builder>01';

it.each([
	['at the beginning', Buffer.from(`${LONG} and more`).toString('base64')],
	['one byte later', Buffer.from(`x${LONG} and more`).toString('base64')],
	['two bytes later', Buffer.from(`xx${LONG} and more`).toString('base64')],
	['for addresses', Buffer.from(`${LONG}??>>`).toString('base64url')],
	['escaped for an address', encodeURIComponent(Buffer.from(`${LONG}??>>`).toString('base64'))],
	[
		'escaped for an address, twice',
		encodeURIComponent(encodeURIComponent(Buffer.from(`${LONG}??>>`).toString('base64'))),
	],
	['with escaped slashes', Buffer.from(`${LONG}??>>`).toString('base64').replaceAll('/', '\\/')],
])('hides a secret inside of base64, %s', (_where, encoded) => {
	expect(scrubText(`said ${encoded} so`, hiding(LONG))).toBe('said [redacted] so');
});
