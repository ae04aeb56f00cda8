import { join } from 'node:path';
import type { INodeType } from 'n8n-workflow';

import type { Operation } from '../../nodes/shared/operation';
import { allNodes, manifest } from './package';

/** A node and the operation that it names. */
export interface NodeOperation {
	node: INodeType;
	operation: Operation;
}

/** Every node with its operation, in the order of the manifest. */
export function allOperations(): NodeOperation[] {
	const nodes = allNodes();
	return manifest.n8n.nodes.map((path, index) => {
		const folder = join(__dirname, '..', '..', path.replace(/^dist\//, ''), '..');
		// eslint-disable-next-line @typescript-eslint/no-require-imports -- the list is only known at run time
		const module = require(join(folder, 'operation.ts')) as Record<string, Operation>;
		const [operation] = Object.values(module);
		return { node: nodes[index], operation };
	});
}

/** The node of a type name, without the package, and its operation. */
export function operationOf(name: string): NodeOperation {
	const found = allOperations().find(({ node }) => node.description.name === name);
	if (found === undefined) throw new Error(`Unknown node ${name}`);
	return found;
}

/** The nodes whose outputs are named by outcome. */
export function namedOutputNodes(): INodeType[] {
	return allNodes().filter(({ description }) => typeof description.outputs === 'string');
}
