import { setTimeout as sleep } from 'node:timers/promises';

import type { Execution, RestClient, StoredWorkflow } from '../tools/n8n/restClient';
import { credentialDataOf, type Scenario } from './scenarios';
import type { Latency, StandIn } from './standInProcess';
import { chainWorkflow, ourWorkflow, TRIGGER, type Contender } from './workflows';

const POLL_MS = 250;
const PATIENCE_MS = 600_000;

/** One run of a workflow. */
export interface Run {
	/** From the start of its first node to the end of its last one, without the trigger. */
	ms: number;
	/** How many requests the provider had to answer at the same time, at most. */
	mostInFlight: number;
}

/** Those who race: the chain, the package's node, and the node with as many items in flight as the list has. */
export const CONTENDERS = ['chain', 'ours', 'oursAtOnce'] as const;

/** A run of each, one after the other. */
export type Round = Record<(typeof CONTENDERS)[number], Run>;

/** The workflows of a scenario in n8n, ready to run. */
export interface Race {
	/** Runs each once. Every other time in the opposite order. */
	runRound(latency: Latency): Promise<Round>;
}

/**
 * Saves the workflows of a scenario and their credentials in n8n.
 *
 * @param batchSize for *Items per Batch* of `ours`; the node's default if left out
 */
export async function prepareRace(
	rest: RestClient,
	standIn: StandIn,
	scenario: Scenario,
	items: number,
	batchSize?: number,
): Promise<Race> {
	const { title, chain, ours, requestsPerItem } = scenario;
	const own = await rest.createCredential(ours.credential, title, credentialDataOf(scenario, standIn.url));
	const generic = await rest.createCredential(chain.credential.type, title, chain.credential.data);
	const contenders = {
		chain: await store(rest, chainWorkflow(scenario, generic, items, standIn.url)),
		ours: await store(rest, ourWorkflow(scenario, own, items, batchSize)),
		oursAtOnce: await store(rest, ourWorkflow(scenario, own, items, items)),
	};
	const run = async (name: keyof Round, latency: Latency): Promise<Run> => {
		await standIn.answerAfter(latency);
		const ms = await runOnce(rest, contenders[name], items);
		const { requests, mostInFlight } = await standIn.seen();
		if (requests !== items * requestsPerItem) {
			throw new Error(`${title}: ${requests} requests arrived for ${items} items`);
		}
		return { ms, mostInFlight };
	};
	let isReversed = true;
	return {
		async runRound(latency) {
			isReversed = !isReversed;
			const round: Partial<Round> = {};
			for (const name of isReversed ? [...CONTENDERS].reverse() : CONTENDERS) {
				round[name] = await run(name, latency);
			}
			return round as Round;
		},
	};
}

type Stored = Contender & { stored: StoredWorkflow };

async function store(rest: RestClient, contender: Contender): Promise<Stored> {
	return { ...contender, stored: await rest.createWorkflow(contender.file) };
}

async function runOnce(
	rest: RestClient,
	{ stored, first, last, output }: Stored,
	items: number,
): Promise<number> {
	const id = await rest.runWorkflow(stored, TRIGGER);
	await untilFinished(rest, stored, id);
	const execution = await rest.getExecution(id);
	const { runData } = execution.data.resultData;
	const succeeded = runData[last]?.[0].data?.main[output]?.length;
	if (succeeded !== items) throw new Error(`${stored.name}: ${complaint(execution, succeeded)}`);
	await rest.deleteExecutions([id]);
	const [begin, end] = [runData[first][0], runData[last][0]];
	return end.startTime + end.executionTime - begin.startTime;
}

/** Asks for the list: the whole execution would keep n8n busy while it is measured. */
async function untilFinished(rest: RestClient, { id: workflow }: StoredWorkflow, id: string): Promise<void> {
	const deadline = Date.now() + PATIENCE_MS;
	for (;;) {
		// An n8n that is busy answers 503, or not in time.
		const executions = await rest.listExecutions(workflow).catch(() => []);
		const execution = executions.find((one) => one.id === id);
		if (execution !== undefined && !['new', 'running'].includes(execution.status)) return;
		if (Date.now() > deadline) throw new Error(`The execution had not ended after ${PATIENCE_MS / 1000} s`);
		await sleep(POLL_MS);
	}
}

function complaint({ data, status }: Execution, succeeded = 0): string {
	const { error } = data.resultData;
	return `${succeeded} items left through the output for a success (${error?.message ?? status})`;
}
