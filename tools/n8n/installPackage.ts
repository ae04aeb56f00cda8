import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exportPackages } from '../export/exportPackages';
import { exportedPackages } from '../export/exportedPackages';
import { build, npm, pack } from '../npm';

const PROJECT = join(__dirname, '..', '..');

/**
 * What is installed: this package, built from the source or as it lies in `dist` already (tests, which
 * build once before they start), or the packages that are exported from it, one per provider.
 */
export type PackageSource = 'source' | 'dist' | 'exports';

/**
 * Installs this package, or the exported ones, into n8n user folders as a self-hoster does: the packed
 * tarballs, by npm, in `.n8n/nodes`. So what n8n loads is exactly what would be published.
 *
 * @returns the folders of the installed packages, in the same order
 */
export async function installPackage(userFolders: string[], source: PackageSource): Promise<string[]> {
	const projects = await builtProjects(source);
	const packed = await mkdtemp(join(tmpdir(), 'otp-package-'));
	try {
		const tarballs = await Promise.all(projects.map(async (project) => await pack(project, packed)));
		return await Promise.all(userFolders.map((userFolder) => installInto(userFolder, tarballs)));
	} finally {
		await rm(packed, { recursive: true, force: true });
	}
}

async function installInto(userFolder: string, tarballs: string[]): Promise<string> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	await mkdir(nodes, { recursive: true });
	const manifest = { name: 'installed-nodes', private: true, dependencies: {} };
	await writeFile(join(nodes, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
	// n8n brings n8n-workflow, the packages' one peer, so npm has nothing to download.
	await npm(nodes, ['install', ...tarballs, '--ignore-scripts', '--legacy-peer-deps']);
	return join(nodes, 'node_modules');
}

/** @returns the folders to pack */
async function builtProjects(source: PackageSource): Promise<string[]> {
	if (source === 'exports') {
		exportPackages();
		const folders = exportedPackages().map(({ folder }) => folder);
		for (const folder of folders) await build(folder);
		return folders;
	}
	if (source === 'source') await build(PROJECT);
	if (!existsSync(join(PROJECT, 'dist'))) {
		throw new Error('There is no dist folder: run "npm run build" first');
	}
	return [PROJECT];
}
