import { parseXml } from '../../nodes/capillary/xml';

it.each<[xml: string, value: object]>([
	['<a/>', { a: '' }],
	['<a></a>', { a: '' }],
	['<a> one\n</a>', { a: 'one' }],
	['\ufeff\n<a>one</a>\n', { a: 'one' }],
	['<?xml version="1.0" encoding="UTF-8"?><!-- a - comment --><a>one</a>', { a: 'one' }],
	['<a><!-- no > <b>yes</b> --><b>1</b></a>', { a: { b: '1' } }],
	['<a>\n<b>1</b>\n<c><d>2</d></c>\n</a>', { a: { b: '1', c: { d: '2' } } }],
	['<a><b>1</b><c/><b>2</b><b><d>3</d></b></a>', { a: { b: ['1', '2', { d: '3' }], c: '' } }],
	['<a x="1" y = \'2 > 1\'><b z="" />text</a >', { a: { b: '' } }],
	[
		'<a>&lt;b&gt; &amp;amp; &quot;&apos;&#65;&#x1F600; &#x10ffff; &copy; &#1114112;</a>',
		{ a: '<b> &amp; "\'A😀 \u{10ffff} &copy; &#1114112;' },
	],
	['<a><![CDATA[<b>&amp;</b>]] >]]></a>', { a: '<b>&amp;</b>]] >' }],
	['<a-1._b>1</a-1._b>', { 'a-1._b': '1' }],
	['<a><toString>1</toString><constructor>2</constructor></a>', { a: { toString: '1', constructor: '2' } }],
])('reads %j', (xml, value) => {
	expect(parseXml(xml)).toEqual(value);
});

it('gives an element a member of its own, whatever it is called', () => {
	const value = parseXml('<a><__proto__><success>true</success></__proto__></a>') as { a: object };
	expect(Object.keys(value.a)).toEqual(['__proto__']);
	expect(value.a).not.toHaveProperty('success');
});

it.each([
	...['', 'text', '{"a":1}', 'text<a/>', '<a/>text', '<a/><b/>', '<a/><a/>', '<a/><b>'],
	...['<a>', '</a>', '<a></b>', '<a><b></a></b>', '<a></a></a>', '<a', '< a/>', '<1/>', '<n:a/>'],
	...['<a b/>', '<a b=1/>', '<a b="1/>', '<a b="<"/>', '<a>1 < 2</a>'],
	...['<a><!-- </a>', '<a><![CDATA[</a>', '<?xml'],
	...['<!DOCTYPE html><a/>', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
])('does not read %j', (xml) => {
	expect(parseXml(xml)).toBeUndefined();
});

it('reads thirty levels, and no more', () => {
	const nested = (levels: number) => '<a>'.repeat(levels) + '</a>'.repeat(levels);
	expect(parseXml(nested(30))).toBeDefined();
	expect(parseXml(nested(31))).toBeUndefined();
});

it.each([
	...['<', '<a', '<a>', '<a b="', '<a b="1" ', '<!--', '<!-- -', '<![CDATA[', '<![CDATA[]', '<?'],
	...['<a/>', '<a>1</a>', '&', '&#1', ' ', 'a'],
])('reads a megabyte of %j without stopping the n8n that it runs in', (piece) => {
	const megabyte = piece.repeat(1_000_000 / piece.length);
	for (const text of [megabyte, `<r>${megabyte}`, `<r>${megabyte}</r>`])
		expect(() => parseXml(text)).not.toThrow();
});
