import { Readable } from 'node:stream';
import type { IExecuteFunctions } from 'n8n-workflow';

import type { Operation, PreparedItem } from '../../../nodes/engine/operation/operation';
import type { ProviderRequest } from '../../../nodes/engine/operation/provider';
import { Attempts } from '../../../nodes/engine/run/attempts';
import { Dispatcher } from '../../../nodes/engine/run/dispatch';
import type { Ready } from '../../../nodes/engine/run/prepare';

const request: ProviderRequest = {
	method: 'POST',
	baseUrl: 'https://api.example.com',
	path: '/send',
	effect: true,
};

const operation: Operation = {
	provider: {
		name: 'example',
		displayName: 'Example',
		checkCredential: () => {},
		secretCredentialFields: [],
		secretAnswerKeys: [],
	},
	name: 'send',
	kind: 'send',
	codes: [{ code: '0', text: 'ok', reason: 'accepted', source: 'this test' }],
	credentialType: () => 'exampleApi',
	prepare: () => {
		throw new Error('The items are prepared already');
	},
};

type Perform = PreparedItem['perform'];

function ready(perform: Perform): Ready {
	return {
		prepared: { perform, recipients: [], secrets: [], identity: [], reference: {} },
		credential: { type: 'exampleApi', data: {} },
		fingerprint: 'same',
	};
}

const tripping: Perform = async (call) => {
	await call(request);
	throw new TypeError('a body that nobody thought of');
};

const trippingBefore: Perform = async (call) => {
	if (request.effect) throw new TypeError('nothing was asked for yet');
	return await reading(call);
};

const reading: Perform = async (call) => {
	await call(request);
	return { says: 'yes', statusCode: '0', message: 'ok' };
};

type Answer = () => Promise<unknown>;

interface Run {
	batchSize?: number;
	batchIntervalMs?: number;
	signal?: AbortSignal;
	execution?: string;
	run?: number;
}

/** A run of the node in one execution: what is remembered is in `nodeContext`. */
function dispatcherIn(
	nodeContext: object,
	answer: Answer,
	{ batchSize = 10, batchIntervalMs = 0, signal, execution = 'execution-1', run = 0 }: Run = {},
): Dispatcher {
	const context = {
		getContext: () => nodeContext,
		evaluateExpression: (expression: string) => (expression === '{{ $runIndex }}' ? run : undefined),
		getExecutionId: () => execution,
		getExecutionCancelSignal: () => signal,
		helpers: { httpRequestWithAuthentication: answer },
	} as unknown as IExecuteFunctions;
	const settings = { batchSize, batchIntervalMs, timeoutMs: 5000, includeResponse: true };
	return new Dispatcher(context, operation, settings, Attempts.open(context));
}

const accepted: Answer = async () => ({
	statusCode: 202,
	headers: {},
	body: Readable.from([Buffer.from('{"ok":true}')]),
});

it('calls a body that a reader trips over unreadable, and loses none of the other items', async () => {
	const sender = dispatcherIn({}, accepted);
	const ended = await sender.dispatch([ready(tripping), ready(reading), ready(trippingBefore)], true);
	expect(ended).toMatchObject([
		{ result: { fault: 'unreadable', httpStatus: 202, effectLeft: true }, remembered: false },
		{ result: { item: { outcome: 'sent', response: { ok: true } } }, remembered: false },
		{ result: { fault: 'unreadable', effectLeft: false }, remembered: false },
	]);
	expect(ended[2]?.result).not.toHaveProperty('item');

	const again = await sender.dispatch([ready(tripping), ready(reading)], true);
	expect(again.map((end) => end?.remembered)).toEqual([true, true]);
});

it('does not send an item again whose first try was cut off before the answer came', async () => {
	const nodeContext = {};
	let requests = 0;
	const cutOff = dispatcherIn(nodeContext, async () => {
		requests += 1;
		return await new Promise(() => {});
	});
	void cutOff.dispatch([ready(reading)], true);
	await new Promise(setImmediate);
	expect(requests).toBe(1);

	const ended = await dispatcherIn(nodeContext, accepted).dispatch([ready(reading)], true);
	expect(ended).toEqual([{ result: { fault: 'interrupted', effectLeft: true }, remembered: true }]);
});

