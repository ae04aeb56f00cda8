import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';

import { convert } from '../tools/convert/convert';
import type { RestClient, StoredWorkflow, WorkflowFile } from '../tools/n8n/restClient';

const FOLDER = join(__dirname, '..', 'workflows');
const FORM_TRIGGER = 'n8n-nodes-base.formTrigger';
const WAIT = 'n8n-nodes-base.wait';

/** A form that starts a workflow. */
export interface ExampleForm {
	path: string;
	url: string;
}

/** An example workflow that runs in the playground. */
export interface ExampleWorkflow {
	/** Name of its file, without `.json`. */
	key: string;
	/** As it is shipped. */
	file: WorkflowFile;
	/** In n8n, where the nodes may have the other form. */
	stored: StoredWorkflow;
	forms: ExampleForm[];
}

/** How the example workflows differ from their files. */
export interface ExampleOptions {
	/** How long the workflows wait before they send again; as in the files when not given. */
	coolDownSeconds?: number;
	/** Whether to use the combined nodes of the exported packages. */
	combined?: boolean;
}

/** Reads the example workflows as they are shipped, by the name of their file without `.json`. */
export async function readExamples(): Promise<Map<string, WorkflowFile>> {
	const examples = new Map<string, WorkflowFile>();
	for (const file of (await readdir(FOLDER)).sort()) {
		if (!file.endsWith('.json')) continue;
		const text = await readFile(join(FOLDER, file), 'utf8');
		examples.set(file.slice(0, -'.json'.length), JSON.parse(text) as WorkflowFile);
	}
	return examples;
}

/**
 * Imports the example workflows and publishes them. n8n finds their credentials by name. Unlike
 * in the files, executions are kept, so that they can be inspected.
 */
export async function importExamples(
	rest: RestClient,
	url: string,
	options: ExampleOptions = {},
): Promise<ExampleWorkflow[]> {
	const imported: ExampleWorkflow[] = [];
	for (const [key, file] of await readExamples()) {
		imported.push(await importExample(rest, url, key, adjusted(file, options), options));
	}
	return imported;
}

/** Imports one workflow, unchanged unless it is to use the combined nodes, and publishes it. */
export async function importExample(
	rest: RestClient,
	url: string,
	key: string,
	file: WorkflowFile,
	{ combined = false }: Pick<ExampleOptions, 'combined'> = {},
): Promise<ExampleWorkflow> {
	const stored = await rest.createWorkflow(combined ? convert(file) : file);
	await rest.activateWorkflow(stored);
	const forms = file.nodes
		.filter(({ type }) => type === FORM_TRIGGER)
		.map((trigger) => formPath(file, trigger))
		.map((path) => ({ path, url: `${url}/form/${path}` }));
	return { key, file, stored, forms };
}

function adjusted(file: WorkflowFile, { coolDownSeconds }: ExampleOptions): WorkflowFile {
	const nodes = file.nodes.map((node) =>
		coolDownSeconds !== undefined && node.type === WAIT && 'amount' in node.parameters
			? { ...node, parameters: { ...node.parameters, amount: coolDownSeconds } }
			: node,
	);
	const settings = {
		...file.settings,
		saveDataSuccessExecution: 'all',
		saveDataErrorExecution: 'all',
		saveManualExecutions: true,
	} as const;
	return { ...file, nodes, settings };
}

function formPath(file: WorkflowFile, trigger: INode): string {
	const { path } = (trigger.parameters.options ?? {}) as { path?: string };
	if (!path) throw new Error(`${file.name}: the form ${trigger.name} has no path of its own`);
	return path;
}
