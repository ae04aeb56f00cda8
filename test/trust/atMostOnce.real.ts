import { setTimeout as sleep } from 'node:timers/promises';
import type { INode } from 'n8n-workflow';

import { call, publish, resume, run, step, workflowFile } from '../../tools/n8n/workflows';
import { simulatorCredentials } from '../../tools/simulatorCredentials';
import { useRealN8n } from '../support/realN8n';
import {
	afterWebhook,
	BY_EMAIL,
	items,
	messagesTo,
	retry,
	SENT,
	sendNode,
	strike,
} from '../support/realSends';
import { JOURNEYS, type Journey } from '../support/scenarios';
import { inBatchesOf, RETRY } from '../support/sendCodes';
import { expectMessages } from './support/totals';

const real = useRealN8n();

/** Gives everything a name that nothing else has, and a credential that is edited another address. */
let names = 0;
const newPath = () => `once-${(names += 1)}`;

/** Recipients that nobody else has. */
const newPeople = (howMany: number, { recipient }: Journey = BY_EMAIL) =>
	Array.from({ length: howMany }, () => recipient((names += 1)));

const expectSent = (people: string[], expected: number[]) =>
	expectMessages(messagesTo(real(), people), expected);

/** A node of this package with its credential, one item after the other. */
const ours = (name: string, { parameters, ...settings }: Partial<INode> = {}, journey = BY_EMAIL) =>
	sendNode(real(), name, { ...settings, parameters: { ...parameters, options: inBatchesOf(1) } }, journey);

/** A workflow that does nothing but send. */
const sending = (settings: Partial<INode> = {}, journey = BY_EMAIL) =>
	afterWebhook(newPath(), [ours('Send', settings, journey)]);

/** Breaks the connection to one person after the provider acted, so that nobody hears of it. */
const breakFor = (recipient: string, { provider, sendPath: path } = BY_EMAIL) =>
	strike(real(), { kind: 'reset', afterProcessing: true, recipient, provider, path });

describe('a retry from the list of executions', () => {
	it('sends once to each person, also when the same execution or a retry of it is retried', async () => {
		const people = newPeople(5);
		strike(real(), { kind: 'status', status: 503, recipient: people[2] });
		const { execution } = await run(real(), sending(), items(people));
		expectSent(people, [1, 1, 0, 0, 0]);
		const first = await retry(real(), execution);
		expectSent(people, [1, 1, 0, 1, 1]);
		const others = [await retry(real(), first, 'current'), await retry(real(), execution)];
		expect([execution, first, ...others].map(({ status }) => status)).toEqual(Array(4).fill('error'));
		expectSent(people, [1, 1, 0, 1, 1]);
	});

	it.each(Object.keys(JOURNEYS).filter((name) => !name.includes('VerifyMobile')))(
		'%s: sends only to whom nothing was sent, with the workflow and the credential as they were or as they are now',
		async (name) => {
			const journey = JOURNEYS[name];
			const people = newPeople(5, journey);
			breakFor(people[2], journey);
			const file = sending({}, journey);
			const { stored, execution } = await run(real(), file, items(people));
			expect(execution.status).toBe('error');
			expectSent(people, [1, 1, 1, 0, 0]);

			const original = await retry(real(), execution);
			expect(original.status).toBe('error');

			const { n8n, simulator, credentials } = real();
			const type = journey.credential;
			const { data } = simulatorCredentials(simulator.url)[type];
			const address = Object.keys(data).find((key) => data[key].startsWith('http')) as string;
			const edited = `${data[address]}${'/'.repeat((names += 1))}`;
			await n8n.rest.updateCredential(credentials[type], { ...data, [address]: edited });
			const goingOn = ours('Send', { onError: 'continueErrorOutput' }, journey);
			await n8n.rest.updateWorkflow(stored, { ...file, nodes: [...file.nodes.slice(0, 2), goingOn] });
			const current = await retry(real(), original, 'current');
			expect(current.status).toBe('success');
			expectSent(people, [1, 1, 1, 1, 1]);
		},
	);

	it('sends nothing again when a later node was what failed', async () => {
		const people = newPeople(3);
		const stop = step('Stop', 'n8n-nodes-base.stopAndError', { errorMessage: 'Nobody is at home' });
		const file = afterWebhook(newPath(), [ours('Send', RETRY), stop], [['Send', SENT, 'Stop']]);
		const { execution } = await run(real(), file, items(people));
		await retry(real(), execution);
		await retry(real(), execution, 'current');
		expectSent(people, [1, 1, 1]);
	});
});

it('sends to nobody any more once it is stopped, Retry On Fail or not, and only to the others when it is run again', async () => {
	const people = newPeople(3);
	strike(real(), { kind: 'delay', seconds: 1, afterProcessing: true, recipient: people[1] });
	const { rest } = real().n8n;
	const id = await call(real(), await publish(real(), sending(RETRY)), items(people));
	while (messagesTo(real(), people)[1] === 0) await sleep(20);
	await rest.stopExecution(id);
	await sleep(1500);
	expect((await rest.getExecution(id)).status).toBe('canceled');
	expectSent(people, [1, 1, 0]);

	await retry(real(), { id });
	expectSent(people, [1, 1, 1]);
});

