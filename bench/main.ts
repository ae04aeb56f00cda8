import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { runMain } from '../playground/runMain';
import { startN8n } from '../tools/n8n';
import { say, withProgress } from '../tools/progress';
import { measureCore } from './core/measure';
import { renderPage } from './page';
import { drawPicture } from './picture';
import { CONTENDERS, prepareRace, type Round } from './race';
import { describeLatency, type ContenderResult, type Plan, type RaceResult } from './results';
import { SCENARIOS } from './scenarios';
import { startStandIn, type Latency } from './standInProcess';
import { spreadOf } from './statistics';
import { surroundings } from './surroundings';

const FULL: Plan = { items: 1000, pairs: 5, heapItems: [1_000, 10_000, 50_000] };
const QUICK: Plan = { items: 200, pairs: 2, heapItems: [1_000, 2_000] };

const LATENCIES: readonly Latency[] = [{ ms: 0 }, { ms: 100 }, { ms: 500 }, { ms: 100, slowEvery: 50 }];

const DOCS = join(__dirname, '..', 'docs');

function summarize(title: string, latency: Latency, rounds: readonly Round[]): RaceResult {
	const results = CONTENDERS.map((name) => {
		const runs = rounds.map((round) => round[name]);
		const result: ContenderResult = {
			seconds: spreadOf(runs.map(({ ms }) => ms / 1000)),
			ratio: spreadOf(rounds.map(({ chain, [name]: own }) => chain.ms / own.ms)),
			mostInFlight: Math.max(...runs.map(({ mostInFlight }) => mostInFlight)),
		};
		return [name, result];
	});
	return { title, latency, ...Object.fromEntries(results) } as RaceResult;
}

/**
 * `--quick` measures less and does not write the page. `--items-per-batch` sets the option *Items per Batch*
 * of the package's nodes, to find a default.
 */
runMain(async (atEnd) => {
	const { values } = parseArgs({
		options: { quick: { type: 'boolean', default: false }, 'items-per-batch': { type: 'string' } },
	});
	const plan = values.quick ? QUICK : FULL;
	const batchSize = values['items-per-batch'] === undefined ? undefined : Number(values['items-per-batch']);

	const standIn = await startStandIn();
	atEnd(async () => standIn.stop());
	const n8n = await startN8n();
	atEnd(() => n8n.stop());

	const races: RaceResult[] = [];
	for (const scenario of SCENARIOS) {
		const race = await prepareRace(n8n.rest, standIn, scenario, plan.items, batchSize);
		await withProgress(`${scenario.title}: warming up`, () => race.runRound({ ms: 0 }));
		for (const latency of LATENCIES) {
			const rounds = await withProgress(`${scenario.title}, ${describeLatency(latency)}`, async () => {
				const run: Round[] = [];
				while (run.length < plan.pairs) run.push(await race.runRound(latency));
				return run;
			});
			races.push(summarize(scenario.title, latency, rounds));
		}
	}
	await n8n.stop();

	const results = { races, ...(await measureCore(standIn, plan)) };
	const page = renderPage(results, plan, await surroundings());
	process.stdout.write(page);
	if (!values.quick && batchSize === undefined) {
		await writeFile(join(DOCS, 'images', 'benchmark.svg'), drawPicture(races, plan.items));
		await writeFile(join(DOCS, 'benchmark.md'), page);
		say('Wrote docs/benchmark.md and docs/images/benchmark.svg');
	}
	return 0;
});
