import { playAll } from './demo/playAll';
import { describeBranches } from './demo/report';
import { startPlayground } from './playground';
import { runMain } from './runMain';

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
	const { passages, astray } = await playAll(playground, (text) => process.stdout.write(text));
	const verdict =
		astray === 0 ? 'all took the expected branch' : `${astray} did NOT take the expected branch`;
	process.stdout.write(
		`\nBranches taken\n${describeBranches(playground.examples, passages)}\n` +
			'  Only iServeU reports that a code has expired; the others report a wrong code.\n' +
			`\n${passages.length} items through ${playground.examples.length} workflows: ${verdict}.\n`,
	);
	return astray === 0 ? 0 : 1;
});
