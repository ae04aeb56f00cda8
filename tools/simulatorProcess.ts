import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { Fault, Message, RecordedRequest } from '../simulator';

export type SimulatorProcess = Awaited<ReturnType<typeof startSimulatorProcess>>;

/**
 * Starts a simulator on a free port, in a process of its own, so that its memory is not that of the tests.
 *
 * @param options further options of the command line
 * @throws Error with what it printed, if it ends instead
 */
export async function startSimulatorProcess(...options: string[]) {
	const command = ['--import', 'tsx', 'simulator/main.ts', '--port', '0', ...options];
	const child = spawn(process.execPath, command, {
		cwd: join(__dirname, '..'),
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

	async function ask(path: string, body?: object): Promise<Response> {
		const post = { method: 'POST', body: JSON.stringify(body) };
		const response = await fetch(`${url}${path}`, body && post);
		if (!response.ok) throw new Error(await response.text());
		return response;
	}
	const list = async <T>(path: string) => (await (await ask(path)).json()) as T[];
	return {
		url,
		inbox: async () => await list<Message>('/inbox.json'),
		/** The requests whose path ends so. */
		requests: async (path: string) =>
			await list<RecordedRequest>(`/requests.json?path=${encodeURIComponent(path)}`),
		inject: async (fault: Fault) => await (await ask('/control/faults', fault)).arrayBuffer(),
		reset: async () => await (await ask('/control/reset', {})).arrayBuffer(),
		printed: () => printed,
		/** @returns the code and the signal that the process ended with */
		async stop(signal?: NodeJS.Signals) {
			const exited = once(child, 'exit');
			child.kill(signal);
			return await exited;
		},
	};
}
