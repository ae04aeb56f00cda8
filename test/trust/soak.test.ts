import { setTimeout as rest } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../simulator';
import { freePort } from '../../tools/freePort';
import { heapInUse } from '../../tools/heap';
import { startSimulatorProcess, type SimulatorProcess } from '../../tools/simulatorProcess';
import { CONTRACTS } from '../contracts';
import { allItems, runNode } from '../support/runs';
import { savedCredentials } from '../support/simulator';
import { ALL_SETTINGS } from './support/settings';
import { count, howMany } from './support/totals';

const MINUTE_MS = 60_000;
const DURATION_MS = howMany(10 * MINUTE_MS, 5000);
const SAMPLE_EVERY_MS = howMany(10_000, 400);

/** How far the heap may rise: in a few seconds the engine itself still warms up. */
const MOST_GROWTH_MB = howMany(4, 12);
const MOST_NEW_HANDLES = 5;

const FEWEST_SAMPLES = 8;
const ITEMS = 10;
const HANG_MS = 150;

/** What goes wrong in a round: a fault at the provider, nobody there, or a field that is malformed. */
const TROUBLES: Array<Omit<Fault, 'times'> | 'nobody' | 'malformed' | undefined> = [
	undefined,
	{ kind: 'status', status: 503 },
	{ kind: 'neverEnds' },
	{ kind: 'reset' },
	'nobody',
	{ kind: 'resetAfterHeaders' },
	{ kind: 'halfJson' },
	{ kind: 'delay', seconds: (2 * HANG_MS) / 1000 },
	'malformed',
	{ kind: 'body', body: 'x'.repeat(2_000_000) },
	{ kind: 'redirect', location: 'http://127.0.0.1:1/' },
	{ kind: 'status', status: 401 },
	{ kind: 'html', status: 502 },
];

let simulator: SimulatorProcess;
let nobody: string;

beforeAll(async () => {
	simulator = await startSimulatorProcess();
	nobody = `http://127.0.0.1:${await freePort()}`;
});

afterAll(async () => await simulator.stop());

/** One execution; nodes, troubles and settings change from round to round, each at its own pace. */
async function playRound(round: number): Promise<void> {
	const contract = CONTRACTS[round % CONTRACTS.length];
	const trouble = TROUBLES[round % TROUBLES.length];
	const [, settings] = ALL_SETTINGS[round % ALL_SETTINGS.length];
	if (typeof trouble === 'object') await simulator.inject({ ...trouble, times: 2 });
	const saved = savedCredentials(contract.credentials[0], trouble === 'nobody' ? nobody : simulator.url);
	const firstField = Object.keys(contract.samples.minimal.parameters)[0];
	const parameters: INodeParameters = {
		...(trouble === 'malformed' && { [firstField]: '={{ $json.index === 3 ? [] : undefined }}' }),
		options: { timeout: HANG_MS },
	};
	const items = Array.from({ length: ITEMS }, (_, index) => ({ index }));
	const execution = await runNode(contract, { parameters, settings, items, saved });
	if (settings.onError === 'stopWorkflow') return;
	expect(execution.status).toBe('success');
	const left = allItems(execution).length;
	count('items under load', ITEMS);
	count('items lost', ITEMS - left);
	expect([contract.node, trouble, left]).toEqual([contract.node, trouble, ITEMS]);
}

const median = (numbers: number[]) =>
	[...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];

/** How far numbers rise from their first third to their last, without those of the warm-up. */
function growthOf(numbers: number[]): number {
	const warm = numbers.slice(Math.floor(numbers.length / 5));
	const third = Math.max(1, Math.floor(warm.length / 3));
	return median(warm.slice(-third)) - median(warm.slice(0, third));
}

it('takes no more memory and no more handles the longer it runs', async () => {
	const began = Date.now();
	const heapMb: number[] = [];
	/** Sockets, timers and whatever else keeps the process busy. */
	const handles: number[] = [];
	for (let round = 0; Date.now() - began < DURATION_MS || heapMb.length < FEWEST_SAMPLES; round += 1) {
		const roundBegan = Date.now();
		await playRound(round);
		// Others run beside it.
		await rest(Math.max(20, 2 * (Date.now() - roundBegan)));
		if (round % 100 === 99) await simulator.reset();
		if (Date.now() - began >= (heapMb.length + 1) * SAMPLE_EVERY_MS) {
			await rest(2 * HANG_MS);
			handles.push(process.getActiveResourcesInfo().length);
			heapMb.push(heapInUse() / 1024 / 1024);
		}
	}
	console.log(
		`MB of heap over time: ${heapMb.map((mb) => mb.toFixed(1)).join(' ')}\nHandles: ${handles.join(' ')}`,
	);
	expect(growthOf(heapMb)).toBeLessThan(MOST_GROWTH_MB);
	expect(growthOf(handles)).toBeLessThan(MOST_NEW_HANDLES);
});
