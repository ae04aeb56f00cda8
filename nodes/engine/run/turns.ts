import { sleep } from 'n8n-workflow';

/**
 * Makes a gate that lets only a few callers pass in each turn of the event loop.
 *
 * Requests are built when their items start, or when the answers before them arrive, which is often at the same
 * moment. If all are built in the same turn, the first one leaves only after the last one is built, and n8n
 * serves nothing else meanwhile.
 *
 * @param callersPerTurn how many callers pass
 */
export function fewPerTurn(callersPerTurn: number): () => Promise<void> {
	let callers = 0;
	let turn = Promise.resolve();
	return async () => {
		callers += 1;
		if (callers % callersPerTurn === 0) turn = turn.then(async () => await sleep(0));
		await turn;
	};
}

/** How long a caller waits for others, in milliseconds. */
const LONGEST_WAIT_MS = 20;

/**
 * Makes a function that runs tasks, and returns to several of its callers in the same turn of the event loop:
 * when so many tasks have ended, or none runs any more, or the first of them ended 20 milliseconds ago.
 *
 * @param size how many callers
 */
export function returningInGroups(size: number): <Result>(task: () => Promise<Result>) => Promise<Result> {
	let running = 0;
	let waiting: Array<() => void> = [];
	const goOn = () => {
		for (const resolve of waiting) resolve();
		waiting = [];
	};
	return async (task) => {
		running += 1;
		try {
			return await task();
		} finally {
			running -= 1;
			await new Promise<void>((resolve) => {
				waiting.push(resolve);
				if (running === 0 || waiting.length === size) goOn();
				else if (waiting.length === 1) void sleep(LONGEST_WAIT_MS).then(goOn);
			});
		}
	};
}
