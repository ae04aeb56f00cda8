import { addTo } from '../../tools/jest/totals';
import type { WorkflowFile } from '../../tools/n8n/restClient';
import { call, publish, step } from '../../tools/n8n/workflows';
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

const PART = 10;
const cluster = useCluster({ ...SOON_NOTICED, N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '600' });

const sending = (name: string) => afterWebhook(name, [sendNode(cluster(), 'Send')]);
const retry = async ({ id }: { id: string }) => await cluster().n8n.rest.retryExecution(id, 'original');

async function start(name: string, file = sending(name)): Promise<BulkRun> {
	return await bulkRun(cluster(), name, await publish(cluster(), file));
}

/** A workflow that sends to its items in parts, goes on after errors, and saves its progress after each node. */
function inParts(name: string): WorkflowFile {
	const loop = step('Loop', 'n8n-nodes-base.splitInBatches', { batchSize: PART }, { typeVersion: 3 });
	const send = sendNode(cluster(), 'Send', {
		onError: 'continueRegularOutput',
		parameters: { branchOn: 'singleOutput' },
	});
	const file = afterWebhook(
		name,
		[loop, send],
		[
			['Loop', 1, 'Send'],
			['Send', 0, 'Loop'],
		],
	);
	return { ...file, settings: { ...file.settings, saveExecutionProgress: true } };
}

it('A worker that is stopped gently finishes its run within the grace time, while the other takes new ones', async () => {
	const run = await start('gently');
	const worker = workerOf(cluster(), run);
	const ended = worker.end('SIGTERM');
	const meanwhile = addresses('meanwhile', 1);
	const id = await call(cluster(), await publish(cluster(), sending('meanwhile')), items(meanwhile));
	expect((await cluster().n8n.rest.finishedExecution(id)).status).toBe('success');
	await ended;
	expect((await run.finished()).status).toBe('success');
	expectOneEach(cluster(), [...run.people, ...meanwhile]);
	await worker.start();
});

it('A restart of Redis in the middle of a run loses no message and doubles none', async () => {
	const run = await start('redis');
	const { redis } = cluster().n8n;
	await redis.end('SIGTERM');
	await redis.start();
	expect((await run.finished()).status).toBe('success');
	expectOneEach(cluster(), run.people);
});

it('A worker that is killed in the middle of a run: n8n reports an error, and does not run it again by itself', async () => {
	const run = await start('killed');
	const worker = workerOf(cluster(), run);
	await worker.end('SIGKILL');
	const { status } = await run.finished();
	await worker.start();
	const sent = run.sent();
	expect([status, run.doubled()]).toEqual(['error', 0]);
	addTo('worker killed: messages before', sent);
	await retry(run);
	addTo('worker killed: messages of a retry', run.sent() - sent);
});

it('Everything is killed in the middle of a run: n8n does not run it again by itself', async () => {
	const run = await start('everything');
	await crash(cluster());
	const { status } = await run.finished();
	expect([status, run.doubled()]).toEqual(['crashed', 0]);
	addTo('everything killed: messages before', run.sent());
	await retry(run);
	addTo('everything killed: recipients doubled by a retry', run.doubled());
});

it('Everything is killed in the middle of a run in parts that saves its progress: a retry sends to nobody twice, and leaves out one part at most', async () => {
	const run = await start('parts', inParts('parts'));
	await crash(cluster());
	await run.finished();
	expect((await retry(run)).status).toBe('success');
	expect(run.doubled()).toBe(0);
	const without = run.counts().filter((count) => count === 0).length;
	expect(without).toBeLessThanOrEqual(PART);
	addTo('everything killed, run in parts: recipients without a message after a retry', without);
});
