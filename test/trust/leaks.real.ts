import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { SIMULATOR_ACCOUNTS, type Fault } from '../../simulator';
import type { Credential, Execution, StoredWorkflow } from '../../tools/n8n/restClient';
import { simulatorCredentials } from '../../tools/simulatorCredentials';
import { JOURNEYS, verifyItem, type Journey } from '../support/scenarios';
import { encodingsOf } from './support/encodings';
import { leaksIn, placesOf } from './support/leakSearch';
import { markedNodes, nameOf, type Marked, type Marks } from './support/markedValues';
import { useRealN8n } from './support/realN8n';
import { run, splitItems, step, webhook, workflowFile } from './support/realWorkflows';
import { count } from './support/totals';

/** What n8n has printed, at its most talkative. */
let log = '';
let userFolder = '';

beforeAll(async () => {
	userFolder = await mkdtemp(join(tmpdir(), 'otp-leaks-'));
});

const real = useRealN8n(() => ({
	userFolder,
	environment: { N8N_LOG_LEVEL: 'debug', N8N_LOG_OUTPUT: 'console' },
	onOutput: (text) => {
		log += text;
	},
}));

afterAll(async () => await rm(userFolder, { recursive: true, force: true }));

/** Invented values that occur nowhere else, not even in the files of an n8n. */
const MARKS: Marks = {
	email: 'marked.person+tag@leak-test.example',
	secondEmail: 'second.marked@leak-test.example',
	mobile: '9817263544',
	mobileWithCountry: '919817263544',
	secondMobile: '9736154829',
	code: 'MRKDC0DE9Q2ZX',
	shortCode: 'MRKDSH0RT7K4W',
	letterCode: 'MRKDL3TT3R5JY',
	ovdData: '827364519283',
	pid: 'PFBpZERhdGE+TWFya2VkQmlvbWV0cmljQmxvY2s8L1BpZERhdGE+',
	account: '998877665544332',
	madeToken: 'bWstVG9rZW4tdGhhdC1XaWJtby1lbmNyeXB0ZWQ=',
	sealedToken: 'bWstVG9rZW4tdGhhdC1XaWJtby1hbnN3ZXJlZC13aXRo',
	accessToken: 'mk-Access&Token/2+s="q"',
};

const SECRETS = {
	appKey: 'mk-App&Key/9+z="q"%x',
	apiKey: 'mk-Api&Key/8+y="q"%x',
	secureCode: 'mk-Secure&Code/7+x="q"',
	consumerId: 'mk-Consumer&Id/6+w="q"',
	clientSecret: 'mk-Client&Secret/5+v="q"',
	password: 'mk-Pässword "with" \\ & =1',
	key: 'mk-Client&Key/4+u="q"',
	secret: 'mk-Sécret&/3+t="q" \\',
};

const md5 = createHash('md5').update(SECRETS.password).digest('hex');
const basic = Buffer.from(`mk-till:${md5}`).toString('base64');

/** Credentials of which every secret is marked, and what is secret of each. */
const CREDENTIALS: Record<string, { data: Record<string, string>; secrets: string[] }> = {
	hyperVergeApi: { data: { appId: 'mk-app', appKey: SECRETS.appKey }, secrets: [SECRETS.appKey] },
	iServeUApi: {
		data: { clientId: 'mk-client', clientSecret: SECRETS.clientSecret, username: 'mk-agent' },
		secrets: [SECRETS.clientSecret],
	},
	wibmoApi: {
		data: {
			clientId: '8001',
			bankId: '8002',
			entityId: '8003',
			apiKey: SECRETS.apiKey,
			secureCode: SECRETS.secureCode,
			consumerId: SECRETS.consumerId,
		},
		secrets: [SECRETS.apiKey, SECRETS.secureCode, SECRETS.consumerId],
	},
	capillaryTillApi: {
		data: { username: 'mk-till', password: SECRETS.password },
		secrets: [SECRETS.password, md5, basic],
	},
	capillaryClientApi: {
		data: { key: SECRETS.key, secret: SECRETS.secret },
		secrets: [SECRETS.key, SECRETS.secret],
	},
};

