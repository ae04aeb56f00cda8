import { CASES } from './demo/cases';
import { describeBranches, describeCase, heading } from './demo/report';
import { runCase } from './demo/run-case';
import type { Passage } from './demo/passages';
import { startPlayground } from './playground';
import { runMain } from './setup/run-main';

const DAY_SECONDS = 24 * 3600;

runMain(async (atEnd) => {
	const playground = await startPlayground();
	atEnd(() => playground.stop());
	// Some people wait by the simulator's clock only, and n8n would go on trusting a token that ended.
	playground.simulator.setTokenTtl(DAY_SECONDS);

	const all: Passage[] = [];
	let astray = 0;
	for (const { provider, cases } of CASES) {
		process.stdout.write(heading(provider));
		for (const one of cases) {
			const passages = await runCase(one, playground);
			const described = describeCase(one, passages);
			process.stdout.write(described.text);
			astray += described.astray;
			all.push(...passages);
		}
	}
	const verdict =
		astray === 0 ? 'every one took the branch that it should' : `${astray} did NOT take the branch`;
	process.stdout.write(
		`\nBranches shown\n${describeBranches(all)}` +
			'  Only iServeU says that a code has expired; to the others it is just not the right one.\n' +
			`\n${all.length} items through ${playground.examples.length} workflows: ${verdict}.\n`,
	);
	return astray === 0 ? 0 : 1;
});
