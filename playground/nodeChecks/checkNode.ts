import type { NodeTypeDescription } from '../../tools/n8n/restClient';
import type { RegisteredNode } from './registeredNodes';

/** How n8n loaded a node, and how that differs from the package. */
export interface NodeCheck {
	loaded: boolean;
	isTool: boolean;
	complaints: string[];
}

/** n8n makes the twin for AI agents by itself, and names it after the node. */
const TOOL = 'Tool';

/** Compares a node of the package with what n8n loaded. */
export function checkNode(
	{ type, toolDescription }: RegisteredNode,
	loaded: NodeTypeDescription[],
): NodeCheck {
	const times = (name: string) => loaded.filter((candidate) => candidate.name === name).length;
	const twin = loaded.find(({ name }) => name === type + TOOL);
	const complaints: string[] = [];
	if (times(type) !== 1) complaints.push(`NO, it was loaded ${times(type)} times`);
	if (twin && toolDescription === undefined) complaints.push('NO, it must not be a tool');
	if (!twin && toolDescription !== undefined) complaints.push('NO, it should be a tool');
	if (twin && toolDescription !== undefined && twin.description !== toolDescription) {
		complaints.push(`NO, models read "${twin.description}"`);
	}
	return { loaded: times(type) === 1, isTool: twin !== undefined, complaints };
}

/** The node types that n8n loaded under the package's name, but that the package does not register. */
export function unaccounted(nodes: RegisteredNode[], loaded: NodeTypeDescription[]): string[] {
	const [prefix] = nodes[0].type.split('.');
	const known = new Set(nodes.flatMap(({ type }) => [type, type + TOOL]));
	return loaded.map(({ name }) => name).filter((name) => name.startsWith(`${prefix}.`) && !known.has(name));
}
