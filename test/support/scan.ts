import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The environment of n8n's linters: with "test", they take every file for a file of their own tests. */
export const LINT_ENVIRONMENT = { ...process.env, NODE_ENV: 'production' };

/**
 * Runs an analysis of n8n's scanner over a package. The scanner is an ES module, which jest does not load.
 *
 * @param patterns what to analyze, as JavaScript that may use `SOURCE_FILE_PATTERNS`
 */
export async function scan(folder: string, patterns: string): Promise<unknown> {
	const script = `
		const { analyzePackage, SOURCE_FILE_PATTERNS } = await import('@n8n/scan-community-package/scanner/scanner.mjs');
		process.stdout.write(JSON.stringify(await analyzePackage(${JSON.stringify(folder)}, ${patterns})));`;
	const options = { env: LINT_ENVIRONMENT, maxBuffer: 64 * 1024 * 1024 };
	const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], options);
	return JSON.parse(stdout);
}
