import { join } from 'node:path';
import type { INode } from 'n8n-workflow';

import { importFile } from '../../playground/browser/importFile';
import type { ExampleWorkflow } from '../../playground/exampleWorkflows';
import { FormVisit } from '../../playground/formVisit';
import { SIMULATOR_ACCOUNTS, startSimulator, type Fault, type Simulator } from '../../simulator';
import type { RunningN8n } from '../../tools/n8n';
import type { WorkflowFile } from '../../tools/n8n/restClient';
import { startWithSimulator, type N8nWithSimulator } from '../../tools/n8n/withSimulator';
import { simulatorCredentials } from '../../tools/simulatorCredentials';
import { sectionOf } from '../support/markdown';
import { read, ROOT } from '../support/sources';
import { play, publish, withParameters, type Seen, type Story } from './support/sideBySide';

const PAGE = 'docs/comparison.md';
const KEY = 'onboarding-email-hyperverge';
const FILE = join(ROOT, 'workflows', `${KEY}.json`);
const { appId, appKey } = SIMULATOR_ACCOUNTS.hyperverge;

const SEND = { provider: 'hyperverge', path: '/sendOTPEmail' };
const VERIFY = { provider: 'hyperverge', path: '/verifyOTPEmail' };
const WRONG_REQUEST = { status: 'failure', statusCode: 400, message: 'Missing required request parameters' };

let running: N8nWithSimulator;
let n8n: RunningN8n;
let simulator: Simulator;
let elsewhere: Simulator;
let ready: WorkflowFile;
let handMade: WorkflowFile;

beforeAll(async () => {
	running = await startWithSimulator({ nodes: 'dist' });
	({ n8n, simulator } = running);
	elsewhere = await startSimulator();
	ready = JSON.parse(read(`workflows/${KEY}.json`)) as WorkflowFile;
	handMade = JSON.parse(read('test/e2e/fixtures/onboarding-email-by-hand.json')) as WorkflowFile;
});

afterAll(async () => {
	await elsewhere?.close();
	await running?.stop();
});

describe('What it takes', () => {
	it('to import the ready-made file is a credential and a file, and it works afterwards', async () => {
		const { name, data } = simulatorCredentials(simulator.url).hyperVergeApi;
		await n8n.rest.createCredential('hyperVergeApi', name, data);
		await importFile(n8n, FILE);

		const visit = await FormVisit.open(`${n8n.url}/form/${KEY}`);
		await visit.submit({ Email: 'imported@example.com' });
		await visit.submit({ Code: simulator.inbox().at(-1)?.code ?? '' });
		expect(visit.page.title).toBe('Thank you');
	});

	it('to build either flow is counted from its file', () => {
		const [ours, theirs] = [count(ready), count(handMade)];
		const rows = Object.entries(ours).map(([row, number]) => [row, [String(number), String(theirs[row])]]);
		expect(Object.fromEntries(rowsOf('What is in the files'))).toEqual(Object.fromEntries(rows));
	});
});

