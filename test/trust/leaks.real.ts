import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { simulatorCredentials } from '../../playground/credentials';
import type { Credential, Execution, StoredWorkflow } from '../../playground/rest-client';
import { SIMULATOR_ACCOUNTS, type Fault } from '../../simulator';
import { JOURNEYS, verifyItem, type Journey } from '../support/scenarios';
import { VALID_ITEMS } from '../support/validItems';
import { foundIn, hidden, placesOf, repeatedForms } from './support/marks';
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

/** Invented values that occur nowhere else. */
const MARKED = {
	email: 'marked.person+tag@leak-test.example',
	mobile: '9817263544',
	code: 'MRKDC0DE9Q2ZX',
	aadhaar: '827364519283',
	pid: 'PFBpZERhdGE+TWFya2VkQmlvbWV0cmljQmxvY2s8L1BpZERhdGE+',
	account: '998877665544332',
	appKey: 'mk-App&Key/9+z="q"%x',
	apiKey: 'mk-Api&Key/8+y="q"%x',
	secureCode: 'mk-Secure&Code/7+x="q"',
	consumerId: 'mk-Consumer&Id/6+w="q"',
	clientSecret: 'mk-Client&Secret/5+v="q"',
	password: 'mk-Pässword "with" \\ & =1',
	key: 'mk-Client&Key/4+u="q"',
	secret: 'mk-Sécret&/3+t="q" \\',
	accessToken: 'mk-Access&Token/2+s="q"',
	sealedPayload: 'bWstVG9rZW4tdGhhdC1XaWJtby1lbmNyeXB0ZWQ=',
	sealedAnswer: 'bWstVG9rZW4tdGhhdC1XaWJtby1hbnN3ZXJlZC13aXRo',
};

const md5 = createHash('md5').update(MARKED.password).digest('hex');
const basic = Buffer.from(`mk-till:${md5}`).toString('base64');

/** Credentials of which every secret is marked, and what is secret of each. */
const CREDENTIALS: Record<string, { data: Record<string, string>; secrets: string[] }> = {
	hyperVergeApi: { data: { appId: 'mk-app', appKey: MARKED.appKey }, secrets: [MARKED.appKey] },
	iServeUApi: {
		data: { clientId: 'mk-client', clientSecret: MARKED.clientSecret, username: 'mk-agent' },
		secrets: [MARKED.clientSecret],
	},
	wibmoApi: {
		data: {
			clientId: '8001',
			bankId: '8002',
			entityId: '8003',
			apiKey: MARKED.apiKey,
			secureCode: MARKED.secureCode,
			consumerId: MARKED.consumerId,
		},
		secrets: [MARKED.apiKey, MARKED.secureCode, MARKED.consumerId],
	},
	capillaryTillApi: {
		data: { username: 'mk-till', password: MARKED.password },
		secrets: [MARKED.password, md5, basic],
	},
	capillaryClientApi: {
		data: { key: MARKED.key, secret: MARKED.secret },
		secrets: [MARKED.key, MARKED.secret, MARKED.accessToken],
	},
};

/** Everything that must be found nowhere; what comes up during the runs is added. */
const marks = new Set<string>([...Object.values(MARKED), md5, basic]);

/** The values of the valid items, and the marked ones that stand in for them. */
const STAND_INS: Record<string, string> = {
	'jane@example.com': MARKED.email,
	'9876543210': MARKED.mobile,
	'919876543210': `91${MARKED.mobile}`,
	'9876543211': MARKED.mobile,
	'123456': MARKED.code,
	NS3U05: MARKED.code,
	'765386439745': MARKED.aadhaar,
	'12345678901': MARKED.account,
};

/** The answers that a pass of a node gets: what the node is struck with, or the same answer every time. */
type Script = Record<string, 'echoes' | IDataObject>;

/** A node, and what it is put through. */
interface Subject {
	type: string;
	credential: Journey['credential'];
	/** As in a valid item, before the marked values stand in. */
	values: INodeParameters;
	/** For each pass, the answers by the end of the path. */
	passes: Script[];
}

const one = (path: string): Script[] => [{ [path]: 'echoes' }];

/** Wibmo's calls, each struck in a pass of its own. */
const sealed = (path: string): Script[] => [
	{ '/encrypt': 'echoes' },
	{ '/encrypt': { token: MARKED.sealedPayload }, [path]: 'echoes' },
	{
		'/encrypt': { token: MARKED.sealedPayload },
		[path]: { token: MARKED.sealedAnswer },
		'/decrypt': 'echoes',
	},
];

