import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { build, npm } from '../../tools/npm';
import { manifest } from '../../tools/package';
import { filesBelow, ROOT } from '../support/sources';

const run = promisify(execFile);
const MINUTES = 60_000;

beforeAll(async () => {
	if (existsSync(join(ROOT, 'dist'))) return;
	await build(ROOT);
}, 5 * MINUTES);

describe('the packed package', () => {
	let files: string[];
	beforeAll(async () => {
		const printed = await npm(ROOT, ['pack', '--dry-run', '--json', '--ignore-scripts']);
		const [packed] = JSON.parse(printed) as Array<{ files: Array<{ path: string }> }>;
		files = packed.files.map(({ path }) => path).sort();
	}, MINUTES);

	it('holds what was built, the manual, the licence, the manifest and nothing else', () => {
		expect(files).toEqual([...filesBelow('dist'), 'LICENSE', 'README.md', 'package.json'].sort());
	});

	it('holds what the manifest registers, the codex file and the preview of every node, and the icons', () => {
		const { nodes, credentials } = manifest.n8n;
		const icons = filesBelow('nodes').filter((path) => path.endsWith('.svg'));
		expect(icons.length).toBeGreaterThanOrEqual(8);
		expect(files).toEqual(
			expect.arrayContaining([
				...[...nodes, ...credentials],
				...nodes.map((path) => path.replace(/\.js$/, '.json')),
				...nodes.map((path) => path.replace(/[^/]+$/, '__schema__/v1.0.0.json')),
				...icons.map((path) => `dist/${path}`),
			]),
		);
	});

	it('holds no source, no map, no test and no simulator', () => {
		const unwanted =
			/\.(ts|tsx|mts|map|tsbuildinfo|tgz)$|\.test\.|(^|\/)(test|simulator|playground|bench|node_modules)\//;
		expect(files.filter((path) => unwanted.test(path))).toEqual([]);
	});
});

describe("n8n's scan for community packages", () => {
	/** The scanner is an ES module, which jest does not load. */
	async function scan(patterns: string): Promise<unknown> {
		const script = `
			const { analyzePackage, SOURCE_FILE_PATTERNS } = await import('@n8n/scan-community-package/scanner/scanner.mjs');
			process.stdout.write(JSON.stringify(await analyzePackage(process.cwd(), ${patterns})));`;
		// n8n's lint rules take every file for a file of their own tests while NODE_ENV is "test".
		const env = { ...process.env, NODE_ENV: 'production' };
		const options = { cwd: ROOT, env, maxBuffer: 64 * 1024 * 1024 };
		const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], options);
		return JSON.parse(stdout);
	}

	it.each([
		['passes over the source', 'SOURCE_FILE_PATTERNS', { passed: true }],
		['passes over what was built', "['dist/**/*.js', 'package.json']", { passed: true }],
		[
			'finds what must not be published, so that passing means something',
			"['gulpfile.js']",
			{ passed: false, message: 'ESLint violations found' },
		],
	])(
		'%s',
		async (_what, patterns, result) => {
			expect(await scan(patterns)).toMatchObject(result);
		},
		5 * MINUTES,
	);
});
