import { readdirSync } from 'node:fs';

const testsBelow = (folder) =>
	readdirSync(`test/${folder}`, { recursive: true })
		.filter((file) => file.endsWith('.test.ts'))
		.map((file) => `${folder}/${file.replace(/\.test\.ts$/, '')}`);

const tests = (...names) => names.map((name) => `test/${name}.test.ts`);

/**
 * `npm run test:mutation`: changes the published code in thousands of small ways, and asks of each change
 * whether a test notices it. For one file: `npm run test:mutation -- --mutate nodes/engine/run/dispatch.ts`.
 */
export default {
	// The texts of the editor, which the ignorer finds, are not mutated: n8n's own linter and test/package
	// check them. All other texts are: a code, a field's name, and an error message alike.
	mutate: ['nodes/**/*.ts'],
	ignorers: ['form-descriptions'],
	// Tables are made while modules load, and they are the point.
	ignoreStatic: false,
	plugins: ['./tools/mutation/ignore.mjs', './tools/mutation/runner.mjs'],
	testRunner: 'in-process',
	inProcess: {
		// The quickest and most telling first. Left out: the rest of test/package reads sources, which are not the published
		// ones here; suites/hostileAnswers and test/trust try in thousands of ways what the others try once.
		testFiles: tests(
			...testsBelow('engine'),
			'suites/requests',
			'suites/fields',
			'suites/typed',
			'suites/answers',
			'suites/grants',
			// Texts and sources of codes are on a page.
			'package/tables',
			'providers/addresses',
			'providers/xml',
			'providers/iserveuDocument',
			'suites/inN8n/items',
			'suites/inN8n/outputs',
			'suites/inN8n/typed',
			'workflow/capillary',
			'workflow/hints',
			'workflow/errorOutput',
			'workflow/credentialTest',
			'workflow/branches',
			'workflow/accessToken',
			'workflow/atMostOnce',
			'workflow/reservations',
			'workflow/network',
			'workflow/settings',
		),
		keptFolders: ['simulator'],
	},
	coverageAnalysis: 'perTest',
	concurrency: 2,
	timeoutMS: 20_000,
	disableTypeChecks: false,
	ignorePatterns: ['dist', 'docs/images', '/export', 'reports', 'workflows'],
	incremental: true,
	incrementalFile: 'reports/mutation/incremental.json',
	tempDirName: 'reports/mutation/sandbox',
	reporters: ['progress-append-only', 'clear-text', 'json'],
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
	jsonReporter: { fileName: 'reports/mutation/mutation.json' },
	thresholds: { high: 97, low: 93, break: 93 },
};
