import type { NodeTypeDescription } from '../../tools/n8n/restClient';

/** A node as the package declares it. */
export interface DeclaredNode {
	/** The name that n8n must load it under. */
	type: string;
	/** What a model must read, where the node is an AI tool. */
	tool?: string;
}

/** How n8n loaded a node, and how that differs from the package. */
export interface NodeCheck {
	loaded: boolean;
	isTool: boolean;
	complaints: string[];
}

/** The type of the tool that n8n makes from a node. */
export const toolOf = (type: string) => `${type}Tool`;

/**
 * Compares a node of the package with what n8n loaded.
 *
 * @param read what a model read about the tools of the package, by type
 */
export function checkNode(
	{ type, tool }: DeclaredNode,
	loaded: readonly NodeTypeDescription[],
	read: ReadonlyMap<string, string>,
): NodeCheck {
	const times = (name: string) => loaded.filter((candidate) => candidate.name === name).length;
	const isTool = times(toolOf(type)) > 0;
	const text = read.get(toolOf(type));
	const complaints: string[] = [];
	if (times(type) !== 1) complaints.push(`NO, it was loaded ${times(type)} times`);
	if (isTool && tool === undefined) complaints.push('NO, it must not be a tool');
	if (!isTool && tool !== undefined) complaints.push('NO, it should be a tool');
	if (text !== tool) complaints.push(`NO, models read "${text}"`);
	return { loaded: times(type) === 1, isTool, complaints };
}

/** The node types that n8n loaded under the package's name, but that the package does not declare. */
export function unaccounted(
	nodes: readonly DeclaredNode[],
	loaded: readonly NodeTypeDescription[],
): string[] {
	const [prefix] = nodes[0].type.split('.');
	const known = new Set(nodes.flatMap(({ type }) => [type, toolOf(type)]));
	return loaded.map(({ name }) => name).filter((name) => name.startsWith(`${prefix}.`) && !known.has(name));
}
