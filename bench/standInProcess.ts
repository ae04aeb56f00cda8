import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** How long the stand-in takes for each answer. */
export interface Latency {
	/** In milliseconds. */
	ms: number;
	/** One answer in so many takes ten times as long; none if left out. */
	slowEvery?: number;
}

/** What has arrived at the stand-in. */
export interface Seen {
	requests: number;
	/** The highest number of requests that waited for an answer at the same time. */
	mostInFlight: number;
}

/** What the process is told. It answers with what it has seen, and counts from zero again. */
export interface Order {
	latency: Latency;
}

/** What the process says: its address when it has started, and then what it has seen. */
export type Report = { url: string } | Seen;

/** A stand-in that is running. */
export interface StandIn {
	url: string;
	/** Sets the latency. */
	answerAfter(latency: Latency): Promise<void>;
	/** What has arrived since the latency was set. */
	seen(): Promise<Seen>;
	stop(): void;
}

/** Starts the stand-in for the providers on a free port. It ends with this process. */
export async function startStandIn(): Promise<StandIn> {
	const child = fork(join(__dirname, 'standIn.ts'), { execArgv: ['--import', 'tsx'] });
	const reported = async () => ((await once(child, 'message')) as [Report])[0];
	const { url } = (await reported()) as { url: string };
	let current: Latency = { ms: 0 };
	const order = async (latency: Latency): Promise<Seen> => {
		current = latency;
		const answer = reported();
		child.send({ latency } satisfies Order);
		return (await answer) as Seen;
	};
	return {
		url,
		async answerAfter(latency) {
			await order(latency);
		},
		seen: async () => await order(current),
		stop: () => {
			child.kill();
		},
	};
}
