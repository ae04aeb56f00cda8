import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { installOnce } from './cache';

const PROJECT = join(__dirname, '..', '..');

interface Manifest {
	dependencies: Record<string, string>;
	devDependencies: Record<string, string>;
	optionalDependencies: Record<string, string>;
	overrides: Record<string, string>;
}

const read = (...path: string[]): Manifest =>
	JSON.parse(readFileSync(join(PROJECT, ...path), 'utf8')) as Manifest;

const release = read('tools', 'n8n', 'release', 'package.json');
const { devDependencies } = read('package.json');

/** The n8n of `tools/n8n/release`, which the playground and the end-to-end tests run. */
export const NEWEST = release.dependencies.n8n;

/** An n8n that the package is tested with, and the two packages that run its workflows. */
export interface N8nVersion {
	n8n: string;
	core: string;
	workflow: string;
	/** Whether a real n8n of this version is tested as well. */
	real?: boolean;
	/** The Node.js that a real n8n of this version needs, if not that of the newest. */
	node?: string;
}

/** The oldest n8n that the package supports, some in between, and the newest. */
export const VERSIONS: readonly N8nVersion[] = [
	{ n8n: '1.85.4', core: '1.84.0', workflow: '1.83.0', node: '22' },
	{ n8n: '1.123.81', core: '1.122.48', workflow: '1.120.31', real: true },
	{ n8n: '2.0.3', core: '2.0.2', workflow: '2.0.1' },
	{ n8n: '2.20.12', core: '2.20.6', workflow: '2.20.3', real: true },
	{ n8n: NEWEST, core: devDependencies['n8n-core'], workflow: devDependencies['n8n-workflow'], real: true },
];

/**
 * A manifest that installs packages of an n8n other than the newest. A community package must not
 * contain overrides, so the manifest has a folder of its own.
 *
 * @param dependencies instead of those of `tools/n8n/release`
 * @param node the version of Node.js, instead of that of `tools/n8n/release`
 */
export function manifestFor(dependencies: Record<string, string>, node?: string): string {
	// Older n8n name xlsx by an address outside the registry.
	const overrides = { ...release.overrides, xlsx: '0.18.5' };
	const nodes = Object.entries(release.optionalDependencies);
	const optionalDependencies = Object.fromEntries(nodes.map(([name, newest]) => [name, node ?? newest]));
	return JSON.stringify({ ...release, dependencies, optionalDependencies, overrides }, null, '\t');
}

/**
 * Installs the n8n-core and n8n-workflow of a version into the user's cache.
 *
 * @returns the folder whose `node_modules` contains them
 */
export async function installEngine({ n8n, core, workflow }: N8nVersion): Promise<string> {
	if (n8n === NEWEST) return PROJECT;
	const { 'reflect-metadata': reflect } = devDependencies;
	return await installOnce({
		name: `n8n-core-${core}`,
		manifest: manifestFor({ 'n8n-core': core, 'n8n-workflow': workflow, 'reflect-metadata': reflect }),
	});
}
