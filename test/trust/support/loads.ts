import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { Fault, Message } from '../../../simulator';
import type { savedCredentials } from '../../support/simulator';

/** Faults of mixed kinds; a person meets one of them, always the same. */
const FAULTS: Array<Omit<Fault, 'path' | 'recipient' | 'times'>> = [
	{ kind: 'status', status: 503 },
	{ kind: 'reset' },
	{ kind: 'halfJson' },
	{ kind: 'html', status: 502 },
	{ kind: 'empty' },
	// The provider has acted, and nobody hears of it.
	{ kind: 'reset', afterProcessing: true },
];

/** @returns the fault that a person meets, as its number from 1; 0 for nineteen people of twenty */
export function faultOf(person: number): number {
	return person % 20 === 0 ? (Math.floor(person / 20) % FAULTS.length) + 1 : 0;
}

/** Whether the provider acts for a person although a fault strikes. */
export const isSilentlyDone = (person: number): boolean =>
	faultOf(person) > 0 && FAULTS[faultOf(person) - 1].afterProcessing === true;

const email = (person: number) => `person-${person}-f${faultOf(person)}@example.com`;
const mobile = (person: number) => `98${faultOf(person)}${String(person).padStart(6, '0')}1`;

/** What is known when a load begins: what went out, and what the load before left. */
export interface Known {
	/** The code that a person received last. */
	codes: Map<string, string>;
	/** What left for a person in the load before. */
	before: Map<number, IDataObject>;
}

/** A node under load. */
export interface Load {
	name: string;
	credential: Parameters<typeof savedCredentials>[0];
	type: string;
	parameters: INodeParameters;
	/** The call in which the faults strike, and which is made once for each item. */
	path: string;
	/** What the fault is told by. */
	mark: (fault: number) => string;
	item: (person: number, known: Known) => IDataObject;
	/** How many items in full; ten thousand for the first of each kind. */
	full: number;
	/** The output that an item without a fault leaves through. */
	output: (person: number, known: Known) => string;
	/** Whether the provider acts on each item, so that a second try of the node repeats nothing. */
	acts?: true;
	/** Whether each item sends a message. */
	sends?: true;
}

const byEmail = { mark: (fault: number) => `-f${fault}@` };
const byMobile = { mark: (fault: number) => `"98${fault}` };
const isWrong = (person: number) => person % 3 === 0;
const wrong = (code: string) => (code.startsWith('7') ? '8' : '7') + code.slice(1);
const codeFor = (person: number, { codes }: Known) => {
	const code = codes.get(email(person)) ?? '000000';
	return isWrong(person) ? wrong(code) : code;
};
const customer = { identifierName: 'email', identifierValue: '={{ $json.to }}' };
const to = (person: number) => ({ to: email(person) });

