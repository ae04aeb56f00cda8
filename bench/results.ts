import type { Round } from './race';
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

/** All runs of a contender in a scenario at one latency. */
export interface ContenderResult {
	seconds: Spread;
	/** How many times as long the chain takes, round by round. */
	ratio: Spread;
	/** The most requests in flight of all runs. */
	mostInFlight: number;
}

/** A scenario at one latency, in a real n8n. */
export interface RaceResult extends Record<keyof Round, ContenderResult> {
	title: string;
	latency: Latency;
}

/** CPU time for each item in n8n-core, in milliseconds. */
export interface OwnShare {
	title: string;
	/** n8n alone: parameters, credentials and requests. */
	bare: Spread;
	/** n8n with the node. */
	ours: Spread;
	/** The difference if every request has its answer at once. */
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
