import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** @returns the bytes that are in use once everything that nobody holds is gone */
export function heapInUse(): number {
	collectGarbage();
	return process.memoryUsage().heapUsed;
}

const FIRST_LOOK_MS = 3000;

/** Watches the heap while something runs. */
export class HeapWatch {
	private highest: number;
	private readonly before = heapInUse();
	private timer: NodeJS.Timeout;

	constructor() {
		this.highest = this.before;
		this.timer = setTimeout(() => this.lookAgain(), FIRST_LOOK_MS);
	}

	/** A look takes time of its own, so it is taken for a twentieth of the time at most. */
	private lookAgain(): void {
		const began = performance.now();
		this.look();
		this.timer = setTimeout(() => this.lookAgain(), 20 * (performance.now() - began));
	}

	private look(): void {
		this.highest = Math.max(this.highest, heapInUse());
	}

	/** @returns how far the heap rose above where it began, in bytes */
	stop(): number {
		clearTimeout(this.timer);
		this.look();
		return this.highest - this.before;
	}
}
