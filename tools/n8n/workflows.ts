import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { manifest } from '../package';
import type { RunningN8n } from '.';
import type { Execution, StoredWorkflow, WorkflowFile } from './restClient';

/** A real n8n, and what else runs next to it. */
interface Running {
	n8n: RunningN8n;
}

/** How long n8n may take to let a published webhook listen, in milliseconds. */
const UNTIL_LISTENING_MS = 20_000;

/**
 * A node of a workflow.
 *
 * @param name its name on the canvas
 * @param type the full type; without a package's name it is one of this package
 * @param more credentials, settings and the version, where it is not 1
 */
export function step(
	name: string,
	type: string,
	parameters: INodeParameters = {},
	more: Partial<INode> = {},
): INode {
	return {
		id: name,
		name,
		type: type.includes('.') ? type : `${manifest.name}.${type}`,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		...more,
	};
}

/** A webhook that answers at once, and a node that makes an item of each that the webhook got. */
export function webhook(path: string): INode[] {
	const parameters = { path, httpMethod: 'POST', responseMode: 'onReceived' };
	return [
		step('Webhook', 'n8n-nodes-base.webhook', parameters, { typeVersion: 2, webhookId: path }),
		step('Items', 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'body.items' }),
	];
}

/** A connection: from a node, the output's index, to a node. */
export type Link = [from: string, output: number, to: string];

/** A workflow as a file would hold it; the links are in the order in which they run. */
export function workflowFile(name: string, nodes: INode[], links: Link[]): WorkflowFile {
	const connections: WorkflowFile['connections'] = {};
	for (const [from, output, to] of links) {
		const { main } = (connections[from] ??= { main: [] });
		while (main.length <= output) main.push([]);
		main[output]?.push({ node: to, type: 'main', index: 0 });
	}
	return { name, nodes, connections, settings: { executionOrder: 'v1' } };
}

/** A workflow whose nodes follow each other in this order. */
export function chained(name: string, nodes: INode[]): WorkflowFile {
	const links = nodes.slice(1).map((node, index): Link => [nodes[index].name, 0, node.name]);
	return workflowFile(name, nodes, links);
}

/** Saves a workflow and publishes it. */
export async function publish({ n8n }: Running, file: WorkflowFile): Promise<StoredWorkflow> {
	const stored = await n8n.rest.createWorkflow(file);
	await n8n.rest.activateWorkflow(stored);
	return stored;
}

/** Calls the webhook of a workflow once it listens, and answers with the id of the execution that it started. */
export async function call({ n8n }: Running, stored: StoredWorkflow, items: IDataObject[]): Promise<string> {
	const known = new Set((await n8n.rest.listExecutions(stored.id)).map(({ id }) => id));
	const url = `${n8n.webhookUrl}/webhook/${String(stored.nodes[0].parameters.path)}`;
	const settings = { proxy: false, validateStatus: () => true } as const;
	const until = Date.now() + UNTIL_LISTENING_MS;
	for (;;) {
		const { status } = await axios.post(url, { items }, settings);
		if (status === 200) break;
		if (Date.now() > until) throw new Error(`${url} answered with ${status}`);
		await sleep(50);
	}
	for (;;) {
		const started = (await n8n.rest.listExecutions(stored.id)).find(({ id }) => !known.has(id));
		if (started !== undefined) return started.id;
		await sleep(50);
	}
}

/** Saves and publishes a workflow, calls its webhook, and waits until the execution has ended or waits. */
export async function run(
	real: Running,
	file: WorkflowFile,
	items: IDataObject[],
): Promise<{ stored: StoredWorkflow; execution: Execution }> {
	const stored = await publish(real, file);
	const id = await call(real, stored, items);
	return { stored, execution: await real.n8n.rest.finishedExecution(id) };
}

/** Lets an execution go on that waits for a call, and waits until it has ended or waits again. */
export async function resume({ n8n }: Running, { id, data }: Execution): Promise<Execution> {
	const { resumeToken } = data as { resumeToken?: string };
	await axios.get(`${n8n.webhookUrl}/webhook-waiting/${id}`, {
		params: { signature: resumeToken },
		proxy: false,
	});
	for (;;) {
		const execution = await n8n.rest.finishedExecution(id);
		if (execution.status !== 'waiting' || execution.data.waitTill !== data.waitTill) return execution;
		await sleep(50);
	}
}
