import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../simulator';
import type { StoredWorkflow, WorkflowFile } from '../../tools/n8n/restClient';
import {
	call,
	publish,
	resume,
	run,
	step,
	webhook,
	workflowFile,
	type Link,
} from '../../tools/n8n/workflows';
import { simulatorCredentials } from '../../tools/simulatorCredentials';
import { useRealN8n } from '../support/realN8n';
import { JOURNEYS } from '../support/scenarios';
import { RETRY } from '../support/sendCodes';
import { count } from './support/totals';

/** Where the provider does not matter. */
const BY_EMAIL = 'hyperVergeVerifyEmailOtp';

const real = useRealN8n();

/** Gives everything a name that nothing else has, and a credential that is edited another address. */
let names = 0;
const newPath = () => `once-${(names += 1)}`;

/** Addresses that nobody else has, as the items that a workflow starts with. */
function newPeople(howMany: number, journey = BY_EMAIL): IDataObject[] {
	return Array.from({ length: howMany }, () => ({ to: JOURNEYS[journey].recipient((names += 1)) }));
}

const messagesTo = ({ to }: IDataObject) =>
	real()
		.simulator.inbox()
		.filter((message) => message.to === to).length;

/** Compares the inbox with what was expected by hand, and adds both to the totals. */
function expectMessages(items: IDataObject[], expected: number[]): void {
	const sent = items.map(messagesTo);
	expect(sent).toEqual(expected);
	count('messages expected', sum(expected));
	count('messages sent', sum(sent));
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** A node of this package with its credential, one item after the other. */
function ours(
	name: string,
	journey: keyof typeof JOURNEYS,
	settings: Partial<INode> = {},
	parameters: INodeParameters = {},
): INode {
	const { send, credential } = JOURNEYS[journey];
	const { id, name: label } = real().credentials[credential];
	return step(
		name,
		send.type,
		{ ...send.parameters, options: { batching: { batch: { batchSize: 1 } } }, ...parameters },
		{ ...settings, credentials: { [credential]: { id, name: label } } },
	);
}

/** A workflow that begins with a webhook and makes items of what it got. */
function afterWebhook(nodes: INode[], links: Link[]): WorkflowFile {
	const path = newPath();
	return workflowFile(path, [...webhook(path), ...nodes], [['Webhook', 0, 'Items'], ...links]);
}

/** A workflow that does nothing but send. */
const sending = (settings: Partial<INode> = {}, journey = BY_EMAIL) =>
	afterWebhook([ours('Send', journey, settings)], [['Items', 0, 'Send']]);

/** Disturbs the call that sends to one person. */
function strike(item: IDataObject, fault: Partial<Fault> & Pick<Fault, 'kind'>, journey = BY_EMAIL): void {
	const { provider, sendPath } = JOURNEYS[journey];
	real().simulator.inject({ ...fault, provider, path: sendPath, recipient: String(item.to) });
}

/** Breaks the connection to one person after the provider acted, so that nobody hears of it. */
const breakFor = (item: IDataObject, journey?: string) =>
	strike(item, { kind: 'reset', afterProcessing: true }, journey);

/** The third of five meets a fault. */
async function failingRun(settings: Partial<INode>) {
	const items = newPeople(5);
	strike(items[2], { kind: 'status', status: 503 });
	return { items, ...(await run(real(), sending(settings), items)) };
}

const retry = async ({ id }: { id: string }, workflow: 'original' | 'current' = 'original') =>
	await real().n8n.rest.retryExecution(id, workflow);
const executionsOf = async ({ id }: StoredWorkflow) => await real().n8n.rest.listExecutions(id);

describe('a retry from the list of executions', () => {
	it('sends once to each person, also when Retry On Fail tried before and the retry is retried', async () => {
		const { items, execution } = await failingRun(RETRY);
		expect(execution.status).toBe('error');
		const first = await retry(execution);
		const second = await retry(first, 'current');
		expect([first.status, second.status]).toEqual(['error', 'error']);
		expectMessages(items, [1, 1, 0, 1, 1]);
	});

	it.each(Object.keys(JOURNEYS).filter((name) => !name.includes('VerifyMobile')))(
		'%s: sends only to whom nothing was sent, with the workflow and the credential as they were or as they are now',
		async (name) => {
			const items = newPeople(5, name);
			breakFor(items[2], name);
			const file = sending({}, name);
			const { stored, execution } = await run(real(), file, items);
			expect(execution.status).toBe('error');
			expectMessages(items, [1, 1, 1, 0, 0]);

			const original = await retry(execution);
			expect(original.status).toBe('error');

			const { n8n, simulator, credentials } = real();
			const type = JOURNEYS[name].credential;
			const { data } = simulatorCredentials(simulator.url)[type];
			const address = Object.keys(data).find((key) => data[key].startsWith('http')) as string;
			const edited = `${data[address]}${'/'.repeat((names += 1))}`;
			await n8n.rest.updateCredential(credentials[type], { ...data, [address]: edited });
			const goingOn = ours('Send', name, { onError: 'continueErrorOutput' });
			await n8n.rest.updateWorkflow(stored, { ...file, nodes: [...file.nodes.slice(0, 2), goingOn] });
			const current = await retry(original, 'current');
			expect(current.status).toBe('success');
			expectMessages(items, [1, 1, 1, 1, 1]);
		},
	);

	it('sends nothing again when a later node was what failed', async () => {
		const items = newPeople(3);
		const stop = step('Stop', 'n8n-nodes-base.stopAndError', { errorMessage: 'Nobody is at home' });
		const file = afterWebhook(
			[ours('Send', BY_EMAIL, RETRY), stop],
			[
				['Items', 0, 'Send'],
				['Send', 2, 'Stop'],
			],
		);
		const { execution } = await run(real(), file, items);
		await retry(execution);
		await retry(execution, 'current');
		expectMessages(items, [1, 1, 1]);
	});

	it('sends to nobody a second time, also when the same execution is retried twice', async () => {
		const { items, execution } = await failingRun({});
		expectMessages(items, [1, 1, 0, 0, 0]);
		await retry(execution);
		expectMessages(items, [1, 1, 0, 1, 1]);
		await retry(execution);
		expectMessages(items, [1, 1, 0, 1, 1]);
	});
});

it('sends to nobody any more once it is stopped, Retry On Fail or not, and only to the others when it is run again', async () => {
	const items = newPeople(3);
	strike(items[1], { kind: 'delay', seconds: 1, afterProcessing: true });
	const { rest } = real().n8n;
	const id = await call(real(), await publish(real(), sending(RETRY)), items);
	while (messagesTo(items[1]) === 0) await sleep(20);
	await rest.stopExecution(id);
	await sleep(1500);
	expect((await rest.getExecution(id)).status).toBe('canceled');
	expectMessages(items, [1, 1, 0]);

	await retry({ id });
	expectMessages(items, [1, 1, 1]);
});

describe('a Wait, for which n8n puts the execution into its database', () => {
	const wait = () => {
		const settings = { typeVersion: 1.1, webhookId: `${newPath()}-wait` };
		return step('Wait', 'n8n-nodes-base.wait', { resume: 'webhook' }, settings);
	};
	const TO = "={{ $('Items').all()[$itemIndex].json.to }}";

	it('between two nodes that send: each sends once', async () => {
		const items = newPeople(1);
		const file = afterWebhook(
			[ours('First', BY_EMAIL, RETRY), wait(), ours('Second', BY_EMAIL, RETRY, { email: TO })],
			[
				['Items', 0, 'First'],
				['First', 2, 'Wait'],
				['Wait', 0, 'Second'],
			],
		);
		const { execution } = await run(real(), file, items);
		expect(execution.status).toBe('waiting');
		expectMessages(items, [1]);
		expect((await resume(real(), execution)).status).toBe('success');
		expectMessages(items, [2]);
	});

	it('on the way back to the node that sent: it sends a second time, on purpose, and once, also when that is retried', async () => {
		const items = newPeople(1);
		const file = afterWebhook(
			[ours('Send', BY_EMAIL, RETRY, { email: TO }), wait(), onlyOnce()],
			[
				['Items', 0, 'Send'],
				['Send', 2, 'Wait'],
				['Wait', 0, 'Once'],
				['Once', 0, 'Send'],
			],
		);
		const { execution } = await run(real(), file, items);
		breakFor(items[0]);
		const resumed = await resume(real(), execution);
		expect(resumed.status).toBe('error');
		await retry(resumed);
		expectMessages(items, [2]);
	});
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

describe('Loop Over Items', () => {
	const looping = (batchSize: number, settings: Partial<INode>) =>
		afterWebhook(
			[
				step('Loop', 'n8n-nodes-base.splitInBatches', { batchSize }, { typeVersion: 3 }),
				ours('Send', BY_EMAIL, settings),
			],
			[
				['Items', 0, 'Loop'],
				['Loop', 1, 'Send'],
				['Send', 2, 'Loop'],
			],
		);

	it('goes on in a retry from the list where it failed, and sends once to each person', async () => {
		const items = newPeople(5);
		strike(items[2], { kind: 'status', status: 401 });
		const { execution } = await run(real(), looping(2, RETRY), items);
		expect(execution.status).toBe('error');
		expectMessages(items, [1, 1, 0, 1, 0]);
		expect((await retry(execution)).status).toBe('success');
		expectMessages(items, [1, 1, 1, 1, 1]);
	});

	it('sends to the same person once in each round, on purpose', async () => {
		const [person] = newPeople(1);
		await run(real(), looping(1, RETRY), [person, person, person]);
		expectMessages([person], [3]);
	});
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
		const nodes = [trigger, ours('Send', BY_EMAIL, inside)];
		const sub = await publish(real(), workflowFile(newPath(), nodes, [['Called', 0, 'Send']]));
		const workflowInputs = { mappingMode: 'defineBelow', value: {} };
		const workflowId = { __rl: true, mode: 'id', value: sub.id };
		const caller = step(
			'Call',
			'n8n-nodes-base.executeWorkflow',
			{ source: 'database', workflowId, workflowInputs, mode },
			{ typeVersion: 1.2, ...outside },
		);
		const items = newPeople(3);
		breakFor(items[1]);
		const file = afterWebhook([caller], [['Items', 0, 'Call']]);
		return { items, sub, ...(await run(real(), file, items)) };
	}

	it.each([
		['once', [1, 1, 1]],
		['each', [1, 1, 0]],
	] as const)(
		'with Retry On Fail at the node that sends, called %s: sends once to each person, also when it is retried from the list',
		async (mode, expected) => {
			const { items, sub, execution } = await called(mode, RETRY);
			expect(execution.status).toBe('error');
			expectMessages(items, [...expected]);
			for (const failed of await executionsOf(sub)) if (failed.status === 'error') await retry(failed);
			expectMessages(items, [...expected]);
		},
	);

	it.each(['once', 'each'] as const)(
		'that the calling node runs again, called %s, is another execution and sends again',
		async (mode) => {
			const once = await called(mode, {});
			expectMessages(once.items, [1, 1, 0]);
			await retry(once.execution);
			expectMessages(once.items, [2, 2, 1]);

			const twice = await called(mode, {}, { ...RETRY, maxTries: 2 });
			expect(twice.execution.status).toBe('success');
			expectMessages(twice.items, [2, 2, 1]);
		},
	);

	it('whose trouble leaves through its error output gives the calling node no reason to run it again', async () => {
		const { items, execution } = await called('once', { onError: 'continueErrorOutput' }, RETRY);
		expect(execution.status).toBe('success');
		expectMessages(items, [1, 1, 1]);
	});
});

it('two executions that start at the same time each send once', async () => {
	const items = newPeople(3);
	const stored = await publish(real(), sending(RETRY));
	const first = await call(real(), stored, [items[0]]);
	await real().n8n.rest.finishedExecution(first);
	await Promise.all([call(real(), stored, items), call(real(), stored, items)]);
	for (const { id } of await executionsOf(stored)) await real().n8n.rest.finishedExecution(id);
	expect(await executionsOf(stored)).toHaveLength(3);
	expectMessages(items, [3, 2, 2]);
});
