import { credentialCases } from './credential-tests/cases';
import { describeTest, heading } from './credential-tests/report';
import { startWebsite } from './credential-tests/website';
import { simulatorCredentials } from './credentials';
import { startPlayground } from './playground';
import { freePort } from './setup/free-port';
import { runMain } from './setup/run-main';

runMain(async (atEnd) => {
	const playground = await startPlayground();
	atEnd(() => playground.stop());
	const website = await startWebsite();
	atEnd(() => website.close());
	const { simulator, n8n } = playground;

	const right = simulatorCredentials(simulator.url);
	const nobody = `http://127.0.0.1:${await freePort()}`;
	const cases = credentialCases(right, website.url, nobody);
	let wrong = 0;
	process.stdout.write(heading());
	for (const one of cases) {
		// As in the editor, which saves a credential before it tests it.
		const credential = await n8n.rest.createCredential(one.type, one.about, one.data);
		const test = describeTest(one, await n8n.rest.testCredential(credential, one.data));
		process.stdout.write(test.text);
		if (!test.right) wrong++;
		await n8n.rest.deleteCredential(credential.id);
	}
	const messages = simulator.inbox().length;
	const verdict =
		wrong === 0 ? 'every one ended as it should' : `${wrong} did NOT end as they should`;
	process.stdout.write(
		`\n${cases.length} tests of ${Object.keys(right).length} types: ${verdict}. ` +
			`${messages === 0 ? 'Nothing was sent' : `${messages} messages WERE SENT`} to anybody.\n`,
	);
	return wrong === 0 && messages === 0 ? 0 : 1;
});