/** Everything that must be found nowhere; what comes up during the runs is added. */
const marks = new Set<string>([...Object.values(MARKS), ...Object.values(SECRETS), md5, basic]);

const SUBJECTS = markedNodes(MARKS);

type Call = NonNullable<Marked['before']>[number];

/** The calls of a node that are answered as they should be, and the call after them, which is struck. */
interface Pass {
	answered: Call[];
	/** The end of its path, if it is not the call that decides. */
	struck?: string;
}

/** Strikes each call of a node, the one that decides included. */
const passesOf = ({ before = [] }: Marked): Pass[] => [
	...before.map(({ path }, position) => ({ answered: before.slice(0, position), struck: path })),
	{ answered: before },
];

/**
 * An expression that gives a value without holding it, so that it is nowhere in what n8n stores of
 * the workflow: whoever finds the value finds what a node has added.
 */
function hidden(value: string): string {
	const backwards = JSON.stringify([...value].reverse().join(''));
	return `={{ ${backwards}.split("").reverse().join("") }}`;
}

/** The parameters of a node, with the marked values in expressions that do not show them. */
function parametersOf({ parameters, item }: Marked): INodeParameters {
	const written = JSON.stringify({ ...parameters, options: { batching: { batch: { batchSize: 1 } } } });
	return JSON.parse(
		written.replace(/={{ \$json\.(\w+) }}/g, (_expression, field: string) =>
			JSON.stringify(hidden(String(item[field]))).slice(1, -1),
		),
	) as INodeParameters;
}

/** The marked values that a node, its credential and the calls of a pass know of. */
function knownTo({ marks: own, credential, broughtBy = {} }: Marked, { answered }: Pass): string[] {
	const isKnown = (name: string) =>
		broughtBy[name] === undefined || answered.some(({ path }) => path === broughtBy[name]);
	const values = Object.entries(own).filter(([name]) => isKnown(name));
	// No provider can repeat an access token before it has given one.
	const tokens = answered.some(({ path }) => path === '/token/generate') ? [MARKS.accessToken] : [];
	return [...new Set([...values.map(([, value]) => value), ...CREDENTIALS[credential].secrets, ...tokens])];
}

/** Bodies in which a provider repeats what it was sent, in every place where a node may look. */
function echoing(words: string): Array<Partial<Fault> & Pick<Fault, 'kind'>> {
	const item = { item_status: { success: 'false', code: '801', message: words } };
	const json = (status: string) =>
		JSON.stringify({
			status,
			statusCode: status === 'failure' ? 400 : words,
			statusDesc: words,
			'status-desc': words,
			message: words,
			error: { message: words },
			errors: status === 'failure' ? [{ code: 600, message: words }] : [],
			responseCode: '1017',
			responseMessage: words,
			response: { status: { success: 'false', code: 500, message: words }, points: { redeemable: item } },
			headers: { authorization: words, cookie: [words] },
			[words]: { deep: [words] },
		});
	return [
		{ kind: 'body', status: 401, body: json('failure') },
		{ kind: 'body', status: 400, body: json('failure') },
		{ kind: 'body', status: 500, body: json('failure') },
		{ kind: 'body', status: 200, body: json('FAILED') },
		{ kind: 'body', status: 400, body: json(words) },
		{ kind: 'halfJson', status: 200, body: json('failure') },
		{ kind: 'html', status: 502, body: `<html><body><h1>${words}</h1></body></html>` },
		{ kind: 'xml', status: 400, body: `<error><code>600</code><message>${words}</message></error>` },
	];
}

/** A fault is shown with few of the provider's words, so some answers repeat only a few values. */
const FEW = 4;

/** Every kind of answer with all values at once, the errors also with a few at a time, and no answer. */
function echoesOf(known: string[]): Array<Partial<Fault> & Pick<Fault, 'kind'>> {
	const words = known.flatMap((value) => Object.values(encodingsOf(value)));
	const groups = Array.from({ length: Math.ceil(words.length / FEW) }, (_, index) =>
		words.slice(index * FEW, (index + 1) * FEW).join(' '),
	);
	const errors = groups.map((group, index) => echoing(group)[[0, 2, 5][index % 3]]);
	return [...errors, ...echoing(words.join(' ')), { kind: 'reset' }];
}

