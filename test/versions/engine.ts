import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

import { installEngine, type N8nVersion } from '../../tools/n8n/versions';
import { say, withProgress } from '../../tools/progress';
import { runCommand } from '../../tools/runCommand';
import { EXCEPTIONS, type Exception } from './exceptions';

const PROJECT = join(__dirname, '..', '..');

/** What jest writes with `--json`, as far as it is read here. */
interface JestReport {
	testResults: Array<{
		name: string;
		message: string;
		assertionResults: Array<{ fullName: string; status: string; failureMessages: string[] }>;
	}>;
}

/** The result of the suites in the engine of one n8n. */
export interface EngineResult {
	passed: number;
	/** Tests that cannot hold there, by the exception that says why. */
	excepted: Map<Exception, number>;
	/** Tests that fail without an exception, or hold in spite of one, with what is wrong. */
	wrong: string[];
}

/** Runs the suites in the engine of an n8n, which is installed if it is not yet. */
export async function testEngine(version: N8nVersion): Promise<EngineResult> {
	const folder = await installEngine(version);
	const report = await withProgress(
		`Running the tests in n8n-core ${version.core} (n8n ${version.n8n})`,
		async () => await runSuites(folder),
	);
	return judged(report, version);
}

async function runSuites(folder: string): Promise<JestReport> {
	const written = await mkdtemp(join(tmpdir(), 'otp-versions-'));
	const outputFile = join(written, 'report.json');
	const config = join(__dirname, 'jest.config.js');
	const jest = [require.resolve('jest/bin/jest'), '--config', config, '--json', '--outputFile', outputFile];
	try {
		// A failed test is in the report; without a report, the error of the command says why.
		const failure = await runCommand(process.execPath, jest, {
			cwd: PROJECT,
			env: { ...process.env, N8N_CORE_FOLDER: folder },
		}).catch((error: unknown) => error);
		const report = await readFile(outputFile, 'utf8').catch(() => Promise.reject(failure as Error));
		return JSON.parse(report) as JestReport;
	} finally {
		await rm(written, { recursive: true, force: true });
	}
}

function judged({ testResults }: JestReport, { n8n }: N8nVersion): EngineResult {
	const result: EngineResult = { passed: 0, excepted: new Map(), wrong: [] };
	for (const { name, message, assertionResults } of testResults) {
		const suite = relative(join(PROJECT, 'test'), name).replace(/\.test\.ts$/, '');
		if (assertionResults.length === 0) result.wrong.push(`${suite} does not run: ${message}`);
		for (const { fullName, status, failureMessages } of assertionResults) {
			const exception = EXCEPTIONS.find(
				({ suite: of, tests, versions }) =>
					of === suite && tests.test(fullName) && versions.some((one) => n8n.startsWith(`${one}.`)),
			);
			if (status === 'passed' && !exception) result.passed++;
			else if (status === 'failed' && exception)
				result.excepted.set(exception, (result.excepted.get(exception) ?? 0) + 1);
			else if (exception) result.wrong.push(`${suite}: ${fullName}: is ${status} in spite of an exception`);
			else result.wrong.push(`${suite}: ${fullName}: ${failureMessages.join('\n') || status}`);
		}
	}
	return result;
}

/** One line for a version, and what went wrong in it. */
export function sayEngine({ n8n, core }: N8nVersion, { passed, excepted, wrong }: EngineResult): void {
	const cannot = [...excepted.values()].reduce((sum, count) => sum + count, 0);
	say(wrong.join('\n\n'));
	process.stdout.write(
		`n8n ${n8n} (n8n-core ${core}): ${passed} tests pass, ${cannot} cannot hold, ${wrong.length} are wrong\n`,
	);
}
