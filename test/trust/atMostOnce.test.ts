import axios from 'axios';
import type { IDataObject, INode } from 'n8n-workflow';

import { SIMULATOR_ACCOUNTS, type Fault } from '../../simulator';
import { execute, retryFromList, type NodeUnderTest } from '../../tools/engine';
import type { SavedCredentials } from '../../tools/engine/credentials';
import { bestOutput } from '../support/contracts';
import { SCENARIOS, verifyItem, type Scenario } from '../support/scenarios';
import { RETRY } from '../support/sendCodes';
import { lastMessageTo, messagesTo, requestsTo, savedCredentials, useSimulator } from '../support/simulator';
import { expectMessages } from './support/totals';

const simulator = useSimulator();

let people = 0;

/** People whom nobody else acts for, as the items that the node starts with. */
async function newPeople({ recipient, before, credential }: Scenario): Promise<IDataObject[]> {
	const items = Array.from({ length: 5 }, () => ({ to: recipient((people += 1)) }));
	if (before === undefined) return items;
	const { run } = await execute(before.node, items, savedCredentials(credential));
	const sent = run.data.resultData.runData['Under Test'][0].data?.main.flat() ?? [];
	return items.map(({ to }, index) => verifyItem(to, lastMessageTo(to).code, sent[index]?.json));
}

/** How a request names the person of an item. */
const nameIn = ({ node }: Scenario, { to, requestId }: IDataObject) =>
	String(JSON.stringify(node.parameters).includes('$json.to ') ? to : requestId);

/** How often the provider was asked to act for each person; what Wibmo's tokens hold is opened first. */
async function callsFor(acting: Scenario, items: IDataObject[]): Promise<number[]> {
	const texts = await Promise.all(
		requestsTo(acting.path).map(async ({ text, query, body }) => {
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

/**
 * Compares what happened with what was expected by hand, and adds it to the totals.
 *
 * @param calls how often the provider was asked to act for each person
 * @param messages how many messages each person got from the node; as many if left out
 */
async function expectOnce(acting: Scenario, items: IDataObject[], calls: number[], messages = calls) {
	expect(await callsFor(acting, items)).toEqual(calls);
	const before = acting.before === undefined ? 0 : 1;
	const expected = messages.map((number) => (acting.sends ? number : 0) + before);
	expectMessages(
		items.map(({ to }) => messagesTo(String(to))),
		expected,
	);
}

function strike(acting: Scenario, item: IDataObject, fault: Fault): void {
	simulator().inject({ ...fault, path: acting.path, recipient: nameIn(acting, item) });
}

function withOptions({ node }: Scenario, batchSize: number, settings: Partial<INode> = {}): NodeUnderTest {
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

const same = (saved: SavedCredentials) => saved;

/** One that leads nowhere. */
const misdirected = (saved: SavedCredentials) => readdressed(saved, () => 'http://127.0.0.1:9');

// The first try of a node is in faultMatrix.test.ts, with every fault and every setting; loops, sub-workflows
// and executions that are stopped or run side by side are in atMostOnce.real.ts.
describe.each(SCENARIOS.filter(({ acts }) => acts))('$name', (acting) => {
	const saved = () => savedCredentials(acting.credential);
	const best = bestOutput(acting.contract);

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
		expect(outputs[best]).toHaveLength(4);
		expect(outputs.Error).toHaveLength(1);
	});

	it.each([
		['refused, with a corrected credential', 'did not accept the credentials', same, edited, 2],
		['could not be reached', 'could not be reached', misdirected, same, 1],
	])('asks again in a retry from the list only for whom the provider %s', async (...row) => {
		const [, message, first, later, calls] = row;
		const items = await newPeople(acting);
		if (first === same) strike(acting, items[3], { kind: 'status', status: 401 });
		const node = withOptions(acting, 2, RETRY);
		const failed = await execute(node, items, first(saved()));
		expect(failed.error?.message).toContain(message);

		const { outputs } = await retryFromList(failed, node, later(saved()));
		await expectOnce(acting, items, [1, 1, 1, calls, 1], [1, 1, 1, 1, 1]);
		expect(outputs[best]).toHaveLength(5);
	});
});
