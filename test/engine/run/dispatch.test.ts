import { Readable } from 'node:stream';
import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

import type { Statement } from '../../../nodes/engine/answers/statement';
import type { PreparedItem } from '../../../nodes/engine/operation/operation';
import { Attempts } from '../../../nodes/engine/run/attempts';
import { Dispatcher } from '../../../nodes/engine/run/dispatch';
import { operation, preparedItem, request } from '../support/example';

type Perform = PreparedItem['perform'];
type Answer = () => Promise<unknown>;

const accepted: Answer = async () => ({
	statusCode: 202,
	headers: { 'Retry-After': 7 },
	body: Readable.from([Buffer.from('{"ok":true}')]),
});
const refused: Answer = async () => {
	throw Object.assign(new Error('no connection'), { code: 'ECONNREFUSED' });
};
const never: Answer = async () => await new Promise(() => {});

const saying =
	(statement: Statement): Perform =>
	async (call) => {
		await call(request);
		return statement;
	};
const reading = saying({ says: 'yes', statusCode: 'OK', message: 'ok' });
const refusing = saying({ says: 'neither', fault: 'credentialsRefused' });
const tripping: Perform = async (call) => {
	await call(request);
	throw new TypeError('an unforeseen body');
};
const idle: Perform = async () => await Promise.resolve({ says: 'yes', statusCode: 'OK' });
const look = { ...request, path: '/look', effect: false };

const SENT = { item: { outcome: 'sent', response: { ok: true }, retryAfterSeconds: 7 } };
const UNREADABLE = { fault: 'unreadable', effectLeft: true };

const USUAL = {
	...{ answer: accepted, goesOn: true, batchSize: 10, batchIntervalMs: 0, execution: 'first', run: 0 },
	signal: undefined as AbortSignal | undefined,
};
type Run = Partial<typeof USUAL> & { nodeContext?: object };

/** A run of the node: its results, and how many requests have left. */
function start(items: Array<Perform | PreparedItem>, { nodeContext = {}, ...given }: Run = {}) {
	const { answer, goesOn, batchSize, batchIntervalMs, signal, execution, run } = { ...USUAL, ...given };
	let requests = 0;
	const hints: string[] = [];
	const helper: Answer = async () => {
		requests += 1;
		return await answer();
	};
	const context = {
		getContext: () => nodeContext,
		evaluateExpression: (expression: string) => (expression === '{{ $runIndex }}' ? run : undefined),
		getExecutionId: () => execution,
		getInstanceId: () => 'an n8n',
		getExecutionCancelSignal: () => signal,
		addExecutionHints: ({ message }: NodeExecutionHint) => hints.push(message),
		helpers: { httpRequestWithAuthentication: helper },
	} as unknown as IExecuteFunctions;
	const settings = { batchSize, batchIntervalMs, timeoutMs: 5000, includeResponse: true };
	const dispatcher = new Dispatcher(context, operation, settings, Attempts.open(context, operation));
	const prepared = items.map((item) => (typeof item === 'function' ? preparedItem({ perform: item }) : item));
	return {
		results: dispatcher.dispatch(
			{
				count: prepared.length,
				check: async (index) => await Promise.resolve(prepared[index]),
				checked: (index) => prepared[index],
			},
			goesOn,
		),
		requests: () => requests,
		hints,
	};
}

async function run(items: Array<Perform | PreparedItem>, given?: Run) {
	const { results, requests } = start(items, given);
	return { results: await results, requests: requests() };
}

/** Lets everything happen that needs no time to pass. */
async function settled(): Promise<void> {
	for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
}

it('calls a body that a reader trips over unreadable, and loses none of the other items', async () => {
	const trippingBefore: Perform = async () =>
		await Promise.reject(new TypeError('nothing was asked for yet'));
	const { results } = await run([tripping, reading, trippingBefore, idle]);
	const nothingLeft = { fault: 'unreadable', effectLeft: false };
	expect(results).toMatchObject([{ ...UNREADABLE, httpStatus: 202 }, SENT, nothingLeft, nothingLeft]);
	expect(results[2]).not.toHaveProperty('item');
});

it('sends an item whose first attempt was cut off, unless the request that makes the provider act had left', async () => {
	const asking: Perform = async (call) => {
		await call(look);
		return await reading(call);
	};
	const nodeContext = {};
	const items = [reading, asking];
	const cutOff = start(items, { nodeContext, answer: never });
	await settled();
	expect(cutOff.requests()).toBe(2);
	const results = [{ fault: 'interrupted', effectLeft: true }, SENT];
	expect(await run(items, { nodeContext })).toMatchObject({ results, requests: 2 });
});

it('sends an item again whose request never left', async () => {
	const nodeContext = {};
	const { results } = await run([reading], { nodeContext, answer: refused });
	expect(results).toEqual([{ fault: 'unreachable', effectLeft: false }]);
	expect(await run([reading], { nodeContext })).toMatchObject({ results: [SENT], requests: 1 });
});

/** Answers that come when the test says so, in the order of the requests. */
function answersToGive() {
	const pending: Array<(answer: unknown) => void> = [];
	const answer: Answer = async () => await new Promise((resolve) => pending.push(resolve));
	const give = async (request: number, given = accepted) => {
		pending[request](given());
		await settled();
	};
	return { answer, give };
}

