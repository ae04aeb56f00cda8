import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build, npm, pack } from '../npm';

const PROJECT = join(__dirname, '..', '..');

/**
 * Where the package comes from: built from the source, or as it lies in `dist` already
 * (tests, which build once before they start).
 */
export type PackageSource = 'source' | 'dist';

/**
 * Installs this package into n8n user folders as a self-hoster does: the packed tarball, by npm,
 * in `.n8n/nodes`. So what n8n loads is exactly what would be published.
 *
 * @returns the folders of the installed package, in the same order
 */
export async function installPackage(userFolders: string[], source: PackageSource): Promise<string[]> {
	if (source === 'source') await build(PROJECT);
	if (!existsSync(join(PROJECT, 'dist'))) {
		throw new Error('There is no dist folder: run "npm run build" first');
	}
	const packed = await mkdtemp(join(tmpdir(), 'otp-package-'));
	try {
		const tarball = await pack(PROJECT, packed);
		return await Promise.all(userFolders.map((userFolder) => installInto(userFolder, tarball)));
	} finally {
		await rm(packed, { recursive: true, force: true });
	}
}

async function installInto(userFolder: string, tarball: string): Promise<string> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	await mkdir(nodes, { recursive: true });
	const manifest = { name: 'installed-nodes', private: true, dependencies: {} };
	await writeFile(join(nodes, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
	// n8n brings n8n-workflow, the package's one peer, so npm has nothing to download.
	await npm(nodes, ['install', tarball, '--ignore-scripts', '--legacy-peer-deps']);
	return join(nodes, 'node_modules', 'n8n-nodes-otp-providers');
}