/** Counts the requests that leave. */
function counting(answer: Answer = accepted) {
	const count = { requests: 0 };
	return {
		count,
		answer: async () => {
			count.requests += 1;
			return await answer();
		},
	};
}

const refused: Answer = async () => {
	throw Object.assign(new Error('no connection'), { code: 'ECONNREFUSED' });
};

it('sends an item whose first try was cut off before anything that makes the provider act', async () => {
	const asking: Perform = async (call) => {
		await call({ ...request, effect: false });
		return await reading(call);
	};
	const nodeContext = {};
	void dispatcherIn(nodeContext, async () => await new Promise(() => {})).dispatch([ready(asking)], true);
	await new Promise(setImmediate);
	const [ended] = await dispatcherIn(nodeContext, accepted).dispatch([ready(asking)], true);
	expect(ended).toMatchObject({ result: { item: { outcome: 'sent' } }, remembered: false });
});

it('waits between two batches, and neither before the first nor after the last', async () => {
	const anHour = { batchSize: 2, batchIntervalMs: 3_600_000 };
	const { count, answer } = counting();
	await dispatcherIn({}, answer, anHour).dispatch([ready(reading), ready(reading)], true);
	expect(count.requests).toBe(2);

	const slow = counting();
	const sending = dispatcherIn({}, slow.answer, { batchSize: 1, batchIntervalMs: 300 }).dispatch(
		[ready(reading), ready(reading)],
		true,
	);
	for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
	expect(slow.count.requests).toBe(1);
	expect(await sending).toHaveLength(2);
	expect(slow.count.requests).toBe(2);
});

it('starts no batch after the execution was cancelled', async () => {
	const controller = new AbortController();
	const { count, answer } = counting(async () => {
		controller.abort();
		return await accepted();
	});
	const items = [ready(reading), ready(reading), ready(reading)];
	const ended = await dispatcherIn({}, answer, { batchSize: 2, signal: controller.signal }).dispatch(
		items,
		true,
	);
	expect(count.requests).toBe(2);
	expect(ended).toHaveLength(2);
});

it('starts no batch after a fault where the node is to stop, but for one that is only remembered', async () => {
	const nodeContext = {};
	const items = [ready(tripping), ready(reading), ready(reading)];
	const first = counting();
	expect(await dispatcherIn(nodeContext, first.answer, { batchSize: 1 }).dispatch(items, false)).toHaveLength(
		1,
	);
	expect(first.count.requests).toBe(1);

	const second = counting();
	const ended = await dispatcherIn(nodeContext, second.answer, { batchSize: 1 }).dispatch(items, false);
	expect(ended.map((end) => end?.remembered)).toEqual([true, false, false]);
	expect(second.count.requests).toBe(2);

	const mixed = counting();
	const batches = [ready(reading), ready(tripping), ready(reading)];
	expect(await dispatcherIn({}, mixed.answer, { batchSize: 2 }).dispatch(batches, false)).toHaveLength(2);
	expect(mixed.count.requests).toBe(2);

	const goesOn = counting();
	expect(await dispatcherIn({}, goesOn.answer, { batchSize: 1 }).dispatch(items, true)).toHaveLength(3);
	expect(goesOn.count.requests).toBe(3);
});

it('passes over items that cannot be sent, and keeps their places', async () => {
	const { count, answer } = counting();
	const invalid = { message: 'no', description: 'Do it.' };
	const ended = await dispatcherIn({}, answer).dispatch([invalid, ready(reading), invalid], true);
	expect(ended.map((end) => end !== undefined)).toEqual([false, true, false]);
	expect(count.requests).toBe(1);
});

it('forgets an item whose request never left, and sends it in the next try', async () => {
	const nodeContext = {};
	const [failed] = await dispatcherIn(nodeContext, refused).dispatch([ready(reading)], true);
	expect(failed).toEqual({
		result: { fault: 'unreachable', effectLeft: false },
		remembered: false,
	});
	const [sent] = await dispatcherIn(nodeContext, accepted).dispatch([ready(reading)], true);
	expect(sent).toMatchObject({ result: { item: { outcome: 'sent' } }, remembered: false });
});

