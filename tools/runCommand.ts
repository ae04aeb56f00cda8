import { once } from 'node:events';
import spawn from 'cross-spawn';

const SHOWN_LINES = 25;

export interface CommandOptions {
	cwd: string;
	env: NodeJS.ProcessEnv;
	/** The user and the group that it runs as; those of this process when not given. */
	uid?: number;
	gid?: number;
}

/**
 * Runs a command without showing what it prints.
 *
 * @returns its standard output
 * @throws Error with the end of what it printed, if it ends with a code other than 0
 */
export async function runCommand(command: string, args: string[], options: CommandOptions): Promise<string> {
	const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
	let [stdout, printed] = ['', ''];
	child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
		stdout += chunk;
		printed += chunk;
	});
	child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
		printed += chunk;
	});
	const [code] = (await once(child, 'close')) as [number | null];
	if (code === 0) return stdout;
	const tail = printed.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');
	throw new Error(`"${[command, ...args].join(' ')}" ended with ${code ?? 'a signal'}\n${tail}`);
}
