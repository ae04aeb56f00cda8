import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { SIMULATOR_ACCOUNTS, startSimulator, type Fault } from '../../simulator';
import { execute, retryFromList, type NodeUnderTest } from '../../tools/engine';
import type { SavedCredentials } from '../../tools/engine/credentials';
import { RETRY } from '../support/sendCodes';
import { lastMessageTo, messagesTo, savedCredentials, useSimulator } from '../support/simulator';
import { ACTING_NODES, emailOf, type ActingNode } from './support/actingNodes';
import { count } from './support/totals';

const simulator = useSimulator();

interface Person extends IDataObject {
	to: string;
}

let people = 0;

/** People whom nobody else acts for, as the items that the node starts with. */
async function newPeople(acting: ActingNode, howMany = 5): Promise<Person[]> {
	const items = Array.from({ length: howMany }, () => {
		people += 1;
		return { to: acting.address(people) };
	});
	if (acting.before === undefined) return items;
	const { run } = await execute(acting.before, items, savedCredentials(acting.credential));
	const sent = run.data.resultData.runData['Under Test'][0].data?.main.flat() ?? [];
	return items.map((item, index) => ({
		...item,
		...(sent[index]?.json.reference as IDataObject),
		code: lastMessageTo(item.to).code,
	}));
}

