import { NodeOperationError, type IExecuteFunctions, type INode } from 'n8n-workflow';

import { InvalidParameter } from '../../../nodes/engine/fields/parameters';
import { preparerOf, toInvalid } from '../../../nodes/engine/run/prepare';
import { operation, provider } from '../support/example';

const ADVICE = 'Open the node and check that a credential is selected and that each expression has a value.';
const node = {} as INode;

it.each([
	['a refusal', new InvalidParameter('no', 'Do it.'), 'Do it.'],
	['a refusal without advice', new InvalidParameter('no', ''), ''],
	["n8n's error", new NodeOperationError(node, 'no', { description: 'Do that.' }), 'Do that.'],
	["n8n's error without advice", new NodeOperationError(node, 'no'), ADVICE],
	['an error of other code', Object.assign(new Error('no'), { description: 'of other code' }), ADVICE],
	['a text', 'no', ADVICE],
])('keeps the words of %s that was thrown while an item was read, and adds missing advice', (...row) => {
	const [, thrown, description] = row;
	expect(toInvalid(thrown)).toEqual({ state: 'invalid', message: 'no', description });
});

it('shares a credential, and its access token, only between items with the same account', async () => {
	const accounts = [
		{ key: 'a', accessToken: '1' },
		{ key: 'b', accessToken: '1' },
		{ key: 'a', accessToken: '2', renewAt: 5 },
		{ key: 'refused' },
	];
	const context = {
		getNodeParameter: () => null,
		getCredentials: async (_type: string, index: number) => accounts[index],
	} as unknown as IExecuteFunctions;
	const checkCredential: typeof provider.checkCredential = ({ key }) => {
		if (key === 'refused') throw new InvalidParameter('wrong key', 'Correct it.');
	};
	const checking = { ...operation, provider: { ...provider, checkCredential } };
	const items = await Promise.all([0, 1, 2, 3].map(preparerOf(context, checking, new Map())));
	const [first, second, third] = items.map((item) => item.state === 'prepared' && item.credential);
	expect(first).toEqual({ type: 'exampleApi', data: accounts[0] });
	expect(second).toEqual({ type: 'exampleApi', data: accounts[1] });
	expect(third).toBe(first);
	expect(items[3]).toEqual({ state: 'invalid', message: 'wrong key', description: 'Correct it.' });
});

describe('several items', () => {
	beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }));
	afterEach(() => jest.useRealTimers());

	/** Reads so many items. Their credentials arrive, or do not, when the test says so. */
	function start(count: number) {
		const read: number[] = [];
		const credentials: Array<{ arrive: (data: object) => void; fail: (error: Error) => void }> = [];
		const context = {
			getNodeParameter: (path: string, index: number) => {
				if (path === 'options') read.push(index);
				return null;
			},
			getCredentials: async (_type: string, index: number) =>
				await new Promise((arrive, fail) => {
					credentials[index] = { arrive, fail };
				}),
		} as unknown as IExecuteFunctions;
		const indexes = Array.from({ length: count }, (_, index) => index);
		const items = Promise.all(indexes.map(preparerOf(context, { ...operation, kind: 'send' }, new Map())));
		/** @returns the items that were read by then */
		const arrive = async (...arriving: number[]) => {
			for (const index of arriving) {
				await new Promise(setImmediate);
				credentials[index].arrive({});
			}
			await new Promise(setImmediate);
			return read;
		};
		return { indexes, items, read, credentials, arrive };
	}

	it('are read in a row, 25 at a time, and the last ones as soon as all credentials are there', async () => {
		const { indexes, items, credentials, arrive } = start(28);
		expect(await arrive(...indexes.slice(0, 24))).toEqual([]);
		expect(await arrive(27)).toEqual([...indexes.slice(0, 24), 27]);
		await arrive(24, 26);
		credentials[25].fail(new Error('no such credential'));
		expect(await arrive()).toEqual([...indexes.slice(0, 24), 27, 24, 26]);
		expect((await items).map(({ state }) => state).indexOf('invalid')).toBe(25);
	});

	it('wait for one whose credential is late only for 20 milliseconds', async () => {
		const { read, arrive } = start(3);
		await arrive(0);
		jest.advanceTimersByTime(19);
		expect(await arrive(2)).toEqual([]);
		await jest.advanceTimersByTimeAsync(1);
		expect(read).toEqual([0, 2]);
	});
});