const stored: StoredWorkflow[] = [];
const executions: Execution[] = [];

/** Runs a node on some items, and keeps what n8n made of it. */
async function runNode(node: INode, items: IDataObject[]): Promise<Execution> {
	const { rest } = real().n8n;
	const list = step(
		'List',
		'n8n-nodes-base.set',
		{ mode: 'raw', jsonOutput: JSON.stringify({ list: items }) },
		{ typeVersion: 3.4 },
	);
	const workflow = await rest.createWorkflow(
		workflowFile(
			`Leaks ${stored.length}`,
			[
				step('Start', 'n8n-nodes-base.manualTrigger'),
				list,
				step('Items', 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'list' }),
				node,
			],
			[
				['Start', 0, 'List'],
				['List', 0, 'Items'],
				['Items', 0, node.name],
			],
		),
	);
	stored.push(workflow);
	const execution = await rest.finishedExecution(await rest.runWorkflow(workflow, 'Start'));
	executions.push(execution);
	return execution;
}

/** A credential of which every secret is marked. */
async function markedCredential(type: string): Promise<Credential> {
	const { n8n, simulator } = real();
	const saved = Object.entries(simulatorCredentials(simulator.url)[type].data);
	const addresses = saved.filter(([name, value]) => value.startsWith('http') || name === 'cluster');
	const { data } = CREDENTIALS[type];
	return await n8n.rest.createCredential(type, `Marked ${type}`, {
		...data,
		...Object.fromEntries(addresses),
	});
}

function nodeOf(subject: Marked, { id, name, type }: Credential, settings: Partial<INode>): INode {
	const credentials = { [type]: { id, name } };
	return step('Node', subject.type, parametersOf(subject), { ...settings, credentials });
}

const providerOf = (credentialType: string) => credentialType.replace(/(Till|Client)?Api$/, '').toLowerCase();

/** Puts the answers of a pass in front of the provider, one for each item. */
function prepare({ answered, struck }: Pass, echoes: Array<Partial<Fault> & Pick<Fault, 'kind'>>): void {
	const { simulator } = real();
	simulator.reset();
	for (const { path, body } of answered) {
		simulator.inject({ kind: 'body', path, body: JSON.stringify(body), times: Infinity });
	}
	for (const echo of echoes) simulator.inject({ ...echo, ...(struck !== undefined && { path: struck }) });
}

/** How often the struck call was made. */
function struckCalls({ answered, struck }: Pass): number {
	const isAnswered = (path: string) => answered.some((call) => path.endsWith(call.path));
	return real()
		.simulator.requests()
		.filter(({ path }) => (struck === undefined ? !isAnswered(path) : path.endsWith(struck))).length;
}

/** Looks for all marked values in a text. Nothing is found, or the test fails and says where. */
function expectNothingIn(place: string, text: string): void {
	const found = leaksIn(text, [...marks]);
	count('marked values searched for', marks.size);
	count('marked values found', found.length);
	expect({ place, found }).toEqual({ place, found: [] });
}

describe.each(SUBJECTS.map((subject): [string, Marked] => [nameOf(subject), subject]))(
	'%s',
	(_name, subject) => {
		let credential: Credential;
		beforeAll(async () => {
			credential = await markedCredential(subject.credential);
		});

		it('shows nothing of what it was given, whatever the provider repeats', async () => {
			for (const pass of passesOf(subject)) {
				const echoes = echoesOf(knownTo(subject, pass));
				prepare(pass, echoes);
				const items = echoes.map((_, index) => ({ index }));
				const node = nodeOf(subject, credential, { onError: 'continueErrorOutput' });
				const { status, data } = await runNode(node, items);
				expect(status).toBe('success');
				expect(struckCalls(pass)).toBe(echoes.length);
				const left = data.resultData.runData.Node[0].data?.main.flat() ?? [];
				expect(left).toHaveLength(echoes.length);
				expectNothingIn('the items', JSON.stringify(left));
			}
		});

		it('shows nothing of it in the error that stops a workflow', async () => {
			for (const [position, pass] of passesOf(subject).entries()) {
				const echoes = echoesOf(knownTo(subject, pass));
				const fault = echoes[(SUBJECTS.indexOf(subject) * 3 + position) % (echoes.length - 9)];
				prepare(pass, [fault]);
				const { data } = await runNode(nodeOf(subject, credential, {}), [{ index: 0 }]);
				expectNothingIn('the execution', JSON.stringify(data));
			}
		});
	},
);