const PASSES: Record<string, Script[]> = {
	hyperVergeSendEmailOtp: one('/sendOTPEmail'),
	hyperVergeVerifyEmailOtp: one('/verifyOTPEmail'),
	hyperVergeRetryEmailOtp: one('/retryOTPEmail'),
	hyperVergeSendMobileOtp: one('/verifyMobileSendOtp'),
	hyperVergeResendMobileOtp: one('/resendOtp'),
	hyperVergeVerifyMobileOtp: one('/verifyMobileOtp'),
	iServeUSendOtp: one('/otp/send'),
	iServeUProcessCustomer: one('/process-customer-registration'),
	iServeUVerifyBeneficiary: one('/verify-bene'),
	iServeUGetCustomer: one('/get-customer'),
	wibmoSendEmailOtp: sealed('/sentOtpEmail'),
	wibmoVerifyEmailOtp: sealed('/verifyEmailOtp'),
	wibmoSendMobileOtp: sealed('/sentOtpMobile'),
	wibmoVerifyMobileOtp: sealed('/verifyMobileOtp'),
	capillaryGenerateOtp: one('/otp/generate'),
	capillaryValidateOtp: one('/otp/validate'),
	capillaryGetOtp: one('/v2/otp'),
	capillaryCheckPointsRedeemable: one('/points/isredeemable'),
	capillaryRedeemPoints: one('/points/redeem'),
	capillaryRedeemCoupon: one('/coupon/redeem'),
};

const accessToken = { data: { accessToken: MARKED.accessToken, ttlSeconds: 300 } };

const SUBJECTS: Subject[] = [
	...Object.entries(PASSES).map(([type, passes]) => ({ type, passes, ...VALID_ITEMS[type] })),
	{
		type: 'wibmoEncryptPayload',
		credential: 'wibmoApi',
		values: { messageCode: '2090', email: 'jane@example.com', otp: '123456' },
		passes: one('/encrypt'),
	},
	{
		type: 'wibmoDecryptPayload',
		credential: 'wibmoApi',
		values: { token: MARKED.sealedPayload },
		passes: one('/decrypt'),
	},
	...['capillaryGenerateOtp', 'capillaryValidateOtp'].map(
		(type): Subject => ({
			type,
			credential: 'capillaryClientApi',
			values: { ...VALID_ITEMS[type].values, authentication: 'client' },
			passes: [
				{ '/token/generate': 'echoes' },
				{ '/token/generate': accessToken, [PASSES[type].flatMap(Object.keys)[0]]: 'echoes' },
			],
		}),
	),
];

/** Further fields that hold a marked value, or that make the provider act. */
const MORE_VALUES: Record<string, INodeParameters> = {
	iServeUSendOtp: { additionalFields: { pid: MARKED.pid, email: MARKED.email } },
	iServeUProcessCustomer: { additionalFields: { ovdData: MARKED.aadhaar } },
	hyperVergeVerifyEmailOtp: { additionalFields: { email: MARKED.email } },
	capillaryRedeemCoupon: { validationCode: MARKED.code },
	capillaryCheckPointsRedeemable: { issueOtp: true },
};

/** What is filled into the fields of a node, by name; a collection has a dot in its names. */
function filledIn({ type, values }: Subject): Array<[string, unknown]> {
	const { additionalFields = {}, ...more } = MORE_VALUES[type] ?? {};
	const all = { ...values, ...more };
	return [
		...Object.entries(all).map(([name, value]): [string, unknown] => [
			name,
			STAND_INS[String(value)] ?? value,
		]),
		...Object.entries(additionalFields as INodeParameters).map(([name, value]): [string, unknown] => [
			`additionalFields.${name}`,
			value,
		]),
	];
}

const marksIn = (value: unknown) => Object.values(MARKED).filter((mark) => String(value).includes(mark));

/** The parameters of a node, with the marked values in expressions that do not show them. */
function parametersOf(subject: Subject): INodeParameters {
	const parameters: IDataObject = { options: { batching: { batch: { batchSize: 1 } } } };
	for (const [name, value] of filledIn(subject)) {
		const shown = marksIn(value).length === 0 ? value : hidden(String(value));
		const [collection, field] = name.split('.');
		if (field === undefined) parameters[name] = shown as string;
		else parameters[collection] = { ...(parameters[collection] as IDataObject), [field]: shown as string };
	}
	return parameters as INodeParameters;
}

