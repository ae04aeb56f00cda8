const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

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

/**
 * Prints what the tests counted, and fails the run where a number is off. Options, as lists of
 * totals: `never` must be 0, the two of each pair in `equal` must be the same, and
 * `atLeastOne` must be there when the whole suite runs.
 */
class TotalsReporter {
	constructor(globalConfig, { never = [], equal = [], atLeastOne = [] }) {
		Object.assign(this, { never, equal, atLeastOne });
		this.isWholeSuite = !globalConfig.testPathPatterns.isSet() && !globalConfig.testNamePattern;
	}

	onRunComplete() {
		const totals = readTotals();
		const of = (total) => totals.get(total) ?? 0;
		const wrong = [
			...this.never.filter((total) => of(total) > 0).map((total) => `${total}: ${of(total)} instead of 0`),
			...this.equal
				.filter(([one, other]) => of(one) !== of(other))
				.map(([one, other]) => `${one}: ${of(one)}, but ${other}: ${of(other)}`),
			...(this.isWholeSuite ? this.atLeastOne : [])
				.filter((total) => of(total) === 0)
				.map((total) => `${total}: none`),
		];
		const named = [...new Set([...totals.keys(), ...this.never])].sort();
		const lines = named.map((total) => `  ${String(of(total)).padStart(9)}  ${total}`);
		const verdict = wrong.length === 0 ? 'Nothing is off.' : `OFF: ${wrong.join('; ')}`;
		console.log(['', 'Totals', ...lines, '', verdict, ''].join('\n'));
		if (wrong.length > 0) this.error = new Error(verdict);
	}

	getLastError() {
		return this.error;
	}
}

module.exports = TotalsReporter;
