const bytes = (value: string) => [...Buffer.from(value, 'utf8')];
const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0');

/**
 * The ways in which a provider may repeat a value that it was sent.
 *
 * @param value the value
 * @returns encoded values by what was done to them
 */
export function encodingsOf(value: string): Record<string, string> {
	const inBase64 = Buffer.from(value).toString('base64');
	const escaped = JSON.stringify(value).slice(1, -1);
	return {
		'as it is': value,
		'in upper case': value.toUpperCase(),
		'in lower case': value.toLowerCase(),
		'encoded for a URL': encodeURIComponent(value),
		'encoded for a URL, in lower case': encodeURIComponent(value).toLowerCase(),
		'encoded for a URL twice': encodeURIComponent(encodeURIComponent(value)),
		'encoded for a form': new URLSearchParams({ v: value }).toString().slice(2),
		'in percent signs only': bytes(value)
			.map((byte) => `%${hex(byte, 2)}`)
			.join(''),
		'escaped for JSON': escaped,
		'escaped for JSON twice': JSON.stringify(escaped).slice(1, -1),
		'escaped for JSON with slashes': escaped.replace(/\//g, '\\/'),
		'in Unicode escapes': value
			.split('')
			.map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`)
			.join(''),
		'escaped for HTML': value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
		'in HTML entities': [...value].map((sign) => `&#x${hex(sign.codePointAt(0) ?? 0, 2)};`).join(''),
		'in base64': inBase64,
		'in base64 without an end': inBase64.replace(/=/g, ''),
		'in base64 for a URL': Buffer.from(value).toString('base64url'),
		'in base64, encoded for a URL': encodeURIComponent(inBase64),
		'in base64 behind a user name': Buffer.from(`till.one:${value}`).toString('base64'),
		'in base64 within a text': Buffer.from(`{"is":"${value}"}`).toString('base64'),
		'in base64 within a longer text': Buffer.from(`value=${value}; end`).toString('base64'),
		...(/^[0-9]+$/.test(value) ? digitsOf(value) : {}),
	};
}

/** Ways of writing a number in parts. */
function digitsOf(digits: string): Record<string, string> {
	const inParts = (length: number, between: string) =>
		(digits.match(new RegExp(`.{1,${length}}`, 'g')) ?? []).join(between);
	return {
		'in parts of 4 with blanks': inParts(4, ' '),
		'in parts of 4 with dashes': inParts(4, '-'),
		'in parts of 5 with blanks': inParts(5, ' '),
		'in parts of 3 with dots': inParts(3, '.'),
		'in parts of 2 with hard blanks': inParts(2, '\u00a0'),
		'digit by digit': inParts(1, ' '),
		'in parts, encoded for a URL': encodeURIComponent(inParts(5, ' ')),
		...(digits.length < 10
			? {}
			: {
					'with the country in front': `+91${digits}`,
					'with the country in front, in parts': `+91 ${inParts(5, '-')}`,
					'with the country in brackets': `(+91) ${inParts(5, ' ')}`,
					'with a zero in front': `0${digits}`,
					'encoded with the country in front': encodeURIComponent(`+91${digits}`),
				}),
	};
}
