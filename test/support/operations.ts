import type { INodeType } from 'n8n-workflow';

import { packagedNodes, type PackagedNode } from '../../docs/build/operations';

/** The node of a type name, without the package, and its operation. */
export function operationOf(name: string): PackagedNode {
	const found = packagedNodes().find(({ node }) => node.description.name === name);
	if (found === undefined) throw new Error(`Unknown node ${name}`);
	return found;
}

/** The nodes whose outputs are named by outcome. */
export function namedOutputNodes(): INodeType[] {
	return packagedNodes()
		.map(({ node }) => node)
		.filter(({ description }) => typeof description.outputs === 'string');
}
