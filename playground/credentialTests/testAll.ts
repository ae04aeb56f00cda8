import { freePort } from '../../tools/freePort';
import type { N8nWithSimulator } from '../../tools/n8n/withSimulator';
import { simulatorCredentials } from '../../tools/simulatorCredentials';
import { credentialCases } from './cases';
import { describeTest, HEADING } from './report';
import { saveAndTest } from './saveAndTest';
import { startWebsite } from './website';

/** The result of all tests of credentials. */
export interface AllTested {
	tests: number;
	/** How many ended otherwise than expected. */
	wrong: number;
	/** How many messages the tests sent. */
	messages: number;
}

/**
 * Presses *Test* on a right credential of each type, and on every wrong one.
 *
 * @param print is given the report, line by line
 * @param checksText see {@link describeTest}
 */
export async function testAll(
	{ n8n, simulator }: N8nWithSimulator,
	print: (text: string) => void,
	checksText = true,
): Promise<AllTested> {
	const website = await startWebsite();
	try {
		const sentBefore = simulator.inbox().length;
		const noServer = `http://127.0.0.1:${await freePort()}`;
		const cases = credentialCases(simulatorCredentials(simulator.url), website.url, noServer);
		let wrong = 0;
		print(HEADING);
		for (const one of cases) {
			const test = describeTest(one, await saveAndTest(one, n8n.rest), checksText);
			print(test.text);
			if (!test.right) wrong++;
		}
		return { tests: cases.length, wrong, messages: simulator.inbox().length - sentBefore };
	} finally {
		await website.close();
	}
}
