/** Encodings of a text's bytes in base64 that are the same wherever the text stands in a longer one. */
function insideBase64(text: string): string[] {
	const bytes = Buffer.from(text, 'utf8');
	return [0, 1, 2].map((offset) => {
		const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
			.toString('base64')
			.replace(/=+$/, '');
		const isCut = (offset + bytes.length) % 3 !== 0;
		return encoded.slice([0, 2, 3][offset], isCut ? -1 : undefined);
	});
}

/**
 * The ways in which a marked value may be written where it should not be.
 *
 * @param value the value
 * @returns the value itself, as in an address, as in JSON (also JSON in JSON), in base64 at any
 * place of a longer text, and for long numbers with spaces
 */
export function writtenForms(value: string): string[] {
	const inJson = JSON.stringify(value).slice(1, -1);
	const base64 = insideBase64(value).flatMap((text) => [
		text,
		text.replaceAll('+', '-').replaceAll('/', '_'),
	]);
	return [
		...new Set([
			value,
			encodeURIComponent(value),
			encodeURIComponent(value).replace(/%../g, (byte) => byte.toLowerCase()),
			encodeURIComponent(value).replaceAll('%20', '+'),
			inJson,
			JSON.stringify(inJson).slice(1, -1),
			...base64.filter((text) => text.length >= 8),
			...(/^[0-9]{10,}$/.test(value)
				? [value.replace(/(.{4})(?=.)/g, '$1 '), value.replace(/(.{5})(?=.)/g, '$1 ')]
				: []),
		]),
	];
}

/**
 * The ways in which a provider may repeat a value that it was sent.
 *
 * @param value the value
 */
export function repeatedForms(value: string): string[] {
	const inJson = JSON.stringify(value).slice(1, -1);
	const encoded = encodeURIComponent(value);
	const longNumber = /^[0-9]{10,}$/.test(value);
	const pieces = longNumber
		? [value.replace(/(.{4})(?=.)/g, '$1 '), `+91-${value.slice(0, 5)}-${value.slice(5)}`]
		: [];
	return [
		...new Set([
			value,
			encoded,
			encoded.replace(/%../g, (byte) => byte.toLowerCase()),
			encoded.replaceAll('%20', '+'),
			inJson,
			JSON.stringify(inJson).slice(1, -1),
			...['', 'x:', '{"x":"'].flatMap((before) => {
				const bytes = Buffer.from(`${before}${value}`, 'utf8');
				return [bytes.toString('base64'), bytes.toString('base64url')];
			}),
			...pieces,
		]),
	];
}

/**
 * Looks for a marked value.
 *
 * @param value the value; one of fewer than eight characters counts only where it stands alone
 * @param text where to look
 * @returns the form in which it was found, or `undefined`
 */
export function foundIn(value: string, text: string): string | undefined {
	if (value.length < 8) {
		return new RegExp(`(?<![A-Za-z0-9])${value}(?![A-Za-z0-9])`).test(text) ? value : undefined;
	}
	return writtenForms(value).find((form) => text.includes(form));
}

/**
 * An expression that gives a value without holding it, so that it is nowhere in what n8n stores of
 * the workflow: whoever finds the value finds what a node has added.
 *
 * @param value the value
 */
export function hidden(value: string): string {
	const backwards = JSON.stringify([...value].reverse().join(''));
	return `={{ ${backwards}.split("").reverse().join("") }}`;
}

/**
 * The places of a value in an object.
 *
 * @param value what to look for
 * @param object where to look
 * @returns paths such as `data.main[].json.to`, with every index left out
 */
export function placesOf(value: string, object: unknown, path = ''): string[] {
	if (typeof object === 'string' || typeof object === 'number') {
		return foundIn(value, String(object)) === undefined ? [] : [path];
	}
	if (Array.isArray(object)) {
		return [...new Set(object.flatMap((entry) => placesOf(value, entry, `${path}[]`)))];
	}
	if (typeof object !== 'object' || object === null) return [];
	return Object.entries(object).flatMap(([key, entry]) => [
		...(foundIn(value, key) === undefined ? [] : [`${path} (a key)`]),
		...placesOf(value, entry, path === '' ? key : `${path}.${key}`),
	]);
}
