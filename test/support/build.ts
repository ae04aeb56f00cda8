import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Builds the project in a folder, as its maintainers do before they publish it. */
export async function build(project: string): Promise<void> {
	await run('npm', ['run', 'build', '--silent'], { cwd: project });
}

/**
 * Packs what was built in a folder, as it would be published.
 *
 * @param project the folder with `package.json` and `dist`
 * @param destination the folder to write the tarball into
 * @returns the tarball's bytes
 */
export async function pack(project: string, destination: string): Promise<Buffer> {
	const options = ['--ignore-scripts', '--json', '--pack-destination', destination];
	const { stdout } = await run('npm', ['pack', ...options], { cwd: project });
	const [{ filename }] = JSON.parse(stdout) as Array<{ filename: string }>;
	return readFileSync(join(destination, filename));
}
