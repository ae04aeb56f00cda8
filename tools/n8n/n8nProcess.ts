import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import axios from 'axios';

import { freePort } from '../freePort';
import { n8nEnvironment } from './environment';
import type { InstalledN8n } from './installN8n';
import { RestClient } from './restClient';
import { supervise, type Supervised, type SupervisionOptions } from './supervise';

/** What a process of n8n does: everything or the editor, production webhooks, or executions. */
export type N8nCommand = 'start' | 'webhook' | 'worker';

/** One process of n8n, which can be started again with the same address and the same data. */
export interface N8nProcess extends Omit<Supervised, 'start'> {
	/** Its address, without a slash at the end. */
	url: string;
	/** Starts it, and waits until it answers. */
	start(environment?: Record<string, string>): Promise<void>;
}

/**
 * Prepares a process of n8n with a user folder of its own.
 *
 * @param port the port to listen on when it's free; any free one otherwise
 */
export async function n8nProcess(
	installed: InstalledN8n,
	command: N8nCommand,
	{ port: preferred, ...options }: SupervisionOptions & { port?: number },
): Promise<N8nProcess> {
	const supervised = await supervise(installed, options);
	await mkdir(join(supervised.folder, '.n8n'), { recursive: true });
	const port = await freePort(preferred);
	const brokerPort = await freePort();
	const url = `http://127.0.0.1:${port}`;
	return {
		...supervised,
		url,
		async start(environment) {
			await supervised.start(
				{
					command: installed.node,
					args: [installed.script, command],
					cwd: installed.folder,
					env: n8nEnvironment({ port, brokerPort, userFolder: supervised.folder }, environment),
				},
				() => (command === 'start' ? RestClient.isReady(url) : answers(`${url}/healthz/readiness`)),
			);
		},
	};
}

async function answers(url: string): Promise<boolean> {
	try {
		const { status } = await axios.get(url, { proxy: false, timeout: 5_000 });
		return status === 200;
	} catch {
		return false;
	}
}
