import { rmSync } from 'node:fs';
import { mkdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { say } from './progress';

const HEARTBEAT_MS = 3_000;
const STALE_AFTER_MS = 60_000;
const POLL_MS = 1_000;

/**
 * Does the work while no other process does the same.
 *
 * The lock is a file that its holder touches every few seconds. A holder that was killed stops
 * touching it, so its lock is taken over; a process id would say less, because another container
 * that shares the cache has process ids of its own.
 */
export async function withLock<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
	await acquire(lockFile);
	const heartbeat = setInterval(() => {
		const now = new Date();
		utimes(lockFile, now, now).catch(() => undefined);
	}, HEARTBEAT_MS);
	const release = () => {
		rmSync(lockFile, { force: true });
	};
	process.once('exit', release);
	try {
		return await work();
	} finally {
		process.off('exit', release);
		clearInterval(heartbeat);
		release();
	}
}

async function acquire(lockFile: string): Promise<void> {
	await mkdir(dirname(lockFile), { recursive: true });
	let said = false;
	while (!(await tryToCreate(lockFile))) {
		if (await isStale(lockFile)) {
			await rm(lockFile, { force: true });
			continue;
		}
		if (!said) say('Another process is installing n8n; waiting for it …');
		said = true;
		await sleep(POLL_MS);
	}
}

async function tryToCreate(lockFile: string): Promise<boolean> {
	try {
		await writeFile(lockFile, `${process.pid}\n`, { flag: 'wx' });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

async function isStale(lockFile: string): Promise<boolean> {
	try {
		return Date.now() - (await stat(lockFile)).mtimeMs > STALE_AFTER_MS;
	} catch {
		return false;
	}
}
