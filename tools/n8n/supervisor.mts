/**
 * Runs a program for as long as the process that asked for it lives.
 *
 * An IPC channel connects it with that process. The channel closes when the process stops the
 * program on purpose, and also when it is interrupted, crashes or is killed: so neither the
 * program nor its throw-away folder ever stays behind.
 *
 * It runs in the Node.js of n8n, which reads TypeScript by itself.
 *
 * Argument: the folder to remove afterwards ('' for none). Messages: a `Program` to start, or the
 * name of a signal for the running one. It answers `ended` each time that the program ends.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';

import type { Program } from './supervise.ts';

const GRACE_MS = 8_000;

const [folderToRemove] = process.argv.slice(2);
const windows = process.platform === 'win32';

let child: ChildProcess | undefined;

function start({ command, args, ...options }: Program): void {
	child = spawn(command, args, {
		...options,
		// A process group of its own, so that n8n's helpers (the task runner) end with it.
		detached: !windows,
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	child.on('error', (error) => {
		process.stderr.write(`${error.message}\n`);
		onEnd();
	});
	child.on('exit', onEnd);
}

function signalAll(signal: NodeJS.Signals): void {
	if (child?.pid === undefined) return;
	if (windows) {
		spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
		return;
	}
	try {
		process.kill(-child.pid, signal);
	} catch {
		// The group has ended already.
	}
}

function onEnd(): void {
	signalAll('SIGKILL');
	child = undefined;
	if (process.connected) process.send?.('ended');
	else end();
}

function stop(): void {
	if (child === undefined) end();
	signalAll('SIGTERM');
	setTimeout(() => {
		signalAll('SIGKILL');
	}, GRACE_MS).unref();
}

function end(): never {
	if (folderToRemove) {
		rmSync(folderToRemove, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
	}
	process.exit();
}

process.on('message', (message: Program | NodeJS.Signals) => {
	if (typeof message === 'string') signalAll(message);
	else start(message);
});
process.on('disconnect', stop);
// Signals for the whole terminal or session reach this process too; it must live on to clean up.
for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM'] as const) process.on(signal, () => undefined);
