import type { RunningCluster } from '../../../tools/n8n/queue';
import type { Execution, StoredWorkflow } from '../../../tools/n8n/restClient';
import { call } from '../../../tools/n8n/workflows';
import { items, messagesTo, strike } from '../../support/realSends';
import { addresses, until, workersOf, type Cluster } from './cluster';

const RECIPIENTS = 300;
const IN_THE_MIDDLE = 100;

/** Environment variables with which n8n notices after half a minute, not two, that a worker died. */
export const SOON_NOTICED = { QUEUE_WORKER_LOCK_DURATION: '30000', QUEUE_WORKER_STALLED_INTERVAL: '5000' };

/** A run over a list of 300 recipients, of whom 100 have got a message. */
export interface BulkRun {
	people: string[];
	/** The execution. */
	id: string;
	/** How many messages each recipient has got. */
	counts(): number[];
	/** How many messages have gone out. */
	sent(): number;
	/** How many recipients have got more than one. */
	doubled(): number;
	/** Waits until the execution has ended. */
	finished(): Promise<Execution>;
}

/**
 * Calls the webhook of a workflow that is published, and waits until its run is in the middle. The
 * provider sends at once and answers late, so that a crash hits items whose result is unknown.
 *
 * @param name what the addresses begin with; no other test uses it
 */
export async function bulkRun(cluster: Cluster, name: string, workflow: StoredWorkflow): Promise<BulkRun> {
	const people = addresses(name, RECIPIENTS);
	const late = { kind: 'delay', seconds: 0.3, afterProcessing: true } as const;
	strike(cluster, { ...late, recipient: name, times: 2 * IN_THE_MIDDLE });
	const id = await call(cluster, workflow, items(people));
	const counts = () => messagesTo(cluster, people);
	const sent = () => counts().reduce((total, count) => total + count, 0);
	await until(() => sent() >= IN_THE_MIDDLE);
	return {
		people,
		id,
		counts,
		sent,
		doubled: () => counts().filter((count) => count > 1).length,
		finished: () => cluster.n8n.rest.finishedExecution(id, 600_000),
	};
}

/** The worker that took up a run. */
export function workerOf(cluster: Cluster, { id }: BulkRun): RunningCluster['workers'][number] {
	const [index] = workersOf(cluster, id);
	return cluster.n8n.workers[index];
}
