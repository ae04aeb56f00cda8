import fc from 'fast-check';

import { asText, member, parseJson } from '../../../nodes/engine/answers/json';

it('keeps every digit of a number beyond 2^53, and leaves digits inside a text alone', () => {
	const numbers = '"id":12345678901234567890,"neg":-9007199254740993,"list":[9007199254740992]';
	const texts = '"a":"12345678901234567890","b":"say \\"12345678901234567890\\" \\\\","c":1.5e3';
	expect(parseJson(`{${numbers},${texts}}`)).toEqual({
		id: '12345678901234567890',
		neg: '-9007199254740993',
		list: ['9007199254740992'],
		...(JSON.parse(`{${texts}}`) as object),
	});
});

it('reads any JSON without large integers as JSON.parse does', () => {
	fc.assert(
		fc.property(fc.json(), (text) => {
			fc.pre(!/[0-9]{16}/.test(text));
			expect(parseJson(text)).toEqual(JSON.parse(text));
		}),
		{ numRuns: 2000 },
	);
});

it.each(['\ufeff', '\ufeff\ufeff', ' \t\r\n', '\u00a0', '\u2028\ufeff\v\f'])(
	'ignores %j around JSON',
	(space) => {
		const text = '{"a":"\ufeff\u00a0 b"}';
		expect(parseJson(`${space}${text}${space}`)).toEqual(JSON.parse(text));
	},
);

it('reads nothing from what is not JSON', () => {
	const signs = ['', '\ufeff', '\u0000{}', '\ufffd{}', '{\u00a0"a":1}'];
	const others = [...signs, '{', '{"a":', '{"a":1}}', '<html>', 'undefined'];
	expect(others.filter((text) => parseJson(text) !== undefined)).toEqual([]);
});

it('finds no member that an object only inherits', () => {
	expect(member({}, 'constructor')).toBeUndefined();
	expect(member(parseJson('{"__proto__":{"status":"success"}}'), 'status')).toBeUndefined();
	expect(member([1], 'length')).toBeUndefined();
});

it('takes texts and numbers as text, and nothing else', () => {
	expect([' a ', 0, null, {}, [1], true].map(asText)).toEqual(['a', '0', '', '', '', '']);
});

it.each(['"\\"', '\\', '"a', '1', '1.', '-', '[', '"\\\n'])(
	'reads a megabyte of %j without stopping the n8n that it runs in',
	(piece) => {
		expect(parseJson(`{"a":${piece.repeat(1_000_000 / piece.length)}`)).toBeUndefined();
	},
);
