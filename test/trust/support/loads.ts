import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { Fault, Message } from '../../../simulator';
import { minimalOf } from '../../contracts';
import { verifyItem } from '../../support/scenarios';
import { wrong, type savedCredentials } from '../../support/simulator';
import { ACTING_NODES } from './actingNodes';

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
	/** Whether an item that the provider acts on sends a message. */
	sends?: (person: number, known: Known) => boolean;
}

/** How people are told from each other, and what the request of a person whom a fault meets holds. */
interface By {
	address: (person: number) => string;
	mark: Load['mark'];
}

const mobile = (person: number) => `98${faultOf(person)}${String(person).padStart(6, '0')}1`;
const byEmail: By = {
	address: (person) => `person-${person}-f${faultOf(person)}@example.com`,
	mark: (fault) => `-f${fault}@`,
};
/** With the name of the field: a code may begin with the same digits. */
const byMobile: By = { address: mobile, mark: (fault) => `obileNumber":"98${fault}` };
const byLongMobile: By = {
	address: (person) => `91${mobile(person)}`,
	mark: (fault) => `obileNumber":"9198${fault}`,
};

const isWrong = (person: number) => person % 3 === 0;

/** A node that makes the provider act, by its name among those. */
function acting(name: string, { address, mark }: By, more: Partial<Load> = {}): Load {
	const { node, credential, path, sends, best } = ACTING_NODES[name];
	return {
		...node,
		name: name.split(': ')[1],
		credential,
		path,
		mark,
		full: 1_000,
		acts: true,
		item: (person) => ({ to: address(person) }),
		output: () => best,
		...(sends && { sends: () => true }),
		...more,
	};
}

/** A node that takes the code that a person received; every third person enters another one. */
function entering(name: string, by: By, more: Partial<Load> = {}): Load {
	return acting(name, by, {
		item: (person, { codes, before }) => {
			const to = by.address(person);
			const code = codes.get(to) ?? '000000';
			return {
				requestId: 'none',
				...verifyItem(to, isWrong(person) ? wrong(code) : code, before.get(person)),
			};
		},
		output: (person) => (isWrong(person) ? 'Wrong Code' : ACTING_NODES[name].best),
		...more,
	});
}

const TEN_THOUSAND = { full: 10_000 };
const emailOf = { identifierName: 'email', identifierValue: '={{ $json.to }}' };
const till = { credential: 'capillaryTillApi', ...TEN_THOUSAND } as const;
const inOne = { ...byEmail, credential: 'wibmoApi', ...TEN_THOUSAND, output: () => 'Success' } as const;

/** Every node under load, in rows: the later ones of a row take up what the earlier ones left. */
export const LOADS: Record<string, Load[]> = {
	HyperVerge: [
		acting('HyperVerge: send', byEmail, TEN_THOUSAND),
		acting('HyperVerge: retry by e-mail', byEmail, {
			...TEN_THOUSAND,
			parameters: {
				requestId: '={{ $json.requestId }}',
				additionalFields: { widgetId: '={{ $json.to }}' },
			},
			item: (person, { before }) => ({
				requestId: 'none',
				...verifyItem(byEmail.address(person), '', before.get(person)),
			}),
			// A person whose answer was lost has no request to repeat.
			sends: (person, { before }) => before.get(person)?.reference !== undefined,
		}),
		entering('HyperVerge: verify', byEmail, {
			...TEN_THOUSAND,
			parameters: {
				requestId: '={{ $json.requestId }}',
				otp: '={{ $json.code }}',
				additionalFields: { email: '={{ $json.to }}' },
			},
		}),
	],
	'HyperVerge by mobile': [
		acting('HyperVerge by mobile: send', byMobile),
		acting('HyperVerge: resend by mobile', byMobile),
		entering('HyperVerge by mobile: verify', byMobile),
	],
	iServeU: [
		acting('iServeU: send', byMobile),
		entering('iServeU: verify', byMobile),
		{
			...byMobile,
			...TEN_THOUSAND,
			name: 'customer',
			credential: 'iServeUApi',
			type: 'iServeUGetCustomer',
			parameters: { ...minimalOf('iServeUGetCustomer'), mobileNumber: '={{ $json.to }}' },
			path: '/customer/get-customer',
			item: (person) => ({ to: isWrong(person) ? mobile(person).replace(/1$/, '2') : mobile(person) }),
			output: (person, { before }) => (isWrong(person) || !before.has(person) ? 'Not Found' : 'Verified'),
		},
	],
	'iServeU transaction': [
		acting('iServeU transaction: send', byMobile),
		entering('iServeU transaction: verify', byMobile),
	],
	Capillary: [
		acting('Capillary with an API client: send', byEmail, TEN_THOUSAND),
		entering('Capillary with an API client: verify', byEmail),
		acting('Capillary: check points, with a code', byEmail, {
			...TEN_THOUSAND,
			parameters: {
				...ACTING_NODES['Capillary: check points, with a code'].node.parameters,
				points: '={{ $json.points }}',
			},
			item: (person) => ({ to: byEmail.address(person), points: isWrong(person) ? 5000 : 10 }),
			output: (person) => (isWrong(person) ? 'Not Redeemable' : 'Redeemable'),
			sends: (person) => !isWrong(person),
		}),
		{
			...byEmail,
			...till,
			name: 'fetch',
			type: 'capillaryGetOtp',
			parameters: { ...emailOf, scope: 'POINTS' },
			path: '/v2/otp',
			item: (person) => ({ to: `${isWrong(person) ? 'nobody-' : ''}${byEmail.address(person)}` }),
			output: (person) => (isWrong(person) ? 'Not Found' : 'Found'),
		},
		entering('Capillary: redeem points', byEmail, TEN_THOUSAND),
		acting('Capillary: redeem a coupon', byEmail, {
			parameters: { ...emailOf, couponCode: '={{ $json.coupon }}' },
			item: (person) => ({ to: byEmail.address(person), coupon: isWrong(person) ? 'NONE10' : 'SAVE10' }),
			output: (person) => (isWrong(person) ? 'Refused' : 'Redeemed'),
		}),
	],
	Wibmo: [
		acting('Wibmo: send', byEmail),
		entering('Wibmo: verify', byEmail),
		{
			...inOne,
			name: 'encrypt',
			type: 'wibmoEncryptPayload',
			parameters: { email: '={{ $json.to }}' },
			path: '/encrypt',
			item: (person) => ({ to: byEmail.address(person) }),
		},
		{
			...inOne,
			name: 'decrypt',
			type: 'wibmoDecryptPayload',
			parameters: Object.fromEntries([['token', '={{ $json.sealed }}']]),
			path: '/decrypt',
			item: (person, { before }) => ({
				to: byEmail.address(person),
				sealed: before.get(person)?.token ?? 'A'.repeat(64),
			}),
		},
	],
	'Wibmo by mobile': [
		acting('Wibmo by mobile: send', byLongMobile),
		entering('Wibmo by mobile: verify', byLongMobile),
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
