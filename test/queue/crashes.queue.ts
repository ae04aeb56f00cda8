import type { INode } from 'n8n-workflow';

import { addTo } from '../../tools/jest/totals';
import type { WorkflowFile } from '../../tools/n8n/restClient';
import { call, publish, step } from '../../tools/n8n/workflows';
import { afterWebhook, items, messagesTo, retry, sendNode, strike } from '../support/realSends';
import { addresses, crash, expectOneEach, until, useCluster, workersOf } from './support/cluster';

const RECIPIENTS = 300;
const IN_THE_MIDDLE = 100;
const PART = 10;
/** The index of the output of a node that sends through which errors leave. */
const ERROR = 3;

const cluster = useCluster({
	// n8n notices after half a minute, not two, that a worker died.
	...{ QUEUE_WORKER_LOCK_DURATION: '30000', QUEUE_WORKER_STALLED_INTERVAL: '5000' },
	N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '600',
});

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

/**
 * Calls the webhook of a workflow for 300 recipients, and waits until its run is in the middle. The
 * provider sends at once and answers late, so that a crash hits items whose result is unknown.
 *
 * @param name what the addresses begin with; no other test uses it
 */
async function start(name: string, file = sending(name)) {
	const people = addresses(name, RECIPIENTS);
	const late = { kind: 'delay', seconds: 0.3, afterProcessing: true } as const;
	strike(cluster(), { ...late, recipient: name, times: 2 * IN_THE_MIDDLE });
	const workflow = await publish(cluster(), file);
	const id = await call(cluster(), workflow, items(people));
	const counts = () => messagesTo(cluster(), people);
	const sent = () => counts().reduce((total, count) => total + count, 0);
	await until(() => sent() >= IN_THE_MIDDLE);
	const [worker] = workersOf(cluster(), id).map((index) => cluster().n8n.workers[index]);
	return {
		...{ people, id, workflow, worker, counts, sent },
		/** How many recipients have got more than one message. */
		doubled: () => counts().filter((count) => count > 1).length,
		finished: () => cluster().n8n.rest.finishedExecution(id, 600_000),
	};
}

type BulkRun = Awaited<ReturnType<typeof start>>;

/** Kills the worker that took up a run, and starts it again once n8n has noticed. */
async function killWorker({ worker, finished }: BulkRun): Promise<void> {
	await worker.end('SIGKILL');
	await finished();
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
	const ended = run.worker.end('SIGTERM');
	const meanwhile = addresses('meanwhile', 1);
	const id = await call(cluster(), await publish(cluster(), sending('meanwhile')), items(meanwhile));
	expect((await cluster().n8n.rest.finishedExecution(id)).status).toBe('success');
	await ended;
	expect((await run.finished()).status).toBe('success');
	expectOneEach(cluster(), [...run.people, ...meanwhile]);
	await run.worker.start();
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
		const run = await start(name, goingOn(name, { sendOncePer }));
		await kill(run);
		await expectNobodyTwice(run, await call(cluster(), run.workflow, items(run.people)));
	},
);
