import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

import type { Contract, Facts } from './contract';

const loadModule = createRequire(__filename);

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const folders = readdirSync(__dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** The contract of every operation. A file of a provider's folder without one is common to several. */
export const CONTRACTS: readonly Contract[] = folders.flatMap(({ name: provider }) =>
	readdirSync(join(__dirname, provider))
		.sort()
		.flatMap((file) => {
			const { contract } = loadModule(join(__dirname, provider, file)) as { contract?: Facts };
			if (contract === undefined) return [];
			const operation = basename(file, '.ts');
			const node = lowerFirst(contract.title) + upperFirst(operation);
			const calls = contract.samples.minimal.requests.map(({ method, path }) => `${method} ${path}`);
			return { ...contract, provider, operation, node, calls };
		}),
);

/** For `describe.each`: the name of each node, and its contract. */
export const EACH = CONTRACTS.map((contract): [string, Contract] => [contract.node, contract]);

/**
 * @param node a node's type name, without the package
 * @throws Error if the node has no contract
 */
export function contractOf(node: string): Contract {
	const found = CONTRACTS.find((contract) => contract.node === node);
	if (found === undefined) throw new Error(`${node} has no contract`);
	return found;
}
