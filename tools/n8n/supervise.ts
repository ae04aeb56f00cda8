import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { keptEnvironment } from './environment';
import type { InstalledN8n } from './installN8n';

const SUPERVISOR = join(__dirname, 'supervisor.mts');
const BOOT_TIMEOUT_MS = 240_000;
const KEPT_LOG = 500_000;

/** A program to run. */
export interface Program {
	command: string;
	args: string[];
	cwd: string;
	/** Its whole environment. */
	env: Record<string, string>;
	/** The user and the group that it runs as; those of this process when not given. */
	uid?: number;
	gid?: number;
}

/** A program that runs for as long as this process lives, at most. */
export interface Supervised {
	/** Where the program keeps its data. */
	folder: string;
	/** The latest that the program has printed since it was started. */
	logs(): string;
	/**
	 * Starts the program, or starts it again after it ended.
	 *
	 * @param isReady whether it can be used, given what it has printed since this start
	 * @throws Error with what it printed, if it ends or is not ready after four minutes
	 */
	start(program: Program, isReady: (printed: string) => Promise<boolean> | boolean): Promise<void>;
	/** Sends a signal to the program and its helpers, and waits until it has ended. */
	end(signal: NodeJS.Signals): Promise<void>;
	/** Stops the program, and removes its folder if that is a throw-away one. */
	stop(): Promise<void>;
}

export interface SupervisionOptions {
	/** What the program is called in messages. */
	name: string;
	/** Where the program keeps its data; a throw-away folder when not given. */
	folder?: string;
	/** Is told everything that the program prints. */
	onOutput?: (text: string) => void;
}

/** Prepares a folder for a program, and the process that will run it. */
export async function supervise(
	installed: InstalledN8n,
	{ name, folder: ownFolder, onOutput }: SupervisionOptions,
): Promise<Supervised> {
	const folder = ownFolder ?? (await mkdtemp(join(tmpdir(), 'otp-n8n-')));
	const supervisor = spawn(
		installed.node,
		['--disable-warning=ExperimentalWarning', SUPERVISOR, ownFolder ? '' : folder],
		{ env: keptEnvironment(), stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
	);
	let output = '';
	const keep = (chunk: string) => {
		output = (output + chunk).slice(-KEPT_LOG);
		onOutput?.(chunk);
	};
	supervisor.stdout?.setEncoding('utf8').on('data', keep);
	supervisor.stderr?.setEncoding('utf8').on('data', keep);
	const exited = new Promise<void>((resolve) => {
		supervisor.once('error', (error) => {
			keep(`${error.message}\n`);
			resolve();
		});
		supervisor.once('exit', () => resolve());
	});
	let ended = Promise.resolve();

	return {
		folder,
		logs: () => output,
		async start(program, isReady) {
			output = '';
			let isRunning = true;
			ended = Promise.race([exited, once(supervisor, 'message')]).then(() => {
				isRunning = false;
			});
			supervisor.send(program);
			const deadline = Date.now() + BOOT_TIMEOUT_MS;
			while (!(await isReady(output))) {
				if (!isRunning) throw new Error(`${name} ended while it was starting:\n${output}`);
				if (Date.now() > deadline) {
					throw new Error(`${name} was not ready after ${BOOT_TIMEOUT_MS / 1000} s:\n${output}`);
				}
				await sleep(250);
			}
		},
		async end(signal) {
			supervisor.send(signal);
			await ended;
		},
		async stop() {
			if (supervisor.connected) supervisor.disconnect();
			await exited;
		},
	};
}
