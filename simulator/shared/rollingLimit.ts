import type { Clock } from './clock';

/**
 * Counts events per key in a rolling window. Keys are independent of each other, so that a run
 * over thousands of recipients meets no limit.
 */
export class RollingLimit {
	private readonly times = new Map<string, number[]>();

	/**
	 * @param clock time source
	 * @param maximum events that are allowed per key within the window
	 * @param windowSeconds length of the window
	 */
	constructor(
		private readonly clock: Clock,
		private readonly maximum: number,
		private readonly windowSeconds: number,
	) {}

	/** Whether one more event of `key` would be above the maximum. */
	reached(key: string): boolean {
		const oldest = this.clock.now() - this.windowSeconds * 1000;
		const recent = (this.times.get(key) ?? []).filter((time) => time > oldest);
		this.times.set(key, recent);
		return recent.length >= this.maximum;
	}

	/** Counts one event of `key`. */
	count(key: string): void {
		const times = this.times.get(key) ?? [];
		times.push(this.clock.now());
		this.times.set(key, times);
	}
}
