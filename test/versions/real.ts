import { testAll } from '../../playground/credentialTests/testAll';
import { playAll } from '../../playground/demo/playAll';
import { startPlayground } from '../../playground/playground';
import { NEWEST } from '../../tools/n8n/versions';

const COOL_DOWN_SECONDS = 1;

/**
 * Starts a real n8n with the packed package, presses *Test* on right and wrong credentials, and plays the
 * example workflows. Prints what goes wrong, and one line.
 *
 * @returns whether all went as expected
 */
export async function testReal(version: string): Promise<boolean> {
	let report = '';
	const print = (text: string) => (report += text);
	const playground = await startPlayground({ version, coolDownSeconds: COOL_DOWN_SECONDS });
	try {
		const { tests, wrong, messages } = await testAll(playground, print, version === NEWEST);
		const { passages, astray } = await playAll(playground, print);
		const good = wrong + messages + astray === 0;
		process.stdout.write(
			`${good ? '' : report}n8n ${version}: ${tests} credential tests, ${wrong} wrong, ${messages} messages sent; ` +
				`${passages.length} items through ${playground.examples.length} workflows, ${astray} astray\n`,
		);
		return good;
	} finally {
		await playground.stop();
	}
}
