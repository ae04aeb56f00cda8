import type { INodeProperties } from 'n8n-workflow';

/** What a person fills in, once for all iServeU nodes. */
export { additionalFields, otp } from '../engine';

export const username: INodeProperties = {
	displayName: 'Username',
	name: 'username',
	type: 'string',
	default: '',
	placeholder: 'e.g. agent-one',
	description:
		"The API user name that iServeU gave you. Empty takes the 'Default Username' of the credential. Use the same one to send and to validate.",
};

export const ovdType: INodeProperties = {
	displayName: 'OVD Type',
	name: 'ovdType',
	type: 'string',
	default: 'Aadhaar Card',
	placeholder: 'e.g. Aadhaar Card',
	description: 'The kind of officially valid document (OVD) of the customer. Newer accounts use BioAuth.',
};

export const ovdData: INodeProperties = {
	displayName: 'OVD Data',
	name: 'ovdData',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	description: 'The Aadhaar number of 12 digits. It never appears in an output or an error.',
};

export const publicIp: INodeProperties = {
	displayName: 'Public IP',
	name: 'publicIP',
	type: 'string',
	default: '',
	placeholder: 'e.g. 203.0.113.7',
	description: 'The public IP address of the device that the person uses',
};

export const passThrough: INodeProperties[] = ['A', 'B', 'C'].map((letter) => ({
	displayName: `Param ${letter}`,
	name: `param${letter}`,
	type: 'string',
	default: '',
	description: 'Any text; iServeU hands it back in its answer',
}));

export const mobileNumber: INodeProperties = {
	displayName: 'Mobile Number',
	name: 'mobileNumber',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 9876543210',
	description: 'The number of the customer: 10 digits, without country code',
};

export const latLong: INodeProperties = {
	displayName: 'Lat Long',
	name: 'latLong',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 20.2961,85.8245',
	description: 'Latitude and longitude of the device, with a comma between them',
};
