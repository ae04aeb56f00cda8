import { createServer, type AddressInfo } from 'node:net';
import type { ICredentialDataDecryptedObject, INode, INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../simulator';
import { execute } from '../../tools/engine';
import { CONTRACTS } from '../contracts';
import { savedCredentials } from '../support/simulator';
import { heapInUse } from './support/heap';
import { startSimulatorProcess, type SimulatorProcess } from './support/simulatorProcess';
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

const SETTINGS: Array<Partial<INode>> = [
	{ onError: 'continueErrorOutput' },
	{ onError: 'stopWorkflow' },
	{ onError: 'continueRegularOutput' },
	{ onError: 'continueErrorOutput', retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
];

let simulator: SimulatorProcess;
let nobody: string;

beforeAll(async () => {
	simulator = await startSimulatorProcess();
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	nobody = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	await new Promise((resolve) => server.close(resolve));
});

afterAll(async () => await simulator.stop());

const rest = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

/** One execution; nodes, troubles and settings change from round to round, each at its own pace. */
async function playRound(round: number): Promise<void> {
	const { node: type, credentials, samples } = CONTRACTS[round % CONTRACTS.length];
	const [credential] = credentials;
	const values = samples.minimal.parameters;
	const trouble = TROUBLES[round % TROUBLES.length];
	const settings = SETTINGS[round % SETTINGS.length];
	if (typeof trouble === 'object') await simulator.inject({ ...trouble, times: 2 });
	const saved = savedCredentials(credential, trouble === 'nobody' ? nobody : simulator.url);
	const firstField = Object.keys(values)[0];
	const parameters: INodeParameters = {
		...values,
		...(trouble === 'malformed' && { [firstField]: '={{ $json.index === 3 ? [] : undefined }}' }),
		options: { timeout: HANG_MS },
	};
	const items = Array.from({ length: ITEMS }, (_, index) => ({ index }));
	const { status, outputs } = await execute(
		{ type, parameters, settings },
		items,
		saved as Record<string, ICredentialDataDecryptedObject>,
	);
	if (settings.onError === 'stopWorkflow') return;
	expect(status).toBe('success');
	const left = Object.values(outputs).flat().length;
	count('items under load', ITEMS);
	count('items lost', ITEMS - left);
	expect({ type, trouble, left }).toEqual({ type, trouble, left: ITEMS });
}

interface Sample {
	atMs: number;
	heapMb: number;
	/** Sockets, timers and whatever else keeps the process busy. */
	handles: number;
}

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

it('takes no more memory and no more handles the longer it runs', async () => {
	const began = Date.now();
	const samples: Sample[] = [];
	for (let round = 0; Date.now() - began < DURATION_MS || samples.length < FEWEST_SAMPLES; round += 1) {
		const roundBegan = Date.now();
		await playRound(round);
		// Others run beside it.
		await rest(Math.max(20, 2 * (Date.now() - roundBegan)));
		if (round % 100 === 99) await simulator.reset();
		const atMs = Date.now() - began;
		if (atMs >= (samples.length + 1) * SAMPLE_EVERY_MS) {
			await rest(2 * HANG_MS);
			const handles = process.getActiveResourcesInfo().length;
			samples.push({ atMs, heapMb: heapInUse() / 1024 / 1024, handles });
		}
	}

	const warm = samples.slice(Math.floor(samples.length / 5));
	const third = Math.max(1, Math.floor(warm.length / 3));
	const [first, last] = [warm.slice(0, third), warm.slice(-third)];
	const shown = samples.filter((_, index) => index % Math.ceil(samples.length / 20) === 0);
	console.log(
		[
			'Heap over time',
			...shown.map(
				({ atMs, heapMb, handles }) =>
					`  ${String(Math.round(atMs / 1000)).padStart(4)} s  ${heapMb.toFixed(1).padStart(7)} MB  ${handles} handles`,
			),
		].join('\n'),
	);
	const growth = median(last.map(({ heapMb }) => heapMb)) - median(first.map(({ heapMb }) => heapMb));
	expect(growth).toBeLessThan(MOST_GROWTH_MB);
	const newHandles = median(last.map(({ handles }) => handles)) - median(first.map(({ handles }) => handles));
	expect(newHandles).toBeLessThan(MOST_NEW_HANDLES);
});
