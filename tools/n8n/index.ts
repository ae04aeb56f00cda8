import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort } from '../freePort';
import { manifest } from '../package';
import { withProgress } from '../progress';
import { n8nEnvironment } from './environment';
import { installN8n, type InstalledN8n } from './installN8n';
import { installPackage, type PackageSource } from './installPackage';
import { RestClient, type Login } from './restClient';
import { watchPackage } from './watchPackage';

const SUPERVISOR = join(__dirname, 'supervisor.mts');
const BOOT_TIMEOUT_MS = 240_000;
const KEPT_LOG = 500_000;

export interface N8nOptions {
	/** The port to listen on when it's free; any free one otherwise. */
	port?: number;
	/** Where n8n keeps its data; a throw-away folder when not given. */
	userFolder?: string;
	/** What is installed; this package from its source when not given. */
	nodes?: PackageSource;
	/** Whether n8n takes over each change of the source while it runs. */
	watch?: boolean;
	/** Further environment variables for n8n. */
	environment?: Record<string, string>;
	/** Is told everything that n8n prints. */
	onOutput?: (text: string) => void;
}

export interface RunningN8n {
	/** The address of the editor, without a slash at the end. */
	url: string;
	/** The owner's account. */
	login: Login;
	/** n8n's REST interface, signed in as the owner. */
	rest: RestClient;
	/** The latest that n8n has printed. */
	logs(): string;
	/** Stops n8n, and removes its folder if that was a throw-away one. */
	stop(): Promise<void>;
}

/** Starts a real n8n with this package installed, and signs in as its owner. */
export async function startN8n(options: N8nOptions = {}): Promise<RunningN8n> {
	const installed = await installN8n();
	const userFolder = options.userFolder ?? (await mkdtemp(join(tmpdir(), 'otp-n8n-')));
	const removeNow = () => {
		if (!options.userFolder) rmSync(userFolder, { recursive: true, force: true });
	};
	// Until the supervisor runs, nothing else removes the folder.
	process.once('exit', removeNow);
	let running: SupervisedN8n | undefined;
	let stopWatching: (() => Promise<void>) | undefined;
	const stop = async () => {
		await stopWatching?.();
		await running?.stop();
	};
	try {
		await mkdir(join(userFolder, '.n8n'), { recursive: true });
		const folder = await withProgress('Installing this package into n8n', () =>
			installPackage(userFolder, options.nodes ?? 'source'),
		);
		if (options.watch) stopWatching = watchPackage(join(folder, manifest.name));
		const port = await freePort(options.port);
		const brokerPort = await freePort();
		const environment = n8nEnvironment(
			{ port, brokerPort, userFolder },
			{ ...(options.watch && { N8N_DEV_RELOAD: 'true' }), ...options.environment },
		);
		const started = supervise(installed, environment, options.userFolder ? '' : userFolder, options.onOutput);
		running = started;
		const url = `http://127.0.0.1:${port}`;
		await withProgress('Starting n8n', () => untilReady(url, started));
		const rest = new RestClient(url);
		const login = await rest.signIn();
		const { logs } = started;
		return { url, login, rest, logs, stop };
	} catch (error) {
		await stop();
		removeNow();
		throw error;
	} finally {
		process.off('exit', removeNow);
	}
}

interface SupervisedN8n {
	process: ChildProcess;
	logs(): string;
	stop(): Promise<void>;
}

function supervise(
	installed: InstalledN8n,
	env: Record<string, string>,
	folderToRemove: string,
	onOutput?: (text: string) => void,
): SupervisedN8n {
	const supervisor = spawn(
		installed.node,
		[
			'--disable-warning=ExperimentalWarning',
			SUPERVISOR,
			folderToRemove,
			installed.node,
			installed.script,
			'start',
		],
		{ cwd: installed.folder, env, stdio: ['pipe', 'pipe', 'pipe'] },
	);
	let output = '';
	const keep = (chunk: string) => {
		output = (output + chunk).slice(-KEPT_LOG);
		onOutput?.(chunk);
	};
	supervisor.stdout.setEncoding('utf8').on('data', keep);
	supervisor.stderr.setEncoding('utf8').on('data', keep);
	const ended = new Promise<void>((resolve) => {
		supervisor.once('error', (error) => {
			keep(`${error.message}\n`);
			resolve();
		});
		supervisor.once('exit', () => {
			resolve();
		});
	});
	return {
		process: supervisor,
		logs: () => output,
		async stop() {
			supervisor.stdin.end();
			await ended;
		},
	};
}

/** `/healthz` answers before the editor does, so it's the settings that tell. */
async function untilReady(url: string, n8n: SupervisedN8n): Promise<void> {
	const deadline = Date.now() + BOOT_TIMEOUT_MS;
	while (Date.now() < deadline) {
		if (n8n.process.exitCode !== null || n8n.process.pid === undefined) {
			throw new Error(`n8n ended while it was starting:\n${n8n.logs()}`);
		}
		if (await RestClient.isReady(url)) return;
		await sleep(250);
	}
	throw new Error(`n8n was not ready after ${BOOT_TIMEOUT_MS / 1000} s:\n${n8n.logs()}`);
}
