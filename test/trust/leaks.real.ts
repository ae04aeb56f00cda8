import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IDataObject, INode, OnError } from 'n8n-workflow';

import { startN8n } from '../../tools/n8n';
import type { Credential, Execution, StoredWorkflow } from '../../tools/n8n/restClient';
import { chained, step } from '../../tools/n8n/workflows';
import { simulatorCredentials } from '../../tools/simulatorCredentials';
import { contractOf } from '../contracts';
import { useRealN8n } from '../support/realN8n';
import { arrange, echoes } from './support/echoingAnswers';
import { expectNoneIn } from './support/leakSearch';
import {
	markedCredentials,
	markedNodes,
	MARKS,
	nameOf,
	secretsOf,
	withExpressions,
	type Marked,
} from './support/markedValues';

/** What n8n has printed, at its most talkative. */
let log = '';
let userFolder = '';

beforeAll(async () => {
	userFolder = await mkdtemp(join(tmpdir(), 'otp-leaks-'));
});

const real = useRealN8n(() =>
	startN8n({
		nodes: 'dist',
		userFolder,
		environment: { N8N_LOG_LEVEL: 'debug', N8N_LOG_OUTPUT: 'console' },
		onOutput: (text) => {
			log += text;
		},
	}),
);

afterAll(async () => await rm(userFolder, { recursive: true, force: true }));

/** Short values occur by chance in the files of an n8n; these do not. A code of six digits cannot be longer. */
const REAL_MARKS = {
	...MARKS,
	shortCode: '739184265',
	letterCode: 'MRKDL3TT3R5JY',
};
const SUBJECTS = markedNodes(REAL_MARKS);
const TYPES = [...new Set(SUBJECTS.map(({ credential }) => credential))];

/** How many answers each node gets; in n8n's engine alone, leaks.test.ts tries them all. */
const ANSWERS = 72;

/** Everything that must be found nowhere; what comes up during the runs is added. */
const marks = new Set([...Object.values(REAL_MARKS), ...TYPES.flatMap((type) => secretsOf(type))]);

/**
 * An expression that gives a value without holding it, so that it is nowhere in what n8n stores of
 * the workflow: whoever finds the value finds what a node has added.
 */
function hide(value: string): string {
	const backwards = JSON.stringify([...value].reverse().join(''));
	return `={{ ${backwards}.split("").reverse().join("") }}`;
}

const stored: StoredWorkflow[] = [];
const executions: Execution[] = [];

/** Runs a node on some items, and keeps what n8n made of it. */
async function runNode(node: INode, items: IDataObject[]): Promise<Execution> {
	const { rest } = real().n8n;
	const list = { mode: 'raw', jsonOutput: JSON.stringify({ list: items }) };
	const workflow = await rest.createWorkflow(
		chained(`Leaks ${stored.length}`, [
			step('Start', 'n8n-nodes-base.manualTrigger'),
			step('List', 'n8n-nodes-base.set', list, { typeVersion: 3.4 }),
			step('Items', 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'list' }),
			node,
		]),
	);
	stored.push(workflow);
	const execution = await rest.finishedExecution(await rest.runWorkflow(workflow, 'Start'));
	executions.push(execution);
	return execution;
}

/** A credential of which every secret is marked, with its fields. */
async function markedCredential(type: string): Promise<{ credential: Credential; data: IDataObject }> {
	const { n8n, simulator } = real();
	const data = markedCredentials(simulator.url)[type];
	return { credential: await n8n.rest.createCredential(type, `Marked ${type}`, data), data };
}

/** One of the package's nodes, with expressions that do not show what they give; one item after the other. */
function hiding(
	{ type, parameters, item }: Marked,
	{ id, name, type: credential }: Credential,
	onError: OnError,
): INode {
	const options = { batching: { batch: { batchSize: 1 } } };
	const hidden = withExpressions({ ...parameters, options }, (field) => hide(String(item[field])));
	return step('Node', type, hidden, { onError, credentials: { [credential]: { id, name } } });
}

const expectNothingIn = (place: string, text: string) => expectNoneIn(place, text, [...marks]);

it.each(SUBJECTS.map((subject): [string, Marked] => [nameOf(subject), subject]))(
	'%s: shows nothing of what it was given, whatever the provider repeats, whether it stops or goes on',
	async (_name, subject) => {
		const { credential } = await markedCredential(subject.credential);
		const turn = SUBJECTS.indexOf(subject);
		const answers = echoes(subject, ANSWERS, turn);
		arrange(real().simulator, subject, answers);
		const items = answers.map((_, index) => ({ index }));
		const { status, data } = await runNode(hiding(subject, credential, 'continueErrorOutput'), items);
		expect(status).toBe('success');
		expect(data.resultData.runData.Node[0].data?.main.flat()).toHaveLength(answers.length);

		const errors = answers.filter((answer) => answer.status === 401 || answer.status === 500);
		arrange(real().simulator, subject, [errors[turn % errors.length]]);
		const stopped = await runNode(hiding(subject, credential, 'stopWorkflow'), items.slice(0, 1));
		expectNothingIn('the executions', JSON.stringify([data, stopped.data]));
	},
);

it("shows nothing in the sentence with which a credential's test ends", async () => {
	const { n8n, simulator } = real();
	for (const type of TYPES) {
		const { credential, data } = await markedCredential(type);
		const subject = SUBJECTS.find((one) => one.credential === type) as Marked;
		const { provider } = contractOf(subject.type);
		for (const fault of echoes(subject, 12)) {
			simulator.reset();
			simulator.inject({ ...fault, provider });
			const { message } = await n8n.rest.testCredential(credential, data);
			expect(simulator.requests().length).toBeGreaterThan(0);
			expectNothingIn(`the test of ${type}`, message);
		}
	}
});

describe('afterwards', () => {
	beforeAll(() => {
		for (const [type, { data }] of Object.entries(simulatorCredentials(real().simulator.url))) {
			for (const secret of secretsOf(type, data)) marks.add(secret);
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

/** The files of n8n but for the package that is installed in it; bytes as characters. */
function ownFiles(): Array<{ path: string; text: string }> {
	const folder = join(userFolder, '.n8n');
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((file) => file.isFile())
		.map(({ name, parentPath }) => join(parentPath, name))
		.filter((path) => !path.startsWith(join(folder, 'nodes')))
		.map((path) => ({ path: path.slice(folder.length), text: readFileSync(path, 'latin1') }));
}
