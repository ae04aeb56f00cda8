import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Fault, Message } from '../../../simulator';
import { contractOf, minimalOf } from '../../contracts';
import { verifyItem } from '../../support/scenarios';
import { wrong } from '../../support/simulator';
import { acting, ACTING_NODES, emailOf, mobileOf, OTHER_ASKING_NODES, type ActingNode } from './actingNodes';

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
export interface Load extends ActingNode {
	name: string;
	/** Whether the provider acts on each item, so that a second try of the node repeats nothing. */
	acts: boolean;
	/** The output that an item leaves through whose person entered another code than the one received. */
	worse: string;
	/** How many items in full. */
	full: number;
}

const TO = '={{ $json.to }}';

/** Nodes that make no provider act. */
const OTHER_NODES: Record<string, ActingNode> = {
	...OTHER_ASKING_NODES,
	'iServeU: customer': acting({
		node: {
			type: 'iServeUGetCustomer',
			parameters: { ...minimalOf('iServeUGetCustomer'), mobileNumber: TO },
		},
		address: mobileOf,
	}),
	'Capillary: fetch': acting({
		node: {
			type: 'capillaryGetOtp',
			parameters: { identifierName: 'email', identifierValue: TO, scope: 'POINTS' },
		},
		address: emailOf,
	}),
	'Wibmo: encrypt': acting({
		node: { type: 'wibmoEncryptPayload', parameters: { email: TO } },
		address: emailOf,
		best: 'Success',
	}),
	'Wibmo: decrypt': acting({
		node: { type: 'wibmoDecryptPayload', parameters: Object.fromEntries([['token', '={{ $json.sealed }}']]) },
		address: emailOf,
		best: 'Success',
	}),
};

const kindsSoFar = new Set<string>();

function load(name: string): Load {
	const { node, ...more } = ACTING_NODES[name] ?? OTHER_NODES[name];
	const { kind } = contractOf(node.type);
	const entersCode = JSON.stringify(node.parameters).includes('$json.code');
	const isFirst = !kindsSoFar.has(kind);
	kindsSoFar.add(kind);
	// What goes by a request ID would not say whom it is for.
	const mark = { additionalFields: { [kind === 'verify' ? 'email' : 'widgetId']: TO } };
	return {
		...more,
		name,
		node: { ...node, parameters: { ...node.parameters, ...(more.namedBy === 'requestId' && mark) } },
		acts: name in ACTING_NODES,
		worse: kind === 'customer' ? 'Created' : entersCode ? 'Wrong Code' : more.best,
		full: isFirst ? 10_000 : 1_000,
	};
}

/** Rows in which the later loads take up what the earlier ones left. */
const ROWS = [
	['HyperVerge: send', 'HyperVerge: retry by e-mail', 'HyperVerge: verify'],
	['HyperVerge by mobile: send', 'HyperVerge: resend by mobile', 'HyperVerge by mobile: verify'],
	['iServeU: send', 'iServeU: verify', 'iServeU: customer'],
	['iServeU transaction: send', 'iServeU transaction: verify'],
	['Capillary with an API client: send', 'Capillary with an API client: verify'],
	['Capillary: check points, with a code', 'Capillary: fetch', 'Capillary: redeem points'],
	['Capillary: redeem a coupon'],
	['Wibmo: send', 'Wibmo: verify', 'Wibmo: encrypt', 'Wibmo: decrypt'],
	['Wibmo by mobile: send', 'Wibmo by mobile: verify'],
];

const nodeOf = (name: string) => (ACTING_NODES[name] ?? OTHER_NODES[name]).node.type;
const inRows = new Set(ROWS.flat().map(nodeOf));

/** Every node under load; one that is in no row has a row of its own. */
export const LOADS: Load[][] = [
	...ROWS,
	...[...Object.keys(ACTING_NODES), ...Object.keys(OTHER_NODES)]
		.filter((name) => !inRows.has(nodeOf(name)))
		.map((name) => [name]),
].map((row) => row.map(load));

const MILLION = 1_000_000;

/** A person's address, in which the fault comes first. */
const addressOf = ({ address }: Load, person: number) => address((faultOf(person) + 1) * MILLION + person);

/** What an address begins with; of a number with the name of the field, because a code may begin so, too. */
function markOf({ address }: Load, fault: number): string {
	const mark = address((fault + 1) * MILLION).replace(/0{4}[^0].*$/, '');
	return /^[0-9]+$/.test(mark) ? `obileNumber":"${mark}` : mark;
}

/** @returns the faults of a load, to be injected */
export const faultsOf = (load: Load): Fault[] =>
	FAULTS.map((fault, index) => ({
		...fault,
		path: load.path,
		recipient: markOf(load, index + 1),
		times: -1,
	}));

/** Every third person enters another code than the one received. */
const isWrong = (person: number) => person % 3 === 0;

/** The item of a person, with all that any node takes. */
export function itemOf(load: Load, person: number, { codes, before }: Known): IDataObject {
	const to = addressOf(load, person);
	const code = codes.get(to) ?? '000000';
	const left = before.get(person);
	return {
		requestId: 'none',
		sealed: left?.token ?? 'A'.repeat(64),
		...verifyItem(to, isWrong(person) ? wrong(code) : code, left),
	};
}

/** The output that the item of a person leaves through whom no fault meets. */
export const outputOf = ({ best, worse }: Load, person: number) => (isWrong(person) ? worse : best);

/** Whether a person gets a message when the provider acts; nobody does whose request ID was lost. */
export const isTold = ({ sends, namedBy }: Load, person: number, { before }: Known): boolean =>
	sends && (namedBy === 'to' || before.get(person)?.reference !== undefined);

/** @returns the codes that went out, by the address or number that they went to */
export function codesIn(inbox: readonly Message[]): Map<string, string> {
	return new Map(inbox.map(({ to: recipient, code }) => [recipient, code]));
}

/** @returns what left, by the item that it belongs to */
export function byPerson(items: readonly INodeExecutionData[]): Map<number, IDataObject> {
	return new Map(items.map(({ json, pairedItem }) => [(pairedItem as { item: number }).item, json]));
}
