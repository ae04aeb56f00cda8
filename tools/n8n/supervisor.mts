/**
 * Runs n8n for as long as the process that asked for it lives.
 *
 * Its standard input is a pipe from that process. The pipe closes when the process stops n8n on
 * purpose, and just as well when it's interrupted, crashes or is killed: so neither n8n nor its
 * throw-away folder ever stays behind.
 *
 * It runs in the Node.js of n8n, which reads TypeScript by itself.
 *
 * Arguments: the folder to remove afterwards ('' for none), the program, the program's arguments.
 */
import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const GRACE_MS = 8_000;

const [folderToRemove, program, ...args] = process.argv.slice(2);
const windows = process.platform === 'win32';

const child = spawn(program, args, {
	// A process group of its own, so that n8n's helpers (the task runner) end with it.
	detached: !windows,
	stdio: ['ignore', 'inherit', 'inherit'],
});

function signalAll(signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
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

function stop(): void {
	signalAll('SIGTERM');
	setTimeout(() => {
		signalAll('SIGKILL');
	}, GRACE_MS).unref();
}

function end(code: number): never {
	signalAll('SIGKILL');
	if (folderToRemove) {
		rmSync(folderToRemove, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
	}
	process.exit(code);
}

child.on('error', () => end(1));
child.on('exit', (code) => end(code ?? 1));
process.stdin.on('close', stop).resume();
process.on('SIGTERM', stop);
// Ctrl-C reaches every process of the terminal; this one must live on to clean up.
process.on('SIGINT', () => undefined);
process.on('SIGHUP', () => undefined);
