import { CASES } from './demo/cases';
import { printHeading, printPassage } from './demo/report';
import { runCase } from './demo/run-case';
import { startPlayground } from './playground';
import { runMain } from './setup/run-main';

runMain(async (atEnd) => {
	const playground = await startPlayground();
	atEnd(() => playground.stop());
	const { n8n, simulator, examples } = playground;

	let items = 0;
	let astray = 0;
	printHeading();
	for (const [key, cases] of Object.entries(CASES)) {
		const example = examples.find((candidate) => candidate.key === key);
		if (!example) throw new Error(`There is no workflow ${key}.json`);
		for (const one of cases) {
			const passages = await runCase(one, example, n8n.rest, simulator);
			const steps = Math.max(passages.length, one.takes.length);
			for (let step = 0; step < steps; step++) {
				items++;
				if (!printPassage(key, passages[step], one.takes[step])) astray++;
			}
		}
	}
	const workflows = Object.keys(CASES).length;
	const verdict =
		astray === 0 ? 'every one took the branch that it should' : `${astray} did NOT take the branch`;
	process.stdout.write(`\n${items} items through ${workflows} workflows: ${verdict}.\n`);
	return astray === 0 ? 0 : 1;
});
