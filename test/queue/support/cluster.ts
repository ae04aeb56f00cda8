import { setTimeout as sleep } from 'node:timers/promises';
import axios, { type AxiosResponse } from 'axios';

import { addTo } from '../../../tools/jest/totals';
import { startCluster, type RunningCluster } from '../../../tools/n8n/queue';
import { useRealN8n, type RealN8n } from '../../support/realN8n';
import { messagesTo } from '../../support/realSends';

export type Cluster = RealN8n<RunningCluster>;

/** The version of n8n, if it is not to be the newest. */
const { N8N_VERSION } = process.env;

/**
 * Starts n8n in queue mode for the tests of a file, with a simulator and credentials for it.
 *
 * @param environment further environment variables for every process of n8n
 */
export function useCluster(environment: Record<string, string> = {}): () => Cluster {
	return useRealN8n(() => startCluster({ version: N8N_VERSION, nodes: 'dist', environment }));
}

/** The indexes of the workers that took up an execution, going by what they printed. */
export function workersOf({ n8n }: Cluster, executionId: string): number[] {
	return n8n.workers.flatMap(({ logs }, index) =>
		logs().includes(`Worker started execution ${executionId} (`) ? [index] : [],
	);
}

/** Kills every process of n8n at once, and starts them again. */
export async function crash({ n8n: { main, webhook, workers } }: Cluster): Promise<void> {
	await Promise.all([main, webhook, ...workers].map((one) => one.end('SIGKILL')));
	await main.start();
	await Promise.all([webhook, ...workers].map((one) => one.start()));
}

/** Addresses that no other test uses, given a name that no other test uses. */
export const addresses = (name: string, howMany: number): string[] =>
	Array.from({ length: howMany }, (_, index) => `${name}-${index}@example.com`);

/** Calls a production webhook once it listens; the answer may have any other status than 404. */
export async function post(
	{ n8n }: Cluster,
	path: string,
	body: object,
	headers: Record<string, string> = {},
): Promise<AxiosResponse<unknown>> {
	const options = { proxy: false, validateStatus: () => true, headers } as const;
	for (;;) {
		const answer = await axios.post<unknown>(`${n8n.webhookUrl}/webhook/${path}`, body, options);
		if (answer.status !== 404) return answer;
		await sleep(100);
	}
}

/** Expects that each address got one message, and adds to the totals. */
export function expectOneEach(cluster: Cluster, people: string[]): void {
	const counts = messagesTo(cluster, people);
	const [lost, once] = [0, 1].map((number) => counts.filter((count) => count === number).length);
	addTo('messages sent once', once);
	addTo('messages lost', lost);
	addTo('messages doubled', counts.length - lost - once);
	expect(counts).toEqual(people.map(() => 1));
}

/** Waits until something is so. */
export async function until(isIt: () => boolean | Promise<boolean>): Promise<void> {
	while (!(await isIt())) await sleep(100);
}

/** Does work for each input, so many at once; the results are in the order of the inputs. */
export async function sideBySide<T, R>(
	inputs: T[],
	inFlight: number,
	work: (input: T, index: number) => Promise<R>,
): Promise<R[]> {
	const results: R[] = [];
	const left = inputs.entries();
	const lane = async () => {
		for (const [index, input] of left) results[index] = await work(input, index);
	};
	await Promise.all(Array.from({ length: inFlight }, lane));
	return results;
}
