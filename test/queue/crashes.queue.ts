import type { INode } from 'n8n-workflow';

import { addTo } from '../../tools/jest/totals';
import type { WorkflowFile } from '../../tools/n8n/restClient';
import { call, publish, step } from '../../tools/n8n/workflows';
import { afterWebhook, items, retry, sendNode } from '../support/realSends';
import { bulkRun, SOON_NOTICED, workerOf, type BulkRun } from './support/bulkRun';
import { addresses, crash, expectOneEach, useCluster } from './support/cluster';

const PART = 10;
/** The index of the output of a node that sends through which errors leave. */
const ERROR = 3;

const cluster = useCluster({ ...SOON_NOTICED, N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '600' });

const sending = (name: string, settings: Partial<INode> = {}) =>
	afterWebhook(name, [sendNode(cluster(), 'Send', settings)]);

/** A workflow that goes on after errors. */
const goingOn = (name: string, options: INode['parameters'] = {}) =>
	sending(name, { onError: 'continueErrorOutput', parameters: { options } });

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

async function start(name: string, file = sending(name)): Promise<BulkRun> {
	return await bulkRun(cluster(), name, await publish(cluster(), file));
}

/** Kills the worker that took up a run, and starts it again once n8n has noticed. */
async function killWorker(run: BulkRun): Promise<void> {
	const worker = workerOf(cluster(), run);
	await worker.end('SIGKILL');
	await run.finished();
	await worker.start();
}

/** Kills everything, and waits until n8n has noticed. */
async function killAll(run: BulkRun): Promise<void> {
	await crash(cluster());
	await run.finished();
}

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
	await killWorker(run);
	const sent = run.sent();
	expect([(await run.finished()).status, run.doubled()]).toEqual(['error', 0]);
	addTo('worker killed: messages before', sent);
	await retry(cluster(), run);
	addTo('worker killed: messages of a retry', run.sent() - sent);
});

it('Everything is killed in the middle of a run: n8n does not run it again by itself, and a retry sends to nobody twice', async () => {
	const run = await start('everything', goingOn('everything'));
	await killAll(run);
	expect([(await run.finished()).status, run.doubled()]).toEqual(['crashed', 0]);
	addTo('everything killed: messages before', run.sent());
	await expectNobodyTwice(run, (await retry(cluster(), run)).id);
});

it('Everything is killed in the middle of a run in parts that saves its progress: a retry sends to nobody twice, and leaves out one part at most', async () => {
	const run = await start('parts', inParts('parts'));
	await killAll(run);
	expect((await retry(cluster(), run)).status).toBe('success');
	expect(run.doubled()).toBe(0);
	const without = run.counts().filter((count) => count === 0).length;
	expect(without).toBeLessThanOrEqual(PART);
	addTo('everything killed, run in parts: recipients without a message after a retry', without);
});

it.each([
	['everything was', 'net-all', killAll],
	['a worker was', 'net-worker', killWorker],
])(
	'With Send Once Per, a new execution over the same list sends to nobody twice, after %s killed',
	async (_what, name, kill) => {
		const sendOncePer = `={{ '${name}/' + $json.to }}`;
		const workflow = await publish(cluster(), goingOn(name, { sendOncePer }));
		const run = await bulkRun(cluster(), name, workflow);
		await kill(run);
		await expectNobodyTwice(run, await call(cluster(), workflow, items(run.people)));
	},
);
