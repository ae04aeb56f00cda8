import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	execute,
	retryFromList,
	startAndKill,
	type Execution,
	type Killed,
	type NodeUnderTest,
} from '../../tools/engine';
import { failCalls, storedEntries } from '../../tools/engine/deduplicationStore';
import { indexOf } from '../support/runs';
import { JOURNEYS, scenario } from '../support/scenarios';
import { callsTo, messagesTo, savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();
const sending = scenario('hyperVergeSendEmailOtp');
const ONCE = "={{ 'campaign/' + $json.to }}";

let people = 0;
const newPeople = (howMany: number): IDataObject[] =>
	Array.from({ length: howMany }, () => ({ to: sending.recipient((people += 1)) }));

/** Sends ten at a time, and routes what has no outcome to the error output. */
const node = (options: INodeParameters = {}, of = sending): NodeUnderTest => ({
	...of.node,
	parameters: { ...of.node.parameters, options: { batching: { batch: { batchSize: 10 } }, ...options } },
	settings: { onError: 'continueErrorOutput' },
});
const send = async (items: IDataObject[], options: INodeParameters = {}) =>
	await execute(node(options), items, savedCredentials(sending.credential));
const once = { sendOncePer: ONCE };

const messages = (items: IDataObject[]) => items.map(({ to }) => messagesTo(String(to)));
const recipientsIn = (execution: Execution, output: string) => execution.outputs[output].map(indexOf);
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
const INTERRUPTED = { fault: 'interrupted', effect: 'unknown' };

/** Sends to 25 people, is killed while ten calls have no answer, and goes on as arranged. */
async function killedRun(sender: NodeUnderTest, goOn: (killed: Killed, items: IDataObject[]) => unknown) {
	const items = newPeople(25);
	const { provider } = sending.contract;
	for (const { to } of items.slice(10, 20)) {
		simulator().inject({ provider, recipient: String(to), kind: 'delay', seconds: 3600 });
	}
	const killed = startAndKill(sender, items, savedCredentials(sending.credential));
	while (callsTo(sending.path) < 20) await sleep(10);
	await goOn(killed, items);
	killed.cleanUp();
	return items;
}

const ONE_EACH = numbers(0, 25).map((index) => (index >= 10 && index < 20 ? 0 : 1));

describe('n8n was killed in the middle of a run', () => {
	it.each(['retry', 'repeat'] as const)(
		'sends to nobody twice in a %s, reports those who may have got a message, and sends to the others',
		async (again) => {
			const items = await killedRun(node(), async (killed) => {
				const execution = await killed[again]();
				expect(recipientsIn(execution, 'Sent')).toEqual(numbers(20, 25));
				expect(recipientsIn(execution, 'Error')).toEqual(numbers(0, 20));
				for (const { json } of execution.outputs.Error) expect(json.error).toMatchObject(INTERRUPTED);
				const next = await killed[again]();
				expect(recipientsIn(next, 'Error')).toEqual(numbers(0, 25));
			});
			expect(messages(items)).toEqual(ONE_EACH);
		},
	);

	it('after n8n 1.x has run the execution again by itself, a retry from the list sends to nobody twice', async () => {
		const stopping = { ...node(), settings: {} };
		const items = await killedRun(stopping, async (killed) => {
			const failed = await killed.repeat();
			const retry = await retryFromList(failed, stopping, savedCredentials(sending.credential));
			expect([failed.status, retry.status]).toEqual(['error', 'error']);
		});
		expect(messages(items)).toEqual(ONE_EACH);
	});

	it('with Send Once Per, sends to nobody twice in a new execution, and tells who has got a message', async () => {
		const items = await killedRun(node(once), async (_, people) => {
			const next = await send(people, once);
			expect(recipientsIn(next, 'Sent')).toEqual(numbers(20, 25));
			// Those whose result was recorded before the crash are known to have got a message.
			expect(recipientsIn(next, 'Error')).toEqual(expect.arrayContaining(numbers(10, 20)));
			for (const { json } of next.outputs.Error) expect(json.error).toMatchObject(INTERRUPTED);
			const last = await send(people, once);
			expect(recipientsIn(last, 'Sent')).toEqual([]);
			expect(recipientsIn(last, 'Not Sent')).toEqual(expect.arrayContaining(numbers(20, 25)));
			expect(recipientsIn(last, 'Error')).toEqual(recipientsIn(next, 'Error'));
		});
		expect(messages(items)).toEqual(ONE_EACH);
	});

	it('without Send Once Per, sends to everybody in a new execution', async () => {
		await killedRun(node(), async (_, people) => {
			expect((await send(people)).outputs.Sent).toHaveLength(25);
		});
	});
});

it('verifies no code twice after a crash', async () => {
	const verifying = JOURNEYS.hyperVergeVerifyEmailOtp;
	const items = numbers(0, 12).map((index) => ({ requestId: `req-${index}`, code: '123456' }));
	simulator().inject({ provider: verifying.provider, kind: 'delay', seconds: 3600, times: 12 });
	const acting = scenario('hyperVergeVerifyEmailOtp');
	const killed = startAndKill(node({}, acting), items, savedCredentials(acting.credential));
	while (callsTo(acting.path) < 10) await sleep(10);
	simulator().reset();
	const { outputs } = await killed.retry();
	expect(outputs.Error).toHaveLength(10);
	expect(callsTo(acting.path)).toBe(2);
	killed.cleanUp();
});

describe('Send Once Per', () => {
	const DUPLICATE = { outcome: 'notSent', reason: 'duplicateReference', httpStatus: null, reference: {} };

	it('sends one message however often a caller repeats its call, and says that it was sent', async () => {
		const items = newPeople(1);
		const [first, ...later] = [await send(items, once), await send(items, once), await send(items, once)];
		expect(first.outputs.Sent).toHaveLength(1);
		for (const { status, outputs } of later) {
			expect(status).toBe('success');
			expect(outputs['Not Sent'][0].json).toMatchObject(DUPLICATE);
		}
		expect(messages(items)).toEqual([1]);
	});

	it('sends again to those for whom certainly nothing was sent', async () => {
		const items = newPeople(3);
		const { provider } = sending.contract;
		const inject = (index: number, fault: object) =>
			simulator().inject({ provider, recipient: String(items[index].to), kind: 'status', ...fault });
		inject(0, { status: 401 });
		inject(1, { status: 503 });
		await send(items, once);
		const { outputs } = await send(items, once);
		expect(outputs.Sent.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
		expect(outputs.Error[0].json.error).toMatchObject(INTERRUPTED);
		expect(messages(items)).toEqual([1, 0, 1]);
	});

	it('sends to the first of the items of a list that have the same value', async () => {
		const [person] = newPeople(1);
		const { outputs } = await send([person, person], once);
		expect(outputs.Sent).toHaveLength(1);
		expect(outputs['Not Sent'][0].json).toMatchObject({
			...DUPLICATE,
			message: expect.stringContaining('same value') as string,
		});
		expect(messages([person])).toEqual([1]);
	});

	it.each(["={{ '' }}", '={{ $json.missing }}', '={{ null }}', ''])(
		'sends nothing for an item whose value is empty: %s',
		async (sendOncePer) => {
			const items = newPeople(1);
			const { outputs } = await send(items, { sendOncePer });
			expect(outputs.Error[0].json.error).toMatchObject({ message: "'Send Once Per' must be filled in" });
			expect(messages(items)).toEqual([0]);
		},
	);
});

it('stores neither recipients nor values of Send Once Per', async () => {
	const items = newPeople(2);
	await send(items);
	await send(items, once);
	expect(storedEntries()).toMatch(/^once\//m);
	expect(storedEntries()).not.toMatch(/person-|campaign/);
});

describe('n8n cannot write to its database', () => {
	const hintsOf = ({ run }: Execution) =>
		(run.data.resultData.runData['Under Test'][0].hints ?? []).map(({ message }) => message);
	afterEach(() => failCalls(0));

	it('once: tries again', async () => {
		failCalls(1);
		const items = newPeople(2);
		const execution = await send(items);
		expect([messages(items), hintsOf(execution)]).toEqual([[1, 1], []]);
	});

	it('sends, and says once that a crash is not covered', async () => {
		failCalls(Infinity);
		const items = newPeople(25);
		const execution = await send(items);
		expect(messages(items)).toEqual(items.map(() => 1));
		expect(hintsOf(execution)).toEqual([
			expect.stringContaining('a retry after a crash of n8n may send again'),
		]);
	});

	it('with Send Once Per, sends nothing', async () => {
		failCalls(Infinity);
		const items = newPeople(1);
		const { outputs } = await send(items, once);
		expect(outputs.Error[0].json.error).toMatchObject({ fault: 'notRecorded', effect: 'none' });
		expect(messages(items)).toEqual([0]);
	});
});
