import { CHAPTERS } from './demo/cases';
import type { Passage } from './demo/passages';
import { describeBranches, describeCase, heading } from './demo/report';
import { runCase } from './demo/runCase';
import { startPlayground } from './playground';
import { runMain } from './runMain';

const DAY_SECONDS = 24 * 3600;
const COOL_DOWN_SECONDS = 1;

/** `npm run demo:packages`: with nothing installed but the exported packages, and the examples converted. */
const combined = process.argv.includes('--packages');

runMain(async (atEnd) => {
	const playground = await startPlayground({
		coolDownSeconds: COOL_DOWN_SECONDS,
		nodes: combined ? 'exports' : 'source',
		combined,
	});
	atEnd(() => playground.stop());
	// Some cases wait by the simulator's clock only, and n8n would keep using an expired token.
	playground.simulator.setTokenTtl(DAY_SECONDS);

	const all: Passage[] = [];
	let astray = 0;
	for (const { title, cases } of CHAPTERS) {
		process.stdout.write(heading(title));
		for (const one of cases) {
			const played = await runCase(one, playground);
			const described = describeCase(one, played);
			process.stdout.write(described.text);
			astray += described.astray;
			all.push(...played.passages);
		}
	}
	const verdict =
		astray === 0 ? 'all took the expected branch' : `${astray} did NOT take the expected branch`;
	process.stdout.write(
		`\nBranches taken\n${describeBranches(playground.examples, all)}\n` +
			'  Only iServeU reports that a code has expired; the others report a wrong code.\n' +
			`\n${all.length} items through ${playground.examples.length} workflows: ${verdict}.\n`,
	);
	return astray === 0 ? 0 : 1;
});
