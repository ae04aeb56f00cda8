import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { execute } from '../support/engine';
import { savedCredentials } from '../support/simulator';
import { HeapWatch } from './support/heap';
import {
	byPerson,
	codesIn,
	faultOf,
	faultsOf,
	isSilentlyDone,
	LOADS,
	type Known,
	type Load,
} from './support/loads';
import { startSimulatorProcess, type SimulatorProcess } from './support/simulatorProcess';
import { count, howMany } from './support/totals';

const ITEMS = Number(process.env.N ?? howMany(10_000, 200));

/** Far above what is needed, and far below what a copy of a body or a socket for each item would take. */
const MOST_HEAP_PER_ITEM_KB = 64;

let simulator: SimulatorProcess;

beforeAll(async () => {
	simulator = await startSimulatorProcess();
});

afterAll(async () => await simulator.stop());

const people = Array.from({ length: ITEMS }, (_, person) => person);
const indexOf = ({ pairedItem }: INodeExecutionData) => (pairedItem as { item: number }).item;

describe.each(Object.entries(LOADS))('%s', (provider, loads) => {
	const known: Known = { codes: new Map(), before: new Map() };

	beforeAll(async () => await simulator.reset());

	it.each(loads.map((load): [string, Load] => [load.name, load]))(
		`%s: ${ITEMS} items in one execution, of which one in twenty meets a fault`,
		async (name, load) => {
			for (const fault of faultsOf(load)) await simulator.inject(fault);
			known.codes = codesIn(await simulator.inbox());
			const messagesBefore = (await simulator.inbox()).length;
			const requestsBefore = (await simulator.requests(load.path)).length;
			const items = people.map((person) => load.item(person, known));

			const heap = new HeapWatch();
			const { status, outputs, arrived } = await execute(
				{
					type: load.type,
					parameters: { ...load.parameters, options: { batching: { batch: { batchSize: 40 } } } },
					settings: { onError: 'continueErrorOutput', retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
				},
				items,
				savedCredentials(load.credential, simulator.url),
			);
			const perItem = heap.stop() / ITEMS / 1024;
			console.log(`${provider}, ${name}: ${perItem.toFixed(1)} KB of heap for each of ${ITEMS} items`);

			const left = Object.values(outputs).flat().map(indexOf);
			count('items under load', ITEMS);
			count('items lost', ITEMS - new Set(left).size);
			expect(status).toBe('success');
			const expected: Record<string, number[]> = Object.fromEntries(
				Object.keys(outputs).map((label) => [label, []]),
			);
			for (const person of people) expected[faultOf(person) > 0 ? 'Error' : load.output(person)].push(person);
			for (const [label, persons] of Object.entries(expected)) {
				expect({ [label]: outputs[label].map(indexOf) }).toEqual({ [label]: persons });
				expect({ [label]: arrived[label] }).toEqual({ [label]: persons.length });
			}
			for (const { json } of outputs.Error) expect(json).toMatchObject({ to: expect.any(String) as string });

			const requests = await simulator.requests(load.path);
			expect(requests.length - requestsBefore).toBe(ITEMS);
			if (load.sends) {
				const sent = (await simulator.inbox()).slice(messagesBefore).map((message) => message.to);
				const wanted = people
					.filter((person) => faultOf(person) === 0 || isSilentlyDone(person))
					.map((person) => (items[person] as IDataObject).to);
				count('messages expected', wanted.length);
				count('messages sent', sent.length);
				expect([...sent].sort()).toEqual([...wanted].sort());
			}
			expect(perItem).toBeLessThan(MOST_HEAP_PER_ITEM_KB);
			known.before = byPerson(Object.values(outputs).flat());
		},
	);
});
