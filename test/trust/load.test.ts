import type { IDataObject } from 'n8n-workflow';

import type { Fault } from '../../simulator';
import { execute } from '../../tools/engine';
import { watchHeap } from '../../tools/heap';
import { startSimulatorProcess, type SimulatorProcess } from '../../tools/simulatorProcess';
import { CONTRACTS } from '../contracts';
import { bestOutput, labelInN8n } from '../support/contracts';
import { byPerson, indexOf } from '../support/runs';
import { SCENARIOS, verifyItem, type Scenario } from '../support/scenarios';
import { codesIn, savedCredentials, wrong } from '../support/simulator';
import { count, howMany } from './support/totals';

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

/** The fault that a person meets; none for nineteen people of twenty. */
const faultOf = (person: number) =>
	person % 20 === 0 ? FAULTS[Math.floor(person / 20) % FAULTS.length] : undefined;

/** What is known when a load begins: what went out, and what the first load of the row left. */
interface Known {
	/** The code that a person received last. */
	codes: Map<string, string>;
	/** What left for a person in the first load. */
	first: Map<number, IDataObject>;
}

/** A node under load. */
interface Load extends Scenario {
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

/** Every node under load, in rows: the later ones of a row take up what the first one left, so it has as many items. */
const LOADS: Load[][] = SCENARIOS.filter(({ before }) => before === undefined).map((scenario) => {
	const row = [scenario, ...SCENARIOS.filter(({ before }) => before?.name === scenario.name)].map(load);
	const [first, ...later] = row;
	return [{ ...first, full: Math.max(...row.map(({ full }) => full)) }, ...later];
});

/** Every third person enters another code than the one received. */
const isWrong = (person: number) => person % 3 === 0;

/** The item of a person, with all that any node takes. */
function itemOf(load: Load, person: number, { codes, first }: Known): IDataObject {
	const to = load.recipient(person);
	const code = codes.get(to) ?? '000000';
	const left = first.get(person);
	return {
		...{ requestId: 'none', externalRefNumber: 'ORDER000001', token: left?.token ?? 'A'.repeat(64) },
		...verifyItem(to, isWrong(person) ? wrong(code) : code, left),
	};
}

/** The output that the item of a person leaves through whom no fault meets. */
const outputOf = ({ best, worse }: Load, person: number) => (isWrong(person) ? worse : best);

/** Whether a person gets a message when the provider acts; nobody does whose request ID was lost. */
const isTold = (load: Load, person: number, { first }: Known): boolean =>
	load.sends && (!isNamedByRequest(load) || first.get(person)?.reference !== undefined);

/** Far above what an item needs, and far below a body, a socket or a copy of the workflow for each. */
const MOST_HEAP_PER_ITEM_KB = 48;

/** With fewer items, what the engine keeps for a while outweighs what each of them takes. */
const ENOUGH_ITEMS = 10_000;

let simulator: SimulatorProcess;

beforeAll(async () => {
	simulator = await startSimulatorProcess();
});

afterAll(async () => await simulator.stop());

async function runLoad({ node, credential, acts }: Load, items: IDataObject[]) {
	return await execute(
		{
			...node,
			parameters: { ...node.parameters, options: { batching: { batch: { batchSize: 40 } } } },
			// The first item faults, so that n8n runs the node a second time for all of its items.
			settings: {
				onError: 'continueErrorOutput',
				...(acts && { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 }),
			},
		},
		items,
		savedCredentials(credential, simulator.url),
	);
}

describe.each(LOADS.map((row): [string, Load[]] => [row[0].name, row]))('%s', (_name, row) => {
	let known: Known = { codes: new Map(), first: new Map() };

	beforeAll(async () => await simulator.reset());

	it.each(row)(
		'$name: keeps order, pairing and counts over very many items of which some fault, and loses none',
		async (load) => {
			const total = howMany(load.full, 120);
			const people = Array.from({ length: total }, (_, person) => person);
			const inboxBefore = await simulator.inbox();
			const requestsBefore = (await simulator.requests(load.path)).length;
			known.codes = codesIn(inboxBefore);
			const { path, recipient } = load;
			for (const person of people.filter(faultOf)) {
				await simulator.inject({ ...faultOf(person)!, path, recipient: recipient(person), times: -1 });
			}
			const items = people.map((person) => itemOf(load, person, known));

			const heapGrowth = watchHeap();
			const { status, outputs, arrived } = await runLoad(load, items);
			const heapPerItem = heapGrowth() / total / 1024;
			console.log(`${load.name}: ${heapPerItem.toFixed(1)} KB of heap for each of ${total} items`);

			const left = Object.values(outputs).flat();
			count('items under load', total);
			count('items lost', total - new Set(left.map(indexOf)).size);
			expect(status).toBe('success');
			for (const [label, leaving] of Object.entries(outputs)) {
				const wanted = people.filter(
					(person) => (faultOf(person) ? 'Error' : outputOf(load, person)) === label,
				);
				expect({ [label]: leaving.map(indexOf) }).toEqual({ [label]: wanted });
				expect({ [label]: arrived[label] }).toEqual({ [label]: wanted.length });
			}
			for (const item of outputs.Error) {
				expect(item.json).toMatchObject({
					...items[indexOf(item)],
					error: { provider: expect.any(String) },
				});
			}

			expect((await simulator.requests(load.path)).length - requestsBefore).toBe(total);
			const sent = (await simulator.inbox()).slice(inboxBefore.length).map(({ to }) => to);
			const told = people
				.filter((person) => faultOf(person)?.afterProcessing ?? !faultOf(person))
				.filter((person) => isTold(load, person, known))
				.map((person) => String(items[person].to));
			count('messages expected', told.length);
			count('messages sent', sent.length);
			expect(sent.sort()).toEqual(told.sort());
			if (total >= ENOUGH_ITEMS) expect(heapPerItem).toBeLessThan(MOST_HEAP_PER_ITEM_KB);
			if (load === row[0]) known = { ...known, first: byPerson(left) };
		},
	);
});

it('puts every node under load', () => {
	expect(new Set(LOADS.flat().map(({ contract }) => contract))).toEqual(new Set(CONTRACTS));
});