it('does not call the provider unreachable when it has acted already', async () => {
	const twoCalls: Perform = async (call) => {
		await call(request);
		await call({ ...request, path: '/look', effect: false });
		return { says: 'yes', statusCode: '0', message: 'ok' };
	};
	let calls = 0;
	const nodeContext = {};
	const sender = dispatcherIn(nodeContext, async () => {
		calls += 1;
		return await (calls === 1 ? accepted() : refused());
	});
	expect(await sender.dispatch([ready(twoCalls)], true)).toEqual([
		{ result: { fault: 'noAnswer', effectLeft: true }, remembered: false },
	]);
	const [again] = await dispatcherIn(nodeContext, accepted).dispatch([ready(twoCalls)], true);
	expect(again).toEqual({ result: { fault: 'noAnswer', effectLeft: true }, remembered: true });
});

it('keeps the words of a fault, scrubbed and cut', async () => {
	const wordy: Perform = async (call) => {
		await call(request);
		const message = `code 1234 ${'x'.repeat(300)}`;
		return { says: 'neither', fault: 'rejected', statusCode: '5', message };
	};
	const item = ready(wordy);
	item.prepared = { ...item.prepared, secrets: ['1234'] };
	const [ended] = await dispatcherIn({}, accepted).dispatch([item], true);
	expect(ended?.result).toEqual({
		fault: 'rejected',
		statusCode: '5',
		httpStatus: 202,
		effectLeft: true,
		providerMessage: `code [redacted] ${'x'.repeat(200 - 'code [redacted] '.length)}`,
	});
});

it('says how long to wait as the provider says in the last answer', async () => {
	const later: Answer = async () => ({ ...((await accepted()) as object), headers: { 'Retry-After': 7 } });
	const [ended] = await dispatcherIn({}, later).dispatch([ready(reading)], true);
	expect(ended?.result).toMatchObject({ item: { retryAfterSeconds: 7 } });
});

describe('a retry from the list of executions', () => {
	const refusing: Perform = async (call) => {
		await call(request);
		return { says: 'neither', fault: 'credentialsRefused' };
	};
	const retry = { execution: 'execution-2' };
	const items = [ready(reading), ready(tripping), ready(refusing)];
	const remembered = async (sender: Dispatcher) =>
		(await sender.dispatch(items, true)).map((end) => end?.remembered);

	it('sends only what certainly had no effect', async () => {
		const nodeContext = {};
		await dispatcherIn(nodeContext, accepted).dispatch(items, true);
		expect(await remembered(dispatcherIn(nodeContext, accepted))).toEqual([true, true, true]);
		expect(await remembered(dispatcherIn(nodeContext, accepted, retry))).toEqual([true, true, false]);
		expect(await remembered(dispatcherIn(nodeContext, accepted, retry))).toEqual([true, true, true]);
	});

	it('is not a new run of the node in a loop, which sends again', async () => {
		const nodeContext = {};
		await dispatcherIn(nodeContext, accepted).dispatch(items, true);
		expect(await remembered(dispatcherIn(nodeContext, accepted, { run: 1 }))).toEqual([false, false, false]);
		expect(await remembered(dispatcherIn(nodeContext, accepted, { run: 1 }))).toEqual([true, true, true]);
	});
});

describe('an item whose call has no answer', () => {
	const swallowing: Perform = async (call) => {
		await call(request).catch(() => undefined);
		return { says: 'yes', statusCode: '0', message: 'ok' };
	};

	it('ends with that fault, whatever the operation makes of it', async () => {
		const [ended] = await dispatcherIn({}, refused).dispatch([ready(swallowing)], true);
		expect(ended?.result).toEqual({ fault: 'unreachable', effectLeft: false });
	});

	it('makes no further request', async () => {
		const insisting: Perform = async (call) => {
			await call(request).catch(() => undefined);
			return await reading(call);
		};
		const { answer, count } = counting(refused);
		const [ended] = await dispatcherIn({}, answer).dispatch([ready(insisting)], true);
		expect(ended?.result).toMatchObject({ fault: 'unreachable' });
		expect(count.requests).toBe(1);
	});
});

it('calls an item that asked for nothing unreadable', async () => {
	const idle: Perform = async () => await Promise.resolve({ says: 'yes', statusCode: '0' });
	const [ended] = await dispatcherIn({}, accepted).dispatch([ready(idle)], true);
	expect(ended?.result).toEqual({ fault: 'unreadable', effectLeft: false });
});
