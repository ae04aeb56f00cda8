/** The value in the middle; of an even number of values, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/** The median, the lowest and the highest of some values. */
export interface Spread {
	median: number;
	lowest: number;
	highest: number;
}

/** @param values at least one */
export function spreadOf(values: readonly number[]): Spread {
	return { median: median(values), lowest: Math.min(...values), highest: Math.max(...values) };
}
