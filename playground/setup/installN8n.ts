import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';

import { cacheFolder } from './cacheFolder';
import { withLock } from './installLock';
import { say, withProgress } from './progress';
import { CommandFailed, runCommand } from './runCommand';

const MANIFEST_FOLDER = join(__dirname, '..', 'n8n');
const NATIVE_MODULES = ['sqlite3', 'isolated-vm'];

/** A real n8n on this machine's disk, with the Node.js that it needs. */
export interface InstalledN8n {
	folder: string;
	node: string;
	script: string;
}

/**
 * Installs the n8n of `playground/n8n/package-lock.json` into the user's cache, once: later calls
 * find it there. An interrupted installation is never taken for a whole one, because the folder
 * gets its name only when everything is in it.
 */
export async function installN8n(): Promise<InstalledN8n> {
	const lockFile = await readFile(join(MANIFEST_FOLDER, 'package-lock.json'));
	const hash = createHash('sha256').update(lockFile).digest('hex').slice(0, 16);
	const folder = join(cacheFolder(), `n8n-${hash}`);
	if (!existsSync(folder)) {
		await withLock(`${folder}.lock`, async () => {
			if (!existsSync(folder)) await installInto(folder);
		});
	}
	return describe(folder);
}

async function installInto(folder: string): Promise<void> {
	const startedAt = Date.now();
	await removeLeftovers(folder);
	const unfinished = `${folder}.unfinished-${process.pid}`;
	await mkdir(unfinished, { recursive: true });
	try {
		say(`Installing a real n8n into ${folder}. This is done once, and takes some minutes.`);
		for (const file of ['package.json', 'package-lock.json']) {
			await copyFile(join(MANIFEST_FOLDER, file), join(unfinished, file));
		}
		await withProgress('Downloading and unpacking the packages of n8n', async () => {
			await npm(unfinished, ['ci', '--ignore-scripts'], {});
		});
		await withProgress(`Building the native modules of n8n (${NATIVE_MODULES.join(', ')})`, () =>
			buildNativeModules(unfinished),
		);
		await publish(unfinished, folder);
		say(`n8n is installed (${Math.round((Date.now() - startedAt) / 1000)} s).`);
	} finally {
		await rm(unfinished, { recursive: true, force: true });
	}
}

/** Removes what killed installations left behind: each is more than two gigabytes. */
async function removeLeftovers(folder: string): Promise<void> {
	const parent = dirname(folder);
	for (const name of await readdir(parent)) {
		const path = join(parent, name);
		if (path.startsWith(`${folder}.unfinished-`)) await rm(path, { recursive: true, force: true });
	}
}

/** Of two processes that installed at once despite the lock, the second keeps the first's. */
async function publish(unfinished: string, folder: string): Promise<void> {
	try {
		await rename(unfinished, folder);
	} catch (error) {
		if (!existsSync(folder)) throw error;
	}
}

async function buildNativeModules(folder: string): Promise<void> {
	const { node } = describe(folder);
	const nodePackage = nodePackageFolder(folder);
	const headers = existsSync(join(nodePackage, 'include', 'node', 'node.h'));
	try {
		await npm(folder, ['rebuild', ...NATIVE_MODULES], {
			PATH: [dirname(node), process.env.PATH ?? ''].join(delimiter),
			npm_config_ignore_scripts: 'false',
			// A `nodedir` in the user's own npmrc would name the headers of another Node.js.
			...(headers ? { npm_config_nodedir: nodePackage } : {}),
		});
	} catch (error) {
		throw new Error(`${await missingTools(folder)}${(error as Error).message}`);
	}
	await runCommand(node, ['--eval', NATIVE_MODULES.map((m) => `require('${m}')`).join(';')], {
		cwd: folder,
		env: process.env,
	});
}

/** npm leaves the reason to the reader of a long log; the usual one is a missing compiler. */
async function missingTools(folder: string): Promise<string> {
	if (process.platform === 'win32') return '';
	const missing: string[] = [];
	for (const tool of ['python3', 'make', 'c++']) {
		try {
			await runCommand(tool, ['--version'], { cwd: folder, env: process.env });
		} catch {
			missing.push(tool);
		}
	}
	if (missing.length === 0) return '';
	return (
		'n8n needs native modules for which no ready-made build could be downloaded, and to build ' +
		`them this machine lacks ${missing.join(', ')}. Install Python 3, make and a C++ compiler ` +
		'(on Debian or Ubuntu: apt-get install python3 make g++; on macOS: xcode-select --install) ' +
		'and start again.\n'
	);
}

async function npm(folder: string, args: string[], extra: NodeJS.ProcessEnv): Promise<void> {
	const env: NodeJS.ProcessEnv = { ...process.env };
	// An outer `npm start` hands its own settings down, and these would change what is installed.
	for (const key of ['local_prefix', 'global', 'omit', 'include', 'dry_run', 'workspaces']) {
		delete env[`npm_config_${key}`];
	}
	const quiet = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
	try {
		await runCommand('npm', [...args, ...quiet], { cwd: folder, env: { ...env, ...extra } });
	} catch (error) {
		if (error instanceof CommandFailed) throw error;
		throw new Error(`npm could not be started: ${(error as Error).message}`);
	}
}

function describe(folder: string): InstalledN8n {
	const binary = process.platform === 'win32' ? 'node.exe' : 'node';
	return {
		folder,
		node: join(nodePackageFolder(folder), 'bin', binary),
		script: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
	};
}

function nodePackageFolder(folder: string): string {
	const names = ['node', 'node-bin'].map((prefix) => `${prefix}-${process.platform}-${process.arch}`);
	// The packages call Windows "win", Node.js calls it "win32".
	const candidates = names.map((name) => join(folder, 'node_modules', name.replace('win32', 'win')));
	const found = candidates.find((candidate) => existsSync(candidate));
	if (!found) {
		throw new Error(`There is no Node.js 24 package for ${process.platform} on ${process.arch} in ${folder}`);
	}
	return found;
}
