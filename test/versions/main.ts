import { runMain } from '../../playground/runMain';
import { VERSIONS, type N8nVersion } from '../../tools/n8n/versions';
import { sayEngine, testEngine, type EngineResult } from './engine';
import { EXCEPTIONS } from './exceptions';
import { testReal } from './real';

/**
 * `npm run test:versions [-- [--real] [version …]]`: runs the suites in the engine of each version of n8n,
 * or with `--real` the credential tests and the example workflows in a real one.
 */
async function main(args: string[]): Promise<boolean> {
	const wanted = args.filter((arg) => !arg.startsWith('--'));
	const unknown = wanted.filter((version) => !VERSIONS.some(({ n8n }) => isOf(n8n, version)));
	if (unknown.length > 0) throw new Error(`Unknown version of n8n: ${unknown.join(', ')}`);
	const isReal = args.includes('--real');
	const versions = VERSIONS.filter(({ n8n, real }) =>
		wanted.length > 0 ? wanted.some((version) => isOf(n8n, version)) : !isReal || real,
	);
	if (isReal) {
		let good = true;
		for (const { n8n } of versions) good = (await testReal(n8n)) && good;
		return good;
	}
	const results: EngineResult[] = [];
	for (const version of versions) {
		const result = await testEngine(version);
		sayEngine(version, result);
		results.push(result);
	}
	process.stdout.write(table(versions, results));
	return results.every(({ wrong }) => wrong.length === 0);
}

/** Whether a version is the one that is named, with or without its patch. */
const isOf = (n8n: string, named: string) => n8n === named || n8n.startsWith(`${named}.`);

/** How many tests cannot hold on each version, and why. */
function table(versions: N8nVersion[], results: EngineResult[]): string {
	const rows = EXCEPTIONS.map((exception) => [
		...results.map(({ excepted }) => String(excepted.get(exception) ?? '-')),
		`${exception.suite}: ${exception.reason}`,
	]);
	const passed = [...results.map((result) => String(result.passed)), 'tests pass'];
	const names = versions.map(({ n8n }) => n8n);
	const lines = [[...names, ''], passed, ...rows].map((cells) =>
		cells.map((cell, column) => cell.padEnd(names[column]?.length ?? 0)).join('  '),
	);
	return `\n${lines.join('\n')}\n`;
}

runMain(async () => ((await main(process.argv.slice(2))) ? 0 : 1));
