import type { INode } from 'n8n-workflow';

import type { WorkflowFile } from '../../../tools/n8n/restClient';

const STICKY_NOTE = 'n8n-nodes-base.stickyNote';
const HTTP_REQUEST = 'n8n-nodes-base.httpRequest';

/** Fields of n8n's own nodes in which one chooses instead of typing. */
const DROPDOWNS = /^(method|authentication|genericAuthType|operation|fieldType|fallbackOutput)$/;

/** What n8n writes into a condition without being told to. */
const WRITTEN_BY_N8N = ['id', 'combinator'];

interface Leaf {
	key: string;
	value: unknown;
}

/** Counts what is in a workflow file, by the rows of docs/comparison.md; sticky notes are left out. */
export function count(file: WorkflowFile): Record<string, number> {
	const nodes = nodesOf(file);
	const leaves = nodes.flatMap(({ parameters }) => leavesOf(parameters));
	const code = leaves.filter(({ key }) => key === 'jsCode');
	const values = leaves.filter((leaf) => !code.includes(leaf));
	const expressions = values.filter(({ value }) => isExpression(value));
	const chosen = values.filter(({ key, value }) => DROPDOWNS.test(key) || typeof value === 'boolean');
	return {
		Nodes: nodes.length,
		Connections: targetsOf(file).length,
		'Fields filled in': values.length,
		'of these, chosen or switched': chosen.length,
		'of these, typed': values.length - chosen.length - expressions.length,
		'of these, expressions': expressions.length,
		'Characters of expressions': expressions.reduce((sum, { value }) => sum + String(value).length - 1, 0),
		'Lines in Code nodes': code.reduce((sum, { value }) => sum + String(value).trim().split('\n').length, 0),
		"Addresses, headers and body fields of HyperVerge's API": apiNamesOf(nodes).size,
	};
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