describe.each(Object.entries(JOURNEYS))('%s, when all goes well', (_name, journey) => {
	beforeEach(() => real().simulator.reset());

	/** A node with the simulator's own credential, which is secret too. */
	async function play(node: Journey['send'], item: IDataObject): Promise<IDataObject> {
		const { id, name, type } = real().credentials[journey.credential];
		const parameters = JSON.parse(
			JSON.stringify(node.parameters).replace(/={{ \$json\.(\w+)[^}]*}}/g, (_found, field: string) =>
				JSON.stringify(hidden(String(item[field]))).slice(1, -1),
			),
		) as INodeParameters;
		const sixDigits = node.type === 'hyperVergeSendMobileOtp' ? { otpLength: 6 } : {};
		const { data } = await runNode(
			step('Node', node.type, { ...parameters, ...sixDigits }, { credentials: { [type]: { id, name } } }),
			[{ index: 0 }],
		);
		const best = data.resultData.runData.Node[0].data?.main.at(-1)?.[0];
		expect(best).toBeDefined();
		return best?.json as IDataObject;
	}

	it('shows neither the code nor to whom it went', async () => {
		const to = journey.recipient('unseen');
		const sent = await play(journey.send, { to });
		const [{ code }] = real().simulator.inbox();
		marks.add(to).add(code);
		const verified = await play(journey.verify, verifyItem(to, code, sent));
		expectNothingIn('the items', JSON.stringify([sent, verified]));
	});
});

it("shows nothing in the sentence with which a credential's test ends", async () => {
	const { n8n, simulator } = real();
	for (const [type, { data, secrets }] of Object.entries(CREDENTIALS)) {
		const credential = await markedCredential(type);
		const saved = { ...simulatorCredentials(simulator.url)[type].data, ...data };
		const provider = providerOf(type);
		for (const fault of echoing(secrets.flatMap((secret) => Object.values(encodingsOf(secret))).join(' '))) {
			simulator.reset();
			simulator.inject({ ...fault, provider });
			const { message } = await n8n.rest.testCredential(credential, saved);
			expect(simulator.requests().length).toBeGreaterThan(0);
			expectNothingIn(`the test of ${type}`, message);
		}
	}
});

describe('afterwards', () => {
	beforeAll(() => {
		const { wibmo, iserveu, capillary, hyperverge } = SIMULATOR_ACCOUNTS;
		for (const secret of [
			wibmo.apiKey,
			wibmo.secureCode,
			wibmo.consumerId,
			iserveu.clientSecret,
			capillary.tillPassword,
			capillary.clientKey,
			capillary.clientSecret,
			hyperverge.appKey,
		]) {
			marks.add(secret);
		}
	});

	it('nothing is in what n8n printed at its most talkative', () => {
		expect(log).toMatch(/debug.*Running node "Node" started/);
		expectNothingIn('the log', log);
	});

	it('nothing is in what the editor gets: workflows, credentials, executions', async () => {
		const { rest } = real().n8n;
		for (const { id } of stored) expectNothingIn('a workflow', await rest.getText(`/workflows/${id}`));
		for (const { id } of executions) expectNothingIn('an execution', await rest.getText(`/executions/${id}`));
		const credentials = await rest.getText('/credentials');
		expectNothingIn('the credentials', credentials);
		for (const { id } of (JSON.parse(credentials) as { data: Credential[] }).data) {
			expectNothingIn('a credential', await rest.getText(`/credentials/${id}?includeData=true`));
		}
	});

	it('nothing is in the files of n8n, its database included', () => {
		const files = ownFiles();
		expect(files.map(({ path }) => path)).toContain('/database.sqlite');
		for (const { path, text } of files) expectNothingIn(path, text);
	});
});

