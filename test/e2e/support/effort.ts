import type { INode } from 'n8n-workflow';

import type { WorkflowFile } from '../../../tools/n8n/restClient';

/** Fields of n8n's own nodes in which one chooses instead of typing. */
const DROPDOWNS = /^(method|authentication|genericAuthType|operation|fieldType|fallbackOutput)$/;

/** What n8n writes into a condition without being told to. */
const WRITTEN_BY_N8N = ['id', 'combinator'];

interface Leaf {
	key: string;
	value: unknown;
}

const sumOf = (leaves: Leaf[], sizeOf: (text: string) => number) =>
	leaves.reduce((sum, { value }) => sum + sizeOf(String(value)), 0);

/** Counts what is in a workflow file, by the rows of docs/comparison.md; sticky notes are left out. */
export function count(file: WorkflowFile): Record<string, number> {
	const nodes = file.nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote');
	const leaves = nodes.flatMap(({ parameters }) => leavesOf(parameters));
	const code = leaves.filter(({ key }) => key === 'jsCode');
	const values = leaves.filter((leaf) => !code.includes(leaf));
	const expressions = values.filter(({ value }) => typeof value === 'string' && value.startsWith('='));
	const chosen = values.filter(({ key, value }) => DROPDOWNS.test(key) || typeof value === 'boolean');
	return {
		Nodes: nodes.length,
		Connections: Object.values(file.connections).flatMap(({ main }) => main.flatMap((to) => to ?? [])).length,
		'Fields filled in': values.length,
		'of these, chosen or switched': chosen.length,
		'of these, typed': values.length - chosen.length - expressions.length,
		'of these, expressions': expressions.length,
		'Characters of expressions': sumOf(expressions, (text) => text.length - 1),
		'Lines in Code nodes': sumOf(code, (text) => text.trim().split('\n').length),
		"Addresses, headers and body fields of HyperVerge's API": new Set(nodes.flatMap(apiNamesIn)).size,
	};
}

/** The values that somebody gave: without the bookkeeping of conditions, and without a condition's default. */
function leavesOf(value: unknown, key = ''): Leaf[] {
	if (typeof value !== 'object' || value === null) return value === '' ? [] : [{ key, value }];
	if (Array.isArray(value)) return value.flatMap((one) => leavesOf(one, key));
	if ('type' in value && 'operation' in value) {
		// A new condition compares two texts.
		const isDefault = value.type === 'string' && value.operation === 'equals';
		return isDefault ? [] : [{ key: 'operation', value: value.operation }];
	}
	return Object.entries(value)
		.filter(([name]) => !WRITTEN_BY_N8N.includes(name))
		.filter(([name]) => !('combinator' in value && name === 'options'))
		.flatMap(([name, one]) => leavesOf(one, name));
}

function apiNamesIn({ type, parameters: { url, headerParameters, bodyParameters } }: INode): string[] {
	if (type !== 'n8n-nodes-base.httpRequest') return [];
	const names = leavesOf([headerParameters ?? '', bodyParameters ?? '']).filter(({ key }) => key === 'name');
	return [String(url), ...names.map(({ value }) => String(value))];
}
