const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const NEVER = ['items granted without a success', 'marked values found', 'items lost'];
const EQUAL = [['messages expected', 'messages sent']];
const AT_LEAST_ONE = [
	'cells of the fault matrix',
	'messages expected',
	'attempts to get in',
	'marked values searched for',
	'hostile inputs tried',
	'items under load',
];

function readTotals() {
	const file = join(process.env.N8N_USER_FOLDER, 'totals.ndjson');
	const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
	const totals = new Map();
	for (const line of lines) {
		const { total, parts } = JSON.parse(line);
		totals.set(total, (totals.get(total) ?? 0) + parts);
	}
	return totals;
}

/** Prints the sums of all attacks, and fails the run where one of them is off. */
class TotalsReporter {
	constructor(globalConfig) {
		this.isWholeRun = !globalConfig.testPathPatterns?.isSet() && !globalConfig.testNamePattern;
	}

	onRunComplete() {
		const totals = readTotals();
		const of = (total) => totals.get(total) ?? 0;
		const wrong = [
			...NEVER.filter((total) => of(total) > 0).map((total) => `${total}: ${of(total)} instead of 0`),
			...EQUAL.filter(([expected, actual]) => of(expected) !== of(actual)).map(
				([expected, actual]) => `${expected}: ${of(expected)}, ${actual}: ${of(actual)}`,
			),
			...(this.isWholeRun ? AT_LEAST_ONE : [])
				.filter((total) => of(total) === 0)
				.map((total) => `${total}: none`),
		];
		const named = [...new Set([...totals.keys(), ...NEVER])].sort();
		console.log(
			['', 'Totals', ...named.map((total) => `  ${String(of(total)).padStart(9)}  ${total}`), ''].join('\n'),
		);
		if (wrong.length > 0) this.error = new Error(`Totals are off: ${wrong.join('; ')}`);
	}

	getLastError() {
		return this.error;
	}
}

module.exports = TotalsReporter;
