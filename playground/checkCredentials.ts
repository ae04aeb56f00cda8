import { testAll } from './credentialTests/testAll';
import { startPlayground } from './playground';
import { runMain } from './runMain';

runMain(async (atEnd) => {
	const playground = await startPlayground();
	atEnd(() => playground.stop());
	const { tests, wrong, messages } = await testAll(playground, (text) => process.stdout.write(text));
	const verdict = wrong === 0 ? 'all ended as expected' : `${wrong} did NOT end as expected`;
	process.stdout.write(
		`\n${tests} tests: ${verdict}. ` +
			`${messages === 0 ? 'No message was sent' : `${messages} messages WERE SENT`}.\n`,
	);
	return wrong === 0 && messages === 0 ? 0 : 1;
});
