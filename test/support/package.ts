import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';

const root = join(__dirname, '..', '..');

interface Manifest {
	name: string;
	n8n: { nodes: string[]; credentials: string[] };
}

/** The package's own manifest. */
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

function instances<T>(paths: readonly string[], suffix: string): T[] {
	return paths.map((path) => {
		const source = join(root, path.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
		const name = path.slice(path.lastIndexOf('/') + 1, -`${suffix}.js`.length);
		// eslint-disable-next-line @typescript-eslint/no-require-imports -- the list is only known at run time
		const module = require(source) as Record<string, new () => T>;
		return new module[name]();
	});
}

/** Every node that the manifest registers, from source. */
export const allNodes = (): INodeType[] => instances<INodeType>(manifest.n8n.nodes, '.node');

/** Every credential type that the manifest registers, from source. */
export const allCredentials = (): ICredentialType[] =>
	instances<ICredentialType>(manifest.n8n.credentials, '.credentials');
