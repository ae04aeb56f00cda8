import { digitCode, field, grouped, indianMobile, matching, otpField, type Reader, text } from '../engine';
import { defaultUsername } from './credential';

/** The fields that iServeU nodes have in common. */

const usernameOrDefault: Reader<string> = {
	expected: 'filled in',
	read(input) {
		const found = text().read(input) ?? defaultUsername(input.credential);
		if (found !== '') return found;
		throw input.refusal(
			'filled in',
			"Fill in 'Username' in the node, or 'Default Username' in the credential.",
		);
	},
};

export const username = field(
	{
		displayName: 'Username',
		name: 'username',
		type: 'string',
		default: '',
		placeholder: 'e.g. agent-one',
		description:
			"The API user name that iServeU issued. Defaults to 'Default Username' in the credential. Use the same one to send and to validate.",
	},
	usernameOrDefault,
	{ reference: true },
);

export const mobileNumber = field(
	{
		displayName: 'Mobile Number',
		name: 'mobileNumber',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +91 98765 43210',
		description:
			"The customer's mobile number as text, exactly as the customer wrote it. iServeU serves Indian numbers only.",
	},
	indianMobile,
	{ recipient: true, identity: true },
);

/** @see https://developer.iserveu.in/dmtlite-common-api/bene-verification */
export const otp = otpField(digitCode('6 digits', /^[0-9]{6}$/, 6));

export const externalRefNumber = field(
	{
		displayName: 'External Ref Number',
		name: 'externalRefNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. ORDER000001',
		description:
			'Your own reference of the registration: 6 to 22 letters and digits, if your account requires one',
	},
	{ ...matching(/^[0-9A-Za-z]{6,22}$/, '6 to 22 letters and digits'), expected: 'filled in' },
	{ reference: true },
);

export const ovdType = field(
	{
		displayName: 'OVD Type',
		name: 'ovdType',
		type: 'string',
		default: 'Aadhaar Card',
		placeholder: 'e.g. Aadhaar Card',
		description: 'The kind of officially valid document (OVD) of the customer. Newer accounts use BioAuth.',
	},
	text(),
);

export const ovdData = field(
	{
		displayName: 'OVD Data',
		name: 'ovdData',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description: 'The 12-digit Aadhaar number. It never appears in an output or an error.',
	},
	grouped(/^[0-9]{12}$/, 'an Aadhaar number of exactly 12 digits'),
	{ secret: true },
);

const coordinates: Reader<string | undefined> = {
	...text(),
	read: (input) =>
		text()
			.read(input)
			?.replace(/\s*,\s*/, ','),
};

export const latLong = field(
	{
		displayName: 'Lat Long',
		name: 'latLong',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 20.2961,85.8245',
		description: 'Latitude and longitude of the device, separated by a comma',
	},
	coordinates,
);

/** IPv4: four numbers up to 255. IPv6: groups of hexadecimal digits and colons. */
const IP_ADDRESS =
	/^((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\.(?!$)|$)){4}$|^(?=.*[0-9A-Fa-f])(?!.*:::)[0-9A-Fa-f:]*:[0-9A-Fa-f:.]+$/;

export const publicIp = field(
	{
		displayName: 'Public IP',
		name: 'publicIP',
		type: 'string',
		default: '',
		placeholder: 'e.g. 203.0.113.7',
		description: 'The public IP address of the device that the user is on',
	},
	matching(IP_ADDRESS, 'an IP address such as 203.0.113.7'),
);

export const address = field(
	{
		displayName: 'Address',
		name: 'address',
		type: 'string',
		default: '',
		description: 'The postal address of the customer',
	},
	text(),
);

export const pincode = field(
	{
		displayName: 'Pincode',
		name: 'pincode',
		type: 'string',
		default: '',
		placeholder: 'e.g. 751002',
		description: 'The 6-digit postal code',
	},
	grouped(/^[0-9]{6}$/, 'a PIN code of exactly 6 digits'),
);

function passThrough<Letter extends string>(letter: Letter) {
	return field(
		{
			displayName: `Param ${letter}`,
			name: `param${letter}`,
			type: 'string',
			default: '',
			description: 'Any text; iServeU returns it in its response',
		},
		text(),
	);
}

export const paramA = passThrough('A');
export const paramB = passThrough('B');
export const paramC = passThrough('C');