/** Lets its items pass the first time that it runs. */
function onlyOnce(): INode {
	const condition = {
		id: 'first',
		leftValue: '={{ $runIndex }}',
		rightValue: 0,
		operator: { type: 'number', operation: 'equals' },
	};
	const options = { version: 2, leftValue: '', caseSensitive: true, typeValidation: 'strict' };
	return step(
		'Once',
		'n8n-nodes-base.if',
		{ conditions: { options, combinator: 'and', conditions: [condition] } },
		{ typeVersion: 2.2 },
	);
}

// That only the next node sends after a Wait, also in another process, is in test/queue/cluster.queue.ts.
it('sends a second time, on purpose, and once, on the way from a Wait back to the node that sent, also when that is retried', async () => {
	const people = newPeople(1);
	const settings = { typeVersion: 1.1, webhookId: `${newPath()}-wait` };
	const email = "={{ $('Items').all()[$itemIndex].json.to }}";
	const file = afterWebhook(
		newPath(),
		[
			ours('Send', { ...RETRY, parameters: { email } }),
			step('Wait', 'n8n-nodes-base.wait', { resume: 'webhook' }, settings),
			onlyOnce(),
		],
		[
			['Send', SENT, 'Wait'],
			['Wait', 0, 'Once'],
			['Once', 0, 'Send'],
		],
	);
	const { execution } = await run(real(), file, items(people));
	breakFor(people[0]);
	const resumed = await resume(real(), execution);
	expect(resumed.status).toBe('error');
	await retry(real(), resumed);
	expectSent(people, [2]);
});

it('goes on with Loop Over Items in a retry from the list where it failed, and sends once to each person', async () => {
	const people = newPeople(5);
	strike(real(), { kind: 'status', status: 401, recipient: people[2] });
	const loop = step('Loop', 'n8n-nodes-base.splitInBatches', { batchSize: 2 }, { typeVersion: 3 });
	const file = afterWebhook(
		newPath(),
		[loop, ours('Send', RETRY)],
		[
			['Loop', 1, 'Send'],
			['Send', SENT, 'Loop'],
		],
	);
	const { execution } = await run(real(), file, items(people));
	expect(execution.status).toBe('error');
	expectSent(people, [1, 1, 0, 1, 0]);
	expect((await retry(real(), execution)).status).toBe('success');
	expectSent(people, [1, 1, 1, 1, 1]);
});

describe('a sub-workflow', () => {
	/** A workflow that sends, and one that calls it. */
	async function called(mode: 'once' | 'each', inside: Partial<INode>, outside: Partial<INode> = {}) {
		const trigger = step(
			'Called',
			'n8n-nodes-base.executeWorkflowTrigger',
			{ inputSource: 'passthrough' },
			{ typeVersion: 1.1 },
		);
		const nodes = [trigger, ours('Send', inside)];
		const sub = await publish(real(), workflowFile(newPath(), nodes, [['Called', 0, 'Send']]));
		const workflowInputs = { mappingMode: 'defineBelow', value: {} };
		const workflowId = { __rl: true, mode: 'id', value: sub.id };
		const caller = step(
			'Call',
			'n8n-nodes-base.executeWorkflow',
			{ source: 'database', workflowId, workflowInputs, mode },
			{ typeVersion: 1.2, ...outside },
		);
		const people = newPeople(3);
		breakFor(people[1]);
		return { people, sub, ...(await run(real(), afterWebhook(newPath(), [caller]), items(people))) };
	}

	it.each([
		['once', [1, 1, 1]],
		['each', [1, 1, 0]],
	] as const)(
		'with Retry On Fail at the node that sends, called %s: sends once to each person, also when it is retried from the list',
		async (mode, expected) => {
			const { people, sub, execution } = await called(mode, RETRY);
			expect(execution.status).toBe('error');
			expectSent(people, [...expected]);
			for (const one of await real().n8n.rest.listExecutions(sub.id))
				if (one.status === 'error') await retry(real(), one);
			expectSent(people, [...expected]);
		},
	);

	it.each(['once', 'each'] as const)(
		'that the calling node runs again, called %s, is another execution and sends again',
		async (mode) => {
			const once = await called(mode, {});
			expectSent(once.people, [1, 1, 0]);
			await retry(real(), once.execution);
			expectSent(once.people, [2, 2, 1]);

			const twice = await called(mode, {}, { ...RETRY, maxTries: 2 });
			expect(twice.execution.status).toBe('success');
			expectSent(twice.people, [2, 2, 1]);
		},
	);

	it('whose trouble leaves through its error output gives the calling node no reason to run it again', async () => {
		const { people, execution } = await called('once', { onError: 'continueErrorOutput' }, RETRY);
		expect(execution.status).toBe('success');
		expectSent(people, [1, 1, 1]);
	});
});
