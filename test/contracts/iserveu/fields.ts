import { code, matching, type More, optional, text, typed } from '../fields';
import { mustNot } from '../parts';
import { AADHAARS, DIGITS, PIN_CODES } from '../spellings';
import { NO_TEXTS, NOTHINGS, saying } from '../wrongValues';
import type { Echo } from './answers';

const IP = 'must be an IP address such as 203.0.113.7';

/** An IPv4 or IPv6 address. */
export const ipAddress = (label: string, place: string, more: More = {}) =>
	matching(
		label,
		place,
		'192.0.2.1',
		IP,
		[
			...['localhost', 'abc', '192.168.1', '203.0.113.7.1', '1.1.1.1.', '203.0.113.7:80', '1-1-1-1'],
			...['192.168.1.256', '256.0.0.1', '1.1.1.260', '1.1.1.300', '1.1.1.x', 'x1.1.1.1', '١٩٢.١٦٨.١.١'],
			...['::', ':', ':::', '1:::1', '2001:db8:::1', '2001:db8::g', 'x::1', '::1x'],
		],
		{
			takes: [
				'192.0.2.1',
				...['0.0.0.0', '9.10.99.100', '192.168.199.200', '249.250.255.1', '::1', '1::'],
				...['2001:db8::8a2e:370:7334', '2001:0DB8:0000:0000:0000:8A2E:0370:7334', '::ffff:192.0.2.1'],
			],
			...more,
		},
	);

/** Six digits: the only length on iServeU's pages, so a number of six digits has lost none. */
export const sixDigits = code(
	'OTP',
	'body.otp',
	'6 digits',
	[...DIGITS, ['12345', null], [123456, '123456']],
	{
		textOnly: undefined,
		refuses: [
			...NO_TEXTS,
			...saying('must be text: a number may have lost leading zeros', 12345, 1234567, 1234.5),
		],
	},
);

export const aadhaar = (more: More = {}) =>
	typed(
		'OVD Data',
		'body.ovdData',
		'765386439745',
		'must be an Aadhaar number of exactly 12 digits',
		AADHAARS,
		'invalidRequest',
		{ secret: 'ovdData', ...more },
	);

const REFERENCE = 'must be 6 to 22 letters and digits';

export const externalRefNumber = (more: More = {}) => {
	const wrong = ['12345', 'ORDER000000000000000001', '-123456', '123456-', 'ORDER-0001', 'ORDER 0001'];
	const field = matching(
		'External Ref Number',
		'body.externalRefNumber',
		'ORDER000002',
		REFERENCE,
		[...wrong, 'ÖRDER0001', '١٢٣٤٥٦٧'],
		more,
	);
	if (field.empty !== 'refused') return field;
	const filled = field.refuses.filter(({ value }) => value != null && String(value).trim() !== '');
	return { ...field, refuses: [...saying('must be filled in', ...NOTHINGS), ...filled] };
};

export const pincode = (more: More = {}) =>
	typed(
		'Pincode',
		'body.pincode',
		'751002',
		'must be a PIN code of exactly 6 digits',
		PIN_CODES,
		'invalidRequest',
		more,
	);

/** A space after the comma is left out. */
export const coordinates = (more: More = {}) =>
	text('Lat Long', 'body.latLong', '20.2961,85.8245', {
		takes: ['20.2961,85.8245', '20.2961, 85.8245', ' 20.2961 ,85.8245 '],
		arrives: (given) =>
			String(given)
				.trim()
				.replace(/\s*,\s*/, ','),
		...more,
	});

/** The parameters that iServeU hands back unchanged. */
export const passThrough = (...letters: string[]) =>
	Object.fromEntries(
		letters.map((letter) => [
			`additionalFields.param${letter}`,
			optional(`Param ${letter}`, `body.param${letter}`, 'any text'),
		]),
	);

/** What an answer to another request repeats of these. */
export const passedThroughOfAnother = ['paramA', 'paramB', 'paramC'].map(
	(name): Echo => [{ [name]: 'not mine' }, { additionalFields: { [name]: 'mine' } }],
);

export const mobilePart = mustNot(
	"another customer's number",
	['9876543210', 9876543210, 919876543210, '09876543210', '+91 98765-43210', '98****3210', '', null],
	['9000000001', '+919000000001', 9000000001],
);
