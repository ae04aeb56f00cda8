import { setTimeout } from 'node:timers/promises';

import { openLane, runCell, type Cell, type Lane } from './cells';
import type { DeadEnds } from './deadEnds';

/** How many cells that only wait for a timeout run side by side. */
const WAITING_LANES = 16;

/** How many of the others do. */
const WORKING_LANES = 3;

/** Lends lanes to one cell after another, in the order in which they are asked for. */
function lending(free: Lane[]): <T>(use: (lane: Lane) => Promise<T>) => Promise<T> {
	const queue: Array<(lane: Lane) => void> = [];
	return async (use) => {
		const lane = free.pop() ?? (await new Promise<Lane>((resolve) => queue.push(resolve)));
		try {
			return await use(lane);
		} finally {
			const next = queue.shift();
			if (next === undefined) free.push(lane);
			else next(lane);
		}
	};
}

/**
 * Runs cells side by side, each as soon as a lane is free. Those that wait for a timeout do so beside the others; they set out one
 * after another, so that no call of theirs is late because of its neighbours.
 */
export async function openPool(deadEnds: DeadEnds) {
	const lanes = await Promise.all(Array.from({ length: WORKING_LANES + WAITING_LANES }, openLane));
	const [work, wait] = [lending(lanes.slice(0, WORKING_LANES)), lending(lanes.slice(WORKING_LANES))];
	let turn: Promise<unknown> = Promise.resolve();

	const setOut = async (lane: Lane, cell: Cell) => {
		const before = turn;
		const run = before.then(async () => await runCell(lane, deadEnds, cell));
		// A call to a dead end arrives nowhere, but is on its way by then.
		const isOnItsWay = before.then(async () => await setTimeout(100));
		turn = Promise.race([before.then(lane.proxy.nextCall), isOnItsWay, run]).catch(() => {});
		return await run;
	};
	return {
		run: async (cell: Cell) =>
			await (cell.fault.waits
				? wait(async (lane) => await setOut(lane, cell))
				: work(async (lane) => await runCell(lane, deadEnds, cell))),
		close: async () => void (await Promise.all(lanes.map(async (lane) => await lane.close()))),
	};
}
