import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';

import type { Operation } from '../nodes/engine/operation/operation';

const root = join(__dirname, '..');
const loadModule = createRequire(__filename);

interface Manifest {
	homepage: string;
	name: string;
	version: string;
	author: object;
	engines: object;
	n8n: { nodes: string[]; credentials: string[] };
}

/** The package's own manifest. */
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

/** A node of the package, and the operation that it runs. */
export interface PackagedNode {
	node: INodeType;
	operation: Operation;
	/** The node's folder, from the project's root. */
	folder: string;
}

/** The source of a file that a manifest registers, both from the root of the package. */
export const sourceOf = (path: string) => path.replace(/^dist\//, '').replace(/\.js$/, '.ts');

function load<T>(source: string): T {
	return Object.values(loadModule(source) as Record<string, T>)[0];
}

/** Every node that the manifest registers, from source, in the manifest's order. */
export function packagedNodes(): PackagedNode[] {
	return manifest.n8n.nodes.map((path) => {
		const source = join(root, sourceOf(path));
		const NodeClass = load<new () => INodeType>(source);
		const operation = load<Operation>(join(dirname(source), 'operation.ts'));
		return { node: new NodeClass(), operation, folder: relative(root, dirname(source)) };
	});
}

/**
 * @param name a node's type name, without the package
 * @throws Error if the package has no such node
 */
export function operationOf(name: string): PackagedNode {
	const found = packagedNodes().find(({ node }) => node.description.name === name);
	if (found === undefined) throw new Error(`Unknown node ${name}`);
	return found;
}

/** Every node, see {@link packagedNodes}. */
export const allNodes = (): INodeType[] => packagedNodes().map(({ node }) => node);

/** Every credential type that the manifest registers, from source. */
export const allCredentials = (): ICredentialType[] =>
	manifest.n8n.credentials.map((path) => new (load<new () => ICredentialType>(join(root, sourceOf(path))))());

/** What `dist` registers under these paths of the manifest, as n8n loads it. */
export const built = (paths: readonly string[]): object[] =>
	paths.map((path) => new (load<new () => object>(join(root, path)))());
