import fc from 'fast-check';

/** The seed of everything that is generated, so that a failure happens again. */
export const SEED = 20260607;

/** Where the evil server listens is only known at run time, so texts name it by this word. */
export const EVIL = 'EVIL_HOST';

/** Texts that break out of a line, a header, a path, a host, a number or an object. */
export const HOSTILE_TEXTS: readonly string[] = [
	...['', ' ', '\t \u00a0\u3000', '\ufeff', '\u200b'],
	...['\u0000', '\u0000\u0001\u0002\u007f\u0085\u009f', '\ufffe\uffff', '\u{1f600}', 'e\u0301\u0301\u0301'],
	...['\ud800', '\udc00\ud800', 'a\ud83d'],
	...['\r\n', 'a\r\nX-Injected: 1', 'a%0d%0aX-Injected:%201', 'a\u010d\u010aX-Injected: 1'],
	'a\r\n\r\nGET / HTTP/1.1\r\nHost: EVIL_HOST\r\n\r\n',
	...['a\u2028b\u2029c', 'a\u200b\u200c\u200d\u2060b', '\u202eevil\u202c', '\u2066evil\u2069'],
	...['../../../etc/passwd', '..', '.', '/', '%2e%2e%2f%2e%2e%2f', '%00', '%', '%ud800'],
	...['//EVIL_HOST/', '\\\\EVIL_HOST\\', '/\\EVIL_HOST', '@EVIL_HOST', 'x@EVIL_HOST', ':80@EVIL_HOST/'],
	...['x?y#z', '?to=EVIL_HOST', '#EVIL_HOST', '&admin=true', ';drop table users;--', "' or '1'='1"],
	...['http://EVIL_HOST/', 'https://EVIL_HOST/', 'file:///etc/passwd'],
	...['javascript:alert(1)', 'data:text/html,hello', '<script>alert(1)</script>'],
	'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "http://EVIL_HOST/">]><a>&b;</a>',
	...['{{ 1 + 1 }}', '={{ 1 + 1 }}', '=x', '${1 + 1}', '$&$1$`', '"', "'", '\\', '\\u0000'],
	...['{"a":1}', '{"__proto__":{"polluted":true}}', '[]', '[object Object]'],
	...['null', 'undefined', 'NaN', 'Infinity', 'true', 'false'],
	...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'],
	...['0', '-0', '-1', '00', '0x10', '0b1', '1e3', '1_000', '1,000', '1.0', '.5', '+5'],
	...['9007199254740993', '99999999999999999999999999'],
	...[0x660, 0xff10, 0x966, 0x1d7d8].map((zero) => withDigitsFrom(zero)('123456')),
	'\u2460\u2461\u2462\u2463',
	...['a'.repeat(1001), 'a'.repeat(100_000), 'a@'.repeat(5000), '1'.repeat(100_000)],
	...['', '\r\nBcc: x', '\u0000'].map((end) => `{{ validation_code }}${end}`),
];

function withDigitsFrom(zero: number): (text: string) => string {
	return (text) => text.replace(/[0-9]/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

/** Values of every other type that JSON can carry. */
export const HOSTILE_JSON: readonly unknown[] = [
	...[null, true, false, 0, -1, 0.1, -0.5, 1e-7, 1e21],
	...[2 ** 53, 2 ** 53 + 2, -(2 ** 60), 1.7976931348623157e308, 5e-324],
	...[[], {}, [null], [[]], ['1'], [1, 2], [{}], { a: 1 }, { a: { b: { c: null } } }],
	...[{ toString: 'x', valueOf: 'x', toJSON: 'x' }, { length: 1, 0: 'x' }, { value: 'x' }],
	{ constructor: { prototype: { polluted: true } } },
	JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
	Array.from({ length: 1000 }, (_, index) => index),
	JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown,
];

/** A value that a field is given: as it is, or by an expression of its own. */
export interface Given {
	value: unknown;
	expression?: string;
}

/** Stands for what is neither a text, a number, a switch nor nothing. */
const NO_VALUE = Symbol('no value that a field could take');

const giving = (value: unknown, ...expressions: string[]): Given[] =>
	expressions.map((expression) => ({ expression, value }));

/** What only an expression can give. */
export const HOSTILE_EXPRESSIONS: readonly Given[] = [
	...[NaN, Infinity, -Infinity, 1e21, 2 ** 53].flatMap((number) => giving(number, String(number))),
	...giving(0, '-0'),
	...giving(undefined, 'undefined', 'null', '$json.no.such.thing', '$json.id.toUpperCase()'),
	...giving(undefined, 'Promise.resolve(1)', '"a".repeat(-1)', '(() => { throw null; })()'),
	...giving(undefined, '(() => { throw new RangeError("mine"); })()'),
	...giving(NO_VALUE, '$now', 'DateTime.fromISO("bad")'),
	...giving(NO_VALUE, 'BigInt(123456)', '9876543210n', 'Symbol("x")', '/x/', 'new Error("x")'),
	...giving(NO_VALUE, 'new Date(0)', 'new Date(NaN)', 'new Map()', 'new Set([1])', 'new Uint8Array(3)'),
	...giving(NO_VALUE, 'new String("x")', 'new Number(5)', 'new Boolean(true)', 'new Array(5)'),
	...giving(NO_VALUE, 'Object.create(null)', '[new Date(0), $now, [10n]]', '() => 1'),
	...giving(NO_VALUE, '(() => { const a = {}; a.a = a; return a; })()'),
	...giving(NO_VALUE, '[..."a".repeat(1e5)]', '$items', '$input', '$json', 'globalThis'),
	...giving(NO_VALUE, '$("No Such Node").item.json.x'),
	...giving(NO_VALUE, ...['a', '1', '\\u0000', 'a@'].map((text) => `"${text}".repeat(1e7)`)),
	...giving(' '.repeat(1e7), '" ".repeat(1e7)'),
];

/** What n8n refuses before it runs, which holds up every item of the node. */
export const BROKEN_EXPRESSIONS: readonly Given[] = [
	...['[', '$json.constructor', '$json["__proto__"]', '}} {{', '{{', 'return 1'],
	'({}).constructor.constructor("return process")()',
].map((expression) => ({ expression, value: Symbol(expression) }));

const BEHIND = [
	...['\n', '\r\nX-Injected: 1', '%0d%0aX-Injected:1', '\u0000', '\u2028', '\ud800'],
	...['/../..', '@EVIL_HOST', '?x#y', '&admin=true', '.0', 'e0'],
];
const IN_FRONT = [
	...['X-Injected: 1\r\n', '\u202e', '\udc00', '../', '%2e%2e%2f', '0', '+', '-'],
	...['//EVIL_HOST/', '\\\\EVIL_HOST\\', 'http://EVIL_HOST/'],
];

/** @returns values close to one that works, each spoilt in its own way */
export function spoilt(valid: string): unknown[] {
	return [
		...[0xff10, 0x660].map((zero) => withDigitsFrom(zero)(valid)),
		...BEHIND.map((end) => valid + end),
		...IN_FRONT.map((start) => start + valid),
		...['\u0000', '\u200b'].map((sign) => `${valid.slice(0, 1)}${sign}${valid.slice(1)}`),
		...['', ',', ';'].map((sign) => `${valid}${sign}${valid}`),
		...[` ${valid} `, `\u00a0${valid}\ufeff`, `"${valid}"`, JSON.stringify(valid)],
		...[valid.toUpperCase(), valid.toLowerCase(), valid.repeat(2000), valid.slice(1), Number(valid)],
		...[[valid], [valid, valid], { value: valid }, { toString: valid }],
	];
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