it('starts an item when one of those in flight is done, whichever it is, and keeps the order', async () => {
	const { answer, give } = answersToGive();
	const window = start([reading, tripping, reading, reading], { answer, batchSize: 2 });
	await settled();
	expect(window.requests()).toBe(2);
	await give(1);
	expect(window.requests()).toBe(3);
	await give(2);
	expect(window.requests()).toBe(4);
	await give(3);
	await give(0);
	expect(await window.results).toMatchObject([SENT, UNREADABLE, SENT, SENT]);
});

describe('with a pause', () => {
	beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }));
	afterEach(() => jest.useRealTimers());

	const paced = { batchSize: 2, batchIntervalMs: 60_000 };
	async function pass(milliseconds: number): Promise<void> {
		jest.advanceTimersByTime(milliseconds);
		await settled();
	}

	it('pauses whenever so many items have been started, and not after the last one', async () => {
		const window = start([reading, reading, reading, reading], paced);
		await settled();
		expect(window.requests()).toBe(2);
		await pass(59_999);
		expect(window.requests()).toBe(2);
		await pass(1);
		expect(window.requests()).toBe(4);
		expect(await window.results).toHaveLength(4);
		expect(jest.getTimerCount()).toBe(0);
	});

	it('starts no item after the pause while as many as allowed are in flight', async () => {
		const { answer, give } = answersToGive();
		const window = start([reading, reading, reading], { ...paced, answer });
		await settled();
		await pass(60_000);
		expect(window.requests()).toBe(2);
		await give(0);
		expect(window.requests()).toBe(3);
	});

	it('ends at once after a fault where the node is to stop', async () => {
		const window = start([tripping, reading, reading], { ...paced, goesOn: false });
		expect(await window.results).toMatchObject([UNREADABLE, SENT]);
		expect(window.requests()).toBe(2);
	});
});

it('starts no item after the execution was cancelled', async () => {
	const controller = new AbortController();
	const answer: Answer = async () => {
		controller.abort();
		return await accepted();
	};
	const cancelled = { answer, batchSize: 1, signal: controller.signal };
	expect(await run([reading, reading], cancelled)).toMatchObject({ results: [SENT], requests: 1 });
});

it('awaits and remembers what is in flight after a fault where the node is to stop, and starts nothing further', async () => {
	const nodeContext = {};
	const { answer, give } = answersToGive();
	const items = [reading, tripping, reading, reading];
	const stops = { nodeContext, goesOn: false, batchSize: 3 };
	const window = start(items, { ...stops, answer });
	await settled();
	await give(1);
	await give(0);
	await give(2);
	expect(await window.results).toMatchObject([SENT, UNREADABLE, SENT]);
	expect(window.requests()).toBe(3);

	const results = [SENT, UNREADABLE, SENT, SENT];
	expect(await run(items, stops)).toMatchObject({ results, requests: 1 });
});

it('goes on after a fault under Continue, and after one that is only remembered', async () => {
	const nodeContext = {};
	const items = [tripping, reading];
	expect((await run(items, { batchSize: 1 })).requests).toBe(2);
	await run([tripping], { nodeContext });
	const again = { nodeContext, goesOn: false, batchSize: 1 };
	expect(await run(items, again)).toMatchObject({ results: [UNREADABLE, SENT], requests: 1 });
});

it('keeps the words of a fault, scrubbed and cut', async () => {
	const said = { says: 'neither', fault: 'rejected', statusCode: '5', reference: { id: '1234' } } as const;
	const perform = saying({ ...said, message: `code 1234 ${'x'.repeat(300)}` });
	const { results } = await run([preparedItem({ perform, secrets: ['1234'] })]);
	expect(results).toEqual([
		{
			fault: 'rejected',
			statusCode: '5',
			httpStatus: 202,
			effectLeft: true,
			providerMessage: `code [redacted] ${'x'.repeat(200 - 'code [redacted] '.length)}`,
			reference: { id: '[redacted]' },
		},
	]);
});

it('sends in a retry from the list of executions only what certainly had no effect, and in a loop all', async () => {
	const nodeContext = {};
	const requestsOf = async (given: Run) =>
		(await run([reading, tripping, refusing], { nodeContext, ...given })).requests;
	const second = { execution: 'second' };
	expect([await requestsOf({}), await requestsOf({})]).toEqual([3, 0]);
	expect([await requestsOf(second), await requestsOf(second)]).toEqual([1, 0]);
	const loop = { ...second, run: 1 };
	expect([await requestsOf(loop), await requestsOf(loop)]).toEqual([3, 0]);
});

it('ends an item whose request has no answer, and makes no other, whatever its operation does', async () => {
	for (const then of [idle, reading]) {
		const swallowing: Perform = async (call) => {
			await call(request).catch(() => undefined);
			return await then(call);
		};
		expect(await run([swallowing], { answer: refused })).toEqual({
			results: [{ fault: 'unreachable', effectLeft: false }],
			requests: 1,
		});
	}
});

it('sends where this version of n8n has no deduplication store, and says once what it cannot do', async () => {
	const items = Array.from({ length: 25 }, (_, index) => preparedItem({ sendOncePer: String(index) }));
	const { results, hints } = start(items);
	expect(await results).toMatchObject(items.map(() => SENT));
	expect(hints).toEqual([expect.stringMatching(/cannot record.*'Send Once Per' has no effect/)]);
});
