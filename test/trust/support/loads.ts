import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Fault, Message } from '../../../simulator';
import { bestOutput, labelInN8n } from '../../support/contracts';
import { SCENARIOS, verifyItem, type Scenario } from '../../support/scenarios';
import { wrong } from '../../support/simulator';

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

/** What is known when a load begins: what went out, and what the first load of the row left. */
export interface Known {
	/** The code that a person received last. */
	codes: Map<string, string>;
	/** What left for a person in the first load. */
	first: Map<number, IDataObject>;
}

/** A node under load. */
export interface Load extends Scenario {
	/** The output that an item leaves through, and the one where its person entered another code than was received. */
	best: string;
	worse: string;
	/** How many items in full. */
	full: number;
}

const isNamedByRequest = ({ node }: Scenario) => JSON.stringify(node.parameters).includes('$json.requestId ');

const kindsSoFar = new Set<string>();

function load(scenario: Scenario): Load {
	const { node, contract } = scenario;
	const { kind } = contract;
	// A code has been sent to a customer, and not been checked.
	const best = kind === 'customer' ? 'Created' : labelInN8n(contract, bestOutput(contract));
	const isFirst = !kindsSoFar.has(kind);
	kindsSoFar.add(kind);
	// What goes by a request ID would not say whom it is for.
	const mark = { additionalFields: { [kind === 'verify' ? 'email' : 'widgetId']: '={{ $json.to }}' } };
	return {
		...scenario,
		node: { ...node, parameters: { ...node.parameters, ...(isNamedByRequest(scenario) && mark) } },
		best,
		worse: JSON.stringify(node.parameters).includes('$json.code ') ? 'Wrong Code' : best,
		full: isFirst ? 10_000 : 1_000,
	};
}

/** Every node under load, in rows: the later ones of a row take up what the first one left. */
export const LOADS: Load[][] = SCENARIOS.filter(({ before }) => before === undefined).map((first) =>
	[first, ...SCENARIOS.filter(({ before }) => before?.name === first.name)].map(load),
);

const MILLION = 1_000_000;

/** A person's address, in which the fault comes first. */
const addressOf = ({ recipient }: Load, person: number) =>
	recipient((faultOf(person) + 1) * MILLION + person);

/** What an address begins with; of a short number with the name of the field, because a code may begin so, too. */
function markOf({ recipient }: Load, fault: number): string {
	const mark = recipient((fault + 1) * MILLION).replace(/0{4}[^0].*$/, '');
	return /^98/.test(mark) ? `obileNumber":"${mark}` : mark;
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
export function itemOf(load: Load, person: number, { codes, first }: Known): IDataObject {
	const to = addressOf(load, person);
	const code = codes.get(to) ?? '000000';
	const left = first.get(person);
	return {
		...{ requestId: 'none', externalRefNumber: 'ORDER000001', token: left?.token ?? 'A'.repeat(64) },
		...verifyItem(to, isWrong(person) ? wrong(code) : code, left),
	};
}

/** The output that the item of a person leaves through whom no fault meets. */
export const outputOf = ({ best, worse }: Load, person: number) => (isWrong(person) ? worse : best);

/** Whether a person gets a message when the provider acts; nobody does whose request ID was lost. */
export const isTold = (load: Load, person: number, { first }: Known): boolean =>
	load.sends && (!isNamedByRequest(load) || first.get(person)?.reference !== undefined);

/** @returns the codes that went out, by the address or number that they went to */
export function codesIn(inbox: readonly Message[]): Map<string, string> {
	return new Map(inbox.map(({ to: recipient, code }) => [recipient, code]));
}

/** @returns what left, by the item that it belongs to */
export function byPerson(items: readonly INodeExecutionData[]): Map<number, IDataObject> {
	return new Map(items.map(({ json, pairedItem }) => [(pairedItem as { item: number }).item, json]));
}
