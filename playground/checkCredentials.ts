import { freePort } from '../tools/freePort';
import { simulatorCredentials } from '../tools/simulatorCredentials';
import { credentialCases } from './credentialTests/cases';
import { describeTest, heading } from './credentialTests/report';
import { saveAndTest } from './credentialTests/saveAndTest';
import { startWebsite } from './credentialTests/website';
import { startPlayground } from './playground';
import { runMain } from './runMain';

runMain(async (atEnd) => {
	const playground = await startPlayground();
	atEnd(() => playground.stop());
	const website = await startWebsite();
	atEnd(() => website.close());
	const { simulator, n8n } = playground;

	const right = simulatorCredentials(simulator.url);
	const noServer = `http://127.0.0.1:${await freePort()}`;
	const cases = credentialCases(right, website.url, noServer);
	let wrong = 0;
	process.stdout.write(heading());
	for (const one of cases) {
		const test = describeTest(one, await saveAndTest(one, n8n.rest));
		process.stdout.write(test.text);
		if (!test.right) wrong++;
	}
	const messages = simulator.inbox().length;
	const verdict = wrong === 0 ? 'all ended as expected' : `${wrong} did NOT end as expected`;
	process.stdout.write(
		`\n${cases.length} tests of ${Object.keys(right).length} types: ${verdict}. ` +
			`${messages === 0 ? 'No message was sent' : `${messages} messages WERE SENT`}.\n`,
	);
	return wrong === 0 && messages === 0 ? 0 : 1;
});
