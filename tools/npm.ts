import { join } from 'node:path';

import { runCommand } from './runCommand';

/** Settings that an outer `npm start` hands down, and that would change where and what npm installs. */
const INHERITED = ['local_prefix', 'global', 'omit', 'include', 'dry_run', 'workspaces'];

/**
 * Runs npm in a folder.
 *
 * @param more further environment variables
 * @returns its standard output
 */
export async function npm(cwd: string, args: string[], more: NodeJS.ProcessEnv = {}): Promise<string> {
	const env = { ...process.env };
	for (const name of INHERITED) delete env[`npm_config_${name}`];
	const quiet = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
	return await runCommand('npm', [...args, ...quiet], { cwd, env: { ...env, ...more } });
}

/** Builds the project in a folder, as its maintainers do before they publish it. */
export async function build(project: string): Promise<void> {
	await npm(project, ['run', 'build', '--silent']);
}

/**
 * Packs what was built in a folder, as it would be published.
 *
 * @param project the folder with `package.json` and `dist`
 * @param destination the folder to write the tarball into
 * @returns the tarball's path
 */
export async function pack(project: string, destination: string): Promise<string> {
	const printed = await npm(project, [
		'pack',
		'--ignore-scripts',
		'--json',
		'--pack-destination',
		destination,
	]);
	const [{ filename }] = JSON.parse(printed) as Array<{ filename: string }>;
	return join(destination, filename);
}
