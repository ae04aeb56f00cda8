import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build, pack } from '../../tools/npm';
import { filesBelow, read, ROOT } from '../support/sources';

const MINUTES = 60_000;

interface Manifest {
	dependencies?: Record<string, string>;
	devDependencies?: Record<string, string>;
}

interface Locked {
	version?: string;
	integrity?: string;
	resolved?: string;
	link?: boolean;
}

const parsed = <T>(path: string): T => JSON.parse(read(path)) as T;

describe.each([
	['the package', 'package.json', 'package-lock.json'],
	['the exported packages', 'packages/common/package.json', 'packages/common/package-lock.json'],
	['the n8n of the playground', 'tools/n8n/release/package.json', 'tools/n8n/release/package-lock.json'],
])('%s', (_label, manifestPath, lockPath) => {
	const manifest = parsed<Manifest>(manifestPath);
	const { packages } = parsed<{ packages: Record<string, Locked> }>(lockPath);
	const installed = Object.entries(packages).filter(([path]) => path !== '');

	it('pins what it develops with to one version each, the locked one', () => {
		const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
		expect(wanted.length).toBeGreaterThan(0);
		for (const [name, version] of wanted) {
			expect(version).toMatch(/^(npm:.+@)?\d+\.\d+\.\d+$/);
			expect(version.endsWith(packages[`node_modules/${name}`].version ?? 'not locked')).toBe(true);
		}
	});

	it('locks every package by a hash of its content, and takes it from the registry of whoever installs it', () => {
		expect(installed.length).toBeGreaterThan(100);
		const others = installed.filter(
			([, { integrity, resolved, link }]) =>
				!/^sha512-[\w+/]{86}==$/.test(integrity ?? '') || resolved !== undefined || link === true,
		);
		expect(others.map(([path]) => path)).toEqual([]);
	});
});

it('runs no script of a package that it installs', () => {
	expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
});

const WORKFLOWS = filesBelow('.github/workflows');

describe.each([...WORKFLOWS, ...filesBelow('packages/common/.github/workflows')])('%s', (path) => {
	const text = read(path);

	it('pins every action to a commit', () => {
		const actions = [...text.matchAll(/\buses: *(.+)/g)].map(([, action]) => action);
		expect(actions.length).toBeGreaterThan(0);
		expect(
			actions.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action)),
		).toEqual([]);
	});

	it('may change nothing in the repository', () => {
		expect(text).toMatch(/^permissions:\n {2}contents: read\n/m);
		expect(text).not.toMatch(/: *write-all|contents: *write/);
	});
});

it.each(WORKFLOWS)('%s runs everything that must pass', (path) => {
	expect(read(path)).toMatch(/^ +- run: \.ci\/run$/m);
});

it('develops the exported packages with the versions of this one', () => {
	const versions = parsed<Manifest>('package.json').devDependencies ?? {};
	const exported = parsed<Manifest>('packages/common/package.json').devDependencies ?? {};
	expect(Object.entries(exported).filter(([name, version]) => versions[name] !== version)).toEqual([]);
});

it('exports a package for each provider of the release workflow', () => {
	const [, providers] = /provider: \[(.*)\]/.exec(read('.github/workflows/release.yml')) ?? [];
	const packages = readdirSync(join(ROOT, 'packages')).filter((name) => name !== 'common');
	expect(providers.split(', ')).toEqual(packages.sort());
});

it(
	'packs into the same bytes when it is built again from the source, in another folder',
	async () => {
		const folder = mkdtempSync(join(tmpdir(), 'otp-rebuild-'));
		try {
			const source = join(folder, 'source');
			const files = ['package.json', 'tsconfig.json', 'gulpfile.js', 'README.md', 'LICENSE'];
			for (const name of [...files, 'nodes', 'credentials', 'tools'])
				cpSync(join(ROOT, name), join(source, name), { recursive: true });
			symlinkSync(join(ROOT, 'node_modules'), join(source, 'node_modules'));
			await build(source);
			const rebuilt = readFileSync(await pack(source, folder));
			expect(rebuilt.equals(readFileSync(await pack(ROOT, folder)))).toBe(true);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	},
	5 * MINUTES,
);
