import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exportedPackages } from '../../tools/export/exportedPackages';
import { manifest } from '../../tools/package';
import { runCommand } from '../../tools/runCommand';
import { ROOT } from '../support/sources';

const [{ folder }] = exportedPackages();

let place: string;
beforeEach(() => (place = mkdtempSync(join(tmpdir(), 'otp-push-'))));
afterEach(() => rmSync(place, { recursive: true, force: true }));

const author = { GIT_AUTHOR_NAME: 'Test', GIT_AUTHOR_EMAIL: 'test@example.com' };
const run = async (command: string, ...args: string[]) =>
	await runCommand(command, args, { cwd: place, env: { ...process.env, ...author } });

/** Clones a repository that has one commit, as its owner creates it, and pushes the package to it. */
async function push(): Promise<string> {
	await run('git', 'clone', '--quiet', `file://${place}/remote.git`, 'clone');
	return await run(join(ROOT, '.ci', 'push-export'), folder, join(place, 'clone'));
}

it('commits an exported package to its own repository, and tags it with its version, once', async () => {
	await run('git', 'init', '--quiet', '--bare', '--initial-branch', 'main', 'remote.git');
	await run('git', 'clone', '--quiet', 'remote.git', 'first');
	const git = ['-C', 'first', '-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
	await run('git', ...git, 'commit', '--quiet', '--allow-empty', '--message', 'Create');
	await run('git', ...git, 'push', '--quiet', 'origin', 'HEAD:main');

	await push();
	const remote = ['--git-dir', 'remote.git'];
	const version = `v${manifest.version}`;
	const subjects = await run('git', ...remote, 'log', '--format=%s', version, '--');
	expect(subjects.trim().split('\n')).toEqual([`Release ${version}`, 'Create']);
	expect(await run('git', ...remote, 'rev-parse', 'main')).toBe(
		await run('git', ...remote, 'rev-parse', version),
	);
	const files = (await run('git', ...remote, 'ls-tree', '-r', '--name-only', 'main')).trim().split('\n');
	expect(files).toEqual(
		expect.arrayContaining([
			'.github/workflows/publish.yml',
			'package.json',
			'package-lock.json',
			'README.md',
		]),
	);
	expect(files.filter((path) => /^(dist|node_modules)\//.test(path))).toEqual([]);

	rmSync(join(place, 'clone'), { recursive: true });
	expect(await push()).toBe(`${version} has been pushed before\n`);
});
