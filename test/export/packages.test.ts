import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { PackageDirectoryLoader } from 'n8n-core';

import { exportedPackages, type ExportedPackage } from '../../tools/export/exportedPackages';
import { build, npm, pack } from '../../tools/npm';
import { manifest } from '../../tools/package';
import { runCommand } from '../../tools/runCommand';
import { LINT_ENVIRONMENT, scan } from '../support/scan';
import { filesBelow, ROOT } from '../support/sources';

/** Fields that are masked although their names do not tell n8n's linter that they are secret. */
const MASKED: Record<string, string[]> = {
	capillary: ['key'],
	hyperverge: ['appKey'],
	iserveu: [],
	wibmo: ['secureCode', 'consumerId'],
};

/** The headings of n8n's template, in its order; those in between are ours. */
const TEMPLATE = ['Installation', 'Operations', 'Credentials', 'Compatibility', 'Usage', 'Resources'];

/** Words for nodes that control the flow, which n8n does not verify. */
const FLOW_CONTROL = /\b(branch\w*|rout(e|es|ed|ing)|flow.control|switch|merge|without (an )?if)\b/i;

const PACKAGES = exportedPackages().map((one): [string, ExportedPackage] => [one.manifest.name, one]);

it('exports a package for each provider', () => {
	expect(PACKAGES.map(([name]) => name)).toEqual(
		Object.keys(MASKED).map((provider) => `n8n-nodes-${provider}`),
	);
});

describe.each(PACKAGES)('%s', (name, { provider, folder, manifest: { n8n }, parts }) => {
	const read = (path: string) => readFileSync(join(folder, path), 'utf8');
	const nodeFile = n8n.nodes[0].replace(/^dist\//, '');

	let unpacked: string;
	beforeAll(async () => {
		await build(folder);
		unpacked = mkdtempSync(join(tmpdir(), 'otp-export-'));
		const tarball = await pack(folder, unpacked);
		await runCommand('tar', ['-xzf', tarball, '-C', unpacked], { cwd: unpacked, env: process.env });
	});
	afterAll(() => rmSync(unpacked, { recursive: true, force: true }));

	it("passes n8n's linter in strict mode, with no warning but the known ones", async () => {
		const printed = await npm(folder, ['run', 'lint', '--silent'], LINT_ENVIRONMENT);
		const found = stripVTControlCharacters(printed).match(/^ .*\b(warning|error) .*$/gm) ?? [];
		const masked = /Field '(\w+)' does not appear to be sensitive/;
		expect(found.map((line) => masked.exec(line)?.[1] ?? line)).toEqual(MASKED[provider]);
	});

	it('is eligible for n8n Cloud', async () => {
		const cli = join(ROOT, 'node_modules', '.bin', 'n8n-node');
		const printed = await runCommand(cli, ['cloud-support'], { cwd: folder, env: LINT_ENVIRONMENT });
		expect(stripVTControlCharacters(printed)).toContain('Status: eligible for n8n Cloud verification');
	});

	it.each([
		['source', () => folder, 'SOURCE_FILE_PATTERNS'],
		['tarball', () => join(unpacked, 'package'), "['**/*.js', 'package.json']"],
	])("passes the analysis of its %s by n8n's scanner", async (_what, place, patterns) => {
		expect(await scan(place(), patterns)).toEqual({ passed: true });
	});

	it('has one node, and nothing of another provider', () => {
		const files = filesBelow(`export/${name}`).filter((path) => !path.includes('/dist/'));
		expect(files.filter((path) => path.endsWith('.node.ts'))).toEqual([
			`export/${name}/${nodeFile.replace(/\.js$/, '.ts')}`,
		]);
		const others = Object.keys(MASKED).filter((other) => other !== provider);
		const foreign = files.filter(
			(path) =>
				/\/(nodes|credentials|workflows)\//.test(path) &&
				others.some((other) => path.toLowerCase().includes(other)),
		);
		expect(foreign).toEqual([]);
	});

	it('packs what was built and the texts, and nothing else', () => {
		const packed = filesBelow(`export/${name}/dist`).map((path) => path.slice(`export/${name}/`.length));
		expect(packed).toEqual(expect.arrayContaining([...n8n.nodes, ...n8n.credentials]));
		const unwanted = packed.filter((path) => !/\.(js|svg|json)$/.test(path));
		expect(unwanted).toEqual([]);
		const schemas = packed.filter((path) => path.includes('/__schema__/'));
		expect(schemas).toHaveLength(parts.length);
	});

	it("is loaded by n8n's own loader, with its credentials, its codex and an action for each operation", async () => {
		const loader = new PackageDirectoryLoader(folder);
		await loader.loadAll();
		const [node, ...others] = loader.types.nodes;
		expect(others).toEqual([]);
		expect(node.name).toBe(Object.keys(loader.known.nodes)[0]);
		expect(node.codex?.categories).toEqual(parts[0].operation.provider.categories);
		expect(node.codex?.alias).toEqual(expect.arrayContaining(['otp']));
		expect(loader.types.credentials.map((credential) => credential.name).sort()).toEqual(
			parts[0].operation.provider.credentials.map((credential) => credential.name).sort(),
		);
		const actions = node.properties
			.filter((property) => property.name === 'operation')
			.flatMap(({ options = [] }) => options as Array<{ action?: string }>);
		expect(actions).toHaveLength(parts.length);
		expect(actions.filter(({ action }) => !action)).toEqual([]);
	});

	it('has the version of the main package, published with provenance, and a lock that names it', () => {
		const own = JSON.parse(read('package.json')) as Record<string, unknown>;
		const lock = JSON.parse(read('package-lock.json')) as {
			packages: Record<string, Record<string, unknown>>;
		};
		expect(own).toMatchObject({ name, version: manifest.version, publishConfig: { provenance: true } });
		const { devDependencies, peerDependencies, engines, license } = own;
		expect(lock.packages['']).toEqual({
			name,
			version: manifest.version,
			...{ devDependencies, peerDependencies, engines, license },
		});
	});

	it("has a README in the form of n8n's template, which says whose it is not and nothing of flow control", () => {
		const readme = read('README.md');
		const headings = [...readme.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
		expect(headings.filter((heading) => TEMPLATE.includes(heading))).toEqual(TEMPLATE);
		expect(readme).toContain(`*not affiliated with* ${parts[0].operation.provider.displayName}`);
		expect(readme.match(FLOW_CONTROL)).toBeNull();
		for (const [, link] of readme.matchAll(/\]\(((?!https:)[^)#]+)\)/g)) expect(read(link)).toBeTruthy();
	});
});