describe('what the builder hands to n8n', () => {
	const OF_AN_ITEM = 'value.of.an.item@leak-test.example';
	const TYPED = 'typed.value@leak-test.example';

	/** A workflow that takes the address from an item, or has it typed into the node, and meets a 500. */
	async function failing(email: string, onError: 'stopWorkflow' | 'continueErrorOutput') {
		real().simulator.reset();
		real().simulator.inject({ provider: 'hyperverge', kind: 'status', status: 500 });
		const { id, name, type } = real().credentials.hyperVergeApi;
		const path = `kept-${onError}-${email === TYPED ? 'typed' : 'item'}`;
		const node = step(
			'Node',
			'hyperVergeSendEmailOtp',
			{ email },
			{ onError, credentials: { [type]: { id, name } } },
		);
		const file = workflowFile(
			path,
			[webhook(path), splitItems(), node],
			[
				['Webhook', 0, 'Items'],
				['Items', 0, 'Node'],
			],
		);
		const { stored: workflow, execution } = await run(real(), file, [{ to: OF_AN_ITEM }]);
		return { execution, workflow: await real().n8n.rest.getWorkflow(workflow.id) };
	}

	const EARLIER_NODES = [
		'data.resultData.runData.Webhook[].data.main[][].json.body.items[].to',
		'data.resultData.runData.Items[].data.main[][].json.to',
	];

	it('as the values of items, it keeps with the execution: what came before the node, and what waits for a retry', async () => {
		const { execution, workflow } = await failing('={{ $json.to }}', 'stopWorkflow');
		expect(placesOf(OF_AN_ITEM, execution)).toEqual([
			...EARLIER_NODES,
			'data.executionData.nodeExecutionStack[].data.main[][].json.to',
		]);
		expect(placesOf(OF_AN_ITEM, workflow)).toEqual([]);
	});

	it('as the values of items, it adds to what leaves through the error output', async () => {
		const { execution, workflow } = await failing('={{ $json.to }}', 'continueErrorOutput');
		expect(placesOf(OF_AN_ITEM, execution)).toEqual([
			...EARLIER_NODES,
			'data.resultData.runData.Node[].data.main[][].json.to',
		]);
		expect(placesOf(OF_AN_ITEM, workflow)).toEqual([]);
	});

	it('as a value that is typed into a field, it keeps with the workflow, and with every execution of it', async () => {
		const { execution, workflow } = await failing(TYPED, 'stopWorkflow');
		expect(placesOf(TYPED, execution)).toEqual([
			'data.executionData.nodeExecutionStack[].node.parameters.email',
			'workflowData.nodes[].parameters.email',
		]);
		expect(placesOf(TYPED, workflow)).toEqual([
			'nodes[].parameters.email',
			'activeVersion.nodes[].parameters.email',
		]);
	});

	it('is in its database and in no other file, and it is not printed', () => {
		const files = ownFiles();
		const [database, others] = [true, false].map((isDatabase) =>
			files.filter(({ path }) => path.startsWith('/database.sqlite') === isDatabase),
		);
		for (const value of [OF_AN_ITEM, TYPED]) {
			expect(database.some(({ text }) => leaksIn(text, [value]).length > 0)).toBe(true);
			expect(others.filter(({ text }) => leaksIn(text, [value]).length > 0)).toEqual([]);
			expect(leaksIn(log, [value])).toEqual([]);
		}
	});
});

/** The files of n8n but for the package that is installed in it; bytes as characters. */
function ownFiles(): Array<{ path: string; text: string }> {
	const folder = join(userFolder, '.n8n');
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((file) => file.isFile())
		.map(({ name, parentPath }) => join(parentPath, name))
		.filter((path) => !path.startsWith(join(folder, 'nodes')))
		.map((path) => ({ path: path.slice(folder.length), text: readFileSync(path, 'latin1') }));
}
