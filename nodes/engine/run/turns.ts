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
