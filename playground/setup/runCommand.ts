import { spawn } from 'node:child_process';

const KEPT_OUTPUT = 20_000;

export interface CommandOptions {
	cwd: string;
	env: NodeJS.ProcessEnv;
}

/** A command that ended with a code other than 0, with the end of what it printed. */
export class CommandFailed extends Error {
	constructor(
		readonly commandLine: string,
		readonly exitCode: number | null,
		readonly output: string,
	) {
		const tail = output.trimEnd().split('\n').slice(-25).join('\n');
		super(`"${commandLine}" ended with ${exitCode ?? 'a signal'}\n${tail}`);
		this.name = 'CommandFailed';
	}
}

/** Runs a command without showing its output, and answers with that output. */
export async function runCommand(command: string, args: string[], options: CommandOptions): Promise<string> {
	return await new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			...options,
			// On Windows npm is a .cmd file, which only a shell can start.
			shell: process.platform === 'win32',
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		const keep = (chunk: string) => {
			output = (output + chunk).slice(-KEPT_OUTPUT);
		};
		child.stdout.setEncoding('utf8').on('data', keep);
		child.stderr.setEncoding('utf8').on('data', keep);
		child.on('error', reject);
		child.on('close', (code) => {
			if (code === 0) resolve(output);
			else reject(new CommandFailed([command, ...args].join(' '), code, output));
		});
	});
}
