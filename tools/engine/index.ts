import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	NodeConnectionTypes,
	NodeHelpers,
	Workflow,
	type ICredentialType,
	type IConnections,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IRun,
	type IVersionedNodeType,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { allCredentials, allNodes, manifest } from '../package';
import { TestCredentialsHelper, type ExpressionsInCredentials, type SavedCredentials } from './credentials';
import './deduplicationStore';
import { ERROR_RULES } from './errorRules';
import { emptyRun, setExpressionEvaluator, startRun, statusOf, storedRun } from './olderN8n';

setExpressionEvaluator();

/** Gives the workflow its items, as a trigger would. */
class Start {
	description = {
		displayName: 'Start',
		name: 'start',
		group: ['trigger' as const],
		version: 1,
		description: 'Emits the items of its parameter',
		defaults: { name: 'Start' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [{ displayName: 'Items', name: 'items', type: 'json' as const, default: '[]' }],
	};

	async execute(this: {
		getNodeParameter(name: string, index: number): unknown;
	}): Promise<INodeExecutionData[][]> {
		const items = JSON.parse(String(this.getNodeParameter('items', 0))) as IDataObject[];
		return [items.map((json) => ({ json }))];
	}
}

/** Ends a branch, so that what arrives there can be looked at. */
class End {
	description = {
		displayName: 'End',
		name: 'end',
		group: ['transform' as const],
		version: 1,
		description: 'Passes its items on',
		defaults: { name: 'End' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};

	async execute(this: { getInputData(): INodeExecutionData[] }): Promise<INodeExecutionData[][]> {
		return [this.getInputData()];
	}
}

/** Items of the nodes that some version of n8n routes to the wrong output. */
const misrouted: IDataObject[] = [];

/** The same node. Every version of n8n must route its faulted items to the error output, and no others. */
function watched(node: INodeType): INodeType {
	async function execute(this: IExecuteFunctions) {
		const outputs = (await node.execute?.call(this)) as INodeExecutionData[][];
		for (const item of outputs.flat()) {
			const isFaulted = 'error' in item.json;
			if (Object.values(ERROR_RULES).some((routes) => routes(item) !== isFaulted)) misrouted.push(item.json);
		}
		return outputs;
	}
	return Object.create(node, { execute: { value: execute } }) as INodeType;
}

const registered = new Map<string, INodeType>([
	['test.start', new Start() as unknown as INodeType],
	['test.end', new End() as unknown as INodeType],
	...allNodes().map((node): [string, INodeType] => [
		`${manifest.name}.${node.description.name}`,
		watched(node),
	]),
]);

const nodeTypes: INodeTypes = {
	getByName: (name: string): INodeType | IVersionedNodeType => found(name),
	getByNameAndVersion: (name: string): INodeType => found(name),
	getKnownTypes: () => ({}),
};

function found(name: string): INodeType {
	const type = registered.get(name.replace(/Tool$/, ''));
	if (type === undefined) throw new Error(`Unknown node type ${name}`);
	return type;
}

const credentialTypes = allCredentials();

/** The credential type of that name. */
export function credentialOf(type: string): ICredentialType {
	const credential = credentialTypes.find(({ name }) => name === type);
	if (credential === undefined) throw new Error(`Unknown credential type ${type}`);
	return credential;
}

/** Adds a node that the package does not hold, and its credential if the package does not hold that either. */
export function register(node: INodeType, ...credentials: ICredentialType[]): void {
	registered.set(`${manifest.name}.${node.description.name}`, watched(node));
	credentialTypes.push(...credentials);
}

/** The settings of the node under test, as the editor saves them. */
export interface NodeUnderTest {
	/** The node's name without the package, e.g. `hyperVergeSendEmailOtp`. */
	type: string;
	parameters: INodeParameters;
	settings?: Partial<INode>;
	/** The labels of the outputs that are connected; all of them if left out. */
	connected?: readonly string[];
	/** For saved credentials with expressions; if left out, they are what n8n has resolved already. */
	expressions?: ExpressionsInCredentials;
	/** The items that are pinned to the node. */
	pinned?: IDataObject[];
	/** The credentials that the node names, by type; those that are saved if left out. */
	credentials?: INode['credentials'];
	/** The settings of the node that gives the workflow its items. */
	startSettings?: Partial<INode>;
}

/** What a user sees after an execution. */
export interface Execution {
	/** `success` or `error`. */
	status: string;
	/** The message and description of the error that stopped the workflow. */
	error?: { message: string; description?: string | null };
	/** The items that left through each output, by the output's label. */
	outputs: Record<string, INodeExecutionData[]>;
	/** How many items arrived behind each output. */
	arrived: Record<string, number>;
	/** The whole run, as n8n stores it. */
	run: IRun;
}

/**
 * Runs `Start → node under test → one End per output` in n8n's own engine.
 *
 * @param node the node under test
 * @param items what the workflow starts with
 * @param saved the credentials that the user has saved, by type
 * @param cancelled resolves when the user stops the execution; never, unless it is given
 */
export async function execute(
	node: NodeUnderTest,
	items: IDataObject[],
	saved: SavedCredentials,
	cancelled?: Promise<unknown>,
): Promise<Execution> {
	const { workflow, labels } = workflowAround(node, items, saved);
	const runner = new WorkflowExecute(
		additionalData(saved, workflow, newExecutionId(), node.expressions),
		'manual',
		emptyRun(),
	);
	const running = startRun(runner, {
		workflow,
		startNode: workflow.nodes.Start,
		...(node.pinned && { pinData: { 'Under Test': node.pinned.map((json) => ({ json })) } }),
	});
	void cancelled?.then(() => running.cancel());
	return whatHappened(await running, labels);
}

/**
 * Runs a failed execution again as *Retry* in the list of executions does: a new execution, which
 * begins at the node that failed, with all that the failed one left behind.
 *
 * @param failed what {@link execute} gave; it stays unchanged, as in n8n's database
 * @param node the node under test, as the workflow holds it by now
 * @param saved the credentials as they are by now
 */
export async function retryFromList(
	failed: Execution,
	node: NodeUnderTest,
	saved: SavedCredentials,
): Promise<Execution> {
	const { workflow, labels } = workflowAround(node, [], saved);
	const { data } = structuredClone(failed.run);
	delete data.resultData.error;
	data.resultData.runData['Under Test']?.pop();
	for (const waiting of data.executionData?.nodeExecutionStack ?? []) {
		waiting.node = workflow.nodes[waiting.node.name];
	}
	const runner = new WorkflowExecute(additionalData(saved, workflow, newExecutionId()), 'retry', data);
	return whatHappened(await runner.processRunExecutionData(workflow), labels);
}

/** An execution during which n8n is killed, so that n8n has only what it stored before the start. */
export interface Killed {
	/** Runs it again as *Retry* in the list of executions does. */
	retry: () => Promise<Execution>;
	/**
	 * Runs it again as n8n 1.x does by itself after a worker was killed: under the same ID. It has not stored
	 * the execution context before the start.
	 */
	repeat: () => Promise<Execution>;
	/** Ends the first attempt, which waits in the background for as long as the provider does not answer. */
	cleanUp: () => void;
}

/** Starts an execution that has to be killed while the node runs. */
export function startAndKill(node: NodeUnderTest, items: IDataObject[], saved: SavedCredentials): Killed {
	const establishedAt = Date.now();
	const begin = (mode: 'trigger' | 'retry', executionId: string, isContextStored = true) => {
		const { workflow, labels } = workflowAround(node, items, saved);
		const start = { node: workflow.nodes.Start, data: { main: [[{ json: {} }]] }, source: null };
		const stored = storedRun(start, isContextStored ? establishedAt : undefined);
		const runner = new WorkflowExecute(additionalData(saved, workflow, executionId), mode, stored);
		const running = runner.processRunExecutionData(workflow);
		return { running, ended: running.then((run) => whatHappened(run, labels)) };
	};
	const id = newExecutionId();
	const { running } = begin('trigger', id);
	return {
		retry: async () => await begin('retry', newExecutionId()).ended,
		repeat: async () => await begin('trigger', id, false).ended,
		cleanUp: () => running.cancel(),
	};
}

let executions = 0;
const newExecutionId = () => `execution ${(executions += 1)}`;

function workflowAround(
	node: NodeUnderTest,
	items: IDataObject[],
	saved: SavedCredentials,
): { workflow: Workflow; labels: string[] } {
	const type = `${manifest.name}.${node.type}`;
	const underTest: INode = {
		id: 'under-test',
		name: 'Under Test',
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: node.parameters,
		credentials:
			node.credentials ?? Object.fromEntries(Object.keys(saved).map((name) => [name, { id: name, name }])),
		...node.settings,
	};
	const labels = outputLabels(underTest);
	const ends = labels.map((label) => simpleNode(`End ${label}`, 'test.end'));
	const start = {
		...simpleNode('Start', 'test.start', { items: JSON.stringify(items) }),
		...node.startSettings,
	};
	const { connected = labels } = node;
	const connections: IConnections = {
		Start: { main: [[{ node: 'Under Test', type: 'main', index: 0 }]] },
		'Under Test': {
			main: labels.map((label) =>
				connected.includes(label) ? [{ node: `End ${label}`, type: 'main', index: 0 }] : [],
			),
		},
	};
	const workflow = new Workflow({
		id: 'test',
		nodes: [start, underTest, ...ends],
		connections,
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1' },
	});
	return { workflow, labels };
}

function whatHappened(run: IRun, labels: string[]): Execution {
	if (misrouted.length > 0) {
		throw new Error(`Some n8n routes these items wrongly: ${JSON.stringify(misrouted.splice(0))}`);
	}
	const { error, runData } = run.data.resultData;
	const left = runData['Under Test']?.at(-1)?.data?.main;
	return {
		status: statusOf(run),
		...(error === undefined ? {} : { error: error as Execution['error'] }),
		outputs: Object.fromEntries(labels.map((label, index) => [label, left?.[index] ?? []])),
		arrived: Object.fromEntries(
			labels.map((label) => [
				label,
				runData[`End ${label}`]?.flatMap((end) => end.data?.main[0] ?? []).length ?? 0,
			]),
		),
		run,
	};
}

function simpleNode(name: string, type: string, parameters: INodeParameters = {}): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}

/** The labels of a node's outputs as the canvas shows them, with the error output where it has one. */
export function outputLabels(node: INode): string[] {
	const description = found(node.type).description;
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	return NodeHelpers.getNodeOutputs(workflow, workflow.nodes[node.name], description).map((output, index) =>
		typeof output === 'string' ? `Output ${index}` : (output.displayName ?? `Output ${index}`),
	);
}

/** What n8n hands to an execution besides its workflow. */
export function additionalData(
	saved: SavedCredentials,
	workflow: Workflow,
	executionId: string,
	expressions?: ExpressionsInCredentials,
): IWorkflowExecuteAdditionalData {
	const url = 'http://127.0.0.1';
	return {
		executionId,
		hooks: new ExecutionLifecycleHooks('manual', 'test', {
			id: 'test',
			name: 'test',
			active: false,
			isArchived: false,
			nodes: Object.values(workflow.nodes),
			connections: workflow.connectionsBySourceNode,
			createdAt: new Date(0),
			updatedAt: new Date(0),
		} as never),
		credentialsHelper: new TestCredentialsHelper(credentialTypes, saved, expressions),
		currentNodeExecutionIndex: 0,
		setExecutionStatus: () => {},
		restApiUrl: url,
		instanceBaseUrl: url,
		webhookBaseUrl: url,
		webhookWaitingBaseUrl: url,
		webhookTestBaseUrl: url,
		formBaseUrl: url,
		formWaitingBaseUrl: url,
		formTestBaseUrl: url,
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
}
