/** The simulator's own time: real time plus what was skipped with `advance`. */
export class Clock {
	private skippedMilliseconds = 0;

	/** Milliseconds since 1970. */
	now(): number {
		return Date.now() + this.skippedMilliseconds;
	}

	/** ISO 8601 in UTC. */
	iso(): string {
		return new Date(this.now()).toISOString();
	}

	/** Moves forward by `seconds`. */
	advance(seconds: number): void {
		this.skippedMilliseconds += seconds * 1000;
	}

	reset(): void {
		this.skippedMilliseconds = 0;
	}
}

const INDIA_OFFSET_MILLISECONDS = 330 * 60 * 1000;

/** `milliseconds` since 1970 as Indian local time, `YYYY-MM-DDTHH:MM:SS`. */
export function indiaTime(milliseconds: number): string {
	return new Date(milliseconds + INDIA_OFFSET_MILLISECONDS).toISOString().slice(0, 19);
}