/** Loads that follow each other, by provider; the later ones take up what the earlier ones left. */
export const LOADS: Record<string, Load[]> = {
	HyperVerge: [
		{
			...byEmail,
			name: 'send',
			full: 10_000,
			credential: 'hyperVergeApi',
			type: 'hyperVergeSendEmailOtp',
			parameters: { email: '={{ $json.to }}' },
			path: '/sendOTPEmail',
			item: to,
			output: () => 'Sent',
			acts: true,
			sends: true,
		},
		{
			...byEmail,
			name: 'verify',
			full: 10_000,
			credential: 'hyperVergeApi',
			type: 'hyperVergeVerifyEmailOtp',
			parameters: {
				requestId: '={{ $json.requestId }}',
				otp: '={{ $json.code }}',
				additionalFields: { email: '={{ $json.to }}' },
			},
			path: '/verifyOTPEmail',
			item: (person, known) => ({
				...to(person),
				requestId: (known.before.get(person)?.reference as IDataObject | undefined)?.requestId ?? 'none',
				code: codeFor(person, known),
			}),
			output: (person) => (isWrong(person) ? 'Wrong Code' : 'Verified'),
			acts: true,
		},
	],
	iServeU: [
		{
			...byMobile,
			name: 'send',
			full: 1_000,
			credential: 'iServeUApi',
			type: 'iServeUSendOtp',
			parameters: { customerMobileNumber: '={{ $json.to }}', ovdData: '765386439745' },
			path: '/otp/send',
			item: (person) => ({ to: mobile(person) }),
			output: () => 'Sent',
			acts: true,
			sends: true,
		},
		{
			...byMobile,
			name: 'customer',
			full: 10_000,
			credential: 'iServeUApi',
			type: 'iServeUGetCustomer',
			parameters: { mobileNumber: '={{ $json.to }}', latLong: '20.29,85.82', publicIP: '192.0.2.1' },
			path: '/customer/get-customer',
			item: (person) => ({ to: isWrong(person) ? mobile(person).replace(/1$/, '2') : mobile(person) }),
			output: (person, { before }) => (isWrong(person) || !before.has(person) ? 'Not Found' : 'Created'),
		},
	],
	Capillary: [
		{
			...byEmail,
			name: 'send',
			full: 10_000,
			credential: 'capillaryClientApi',
			type: 'capillaryGenerateOtp',
			parameters: {
				authentication: 'client',
				entityType: 'EMAIL',
				entityValue: '={{ $json.to }}',
				action: 'POINTS',
				channels: { channel: [{ type: 'EMAIL', value: '' }] },
			},
			path: '/v2/otp/generate',
			item: to,
			output: () => 'Sent',
			acts: true,
			sends: true,
		},
		{
			...byEmail,
			name: 'fetch',
			full: 10_000,
			credential: 'capillaryTillApi',
			type: 'capillaryGetOtp',
			parameters: { ...customer, scope: 'POINTS' },
			path: '/v2/otp',
			item: (person) => ({ to: isWrong(person) ? `nobody-${email(person)}` : email(person) }),
			output: (person) => (isWrong(person) ? 'Not Found' : 'Found'),
		},
		{
			...byEmail,
			name: 'check',
			full: 10_000,
			credential: 'capillaryTillApi',
			type: 'capillaryCheckPointsRedeemable',
			parameters: { ...customer, points: '={{ $json.points }}' },
			path: '/points/isredeemable',
			item: (person) => ({ ...to(person), points: isWrong(person) ? 5000 : 10 }),
			output: (person) => (isWrong(person) ? 'Not Redeemable' : 'Redeemable'),
		},
		{
			...byEmail,
			name: 'redeem',
			full: 10_000,
			credential: 'capillaryTillApi',
			type: 'capillaryRedeemPoints',
			parameters: { ...customer, points: 10, validationCode: '={{ $json.code }}' },
			path: '/points/redeem',
			item: (person, known) => ({ ...to(person), code: codeFor(person, known) }),
			output: (person) => (isWrong(person) ? 'Wrong Code' : 'Redeemed'),
			acts: true,
		},
	],
	Wibmo: [
		{
			...byEmail,
			name: 'send',
			full: 1_000,
			credential: 'wibmoApi',
			type: 'wibmoSendEmailOtp',
			parameters: { email: '={{ $json.to }}' },
			path: '/sentOtpEmail',
			item: to,
			output: () => 'Sent',
			acts: true,
			sends: true,
		},
		{
			...byEmail,
			name: 'encrypt',
			full: 10_000,
			credential: 'wibmoApi',
			type: 'wibmoEncryptPayload',
			parameters: { email: '={{ $json.to }}' },
			path: '/encrypt',
			item: to,
			output: () => 'Success',
		},
		{
			...byEmail,
			name: 'decrypt',
			full: 10_000,
			credential: 'wibmoApi',
			type: 'wibmoDecryptPayload',
			parameters: Object.fromEntries([['token', '={{ $json.sealed }}']]),
			path: '/decrypt',
			item: (person, { before }) => ({ ...to(person), sealed: before.get(person)?.token ?? 'A'.repeat(64) }),
			output: () => 'Success',
		},
	],
};

/** @returns the faults of a load, to be injected */
export function faultsOf({ path, mark }: Load): Fault[] {
	return FAULTS.map((fault, index) => ({ ...fault, path, recipient: mark(index + 1), times: -1 }));
}

/** @returns the codes that went out, by the address or number that they went to */
export function codesIn(inbox: readonly Message[]): Map<string, string> {
	return new Map(inbox.map(({ to: recipient, code }) => [recipient, code]));
}

/** @returns what left, by the item that it belongs to */
export function byPerson(items: readonly INodeExecutionData[]): Map<number, IDataObject> {
	return new Map(items.map(({ json, pairedItem }) => [(pairedItem as { item: number }).item, json]));
}
