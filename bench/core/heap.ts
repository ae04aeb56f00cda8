/**
 * How much heap an item takes in n8n-core: `{ items, url }` as JSON in the argument, the highest rise of the
 * heap while the node ran, in bytes for each item, in the output.
 */
import '../../tools/engine/environment';

import createUserFolder, { removeUserFolder } from '../../tools/engine/userFolder';
import { watchHeap } from '../../tools/heap';
import { SCENARIOS } from '../scenarios';

/** What is loaded and compiled along the way does not count. */
const WARM_UP_ITEMS = 200;
/** So that long runs are watched about as often as short ones, in milliseconds. */
const WATCH_EVERY_MS_PER_ITEM = 0.25;

async function main(): Promise<void> {
	createUserFolder();
	try {
		// n8n-core reads its user folder when it is loaded.
		const { builtNode, executeOf, registerAs } = await import('./builtNode');
		const { items, url } = JSON.parse(process.argv[2]) as { items: number; url: string };
		const [scenario] = SCENARIOS;
		const run = registerAs('ours', scenario, url, executeOf(builtNode(scenario)));
		await run(WARM_UP_ITEMS);
		const stopWatching = watchHeap(items * WATCH_EVERY_MS_PER_ITEM);
		const execution = await run(items);
		const rise = stopWatching();
		// The check keeps the execution and its items alive until the heap has been read.
		if (execution.status !== 'success') throw new Error(execution.error?.message);
		console.log(rise / items);
	} finally {
		removeUserFolder();
	}
}

void main();