/** How often the provider was asked to act for each person; what Wibmo's tokens hold is opened first. */
async function callsFor(acting: ActingNode, items: Person[]): Promise<number[]> {
	const calls = simulator()
		.requests()
		.filter((request) => request.path.endsWith(acting.path));
	const texts = await Promise.all(
		calls.map(async ({ text, query, body }) => {
			if (acting.credential !== 'wibmoApi') return [text, ...Object.values(query)].join('\n');
			const { data } = await axios.post<string>(`${simulator().url}/wibmo/api/v2/decrypt`, body, {
				headers: { 'x-api-key': SIMULATOR_ACCOUNTS.wibmo.apiKey },
				proxy: false,
				responseType: 'text',
			});
			return JSON.stringify(data);
		}),
	);
	return items.map((item) => texts.filter((text) => text.includes(nameIn(acting, item))).length);
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const nameIn = ({ namedBy }: ActingNode, item: IDataObject) => String(item[namedBy]);

/**
 * Compares what happened with what was expected by hand, and adds it to the totals.
 *
 * @param calls how often the provider was asked to act for each person
 * @param messages how many messages each person got from the node; as many if left out
 */
async function expectOnce(acting: ActingNode, items: Person[], calls: number[], messages = calls) {
	expect(await callsFor(acting, items)).toEqual(calls);
	const before = acting.before === undefined ? 0 : 1;
	const expected = messages.map((number) => (acting.sends ? number : 0) + before);
	const arrived = items.map(({ to }) => messagesTo(to));
	expect(arrived).toEqual(expected);
	count('messages expected', sum(expected));
	count('messages sent', sum(arrived));
}

function strike(acting: ActingNode, item: IDataObject, fault: Fault): void {
	simulator().inject({ ...fault, path: acting.path, recipient: nameIn(acting, item) });
}

function withOptions({ node }: ActingNode, batchSize: number, settings: Partial<INode> = {}): NodeUnderTest {
	const options = { batching: { batch: { batchSize } }, timeout: 1000 };
	return { ...node, parameters: { ...node.parameters, options }, settings };
}

/** The credential with other addresses. */
const readdressed = (saved: SavedCredentials, change: (address: string) => string) =>
	JSON.parse(JSON.stringify(saved), (_, value: unknown) =>
		String(value).startsWith('http://') ? change(String(value)) : value,
	) as SavedCredentials;

/** The same addresses, written in another way. */
const edited = (saved: SavedCredentials) => readdressed(saved, (address) => `${address}/`);

// The first try of a node is in faultMatrix.test.ts, with every fault and every setting.
describe.each(Object.entries(ACTING_NODES))('%s', (_name, acting) => {
	const saved = () => savedCredentials(acting.credential);
	const twice = Array.from({ length: 3 }, () => (acting.coolsDown === true ? 1 : 2));

	it('asks once for each person in a failed execution and all its retries from the list', async () => {
		const items = await newPeople(acting);
		strike(acting, items[2], { kind: 'reset', afterProcessing: true });
		const node = withOptions(acting, 1);
		const failed = await execute(node, items, saved());
		await expectOnce(acting, items, [1, 1, 1, 0, 0]);

		const retried = await retryFromList(failed, node, saved());
		expect(retried.error?.description).toMatch(/Delivery unknown|may have been/);
		const changed = withOptions(acting, 2, { ...RETRY, onError: 'continueErrorOutput' });
		const { outputs } = await retryFromList(retried, changed, edited(saved()));
		await expectOnce(acting, items, [1, 1, 1, 1, 1]);
		expect(outputs[acting.best]).toHaveLength(4);
		expect(outputs.Error).toHaveLength(1);
	});

	it('asks again only for whom the provider refused, when the credential was corrected and the execution retried', async () => {
		const items = await newPeople(acting);
		strike(acting, items[3], { kind: 'status', status: 401 });
		const failed = await execute(withOptions(acting, 2, RETRY), items, saved());
		expect(failed.error?.message).toContain('did not accept the credentials');

		const { outputs } = await retryFromList(failed, withOptions(acting, 2, RETRY), edited(saved()));
		await expectOnce(acting, items, [1, 1, 1, 2, 1], [1, 1, 1, 1, 1]);
		expect(outputs[acting.best]).toHaveLength(5);
	});

	it('asks after all, and once, where the provider could not be reached before', async () => {
		const items = await newPeople(acting);
		const node = withOptions(acting, 2, RETRY);
		const failed = await execute(
			node,
			items,
			readdressed(saved(), () => 'http://127.0.0.1:9'),
		);
		expect(failed.error?.message).toContain('could not be reached');

		const { outputs } = await retryFromList(failed, node, saved());
		await expectOnce(acting, items, [1, 1, 1, 1, 1]);
		expect(outputs[acting.best]).toHaveLength(5);
	});

	it('asks for nobody any more once the execution is stopped, whatever is retried', async () => {
		const items = await newPeople(acting);
		strike(acting, items[1], { kind: 'delay', seconds: 1, afterProcessing: true });
		const stopped = await execute(withOptions(acting, 1, RETRY), items, saved(), asked(acting, items[1]));
		expect(stopped.status).toBe('canceled');
		await expectOnce(acting, items, [1, 1, 0, 0, 0]);
	});

	it('asks again in a later run of the node, on purpose, and once in each', async () => {
		const items = await newPeople(acting, 3);
		const parameters = JSON.parse(
			JSON.stringify(acting.node.parameters).replaceAll('$json', "$('Start').all()[$itemIndex].json"),
		) as INodeParameters;
		const loop = { type: acting.node.type, parameters, settings: RETRY, loop: acting.best };
		await execute(loop, items, saved());
		await expectOnce(acting, items, [2, 2, 2], twice);
	});

	it('asks once in each of two executions that run side by side', async () => {
		const items = await newPeople(acting, 3);
		await Promise.all([1, 2].map(() => execute(withOptions(acting, 2, RETRY), items, saved())));
		await expectOnce(acting, items, [2, 2, 2], twice);
	});
});

it('sends nothing in a later try when the execution was stopped between two tries', async () => {
	const dead = await startSimulator();
	await dead.close();
	const elsewhere = savedCredentials('hyperVergeApi', dead.url);
	const node = withOptions(ACTING_NODES['HyperVerge: send'], 1, {
		...RETRY,
		maxTries: 2,
		waitBetweenTries: 1000,
	});

	const firstTry = sleep(300);
	const running = execute(node, [{ to: emailOf(0) }], elsewhere, firstTry);
	await firstTry;
	const reachable = await startSimulator({ port: Number(new URL(dead.url).port) });
	const { status } = await running;
	const arrived = reachable.requests().length;
	await reachable.close();
	expect(status).toBe('canceled');
	expect(arrived).toBe(0);
});

/** Resolves once the provider has been asked to act for somebody. */
async function asked(acting: ActingNode, item: Person): Promise<void> {
	while ((await callsFor(acting, [item]))[0] === 0) await sleep(5);
}
