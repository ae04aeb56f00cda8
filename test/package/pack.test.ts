import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { build, npm } from '../../tools/npm';
import { manifest } from '../../tools/package';
import { scan } from '../support/scan';
import { filesBelow, ROOT } from '../support/sources';

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
			expect(await scan(ROOT, patterns)).toMatchObject(result);
		},
		5 * MINUTES,
	);
});
