import { testAll } from '../../playground/credentialTests/testAll';
import { playAll } from '../../playground/demo/playAll';
import { startPlayground } from '../../playground/playground';
import { NEWEST } from '../../tools/n8n/versions';
import { withProgress } from '../../tools/progress';

const COOL_DOWN_SECONDS = 1;

/**
 * Starts a real n8n with the packed package, presses *Test* on right and wrong credentials, and plays the
 * example workflows. Prints one line, and the whole report unless all went as expected, which it returns.
 */
export async function testReal(version: string): Promise<boolean> {
	let report = '';
	const print = (text: string) => (report += text);
	let good = false;
	const playground = await startPlayground({ version, coolDownSeconds: COOL_DOWN_SECONDS });
	try {
		const line = await withProgress(`Testing credentials and workflows in n8n ${version}`, async () => {
			const { tests, wrong, messages } = await testAll(playground, print, version === NEWEST);
			const { passages, astray } = await playAll(playground, print);
			good = wrong + messages + astray === 0;
			return (
				`${tests} credential tests, ${wrong} wrong, ${messages} messages sent; ` +
				`${passages.length} items through ${playground.examples.length} workflows, ${astray} astray`
			);
		});
		process.stdout.write(`n8n ${version}: ${line}\n`);
		return good;
	} finally {
		if (!good) process.stdout.write(report);
		await playground.stop();
	}
}
