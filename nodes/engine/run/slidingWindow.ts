import { sleep } from 'n8n-workflow';

interface Pace {
	/** How many tasks run at the same time. */
	size: number;
	/** How long to pause after every `size` tasks that were started, in milliseconds. */
	pauseMs?: number;
}

/**
 * Runs tasks in order, several at the same time: the next one starts as soon as one has ended.
 *
 * @param task gets its index; returns whether another may start. If not, those that are running are awaited.
 * It must not reject.
 */
export async function inSlidingWindow(
	count: number,
	{ size, pauseMs = 0 }: Pace,
	task: (index: number) => Promise<boolean>,
): Promise<void> {
	let next = 0;
	let pause: Promise<void> | undefined;
	let stop = () => {};
	const stopped = new Promise<void>((resolve) => {
		stop = resolve;
	});
	const work = async (): Promise<void> => {
		while (next < count) {
			if (pause !== undefined) {
				await pause;
				continue;
			}
			const index = next;
			next += 1;
			if (pauseMs > 0 && next % size === 0 && next < count) {
				pause = Promise.race([sleep(pauseMs), stopped]).then(() => {
					pause = undefined;
				});
			}
			if (await task(index)) continue;
			next = count;
			stop();
		}
	};
	await Promise.all(Array.from({ length: Math.min(size, count) }, work));
}
