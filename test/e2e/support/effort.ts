import type { INode } from 'n8n-workflow';

import { isOfPackage } from '../../../playground/demo/branches';
import type { WorkflowFile } from '../../../tools/n8n/restClient';

const STICKY_NOTE = 'n8n-nodes-base.stickyNote';
const HTTP_REQUEST = 'n8n-nodes-base.httpRequest';

/** Fields of n8n's own nodes in which one chooses instead of typing. */
const DROPDOWNS = [
	'method',
	'authentication',
	'genericAuthType',
	'operation',
	'fieldType',
	'fallbackOutput',
] as const;

/** What n8n writes into a condition without being told to. */
const WRITTEN_BY_N8N = ['id', 'combinator'];

/** What is in a workflow file, sticky notes left out. */
export interface Counted {
	nodes: number;
	connections: number;
	/** Values that are not n8n's or the node's default, however they are given. */
	filled: number;
	/** Of those: chosen from a list. */
	chosen: number;
	/** Of those: switches turned on or off. */
	switched: number;
	/** Of those: typed as they are. */
	typed: number;
	/** Of those: expressions. */
	expressions: number;
	/** How long the expressions are together, in characters. */
	expressionLength: number;
	/** Lines in Code nodes. */
	codeLines: number;
	/** Addresses, headers and body fields of the provider that one has to look up, in HTTP Request nodes. */
	apiNames: number;
}

/** What a hand does in the editor. */
export interface Handiwork {
	clicks: number;
	/** Texts typed, each into a field that a click has opened. */
	typed: number;
	/** Expressions typed. */
	expressions: number;
}

/** The model: clicks for what is done in the editor. */
const CLICKS = {
	/** The plus of an output, and the result of the search. It brings one connection with it. */
	node: 2,
	/** *Add to workflow*, which n8n asks for a node that is not its own. */
	communityNode: 1,
	/** A node's own name: its title. */
	rename: 1,
	/** Closing a node. */
	close: 1,
	/** A connection that did not come with a node: one drag. */
	connection: 1,
	field: 1,
	switch: 1,
	choice: 2,
	/** *Add option*, and the option. */
	option: 2,
	/** *Add …* for a second entry of a list, and the ones after it. */
	entry: 1,
	/** The tab *Settings*, the field *On Error*, and the choice. */
	onError: 3,
	/** A credential that is there already. */
	credential: 2,
	/** *Create new credential*, and *Save*, which also closes it. Its fields come on top. */
	newCredential: 3,
	/** A new workflow; *Publish*, twice. */
	workflow: 3,
	/** The menu, *Settings*, one choice, and *Save*. */
	settings: 5,
} as const;

/** Seconds for each of these. */
export const PACE = { clicks: 2, typed: 5, expressions: 20 } as const;

interface Leaf {
	key: string;
	value: unknown;
}

/** Counts what is in a workflow file. */
export function count(file: WorkflowFile): Counted {
	const nodes = nodesOf(file);
	const leaves = nodes.flatMap(({ parameters }) => leavesOf(parameters));
	const code = leaves.filter(({ key }) => key === 'jsCode');
	const values = leaves.filter((leaf) => !code.includes(leaf));
	const expressions = values.filter(({ value }) => isExpression(value));
	const chosen = values.filter(({ key }) => DROPDOWNS.some((one) => one === key));
	const switched = values.filter(({ value }) => typeof value === 'boolean');
	return {
		nodes: nodes.length,
		connections: targetsOf(file).length,
		filled: values.length,
		chosen: chosen.length,
		switched: switched.length,
		typed: values.length - chosen.length - switched.length - expressions.length,
		expressions: expressions.length,
		expressionLength: expressions.reduce((sum, { value }) => sum + String(value).length - 1, 0),
		codeLines: code.reduce((sum, { value }) => sum + String(value).trim().split('\n').length, 0),
		apiNames: apiNamesOf(nodes).size,
	};
}

/**
 * What building a workflow from nothing takes, by the model.
 *
 * @param file the workflow
 * @param displayName n8n's name for a node type, which a new node has
 * @param credential what is typed into the new credential
 */
