import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { INodeType } from 'n8n-workflow';

import type { Operation } from '../../nodes/shared/operation';

const root = join(__dirname, '..', '..');

/** A node of the package, and the operation that it names. */
export interface PackagedNode {
	node: INodeType;
	operation: Operation;
	/** The node's folder, from the project's root. */
	folder: string;
}

/** Every node that the manifest registers, from source, in the manifest's order. */
export function packagedNodes(): PackagedNode[] {
	const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		n8n: { nodes: string[] };
	};
	return manifest.n8n.nodes.map((path) => {
		const source = join(root, path.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
		/* eslint-disable @typescript-eslint/no-require-imports -- the list is only known at run time */
		const [NodeClass] = Object.values(require(source) as Record<string, new () => INodeType>);
		const [operation] = Object.values(
			require(join(dirname(source), 'operation.ts')) as Record<string, Operation>,
		);
		/* eslint-enable @typescript-eslint/no-require-imports */
		return { node: new NodeClass(), operation, folder: relative(root, dirname(source)) };
	});
}
