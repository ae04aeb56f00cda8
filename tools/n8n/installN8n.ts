import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';

import { npm } from '../npm';
import { withProgress } from '../progress';
import { runCommand } from '../runCommand';
import { installOnce } from './cache';
import { manifestFor, NEWEST, VERSIONS } from './versions';

const MANIFEST_FOLDER = join(__dirname, 'release');
/** n8n 1.85 has no isolated-vm yet. */
const NATIVE_MODULES = ['sqlite3', 'isolated-vm'];

/** A real n8n on this machine's disk, with the Node.js that it needs. */
export interface InstalledN8n {
	folder: string;
	node: string;
	script: string;
}

/**
 * Installs an n8n into the user's cache: the one of `tools/n8n/release/package-lock.json`, or another
 * version.
 */
export async function installN8n(version = NEWEST): Promise<InstalledN8n> {
	const read = async (file: string) => await readFile(join(MANIFEST_FOLDER, file), 'utf8');
	const node = VERSIONS.find(({ n8n }) => n8n === version)?.node;
	const folder = await installOnce({
		...(version === NEWEST
			? { name: 'n8n', manifest: await read('package.json'), lockFile: await read('package-lock.json') }
			: { name: `n8n-${version}`, manifest: manifestFor({ n8n: version }, node) }),
		async finish(unfinished) {
			await withProgress(`Building the native modules of n8n (${NATIVE_MODULES.join(', ')})`, () =>
				buildNativeModules(unfinished),
			);
		},
	});
	return describe(folder);
}

async function buildNativeModules(folder: string): Promise<void> {
	const { node } = describe(folder);
	const nodePackage = nodePackageFolder(folder);
	const headers = existsSync(join(nodePackage, 'include', 'node', 'node.h'));
	const modules = NATIVE_MODULES.filter((name) => existsSync(join(folder, 'node_modules', name)));
	try {
		await npm(folder, ['rebuild', ...modules], {
			PATH: [dirname(node), process.env.PATH ?? ''].join(delimiter),
			npm_config_ignore_scripts: 'false',
			// A `nodedir` in the user's own npmrc would name the headers of another Node.js.
			...(headers ? { npm_config_nodedir: nodePackage } : {}),
		});
	} catch (error) {
		throw new Error(`${await missingTools(folder)}${(error as Error).message}`);
	}
	await runCommand(node, ['--eval', modules.map((m) => `require('${m}')`).join(';')], {
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
		throw new Error(`There is no package of Node.js for ${process.platform} on ${process.arch} in ${folder}`);
	}
	return found;
}