export function buildingOf(
	file: WorkflowFile,
	displayName: (type: string) => string,
	credential: Pick<Handiwork, 'typed' | 'expressions'>,
): Handiwork {
	const nodes = nodesOf(file);
	const { connections, chosen, switched, typed, expressions } = count(file);
	const renamed = nodes.filter(({ name, type }) => name !== displayName(type)).length;
	const withCredential = nodes.filter((node) => node.credentials).length;
	const clicks = [
		CLICKS.workflow + CLICKS.settings,
		nodes.length * (CLICKS.node + CLICKS.close),
		nodes.filter(isOfPackage).length * CLICKS.communityNode,
		renamed * CLICKS.rename,
		(connections - (nodes.length - 1)) * CLICKS.connection,
		(typed + expressions) * CLICKS.field,
		switched * CLICKS.switch,
		chosen * CLICKS.choice,
		nodes.flatMap(({ parameters }) => optionsOf(parameters)).length * CLICKS.option,
		nodes.flatMap(({ parameters }) => furtherEntriesOf(parameters)).length * CLICKS.entry,
		nodes.filter(({ onError }) => onError).length * CLICKS.onError,
		(withCredential - 1) * CLICKS.credential,
		CLICKS.newCredential + (credential.typed + credential.expressions) * CLICKS.field,
	];
	return {
		clicks: clicks.reduce((sum, one) => sum + one, 0),
		// Every node is searched for by a text.
		typed: typed + nodes.length + renamed + credential.typed,
		expressions: expressions + credential.expressions,
	};
}

/** Whole minutes at the model's pace, rounded up. */
export function minutesOf(work: Handiwork): number {
	const seconds = work.clicks * PACE.clicks + work.typed * PACE.typed + work.expressions * PACE.expressions;
	return Math.ceil(seconds / 60);
}

function nodesOf({ nodes }: WorkflowFile): INode[] {
	return nodes.filter(({ type }) => type !== STICKY_NOTE);
}

function targetsOf({ connections }: WorkflowFile): unknown[] {
	return Object.values(connections).flatMap(({ main }) => main.flatMap((targets) => targets ?? []));
}

/** The values that somebody gave: without the bookkeeping of conditions, and without a condition's default. */
function leavesOf(value: unknown, key = ''): Leaf[] {
	if (typeof value !== 'object' || value === null) return value === '' ? [] : [{ key, value }];
	if (Array.isArray(value)) return value.flatMap((one) => leavesOf(one, key));
	if (isOperator(value)) {
		// A new condition compares two texts.
		const isDefault = value.type === 'string' && value.operation === 'equals';
		return isDefault ? [] : [{ key: 'operation', value: value.operation }];
	}
	return Object.entries(value)
		.filter(([name]) => !WRITTEN_BY_N8N.includes(name))
		.filter(([name]) => !('combinator' in value && name === 'options'))
		.flatMap(([name, one]) => leavesOf(one, name));
}

function isOperator(value: object): value is { type: string; operation: string } {
	return 'type' in value && 'operation' in value;
}

function isExpression(value: unknown): value is string {
	return typeof value === 'string' && value.startsWith('=');
}

/** The options that were added, of a node and of what is in it. */
function optionsOf(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	const own = 'combinator' in value ? [] : Object.keys(asObject(asObject(value).options));
	return [...own, ...Object.values(value).flatMap(optionsOf)];
}

/** The entries of lists besides the first one of each. */
function furtherEntriesOf(value: unknown): unknown[] {
	if (typeof value !== 'object' || value === null) return [];
	const own = Array.isArray(value) ? value.slice(1) : [];
	return [...own, ...Object.values(value).flatMap(furtherEntriesOf)];
}

function apiNamesOf(nodes: INode[]): Set<string> {
	const calls = nodes.filter(({ type }) => type === HTTP_REQUEST).map(({ parameters }) => parameters);
	const names = calls.flatMap(({ url, headerParameters, bodyParameters }) => [
		String(url),
		...[headerParameters, bodyParameters].flatMap((list) => leavesOf(list)).flatMap(nameIn),
	]);
	return new Set(names);
}

function nameIn({ key, value }: Leaf): string[] {
	return key === 'name' ? [String(value)] : [];
}

function asObject(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
