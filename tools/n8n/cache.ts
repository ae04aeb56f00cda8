import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import cacheFolder from 'cachedir';
import { check, lock } from 'proper-lockfile';

import { npm } from '../npm';
import { say, withProgress } from '../progress';

const CACHE = cacheFolder('n8n-nodes-otp-providers');
/** A holder that was killed no longer touches its lock, which is then taken over. */
const LOCK = {
	realpath: false,
	stale: 60_000,
	retries: { forever: true, factor: 1, minTimeout: 1_000, maxTimeout: 1_000 },
};

/** Packages to install into the user's cache. */
export interface Installation {
	/** What is installed, as it is shown and as its folder is called. */
	name: string;
	manifest: string;
	/** If left out, npm resolves the versions. */
	lockFile?: string;
	/** What remains to be done in the folder after npm, which runs no scripts. */
	finish?(folder: string): Promise<void>;
}

/**
 * Installs packages into the user's cache, once: later calls find them there. An interrupted
 * installation is never taken for a whole one, because the folder gets its name only when
 * everything is in it.
 *
 * @returns the folder
 */
export async function installOnce(wanted: Installation): Promise<string> {
	const hash = createHash('sha256').update(wanted.lockFile ?? wanted.manifest);
	const folder = join(CACHE, `${wanted.name}-${hash.digest('hex').slice(0, 16)}`);
	if (existsSync(folder)) return folder;
	await mkdir(CACHE, { recursive: true });
	if (await check(folder, LOCK)) say(`Another process is installing ${wanted.name}; waiting for it …`);
	const release = await lock(folder, LOCK);
	try {
		// Another process may have installed it meanwhile.
		if (!existsSync(folder)) await installInto(folder, wanted);
	} finally {
		await release();
	}
	return folder;
}

async function installInto(
	folder: string,
	{ name, manifest, lockFile, finish }: Installation,
): Promise<void> {
	await removeLeftovers(folder);
	const unfinished = `${folder}.unfinished-${process.pid}`;
	await mkdir(unfinished, { recursive: true });
	try {
		await writeFile(join(unfinished, 'package.json'), manifest);
		if (lockFile !== undefined) await writeFile(join(unfinished, 'package-lock.json'), lockFile);
		await withProgress(`Downloading and unpacking the packages of ${name} into ${folder}`, async () => {
			await npm(unfinished, [lockFile === undefined ? 'install' : 'ci', '--ignore-scripts']);
		});
		await finish?.(unfinished);
		await publish(unfinished, folder);
	} finally {
		await rm(unfinished, { recursive: true, force: true });
	}
}

/** Removes what killed installations left behind: each can be more than two gigabytes. */
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
