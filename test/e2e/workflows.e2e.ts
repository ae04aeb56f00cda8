import type { INode } from 'n8n-workflow';

import { isOfPackage, outputsOf, typeInPackage, type BranchName } from '../../playground/demo/branches';
import type { Passage } from '../../playground/demo/passages';
import {
	importExample,
	importExamples,
	readExamples,
	type ExampleWorkflow,
} from '../../playground/exampleWorkflows';
import { FormVisit } from '../../playground/formVisit';
import type { Playground } from '../../playground/playground';
import type { Simulator } from '../../simulator';
import { addTo } from '../../tools/jest/totals';
import type { RunningN8n } from '../../tools/n8n';
import type { WorkflowFile } from '../../tools/n8n/restClient';
import { playExampleCases } from '../support/exampleCases';
import { useRealN8n } from '../support/realN8n';

const DAY_SECONDS = 24 * 3600;
const ERROR_WORKFLOW = 'error-workflow';

/** Outputs that a provider never sends anything out of, and why. */
const NEVER: Array<{ type: RegExp; branch: BranchName; because: string }> = [
	{ type: /^hyperVergeVerify/, branch: 'Expired', because: 'HyperVerge calls an old code a wrong one' },
	{ type: /^wibmoVerify/, branch: 'Expired', because: 'Wibmo has no code for an old code' },
	{ type: /^capillaryValidate/, branch: 'Expired', because: 'Capillary says no, and not why' },
];

const real = useRealN8n();
let n8n: RunningN8n;
let simulator: Simulator;
let playground: Playground;
let files: Map<string, WorkflowFile>;
const passages: Passage[] = [];

beforeAll(async () => {
	files = await readExamples();
	({ n8n, simulator } = real());
	playground = { ...real(), examples: [] };
	// Some people wait by the simulator's clock only, and n8n would go on trusting a token that ended.
	simulator.setTokenTtl(DAY_SECONDS);
});

describe('The files, just as they are', () => {
	const imported: ExampleWorkflow[] = [];

	afterAll(async () => {
		for (const { stored } of imported) await n8n.rest.deleteWorkflow(stored.id);
	});

	// A type, a parameter or a credential that is missing fails the cases below: n8n checks them in every run.
	it('are imported and published', async () => {
		for (const [key, file] of files) imported.push(await importExample(n8n.rest, n8n.url, key, file));
		expect(imported).toHaveLength(files.size);
	});

	it('hand their faults to the error workflow without being told to', () => {
		const errorWorkflow = imported.find(({ key }) => key === ERROR_WORKFLOW);
		const others = imported.filter(({ key }) => key !== ERROR_WORKFLOW);
		expect(others.map(({ stored }) => stored.settings?.errorWorkflow)).toEqual(
			others.map(() => errorWorkflow?.stored.id),
		);
	});
});

describe('The workflows', () => {
	beforeAll(async () => {
		playground.examples = await importExamples(n8n.rest, n8n.url, { coolDownSeconds: 1 });
	});

	playExampleCases(
		() => playground,
		(some) => passages.push(...some),
	);

	it('let nobody approve who cannot sign in as the supervisor', async () => {
		const helpDesk = exampleOf('help-desk-capillary');
		const visit = await FormVisit.open(helpDesk.forms[0].url);
		await visit.submit({ 'Mobile number': '919876500025', Reason: 'Curiosity' });
		expect(visit.page.locked).toBe(true);
		await expect(visit.submit({})).rejects.toThrow('The form answered with 401');
		await visit.signIn('supervisor', 'a guess');
		expect(visit.page.locked).toBe(true);
		const execution = await n8n.rest.getExecution(visit.executionId);
		expect(execution.data.resultData.runData['Capillary Get OTP']).toBeUndefined();
	});

	it('tell the error workflow of every fault, with no word about the person', async () => {
		const reports = await errorReports();
		const faults = passages.filter(({ branch }) => branch === 'Error').length;
		const unreported = passages.filter(
			(passage) => passage.branch === 'Error' && !isReported(passage),
		).length;
		expect(reports).toHaveLength(faults - unreported);
		for (const { what, node } of reports) {
			expect(node).toBe('Report Fault');
			expect(what).toMatch(/^(wibmo|iserveu|capillary|hyperverge) \w+: \w+, effect (none|unknown)\. \S/);
		}
		expect(reports.length).toBeGreaterThan(0);
		const words = JSON.stringify(reports.map(({ workflow, node, what }) => [workflow, node, what]));
		expect(words).not.toMatch(/[0-9]{6}/);
		for (const { to, code } of simulator.inbox()) {
			expect(words).not.toContain(to);
			expect(words).not.toContain(code);
		}
	});

	it('take every branch of every node', () => {
		const taken = new Set(passages.map(({ workflow, node, branch }) => `${workflow} / ${node} / ${branch}`));
		const missing = playground.examples.flatMap(({ key, stored }) =>
			stored.nodes
				.filter(isOfPackage)
				.flatMap((node) => outputsThatCanBeTaken(node).map((branch) => `${key} / ${node.name} / ${branch}`))
				.filter((output) => !taken.has(output)),
		);
		expect(missing).toEqual([]);
		addTo('workflows run', new Set(passages.map(({ workflow }) => workflow)).size + 1);
		addTo('branches taken', taken.size);
	});
});

function exampleOf(key: string): ExampleWorkflow {
	const example = playground.examples.find((one) => one.key === key);
	if (!example) throw new Error(`There is no workflow ${key}.json`);
	return example;
}

function outputsThatCanBeTaken(node: INode): BranchName[] {
	return outputsOf(node).filter(
		(output) => !NEVER.some(({ type, branch }) => branch === output && type.test(typeInPackage(node.type))),
	);
}

/**
 * In the fallback, one provider's fault is the next one's turn; the list ends in its report; and
 * n8n starts no error workflow for a run that somebody started by hand in the editor.
 */
function isReported({ workflow, node }: Passage): boolean {
	if (workflow === 'bulk-send') return false;
	if (workflow === 'fallback') return !/^(Wibmo|HyperVerge) Send/.test(node);
	return !['Encrypt a Sample', 'Wibmo Decrypt Payload'].includes(node);
}

/** What the error workflow said so far; n8n starts it a moment after the run that failed. */
async function errorReports(): Promise<Array<Record<string, string>>> {
	const { id } = exampleOf(ERROR_WORKFLOW).stored;
	const reports: Array<Record<string, string>> = [];
	for (const execution of await n8n.rest.listExecutions(id)) {
		const { data } = await n8n.rest.finishedExecution(execution.id);
		const items = data.resultData.runData['What Happened'].at(-1)?.data?.main[0] ?? [];
		reports.push(...items.map(({ json }) => json as Record<string, string>));
	}
	return reports;
}
