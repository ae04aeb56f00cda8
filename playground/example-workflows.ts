import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Credential, RestClient, StoredWorkflow, WorkflowFile } from './rest-client';

const FOLDER = join(__dirname, '..', 'workflows');
const FORM_TRIGGER = 'n8n-nodes-base.formTrigger';

/** An example workflow that runs in the playground. */
export interface ExampleWorkflow {
	/** Name of its file, without `.json`. */
	key: string;
	stored: StoredWorkflow;
	formUrl: string;
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

/** Imports the example workflows, gives their nodes the credentials, and publishes them. */
export async function importExamples(
	rest: RestClient,
	url: string,
	credentials: Credential[],
): Promise<ExampleWorkflow[]> {
	const imported: ExampleWorkflow[] = [];
	for (const [key, file] of await readExamples()) {
		const stored = await rest.createWorkflow(withCredentials(file, credentials));
		await rest.activateWorkflow(stored);
		imported.push({ key, stored, formUrl: `${url}/form/${formPath(file)}` });
	}
	return imported;
}

/** The shipped files name the type of a credential only; its id is each n8n's own. */
function withCredentials(file: WorkflowFile, credentials: Credential[]): WorkflowFile {
	const byType = new Map(credentials.map(({ id, name, type }) => [type, { id, name }]));
	const nodes = file.nodes.map((node) => {
		if (!node.credentials) return node;
		const filled = Object.keys(node.credentials).map((type) => {
			const credential = byType.get(type);
			if (!credential) throw new Error(`${file.name}: there is no credential of type ${type}`);
			return [type, credential] as const;
		});
		return { ...node, credentials: Object.fromEntries(filled) };
	});
	return { ...file, nodes };
}

function formPath(file: WorkflowFile): string {
	const trigger = file.nodes.find(({ type }) => type === FORM_TRIGGER);
	const { path } = (trigger?.parameters.options ?? {}) as { path?: string };
	if (!path) throw new Error(`${file.name} has no form with a path of its own`);
	return path;
}
