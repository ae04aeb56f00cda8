import { setTimeout } from 'node:timers/promises';

import { openLane, runCell, type Cell, type CellResult, type Lane } from './cells';
import type { DeadEnds } from './deadEnds';

/** How many cells that only wait for a timeout run side by side. */
const WAITING_LANES = 32;

/** How many of the others do. */
const WORKING_LANES = 3;

/** Lanes that are lent to one cell after another, in the order in which they were asked for. */
class Lending {
	private readonly free: Lane[];
	private readonly queue: Array<(lane: Lane) => void> = [];

	constructor(lanes: readonly Lane[]) {
		this.free = [...lanes];
	}

	async lend<T>(use: (lane: Lane) => Promise<T>): Promise<T> {
		const lane = this.free.pop() ?? (await new Promise<Lane>((resolve) => this.queue.push(resolve)));
		try {
			return await use(lane);
		} finally {
			const next = this.queue.shift();
			if (next === undefined) this.free.push(lane);
			else next(lane);
		}
	}
}

/**
 * Runs cells side by side. Those that wait for a timeout do so beside the others; they set out one
 * after another, so that no call of theirs is late because of its neighbours.
 */
export class Pool {
	private readonly working: Lending;
	private readonly waiting: Lending;
	private turn: Promise<unknown> = Promise.resolve();

	private constructor(
		private readonly lanes: readonly Lane[],
		private readonly deadEnds: DeadEnds,
	) {
		this.working = new Lending(lanes.slice(0, WORKING_LANES));
		this.waiting = new Lending(lanes.slice(WORKING_LANES));
	}

	/** @param deadEnds where base URLs point for faults at the address */
	static async open(deadEnds: DeadEnds): Promise<Pool> {
		const lanes = await Promise.all(Array.from({ length: WORKING_LANES + WAITING_LANES }, openLane));
		return new Pool(lanes, deadEnds);
	}

	/** Runs a cell as soon as a lane is free. */
	async run(cell: Cell): Promise<CellResult> {
		if (!cell.fault.waits) return await this.working.lend(async (lane) => await this.runIn(lane, cell));
		return await this.waiting.lend(async (lane) => {
			const before = this.turn;
			const run = before.then(async () => await this.runIn(lane, cell));
			// A call to a dead end arrives nowhere, but is on its way by then.
			const isOnItsWay = before.then(async () => await setTimeout(100));
			this.turn = Promise.race([before.then(lane.proxy.nextCall), isOnItsWay, run]).catch(() => {});
			return await run;
		});
	}

	async close(): Promise<void> {
		await Promise.all(this.lanes.map(async (lane) => await lane.close()));
	}

	private async runIn(lane: Lane, cell: Cell): Promise<CellResult> {
		return await runCell(lane, this.deadEnds, cell);
	}
}
