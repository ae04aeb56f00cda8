import type { INode } from 'n8n-workflow';

import type { StoredWorkflow } from '../../tools/n8n/restClient';
import { call, publish } from '../../tools/n8n/workflows';
import { bulkRun, SOON_NOTICED, workerOf, type BulkRun } from './support/bulkRun';
import {
	addresses,
	afterWebhook,
	crash,
	expectOneEach,
	items,
	sendNode,
	useCluster,
} from './support/cluster';

/** The index of the output of a node that sends through which errors leave. */
const ERROR = 3;

const cluster = useCluster(SOON_NOTICED);

/** A published workflow that goes on after errors. */
async function sending(name: string, options: INode['parameters'] = {}): Promise<StoredWorkflow> {
	const node = sendNode(cluster(), 'Send', { onError: 'continueErrorOutput', parameters: { options } });
	return await publish(cluster(), afterWebhook(name, [node]));
}

const oncePer = (campaign: string) => ({ sendOncePer: `={{ '${campaign}/' + $json.to }}` });

/** Expects that nobody got two messages, and that whoever got none is reported as interrupted by an execution. */
async function expectNobodyTwice({ people, counts, doubled }: BulkRun, executionId: string): Promise<void> {
	const { data, status } = await cluster().n8n.rest.finishedExecution(executionId, 600_000);
	expect([status, doubled()]).toEqual(['success', 0]);
	const errors = data.resultData.runData.Send.at(-1)?.data?.main[ERROR] ?? [];
	const interrupted = errors
		.filter(({ json }) => (json.error as { fault?: string }).fault === 'interrupted')
		.map(({ json }) => json.to);
	const got = counts();
	expect(people.filter((to, index) => got[index] === 0 && !interrupted.includes(to))).toEqual([]);
}

it('Everything is killed in the middle of a run, and it is retried: nobody gets two messages', async () => {
	const run = await bulkRun(cluster(), 'net-retry', await sending('net-retry'));
	await crash(cluster());
	await run.finished();
	await expectNobodyTwice(run, (await cluster().n8n.rest.retryExecution(run.id, 'original')).id);
});

it('With Send Once Per, a new execution over the same list sends to nobody twice, after everything was killed', async () => {
	const workflow = await sending('net-new', oncePer('net-new'));
	const run = await bulkRun(cluster(), 'net-new', workflow);
	await crash(cluster());
	await run.finished();
	await expectNobodyTwice(run, await call(cluster(), workflow, items(run.people)));
});

it('With Send Once Per, a new execution over the same list sends to nobody twice, after a worker was killed', async () => {
	const workflow = await sending('net-worker', oncePer('net-worker'));
	const run = await bulkRun(cluster(), 'net-worker', workflow);
	const worker = workerOf(cluster(), run);
	await worker.end('SIGKILL');
	await run.finished();
	await worker.start();
	await expectNobodyTwice(run, await call(cluster(), workflow, items(run.people)));
});

it('With Send Once Per, a caller that repeats its call sends one message', async () => {
	const [to] = addresses('net-caller', 1);
	const workflow = await sending('net-caller', oncePer('net-caller'));
	for (const person of [to, to, to]) {
		const id = await call(cluster(), workflow, items([person]));
		expect((await cluster().n8n.rest.finishedExecution(id)).status).toBe('success');
	}
	expectOneEach(cluster(), [to]);
});
