/** Escapes in URLs, in HTML, and in JSON, no matter how many levels deep. */
const ESCAPE =
	/((?:%[0-9a-f]{2})+)|(?:%|\\+)(u[0-9a-f]{4}|x[0-9a-f]{2})|&#(x[0-9a-f]+|[0-9]+);?|&([a-z]+);|\\+([bfnrt]?)/gi;

/** Characters that may belong to another escape. Any other name just counts as a sign. */
const NAMED: Readonly<Record<string, string>> = { amp: '&', commat: '@', num: '#', percnt: '%', plus: '+' };

/** Drops most of what results from decoding text that is not base64. */
const READABLE = /[\t\r\n\x20-\x7e\u00a0-\ufffc]{3,}/g;

/**
 * @param shortest the length of the shortest value that is searched for in base64, in characters
 * @param search receives the text after each pass of decoding, from base64 only fragments
 * @returns whether the search succeeds, or could succeed after more passes
 */
export function isInDecoded(
	text: string,
	shortest: number,
	search: (decoded: string, fromBase64: boolean) => boolean,
	passes = 12,
	fromBase64 = false,
): boolean {
	if (passes === 0 || search(text, fromBase64)) return true;
	const next = unescapeOnce(text);
	if (next !== text) return isInDecoded(next, shortest, search, passes - 1, fromBase64);
	const letters = text.replace(/[^A-Za-z0-9+/_-]+/g, '');
	// Base64 has four letters for three bytes.
	if (letters.length * 3 < shortest * 4) return false;
	const inBase64 = textInBase64(letters);
	return inBase64 !== '' && isInDecoded(inBase64, shortest, search, passes - 1, true);
}

/** Decodes one level of the escapes in a text; base64 is not decoded. */
export function unescapeOnce(text: string): string {
	return text.replace(ESCAPE, (escape, ...groups: Array<string | undefined>) => {
		const [bytes, unit, point = unit, name, letter] = groups;
		if (bytes !== undefined) return Buffer.from(bytes.replaceAll('%', ''), 'hex').toString();
		if (name !== undefined) return NAMED[name.toLowerCase()] ?? '/';
		if (point === undefined) return letter === '' ? '' : ' ';
		const code = Number(point.replace(/^[ux]/i, '0x'));
		return code <= 0x10ffff ? String.fromCodePoint(code) : escape;
	});
}

function textInBase64(letters: string): string {
	// Base64 begins at one of the four offsets.
	const decoded = [0, 1, 2, 3].map((offset) => Buffer.from(letters.slice(offset), 'base64').toString());
	return (decoded.join('\0').match(READABLE) ?? []).join('\0');
}
