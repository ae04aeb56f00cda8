import fc from 'fast-check';

/** The seed of everything that is generated, so that a failure happens again. */
export const SEED = 20260607;

/** Where the evil server listens is only known at run time, so texts name it by this word. */
export const EVIL = 'EVIL_HOST';

/** Texts that break out of a line, a header, a path, a host, a number or an object. */
export const HOSTILE_TEXTS: readonly string[] = [
	'',
	' ',
	'\t \u00a0\u3000',
	'\u0000',
	'\u0000\u0001\u0002\u007f\u0085\u009f',
	'\r\n',
	'a\r\nX-Injected: 1',
	'a\r\n\r\nGET / HTTP/1.1\r\nHost: EVIL_HOST\r\n\r\n',
	'a%0d%0aX-Injected:%201',
	'a\u010d\u010aX-Injected: 1',
	'a\u2028b\u2029c',
	'\ufeff',
	'\ufffe\uffff',
	'\ud800',
	'\udc00\ud800',
	'a\ud83d',
	'\u{1f600}',
	'e\u0301\u0301\u0301',
	'\u200b',
	'a\u200b\u200c\u200d\u2060b',
	'\u202eevil\u202c',
	'\u2066evil\u2069',
	'../../../etc/passwd',
	'..',
	'.',
	'/',
	'//EVIL_HOST/',
	'\\\\EVIL_HOST\\',
	'/\\EVIL_HOST',
	'@EVIL_HOST',
	'x@EVIL_HOST',
	':80@EVIL_HOST/',
	'x?y#z',
	'?to=EVIL_HOST',
	'#EVIL_HOST',
	'&admin=true',
	';drop table users;--',
	"' or '1'='1",
	'%2e%2e%2f%2e%2e%2f',
	'%00',
	'%',
	'%ud800',
	'http://EVIL_HOST/',
	'https://EVIL_HOST/',
	'file:///etc/passwd',
	'javascript:alert(1)',
	'data:text/html,hello',
	'<script>alert(1)</script>',
	'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "http://EVIL_HOST/">]><a>&b;</a>',
	'{{ 1 + 1 }}',
	'={{ 1 + 1 }}',
	'=x',
	'${1 + 1}',
	'$&$1$`',
	'{"a":1}',
	'{"__proto__":{"polluted":true}}',
	'[]',
	'"',
	"'",
	'\\',
	'\\u0000',
	'null',
	'undefined',
	'NaN',
	'Infinity',
	'true',
	'false',
	'[object Object]',
	'__proto__',
	'constructor',
	'prototype',
	'toString',
	'hasOwnProperty',
	'0',
	'-0',
	'-1',
	'00',
	'0x10',
	'0b1',
	'1e3',
	'1_000',
	'1,000',
	'1.0',
	'.5',
	'+5',
	'9007199254740993',
	'99999999999999999999999999',
	'\u0661\u0662\u0663\u0664\u0665\u0666',
	'\uff11\uff12\uff13\uff14\uff15\uff16',
	'\u0967\u0968\u0969\u096a\u096b\u096c',
	'\u{1d7d9}\u{1d7da}\u{1d7db}\u{1d7dc}',
	'\u2460\u2461\u2462\u2463',
	'a'.repeat(1001),
	'a'.repeat(100_000),
	'a@'.repeat(5000),
	'1'.repeat(100_000),
	'{{ validation_code }}',
	'{{ validation_code }}\r\nBcc: x',
	'{{ validation_code }}\u0000',
];

/** Values of every other type that JSON can carry. */
export const HOSTILE_JSON: readonly unknown[] = [
	null,
	true,
	false,
	0,
	-1,
	0.1,
	-0.5,
	1e-7,
	1e21,
	2 ** 53,
	2 ** 53 + 2,
	-(2 ** 60),
	1.7976931348623157e308,
	5e-324,
	[],
	{},
	[null],
	[[]],
	['1'],
	[1, 2],
	[{}],
	{ a: 1 },
	{ a: { b: { c: null } } },
	{ toString: 'x', valueOf: 'x', toJSON: 'x' },
	{ length: 1, 0: 'x' },
	{ value: 'x' },
	{ constructor: { prototype: { polluted: true } } },
	JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
	Array.from({ length: 1000 }, (_, index) => index),
	JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown,
];

/** An expression, and what it hands to the field; `undefined` where n8n gives nothing. */
export interface HostileExpression {
	expression: string;
	gives?: unknown;
}

/** Stands for a time of n8n's own, which n8n writes as a text where it stands in a list. */
export const TIME = Symbol('a time');

/** Stands for what is neither a text, a number, a switch nor nothing. */
const NO_VALUE = Symbol('no value that a field could take');

