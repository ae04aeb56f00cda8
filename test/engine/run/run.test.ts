import { Readable } from 'node:stream';
import type { IExecuteFunctions } from 'n8n-workflow';

import { defineOperation } from '../../../nodes/engine/operation/operation';
import { runOperation } from '../../../nodes/engine/run/run';
import { request, send } from '../support/example';

const sending = defineOperation({
	...send,
	form: [],
	perform: async (_fields, { call }) => {
		await call(request);
		return { says: 'yes', statusCode: 'OK' };
	},
});

beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }));
afterEach(() => jest.useRealTimers());

/** Runs a node for three items, two at a time. Its credentials arrive when the test says so. */
function start({ goesOn }: { goesOn: boolean }) {
	const reads: Array<{ arrive: () => void; fail: (message: string) => void }> = [];
	let requests = 0;
	const parameters: Record<string, unknown> = {
		branchOn: 'singleOutput',
		'options.batching.batch.batchSize': 2,
	};
	const context = {
		getInputData: () => [{}, {}, {}],
		continueOnFail: () => goesOn,
		getNode: () => ({ type: 'example' }),
		getNodeParameter: (path: string) => parameters[path] ?? null,
		getCredentials: async () =>
			await new Promise((resolve, reject) => {
				reads.push({
					arrive: () => resolve({}),
					fail: (message) => reject(new Error(message)),
				});
			}),
		getContext: () => ({}),
		evaluateExpression: () => 0,
		getExecutionId: () => 'an execution',
		getInstanceId: () => 'an n8n',
		getExecutionCancelSignal: () => undefined,
		helpers: {
			checkProcessedAndRecord: async (keys: string[]) => await Promise.resolve({ new: keys, processed: [] }),
			removeProcessed: async () => await Promise.resolve(),
			httpRequestWithAuthentication: async () => {
				requests += 1;
				return { statusCode: 200, headers: {}, body: Readable.from([Buffer.from('{}')]) };
			},
		},
	} as unknown as IExecuteFunctions;
	const outputs = runOperation(context, sending);
	/** What has happened when nothing more does: credentials that were asked for, requests that left. */
	const seen = async () => {
		await jest.advanceTimersByTimeAsync(20);
		for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
		return { credentials: reads.length, requests };
	};
	return { outputs, reads, seen };
}

it('reads as many credentials side by side as items may be in flight, and all of them before it sends where the node is to stop', async () => {
	const { outputs, reads, seen } = start({ goesOn: false });
	expect(await seen()).toEqual({ credentials: 2, requests: 0 });
	reads[1].arrive();
	expect(await seen()).toEqual({ credentials: 3, requests: 0 });
	reads[0].arrive();
	expect(await seen()).toEqual({ credentials: 3, requests: 0 });
	reads[2].arrive();
	expect(await seen()).toEqual({ credentials: 3, requests: 3 });
	expect((await outputs)[0]).toHaveLength(3);
});

it('reports the error of the first item, even if that of a later one comes first', async () => {
	const { outputs, reads, seen } = start({ goesOn: false });
	await seen();
	reads[1].fail('second');
	await seen();
	reads[2].fail('third');
	reads[0].fail('first');
	await expect(outputs).rejects.toMatchObject({ message: 'first', context: { itemIndex: 0 } });
	expect(await seen()).toMatchObject({ requests: 0 });
});

it('sends an item under Continue although the credential of another has not arrived', async () => {
	const { outputs, reads, seen } = start({ goesOn: true });
	await seen();
	reads[1].arrive();
	expect(await seen()).toEqual({ credentials: 3, requests: 1 });
	reads[2].fail('no such credential');
	reads[0].arrive();
	expect(await seen()).toEqual({ credentials: 3, requests: 2 });
	expect((await outputs)[0].map(({ json }) => json)).toMatchObject([
		{ outcome: 'sent' },
		{ outcome: 'sent' },
		{ error: { message: 'no such credential', effect: 'none' } },
	]);
});
