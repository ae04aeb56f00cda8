import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** @returns the bytes that are in use once everything that nobody holds is gone */
export function heapInUse(): number {
	collectGarbage();
	return process.memoryUsage().heapUsed;
}

/**
 * Watches the heap while something runs.
 *
 * @param everyMs how often to look, in milliseconds: often enough to meet a heap that rises, and seldom enough
 * not to slow down what is watched
 * @returns ends it, with how far the heap rose above where it began, in bytes
 */
export function watchHeap(everyMs = 5000): () => number {
	const before = heapInUse();
	let highest = before;
	const look = () => {
		highest = Math.max(highest, heapInUse());
	};
	const timer = setInterval(look, everyMs);
	return () => {
		clearInterval(timer);
		look();
		return highest - before;
	};
}
