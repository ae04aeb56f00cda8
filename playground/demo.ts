import { CASES } from './demo/cases';
import { describeBranches, describeCase, heading } from './demo/report';
import { runCase } from './demo/run-case';
import type { Passage } from './demo/passages';
import { startPlayground } from './playground';
import { runMain } from './setup/run-main';

runMain(async (atEnd) => {
	const playground = await startPlayground();
	atEnd(() => playground.stop());

	let items = 0;
	let astray = 0;
	let branches = '';
	for (const { provider, cases } of CASES) {
		process.stdout.write(heading(provider));
		const all: Passage[] = [];
		for (const one of cases) {
			const passages = await runCase(one, playground);
			const described = describeCase(one, passages);
			process.stdout.write(described.text);
			astray += described.astray;
			items += passages.length;
			all.push(...passages);
		}
		branches += describeBranches(provider, all);
	}
	const verdict =
		astray === 0 ? 'every one took the branch that it should' : `${astray} did NOT take the branch`;
	process.stdout.write(
		`\nBranches shown\n${branches}` +
			'  Only iServeU says that a code has expired; to the others it is just not the right one.\n' +
			`\n${items} items through ${playground.examples.length} workflows: ${verdict}.\n`,
	);
	return astray === 0 ? 0 : 1;
});
