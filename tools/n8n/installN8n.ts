import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import cacheFolder from 'cachedir';
import { check, lock } from 'proper-lockfile';

import { npm } from '../npm';
import { say, withProgress } from '../progress';
import { runCommand } from '../runCommand';

const MANIFEST_FOLDER = join(__dirname, 'release');
const CACHE = cacheFolder('n8n-nodes-otp-providers');
/** A holder that was killed no longer touches its lock, which is then taken over. */
const LOCK = {
	realpath: false,
	stale: 60_000,
	retries: { forever: true, factor: 1, minTimeout: 1_000, maxTimeout: 1_000 },
};
const NATIVE_MODULES = ['sqlite3', 'isolated-vm'];

/** A real n8n on this machine's disk, with the Node.js that it needs. */
export interface InstalledN8n {
	folder: string;
	node: string;
	script: string;
}

/**
 * Installs the n8n of `tools/n8n/release/package-lock.json` into the user's cache, once: later calls
 * find it there. An interrupted installation is never taken for a whole one, because the folder
 * gets its name only when everything is in it.
 */
export async function installN8n(): Promise<InstalledN8n> {
	const lockFile = await readFile(join(MANIFEST_FOLDER, 'package-lock.json'));
	const hash = createHash('sha256').update(lockFile).digest('hex').slice(0, 16);
	const folder = join(CACHE, `n8n-${hash}`);
	if (!existsSync(folder)) await installOnce(folder);
	return describe(folder);
}

/** Installs n8n unless another process has done so meanwhile. */
async function installOnce(folder: string): Promise<void> {
	await mkdir(CACHE, { recursive: true });
	if (await check(folder, LOCK)) say('Another process is installing n8n; waiting for it …');
	const release = await lock(folder, LOCK);
	try {
		if (!existsSync(folder)) await installInto(folder);
	} finally {
		await release();
	}
}

async function installInto(folder: string): Promise<void> {
	await removeLeftovers(folder);
	const unfinished = `${folder}.unfinished-${process.pid}`;
	await mkdir(unfinished, { recursive: true });
	try {
		say(`Installing a real n8n into ${folder}. This is done once and takes a few minutes.`);
		for (const file of ['package.json', 'package-lock.json']) {
			await copyFile(join(MANIFEST_FOLDER, file), join(unfinished, file));
		}
		await withProgress('Downloading and unpacking the packages of n8n', async () => {
			await npm(unfinished, ['ci', '--ignore-scripts']);
		});
		await withProgress(`Building the native modules of n8n (${NATIVE_MODULES.join(', ')})`, () =>
			buildNativeModules(unfinished),
		);
		await publish(unfinished, folder);
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
