import type { Latency } from './standInProcess';
import type { Spread } from './statistics';

/** How many requests are in flight in n8n-core. */
export const IN_FLIGHT = 10;

/** How much is measured. */
export interface Plan {
	items: number;
	pairs: number;
	/** Sizes of the lists whose heap is measured. */
	heapItems: readonly number[];
}

/** A scenario at one latency, in a real n8n. */
export interface RaceResult {
	title: string;
	latency: Latency;
	/** In seconds. */
	chain: Spread;
	ours: Spread;
	/** How many times as long the chain takes, pair by pair. */
	ratio: Spread;
	/** The most requests in flight of all runs. */
	inFlight: { chain: number; ours: number };
}

/** CPU time for each item in n8n-core, in milliseconds. */
export interface OwnShare {
	title: string;
	/** n8n's own work: parameters, credentials and requests. */
	bare: Spread;
	ours: Spread;
	/** The difference, pair by pair. */
	share: Spread;
}

/** All that is measured. */
export interface Results {
	races: RaceResult[];
	shares: OwnShare[];
	/** In bytes for each item. */
	heap: Array<{ items: number; bytesPerItem: number }>;
	/** Loading every node and credential, in milliseconds. */
	load: Spread;
}

/** What the results depend on. */
export interface Surroundings {
	machine: string;
	/** The versions of Node.js and n8n. */
	n8n: string;
	core: string;
	date: string;
}

/** As in "100 ms, one in 50 takes 1,000 ms". */
export function describeLatency({ ms, slowEvery }: Latency): string {
	const tail = slowEvery === undefined ? '' : `, one in ${slowEvery} takes ${format(ms * 10)} ms`;
	return `${format(ms)} ms${tail}`;
}

/** A number as people write it. */
export function format(value: number, digits = 0): string {
	return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
