import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { Fault, Message, RecordedRequest } from '../../../simulator';

/** A simulator in a process of its own, so that its memory is not that of the tests. */
export interface SimulatorProcess {
	url: string;
	/** Messages that went out, oldest first. */
	inbox(): Promise<Message[]>;
	/** The requests whose path ends so, oldest first. */
	requests(path: string): Promise<RecordedRequest[]>;
	inject(fault: Fault): Promise<void>;
	reset(): Promise<void>;
	stop(): Promise<void>;
}

const ROOT = join(__dirname, '..', '..', '..');

/**
 * Starts a simulator on a free port.
 *
 * @throws Error with what it printed, if it ends instead
 */
export async function startSimulatorProcess(): Promise<SimulatorProcess> {
	const child = spawn(process.execPath, ['--import', 'tsx', 'simulator/main.ts', '--port', '0'], {
		cwd: ROOT,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let printed = '';
	const url = await new Promise<string>((resolve, reject) => {
		const read = (chunk: Buffer) => {
			printed += chunk.toString('utf8');
			const found = /(http:\/\/[^\s]+)\/inbox/.exec(printed);
			if (found !== null) resolve(found[1]);
		};
		child.stdout.on('data', read);
		child.stderr.on('data', read);
		child.once('exit', () => reject(new Error(printed)));
	});

	async function get<T>(path: string): Promise<T> {
		return (await (await fetch(`${url}${path}`)).json()) as T;
	}
	async function post(path: string, body: object): Promise<void> {
		const response = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) });
		if (!response.ok) throw new Error(await response.text());
		await response.arrayBuffer();
	}
	return {
		url,
		inbox: async () => await get('/inbox.json'),
		requests: async (path) => await get(`/requests.json?path=${encodeURIComponent(path)}`),
		inject: async (fault) => await post('/control/faults', fault),
		reset: async () => await post('/control/reset', {}),
		stop: async () => {
			const exited = once(child, 'exit');
			child.kill();
			await exited;
		},
	};
}