/** What only an expression can give. */
export const HOSTILE_EXPRESSIONS: readonly HostileExpression[] = [
	{ expression: 'NaN', gives: NaN },
	{ expression: 'Infinity', gives: Infinity },
	{ expression: '-Infinity', gives: -Infinity },
	{ expression: '-0', gives: 0 },
	{ expression: '1e21', gives: 1e21 },
	{ expression: '2 ** 53', gives: 2 ** 53 },
	{ expression: 'undefined' },
	{ expression: 'null' },
	{ expression: 'BigInt(123456)', gives: NO_VALUE },
	{ expression: '9876543210n', gives: NO_VALUE },
	{ expression: 'Symbol("x")', gives: NO_VALUE },
	{ expression: 'new Date(0)', gives: NO_VALUE },
	{ expression: 'new Date(NaN)', gives: NO_VALUE },
	{ expression: '$now', gives: TIME },
	{ expression: 'DateTime.fromISO("bad")', gives: TIME },
	{ expression: 'new Map()', gives: NO_VALUE },
	{ expression: 'new Set([1])', gives: NO_VALUE },
	{ expression: 'new String("x")', gives: NO_VALUE },
	{ expression: 'new Number(5)', gives: NO_VALUE },
	{ expression: 'new Boolean(true)', gives: NO_VALUE },
	{ expression: '/x/', gives: NO_VALUE },
	{ expression: 'new Error("x")', gives: NO_VALUE },
	{ expression: 'new Uint8Array(3)', gives: NO_VALUE },
	{ expression: 'new Array(5)', gives: NO_VALUE },
	{ expression: 'Object.create(null)', gives: NO_VALUE },
	{ expression: '[new Date(0), $now, [10n]]', gives: NO_VALUE },
	{ expression: '(() => { const a = {}; a.a = a; return a; })()', gives: NO_VALUE },
	{ expression: '() => 1', gives: NO_VALUE },
	{ expression: '$items', gives: NO_VALUE },
	{ expression: '$input', gives: NO_VALUE },
	{ expression: '$json', gives: NO_VALUE },
	{ expression: 'globalThis', gives: NO_VALUE },
	{ expression: 'Promise.resolve(1)' },
	{ expression: '(() => { throw null; })()' },
	{ expression: '(() => { throw new RangeError("mine"); })()' },
	{ expression: '$json.no.such.thing' },
	{ expression: '$json.id.toUpperCase()' },
	{ expression: '"a".repeat(-1)' },
	{ expression: '$("No Such Node").item.json.x', gives: NO_VALUE },
	{ expression: '"a".repeat(1e7)', gives: NO_VALUE },
	{ expression: '"1".repeat(1e7)', gives: NO_VALUE },
	{ expression: '" ".repeat(1e7)', gives: ' '.repeat(1e7) },
	{ expression: '"\\u0000".repeat(1e7)', gives: NO_VALUE },
	{ expression: '"a@".repeat(5e6)', gives: NO_VALUE },
	{ expression: '[..."a".repeat(1e5)]', gives: Array.from({ length: 1e5 }, () => 'a') },
];

/** What n8n refuses to run at all. */
export const BROKEN_EXPRESSIONS: readonly string[] = [
	'[',
	'$json.constructor',
	'$json["__proto__"]',
	'({}).constructor.constructor("return process")()',
	'}} {{',
	'{{',
	'return 1',
];

const FULL_WIDTH = 0xff10;
const ARABIC_INDIC = 0x0660;

function withDigitsFrom(zero: number): (text: string) => string {
	return (text) => text.replace(/[0-9]/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

/** Ways to spoil a value that works. */
const SPOILERS: ReadonlyArray<(text: string) => unknown> = [
	withDigitsFrom(FULL_WIDTH),
	withDigitsFrom(ARABIC_INDIC),
	(text) => ` ${text} `,
	(text) => `${text}\n`,
	(text) => `\u00a0${text}\ufeff`,
	(text) => `${text}\r\nX-Injected: 1`,
	(text) => `X-Injected: 1\r\n${text}`,
	(text) => `${text}\u0000`,
	(text) => `${text.slice(0, 1)}\u0000${text.slice(1)}`,
	(text) => `${text.slice(0, 1)}\u200b${text.slice(1)}`,
	(text) => `\u202e${text}`,
	(text) => `${text}\u2028`,
	(text) => `${text}\ud800`,
	(text) => `\udc00${text}`,
	(text) => `../${text}`,
	(text) => `${text}/../..`,
	(text) => `//EVIL_HOST/${text}`,
	(text) => `\\\\EVIL_HOST\\${text}`,
	(text) => `${text}@EVIL_HOST`,
	(text) => `http://EVIL_HOST/${text}`,
	(text) => `${text}?x#y`,
	(text) => `${text}&admin=true`,
	(text) => `%2e%2e%2f${text}`,
	(text) => `${text}%0d%0aX-Injected:1`,
	(text) => `${text},${text}`,
	(text) => `${text};${text}`,
	(text) => `"${text}"`,
	(text) => text.toUpperCase(),
	(text) => text.toLowerCase(),
	(text) => text.repeat(2),
	(text) => text.repeat(2000),
	(text) => text.slice(1),
	(text) => `0${text}`,
	(text) => `+${text}`,
	(text) => `-${text}`,
	(text) => `${text}.0`,
	(text) => `${text}e0`,
	(text) => [text],
	(text) => [text, text],
	(text) => ({ value: text }),
	(text) => ({ toString: text }),
	(text) => Number(text),
	(text) => JSON.stringify(text),
];

/** @returns values close to one that works, each spoilt in its own way */
export function spoilt(valid: string): unknown[] {
	return SPOILERS.map((spoil) => spoil(valid));
}

/** Values that a generator makes: anything that JSON can carry, and spoilt pieces of a working value. */
export function generated(valid: string): fc.Arbitrary<unknown> {
	const piece = fc.oneof(
		fc.constantFrom(...HOSTILE_TEXTS.filter((text) => text.length < 200)),
		fc.constant(valid),
		fc.string({ unit: 'binary', maxLength: 8 }),
		fc.string({ unit: 'binary-ascii', maxLength: 8 }),
	);
	return fc.oneof(
		{ weight: 4, arbitrary: fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')) },
		{ weight: 2, arbitrary: fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }) },
		{ weight: 1, arbitrary: fc.double() },
		{ weight: 1, arbitrary: fc.integer() },
		{ weight: 1, arbitrary: fc.jsonValue() },
	);
}
