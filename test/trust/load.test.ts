import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { execute } from '../../tools/engine';
import { watchHeap } from '../../tools/heap';
import { startSimulatorProcess, type SimulatorProcess } from '../../tools/simulatorProcess';
import { savedCredentials } from '../support/simulator';
import {
	byPerson,
	codesIn,
	faultOf,
	faultsOf,
	isSilentlyDone,
	isTold,
	itemOf,
	LOADS,
	outputOf,
	type Known,
	type Load,
} from './support/loads';
import { count, howMany } from './support/totals';

/** Far above what an item needs, and far below a body, a socket or a copy of the workflow for each. */
const MOST_HEAP_PER_ITEM_KB = 48;

/** With fewer items, what the engine keeps for a while outweighs what each of them takes. */
const ENOUGH_ITEMS = 10_000;

let simulator: SimulatorProcess;

beforeAll(async () => {
	simulator = await startSimulatorProcess();
});

afterAll(async () => await simulator.stop());

const indexOf = ({ pairedItem }: INodeExecutionData) => (pairedItem as { item: number }).item;

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

	it.each(row.map((load): [string, Load] => [load.name, load]))(
		'%s: keeps order, pairing and counts over very many items of which some fault, and loses none',
		async (name, load) => {
			const total = howMany(load.full, 120);
			const people = Array.from({ length: total }, (_, person) => person);
			const inboxBefore = await simulator.inbox();
			const requestsBefore = (await simulator.requests(load.path)).length;
			known.codes = codesIn(inboxBefore);
			for (const fault of faultsOf(load)) await simulator.inject(fault);
			const items = people.map((person) => itemOf(load, person, known));

			const heapGrowth = watchHeap();
			const { status, outputs, arrived } = await runLoad(load, items);
			const heapPerItem = heapGrowth() / total / 1024;
			console.log(`${name}: ${heapPerItem.toFixed(1)} KB of heap for each of ${total} items`);

			const left = Object.values(outputs).flat();
			count('items under load', total);
			count('items lost', total - new Set(left.map(indexOf)).size);
			expect(status).toBe('success');
			for (const [label, leaving] of Object.entries(outputs)) {
				const wanted = people.filter(
					(person) => (faultOf(person) > 0 ? 'Error' : outputOf(load, person)) === label,
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
				.filter((person) => faultOf(person) === 0 || isSilentlyDone(person))
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
