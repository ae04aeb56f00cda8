import { startPlayground, type Playground } from './playground';
import { say } from './setup/progress';
import { runMain } from './setup/run-main';

function summary({ n8n, simulator, examples }: Playground): string {
	const width = Math.max(...examples.map(({ stored }) => stored.name.length)) + 2;
	return [
		'',
		`Editor     ${n8n.url}`,
		`Sign in    ${n8n.login.email}   password   ${n8n.login.password}`,
		`Inbox      ${simulator.url}/inbox   (the codes that the simulated providers send)`,
		'',
		'Forms of the example workflows',
		...examples.map(({ stored, formUrl }) => `  ${stored.name.padEnd(width)}${formUrl}`),
		'',
		'Nothing is kept: the next start is a fresh one. Stop with Ctrl-C.',
		'',
	].join('\n');
}

runMain(async (atEnd) => {
	const playground = await startPlayground();
	atEnd(async () => {
		say('Stopping …');
		await playground.stop();
	});
	process.stdout.write(summary(playground));
	return await new Promise<never>(() => {
		// The simulator keeps this process alive until a signal ends it.
	});
});
