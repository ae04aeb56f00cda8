import type { INode } from 'n8n-workflow';

import { importExample, type ExampleWorkflow } from '../../../playground/exampleWorkflows';
import { FormVisit } from '../../../playground/formVisit';
import type { Fault, Simulator } from '../../../simulator';
import type { RunningN8n } from '../../../tools/n8n';
import type { WorkflowFile } from '../../../tools/n8n/restClient';
import { wrong } from '../../support/simulator';

const HYPERVERGE = 'https://ind-engine.thomas.hyperverge.co/v1';

/**
 * What somebody types on the page for the code: the code of the newest message, the same with a dash in the
 * middle, another one, or nothing.
 */
type Typed = 'right' | 'dashed' | 'wrong' | 'nothing';

export interface Story {
	/** In place of an address that exists. */
	email?: string;
	steps?: Typed[];
	/** Disturbances of the first request. */
	whileSending?: Fault;
	/** Disturbances of what follows. */
	afterwards?: Fault;
}

/** What came of a story. */
export interface Seen {
	/** The titles of the pages after the first one; `(no page)` where the run broke off. */
	pages: string[];
	/** How many messages the person got. */
	messages: number;
	/** The code in the newest one; empty where there is none. */
	code: string;
	/** The run as n8n stores it, as one text. */
	stored: string;
}

/**
 * Publishes a flow so that it can be played: on a form of its own, with a short cool-down, with
 * every run kept, and with the simulator instead of HyperVerge.
 *
 * @param name becomes the name of the workflow and the path of its form
 * @param change makes another node of each one that calls HyperVerge
 */
export async function publish(
	{ rest, url }: RunningN8n,
	simulator: Simulator,
	file: WorkflowFile,
	name: string,
	change: (node: INode) => INode = (node) => node,
): Promise<ExampleWorkflow> {
	const text = JSON.stringify(file).replaceAll(HYPERVERGE, `${simulator.url}/hyperverge/v1`);
	const copy = JSON.parse(text) as WorkflowFile;
	const nodes = copy.nodes.map((node) => {
		if (node.type.endsWith('.formTrigger')) return withParameters(node, { options: { path: name } });
		if (node.type.endsWith('.wait')) return withParameters(node, { amount: 1 });
		return node.credentials ? change(node) : node;
	});
	const settings = { executionOrder: 'v1', saveDataSuccessExecution: 'all' } as const;
	return await importExample(rest, url, name, { ...copy, name, nodes, settings });
}

let people = 0;

/** Plays a story through the forms of a flow, as somebody who has not been there before. */
export async function play(
	{ rest }: RunningN8n,
	simulator: Simulator,
	{ forms }: ExampleWorkflow,
	{ email, steps = [], whileSending, afterwards }: Story,
): Promise<Seen> {
	people += 1;
	const person = email ?? `person-${people}@example.com`;
	const messages = () => simulator.inbox().filter(({ to }) => to === person);
	const pages: string[] = [];
	const visit = await FormVisit.open(forms[0].url);
	if (whileSending) simulator.inject(whileSending);
	const submit = async (values: Record<string, string>) => {
		try {
			pages.push((await visit.submit(values)).title);
		} catch (error) {
			if (!/ended without a page/.test(String(error))) throw error;
			pages.push('(no page)');
		}
	};
	await submit({ Email: person });
	if (afterwards) simulator.inject(afterwards);
	for (const step of steps) await submit({ Code: codeFor(step, messages().at(-1)?.code ?? '000000') });
	const execution = await rest.finishedExecution(visit.executionId);
	return {
		pages,
		messages: messages().length,
		code: messages().at(-1)?.code ?? '',
		stored: JSON.stringify(execution.data),
	};
}

function codeFor(typed: Typed, code: string): string {
	if (typed === 'nothing') return '';
	if (typed === 'dashed') return `${code.slice(0, 3)}-${code.slice(3)}`;
	return typed === 'right' ? code : wrong(code);
}

/** The same node with some of its parameters replaced. */
export function withParameters(node: INode, parameters: INode['parameters']): INode {
	return { ...node, parameters: { ...node.parameters, ...parameters } };
}