describe('Side by side', () => {
	const flows = new Map<string, ExampleWorkflow>();

	beforeAll(async () => {
		await n8n.rest.createCredential('httpCustomAuth', 'HyperVerge keys', {
			json: JSON.stringify({ headers: { appId, appKey } }),
		});
		const add = async (name: string, file: WorkflowFile, change?: (node: INode) => INode) => {
			flows.set(name, await publish(n8n, simulator, file, name, change));
		};
		await add('ready', ready);
		await add('ready-retried', ready, retried);
		await add('by-hand', handMade);
		await add('by-hand-retried', handMade, retried);
		await add('by-hand-plain', handMade, plain);
		await add('by-hand-plain-retried', handMade, (node) => retried(plain(node)));
	});

	const SAME: Array<[row: string, story: Story, retried?: boolean]> = [
		['The right code', { steps: ['right'] }],
		['Three wrong codes', { steps: ['wrong', 'wrong', 'wrong'] }],
		['No message: sent again, then the right code', { steps: ['nothing', 'right'] }],
		['Sent again too often, then the right code', { steps: ['nothing', 'nothing', 'nothing', 'right'] }],
		['HyperVerge refuses the address with HTTP 400', { email: 'nobody@mail.invalid' }],
		['The connection breaks before anything is sent', { whileSending: { ...SEND, kind: 'reset' } }],
		[
			'503 although the message went out, *Retry On Fail* on',
			{ whileSending: { ...SEND, kind: 'status', status: 503, afterProcessing: true, times: 3 } },
			true,
		],
		[
			'A web page in answer to the check, with HTTP 200',
			{ steps: ['right'], afterwards: { ...VERIFY, kind: 'html' } },
		],
	];

	it.each(SAME)('%s: both do the same', async (row, story, retriedFlows = false) => {
		const [ours, theirs] = await playBoth(story, retriedFlows);
		expect(rowsOf('Where both behave the same').get(row)).toEqual([told(ours)]);
		expect(told(theirs)).toBe(told(ours));
	});

	const DIFFERENT: Array<[row: string, story: Story, retried?: boolean]> = [
		[
			'The connection breaks after the message went out, each time, *Retry On Fail* on',
			{ whileSending: { ...SEND, kind: 'reset', afterProcessing: true, times: 3 } },
			true,
		],
		[
			'The same, only the first time',
			{ whileSending: { ...SEND, kind: 'reset', afterProcessing: true } },
			true,
		],
		['The code, typed as `123-456`', { steps: ['dashed'] }],
		[
			'The check answers HTTP 200 with `status: failure`',
			{ steps: ['right'], afterwards: { ...VERIFY, ...body(200, { status: 'failure', statusCode: 400 }) } },
		],
		[
			'The check answers HTTP 400 because of the request, not of the code',
			{ steps: ['right'], afterwards: { ...VERIFY, ...body(400, WRONG_REQUEST) } },
		],
		[
			'HyperVerge says `success` and gives no request ID',
			{ whileSending: { ...SEND, ...body(200, { status: 'success', statusCode: '200' }) } },
		],
	];

	it.each(DIFFERENT)('%s: each does its own', async (row, story, retriedFlows = false) => {
		const [ours, theirs] = await playBoth(story, retriedFlows);
		expect(rowsOf('Where they differ').get(row)).toEqual([told(ours), told(theirs)]);
		expect(told(theirs)).not.toBe(told(ours));
	});

	it('a redirect to another address takes the App Key along only where it is followed', async () => {
		const location = `${elsewhere.url.replace('127.0.0.1', 'localhost')}/hyperverge/v1/sendOTPEmail`;
		const story: Story = { whileSending: { ...SEND, kind: 'redirect', status: 307, location } };
		const arrived: string[] = [];
		for (const flow of ['ready', 'by-hand']) {
			const before = elsewhere.requests().length;
			await played(flow, story);
			const requests = JSON.stringify(elsewhere.requests().slice(before));
			arrived.push(requests.includes(appKey) ? 'the App Key arrives there' : 'nothing arrives there');
			expect(requests === '[]').toBe(!requests.includes(appKey));
		}
		expect(rowsOf('Where they differ').get('HyperVerge answers with a redirect to another host')).toEqual(
			arrived,
		);
	});

	it('what n8n stores of a run', async () => {
		const story: Story = { steps: ['right'] };
		const [ours, theirs] = await playBoth(story);
		const table = rowsOf('What n8n stores of a run');
		const stored = (one: (seen: Seen) => boolean) => [ours, theirs].map((seen) => (one(seen) ? 'yes' : 'no'));
		expect(table.get('The App Key')).toEqual(stored(({ stored: text }) => text.includes(appKey)));
		expect(table.get('The code, as the user typed it into the form')).toEqual(
			stored(({ stored: text, code }) => text.includes(code)),
		);
		expect(table.get("The token in HyperVerge's answer to the check")).toEqual(
			stored(({ stored: text }) => /eyJ[\w-]+\.[\w-]+\./.test(text)),
		);
	});

	it('HTTP Request with its default options', async () => {
		const table = rowsOf('HTTP Request with its default options');
		const refused = await played('by-hand-plain', { email: 'nobody@mail.invalid' });
		expect(table.get('HyperVerge refuses the address with HTTP 400')).toEqual([told(refused)]);
		const fault: Fault = { ...SEND, kind: 'status', status: 503, afterProcessing: true, times: 3 };
		const resent = await played('by-hand-plain-retried', { whileSending: fault });
		expect(table.get('503 although the message went out, *Retry On Fail* on')).toEqual([told(resent)]);
	});

	async function playBoth(story: Story, retriedFlows = false): Promise<[ours: Seen, theirs: Seen]> {
		const suffix = retriedFlows ? '-retried' : '';
		return [await played(`ready${suffix}`, story), await played(`by-hand${suffix}`, story)];
	}

	async function played(name: string, story: Story): Promise<Seen> {
		// What a flow did not use of a fault is not for the next one.
		simulator.reset();
		const flow = flows.get(name);
		if (!flow) throw new Error(`There is no flow ${name}`);
		return await play(n8n, simulator, flow, story);
	}
});

