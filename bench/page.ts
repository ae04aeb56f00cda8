import { code, madeBy, table } from '../tools/docs/markdown';
import { describeLatency, format, IN_FLIGHT, type Plan, type Results, type Surroundings } from './results';
import type { Spread } from './statistics';

const COMMAND = 'npm run bench';

/** As in "3.2 (3.0 to 3.4)". */
function shown({ median, lowest, highest }: Spread, digits: number): string {
	return `${format(median, digits)} (${format(lowest, digits)} to ${format(highest, digits)})`;
}

const kilobytes = (bytes: number) => format(bytes / 1024, 1);

/** The page with the results. */
export function renderPage(results: Results, { items, pairs }: Plan, around: Surroundings): string {
	const { races, shares, heap, load } = results;
	const sections = [...new Set(races.map(({ title }) => title))].map((title) => {
		const rows = races
			.filter((race) => race.title === title)
			.map(({ latency, chain, ours, oursAtOnce }) => [
				describeLatency(latency),
				`${format(chain.seconds.median, 1)} s`,
				`${format(ours.seconds.median, 1)} s`,
				shown(ours.ratio, 2),
				`${format(oursAtOnce.seconds.median, 1)} s`,
				shown(oursAtOnce.ratio, 2),
				[chain, ours, oursAtOnce].map(({ mostInFlight }) => format(mostInFlight)).join(' / '),
			]);
		const atOnce = `With ${format(items)} in flight`;
		const head = ['Provider answers after', 'HTTP Request and If', 'These nodes', 'Ratio', atOnce, 'Ratio'];
		return `### ${title}\n\n${table([...head, 'Most in flight'], rows)}`;
	});
	const shareRows = shares.map(({ title, bare, ours, share }) => [
		title,
		`${format(bare.median, 2)} ms`,
		`${format(ours.median, 2)} ms`,
		`${shown(share, 2)} ms`,
	]);
	const heapRows = heap.map(({ items: count, bytesPerItem }) => [
		format(count),
		`${kilobytes(bytesPerItem)} KB`,
		`${format((bytesPerItem * count) / 1024 / 1024, 1)} MB`,
	]);
	return `${madeBy(COMMAND)}# Benchmark

How long ${format(items)} items take with these nodes, and with what you would build instead: n8n's HTTP Request nodes with a credential, and an If.

![Seconds for ${format(items)} items, by scenario and latency of the provider](images/benchmark.svg)

## In a real n8n

The workflows run in the same n8n, in turns, every other time in the opposite order. A time is the median of ${pairs} runs, from the start of the first node to the end of the last one. The ratio says how many times as long the chain takes: the median of ${pairs} rounds, with the lowest and the highest. *Most in flight* is how many requests waited for an answer at the same time, as the provider saw it: of the chain, of these nodes, and of these nodes with *Items per Batch* ${format(items)}.

HTTP Request (version 4.5) has its default batching, *Never Error* and *Include Response Headers and Status*, so that the If (version 2.3) can check the status and the provider's success token. These nodes have their default options, so the number of items in flight is limited: the more a provider may get at once, the less its latency counts. A node checks all items before it sends the first one, because it is to stop on errors; three calls for an item take three times the latency, however many items are in flight.

${sections.join('\n\n')}

## The package's own share

CPU time for each item in n8n-core, without a database, with ${IN_FLIGHT} requests in flight. *n8n alone* reads the same parameters and credentials and sends the same requests with n8n's request helper. The own share is what the package itself computes: building requests, fingerprints, reading responses, redaction. It is the difference between the two if every request has its answer at once, without n8n's network and deduplication store. The rest of the difference is n8n's work for what the node asks for in addition: the response as a stream, so that its length is limited; a signal that aborts the request at its deadline; and the record of what is about to be sent. The median of ${pairs} runs, with the lowest and the highest.

${table(['', 'n8n alone', 'With the node', 'Own share'], shareRows)}

## Memory

How far the heap rises while HyperVerge Send Mobile OTP runs in n8n-core, after garbage collection. n8n keeps the input and output items of every node until the execution ends.

${table(['Items', 'For each item', 'In total'], heapRows)}

## Loading

Loading all nodes and credentials in a new process takes ${shown(load, 0)} ms.

## How it was measured

${table(
	['', ''],
	[
		['Command', code(COMMAND)],
		['Date', around.date],
		['Machine', around.machine],
		['n8n', around.n8n],
		['n8n-core, memory, loading', around.core],
	],
)}

The provider is a minimal stand-in in a process of its own, on the same machine (\`bench/standIn.ts\`). Other work on the machine changes the times; it changes a ratio less, because both runs of a pair follow each other. The code is in [\`bench/\`](../bench).
`;
}
