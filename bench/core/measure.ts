import { join } from 'node:path';

import { withProgress } from '../../tools/progress';
import { runCommand } from '../../tools/runCommand';
import type { OwnShare, Plan, Results } from '../results';
import type { StandIn } from '../standInProcess';
import { spreadOf } from '../statistics';

const PROJECT = join(__dirname, '..', '..');
const LOADS = 9;

/** Loads all that n8n loads of the package. n8n itself has loaded `n8n-workflow` before. */
const LOAD = `
	require('n8n-workflow');
	const { n8n } = require('./package.json');
	const startedAt = performance.now();
	for (const path of [...n8n.nodes, ...n8n.credentials]) new (Object.values(require('./' + path))[0])();
	console.log(performance.now() - startedAt);
`;

/** Runs a program in a process of its own, in the project's folder. */
async function inOwnProcess(args: string[]): Promise<unknown> {
	return JSON.parse(await runCommand(process.execPath, args, { cwd: PROJECT, env: process.env }));
}

/**
 * Measures what n8n itself plays no part in, or only n8n-core: the package's own share, the heap, and the time
 * to load. Needs the built package.
 */
export async function measureCore(
	standIn: StandIn,
	{ items, pairs, heapItems }: Plan,
): Promise<Pick<Results, 'shares' | 'heap' | 'load'>> {
	await standIn.answerAfter({ ms: 0 });
	const inCore = async (program: string, order: object) =>
		await inOwnProcess([
			...['--expose-gc', '--import', 'tsx', join('bench', 'core', program)],
			JSON.stringify({ ...order, url: standIn.url }),
		]);

	const shares = await withProgress(
		"Measuring the package's own share",
		async () => (await inCore('ownShare.ts', { items, pairs })) as OwnShare[],
	);
	const heap: Results['heap'] = [];
	for (const count of heapItems) {
		const bytesPerItem = await withProgress(
			`Measuring the heap with ${count} items`,
			async () => (await inCore('heap.ts', { items: count })) as number,
		);
		heap.push({ items: count, bytesPerItem });
	}
	const loads: number[] = [];
	for (let load = 0; load < LOADS; load += 1) loads.push((await inOwnProcess(['--eval', LOAD])) as number);
	return { shares, heap, load: spreadOf(loads) };
}
