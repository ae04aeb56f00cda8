/** How often a text is decoded. */
const MOST_PASSES = 12;

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	apos: "'",
	commat: '@',
	equals: '=',
	gt: '>',
	lt: '<',
	nbsp: ' ',
	num: '#',
	percnt: '%',
	period: '.',
	plus: '+',
	quot: '"',
	sol: '/',
};

const CHARACTER = /[%\\]u([0-9a-f]{4})|\\x([0-9a-f]{2})|&#x([0-9a-f]+);?|&#([0-9]+);?|&([a-z]+);/gi;

const BASE64 = /[A-Za-z0-9+/_-]{4,}/g;

/** Bytes that were no base64, or none that begins here, make no readable text. */
const READABLE = /[\t\r\n\x20-\x7e\u00a0-\ufffc]{3,}/g;

/**
 * Decodes a text until nothing in it is encoded, and shows a search what comes out on the way.
 *
 * @param text any text
 * @param search says whether something is in a decoded text; from base64 come pieces of texts
 * @returns whether the search finds something, or could if the text were decoded any further
 */
export function isInDecoded(
	text: string,
	search: (decoded: string, fromBase64: boolean) => boolean,
): boolean {
	let current = text;
	let fromBase64 = false;
	for (let pass = 0; pass < MOST_PASSES; pass++) {
		const next = unescapeOnce(current);
		fromBase64 ||= next === current;
		current = next === current ? textInBase64(current) : next;
		if (current === '') return false;
		if (search(current, fromBase64)) return true;
	}
	return true;
}

/**
 * @param text any text
 * @returns the text without percent-encoding, HTML entities and escapes of JSON
 */
export function unescaped(text: string): string {
	let current = text;
	for (let pass = 0; pass < MOST_PASSES; pass++) current = unescapeOnce(current);
	return current;
}

function unescapeOnce(text: string): string {
	if (!/[%&\\]/.test(text)) return text;
	return (
		text
			.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString())
			// JSON in JSON doubles them each time.
			.replace(/\\{2,}/g, '\\')
			.replace(CHARACTER, characterOf)
			.replace(/\\([bfnrt]?)/gi, (_escape, letter: string) => (letter === '' ? '' : '\n'))
	);
}

function characterOf(escape: string, ...[u, x, hex, decimal, name]: Array<string | undefined>): string {
	if (name !== undefined) return NAMED_ENTITIES[name.toLowerCase()] ?? escape;
	const code = decimal === undefined ? parseInt(u ?? x ?? hex ?? '', 16) : Number(decimal);
	return code <= 0x10ffff ? String.fromCodePoint(code) : escape;
}

/** What can be read in the runs of base64, wherever in a run it begins. */
function textInBase64(text: string): string {
	const runs = text.replace(/[\r\n]/g, '').match(BASE64) ?? [];
	// In one piece, because that is quicker; one of the four begins where a run begins.
	const joined = runs.join('');
	const decoded = [0, 1, 2, 3].map((start) => Buffer.from(joined.slice(start), 'base64').toString());
	return (decoded.join('\0').match(READABLE) ?? []).join('\0');
}