function retried(node: INode): INode {
	return { ...node, retryOnFail: true, maxTries: 3, waitBetweenTries: 100 };
}

/** An HTTP Request node without the options *Never Error* and *Include Response Headers and Status*. */
function plain(node: INode): INode {
	return withParameters(node, { options: {} });
}

function body(status: number, answer: object): Pick<Fault, 'kind' | 'status' | 'body'> {
	return { kind: 'body', status, body: JSON.stringify(answer) };
}

/** Where the person ends up, and how many messages there are by then. */
function told({ pages, messages }: Seen): string {
	return `*${pages.at(-1)}*, ${messages} message${messages === 1 ? '' : 's'}`;
}

/** The table below a heading of the page: the cells of each row by its first one. */
function rowsOf(heading: string): Map<string, string[]> {
	const lines = sectionOf(PAGE, heading)
		.split('\n')
		.filter((line) => line.startsWith('| '));
	const rows = lines.slice(1).map((line) => line.replace(/^\| | \|$/g, '').split(' | '));
	return new Map(rows.map(([first, ...rest]) => [first, rest]));
}

/** Fields of n8n's own nodes in which one chooses instead of typing. */
const DROPDOWNS = /^(method|authentication|genericAuthType|operation|fieldType|fallbackOutput)$/;

/** What n8n writes into a condition without being told to. */
const WRITTEN_BY_N8N = ['id', 'combinator'];

interface Leaf {
	key: string;
	value: unknown;
}

const sumOf = (leaves: Leaf[], sizeOf: (text: string) => number) =>
	leaves.reduce((sum, { value }) => sum + sizeOf(String(value)), 0);

/** Counts what is in a workflow file, by the rows of docs/comparison.md; sticky notes are left out. */
function count(file: WorkflowFile): Record<string, number> {
	const nodes = file.nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote');
	const leaves = nodes.flatMap(({ parameters }) => leavesOf(parameters));
	const code = leaves.filter(({ key }) => key === 'jsCode');
	const values = leaves.filter((leaf) => !code.includes(leaf));
	const expressions = values.filter(({ value }) => typeof value === 'string' && value.startsWith('='));
	const chosen = values.filter(({ key, value }) => DROPDOWNS.test(key) || typeof value === 'boolean');
	return {
		Nodes: nodes.length,
		Connections: Object.values(file.connections).flatMap(({ main }) => main.flatMap((to) => to ?? [])).length,
		'Fields filled in': values.length,
		'of these, chosen or switched': chosen.length,
		'of these, typed': values.length - chosen.length - expressions.length,
		'of these, expressions': expressions.length,
		'Characters of expressions': sumOf(expressions, (text) => text.length - 1),
		'Lines in Code nodes': sumOf(code, (text) => text.trim().split('\n').length),
		"Addresses, headers and body fields of HyperVerge's API": new Set(nodes.flatMap(apiNamesIn)).size,
	};
}

/** The values that somebody gave: without the bookkeeping of conditions, and without a condition's default. */
function leavesOf(value: unknown, key = ''): Leaf[] {
	if (typeof value !== 'object' || value === null) return value === '' ? [] : [{ key, value }];
	if (Array.isArray(value)) return value.flatMap((one) => leavesOf(one, key));
	if ('type' in value && 'operation' in value) {
		// A new condition compares two texts.
		const isDefault = value.type === 'string' && value.operation === 'equals';
		return isDefault ? [] : [{ key: 'operation', value: value.operation }];
	}
	return Object.entries(value)
		.filter(([name]) => !WRITTEN_BY_N8N.includes(name))
		.filter(([name]) => !('combinator' in value && name === 'options'))
		.flatMap(([name, one]) => leavesOf(one, name));
}

function apiNamesIn({ type, parameters: { url, headerParameters, bodyParameters } }: INode): string[] {
	if (type !== 'n8n-nodes-base.httpRequest') return [];
	const names = leavesOf([headerParameters ?? '', bodyParameters ?? '']).filter(({ key }) => key === 'name');
	return [String(url), ...names.map(({ value }) => String(value))];
}
