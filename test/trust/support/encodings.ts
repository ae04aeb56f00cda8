type Encoder = (value: string) => string;

const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0');
const each = (value: string, encode: (unit: string) => string) => value.split('').map(encode).join('');
const inJson: Encoder = (value) => JSON.stringify(value).slice(1, -1);
const inBase64: Encoder = (value) => Buffer.from(value).toString('base64');
const inParts =
	(length: number, between: string): Encoder =>
	(digits) =>
		(digits.match(new RegExp(`.{1,${length}}`, 'g')) ?? []).join(between);

const ENCODERS: Record<string, Encoder> = {
	'as it is': (value) => value,
	'in upper case': (value) => value.toUpperCase(),
	'in lower case': (value) => value.toLowerCase(),
	'encoded for a URL': encodeURIComponent,
	'encoded for a URL, in lower case': (value) => encodeURIComponent(value).toLowerCase(),
	'encoded for a URL twice': (value) => encodeURIComponent(encodeURIComponent(value)),
	'encoded for a form': (value) => new URLSearchParams({ v: value }).toString().slice(2),
	'in percent signs only': (value) =>
		each(Buffer.from(value).toString('latin1'), (byte) => `%${hex(byte.charCodeAt(0), 2)}`),
	'escaped for JSON': inJson,
	'escaped for JSON twice': (value) => inJson(inJson(value)),
	'escaped for JSON with slashes': (value) => inJson(value).replace(/\//g, '\\/'),
	'in Unicode escapes': (value) => each(value, (unit) => `\\u${hex(unit.charCodeAt(0), 4)}`),
	'escaped for HTML': (value) => value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
	'in HTML entities': (value) => each(value, (unit) => `&#x${hex(unit.charCodeAt(0), 2)};`),
	'in base64': inBase64,
	'in base64 without an end': (value) => inBase64(value).replace(/=/g, ''),
	'in base64 for a URL': (value) => Buffer.from(value).toString('base64url'),
	'in base64, encoded for a URL': (value) => encodeURIComponent(inBase64(value)),
	'in base64 behind a user name': (value) => inBase64(`till.one:${value}`),
	'in base64 within a text': (value) => inBase64(`{"is":"${value}"}`),
	'in base64 within a longer text': (value) => inBase64(`value=${value}; end`),
};

/** Ways of writing a number in parts. */
const OF_DIGITS: Record<string, Encoder> = {
	'in parts of 4 with blanks': inParts(4, ' '),
	'in parts of 4 with dashes': inParts(4, '-'),
	'in parts of 5 with blanks': inParts(5, ' '),
	'in parts of 3 with dots': inParts(3, '.'),
	'in parts of 2 with hard blanks': inParts(2, '\u00a0'),
	'digit by digit': inParts(1, ' '),
	'in parts, encoded for a URL': (digits) => encodeURIComponent(inParts(5, ' ')(digits)),
};

const OF_MOBILE_NUMBERS: Record<string, Encoder> = {
	'with the country in front': (digits) => `+91${digits}`,
	'with the country in front, in parts': (digits) => `+91 ${inParts(5, '-')(digits)}`,
	'with the country in brackets': (digits) => `(+91) ${inParts(5, ' ')(digits)}`,
	'with a zero in front': (digits) => `0${digits}`,
	'encoded with the country in front': (digits) => encodeURIComponent(`+91${digits}`),
};

/** The ways in which a provider may repeat a value that it was sent, by what was done to it. */
export function encodingsOf(value: string): Record<string, string> {
	const encoders = {
		...ENCODERS,
		...(/^[0-9]+$/.test(value) && OF_DIGITS),
		...(/^[0-9]{10,}$/.test(value) && OF_MOBILE_NUMBERS),
	};
	return Object.fromEntries(Object.entries(encoders).map(([how, encode]) => [how, encode(value)]));
}