/** The marked values that a node, its credential and the calls of a pass know of. */
function knownTo(subject: Subject, script: Script): string[] {
	return [
		...new Set([
			...filledIn(subject).flatMap(([, value]) => marksIn(value)),
			...CREDENTIALS[subject.credential].secrets,
			...[MARKED.sealedPayload, MARKED.sealedAnswer].filter((token) =>
				JSON.stringify(script).includes(token),
			),
		]),
	];
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
	const words = known.flatMap(repeatedForms);
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

function nodeOf(subject: Subject, { id, name, type }: Credential, settings: Partial<INode>): INode {
	const credentials = { [type]: { id, name } };
	return step('Node', subject.type, parametersOf(subject), { ...settings, credentials });
}

const providerOf = (credentialType: string) => credentialType.replace(/(Till|Client)?Api$/, '').toLowerCase();

/** Puts the answers of a pass in front of the provider, one for each item. */
function prepare(
	{ credential }: Subject,
	script: Script,
	echoes: Array<Partial<Fault> & Pick<Fault, 'kind'>>,
) {
	const provider = providerOf(credential);
	for (const [path, answer] of Object.entries(script)) {
		for (const echo of echoes) {
			const fixed = { kind: 'body' as const, status: 200, body: JSON.stringify(answer) };
			real().simulator.inject({ ...(answer === 'echoes' ? echo : fixed), provider, path });
		}
	}
}

function callsTo(script: Script): number {
	const [path] = Object.entries(script).find(([, answer]) => answer === 'echoes') as [string, unknown];
	return real()
		.simulator.requests()
		.filter((request) => request.path.endsWith(path)).length;
}

/** Looks for all marked values in a text. Nothing is found, or the test fails and says where. */
function expectNothingIn(place: string, text: string): void {
	const found = [...marks].flatMap((mark) => {
		const form = foundIn(mark, text);
		return form === undefined
			? []
			: [{ mark, form, around: text.slice(Math.max(0, text.indexOf(form) - 200), text.indexOf(form) + 80) }];
	});
	count('marked values searched for', marks.size);
	count('marked values found', found.length);
	expect({ place, found }).toEqual({ place, found: [] });
}

describe.each(
	SUBJECTS.map((subject): [string, string, Subject] => [subject.type, subject.credential, subject]),
)('%s with %s', (_type, _credential, subject) => {
	let credential: Credential;
	beforeAll(async () => {
		credential = await markedCredential(subject.credential);
	});
	beforeEach(() => real().simulator.reset());

	it('shows nothing of what it was given, whatever the provider repeats', async () => {
		for (const script of subject.passes) {
			const echoes = echoesOf(knownTo(subject, script));
			const before = callsTo(script);
			prepare(subject, script, echoes);
			const items = echoes.map((_, index) => ({ index }));
			const node = nodeOf(subject, credential, { onError: 'continueErrorOutput' });
			const { status, data } = await runNode(node, items);
			expect(status).toBe('success');
			expect(callsTo(script) - before).toBe(echoes.length);
			const left = data.resultData.runData.Node[0].data?.main.flat() ?? [];
			expect(left).toHaveLength(echoes.length);
			expectNothingIn('the items', JSON.stringify(left));
		}
	});

	it('shows nothing of it in the error that stops a workflow', async () => {
		for (const [pass, script] of subject.passes.entries()) {
			const echoes = echoesOf(knownTo(subject, script));
			const fault = echoes[(SUBJECTS.indexOf(subject) * 3 + pass) % (echoes.length - 9)];
			prepare(subject, script, [fault]);
			const { data } = await runNode(nodeOf(subject, credential, {}), [{ index: 0 }]);
			expectNothingIn('the execution', JSON.stringify(data));
		}
	});
});

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
		for (const fault of echoing(secrets.flatMap(repeatedForms).join(' '))) {
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
			expect(database.some(({ text }) => foundIn(value, text) !== undefined)).toBe(true);
			expect(others.filter(({ text }) => foundIn(value, text) !== undefined)).toEqual([]);
			expect(foundIn(value, log)).toBeUndefined();
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
