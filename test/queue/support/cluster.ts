import { setTimeout as sleep } from 'node:timers/promises';
import axios, { type AxiosResponse } from 'axios';
import type { INode } from 'n8n-workflow';

import type { Fault } from '../../../simulator';
import { addTo } from '../../../tools/jest/totals';
import { startCluster, type RunningCluster } from '../../../tools/n8n/queue';
import type { WorkflowFile } from '../../../tools/n8n/restClient';
import { step, webhook, workflowFile, type Link } from '../../../tools/n8n/workflows';
import { useRealN8n, type RealN8n } from '../../support/realN8n';
import { JOURNEYS, type Journey } from '../../support/scenarios';

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

/** The index of the output of a node that sends through which sent items leave. */
export const SENT = 2;

/** How the tests send, unless they say otherwise. */
const BY_EMAIL = JOURNEYS.hyperVergeVerifyEmailOtp;

const TEN_AT_A_TIME = { batching: { batch: { batchSize: 10 } } };

/** Addresses that no other test uses, given a name that no other test uses. */
export const addresses = (name: string, howMany: number): string[] =>
	Array.from({ length: howMany }, (_, index) => `${name}-${index}@example.com`);

/** The items that a workflow starts with, one for each address. */
export const items = (people: string[]) => people.map((to) => ({ to }));

/** A node that sends a code to each of its items, with the credential for the simulator. */
export function sendNode(
	{ credentials }: Cluster,
	name: string,
	{ parameters, ...settings }: Partial<INode> = {},
	{ send, credential }: Journey = BY_EMAIL,
): INode {
	const { id, name: label } = credentials[credential];
	return step(
		name,
		send.type,
		{ ...send.parameters, ...parameters, options: { ...TEN_AT_A_TIME, ...(parameters?.options as object) } },
		{ ...settings, credentials: { [credential]: { id, name: label } } },
	);
}

/**
 * A workflow that a webhook starts.
 *
 * @param path of the webhook, and the name of the workflow
 * @param nodes what follows after the items that the webhook got
 * @param links how these are connected
 */
export function afterWebhook(path: string, nodes: INode[], links: Link[] = []): WorkflowFile {
	const [{ name: first }] = nodes;
	const all: Link[] = [['Webhook', 0, 'Items'], ['Items', 0, first], ...links];
	return workflowFile(path, [...webhook(path), ...nodes], all);
}

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

/** What happens to calls that send by email, unless something else is given. */
export function strike({ simulator }: Cluster, fault: Partial<Fault> & Pick<Fault, 'kind'>): void {
	const { provider, sendPath } = BY_EMAIL;
	simulator.inject({ provider, path: sendPath, ...fault });
}

/** How many messages each address got, in order. */
export function messagesTo({ simulator }: Cluster, people: string[]): number[] {
	const counts = new Map<string, number>();
	for (const { to } of simulator.inbox()) counts.set(to, (counts.get(to) ?? 0) + 1);
	return people.map((to) => counts.get(to) ?? 0);
}

/** Expects that each address got one message, and adds to the totals. */
export function expectOneEach(cluster: Cluster, people: string[]): void {
	const counts = messagesTo(cluster, people);
	const among = (isIt: (count: number) => boolean) => counts.filter(isIt).length;
	addTo(
		'messages sent once',
		among((count) => count === 1),
	);
	addTo(
		'messages lost',
		among((count) => count === 0),
	);
	addTo(
		'messages doubled',
		among((count) => count > 1),
	);
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
