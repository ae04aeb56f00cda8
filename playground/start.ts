import { say } from '../tools/progress';
import { API_KEY, SUPERVISOR } from './credentials';
import { startPlayground, type Playground } from './playground';
import { runMain } from './runMain';

function summary({ n8n, simulator, examples }: Playground): string {
	const forms = examples.flatMap(({ stored, forms }) => forms.map(({ url }) => ({ name: stored.name, url })));
	const width = Math.max(...forms.map(({ name }) => name.length)) + 2;
	return [
		'',
		`Editor     ${n8n.url}`,
		`Sign in    ${n8n.login.email}   password   ${n8n.login.password}`,
		`Inbox      ${simulator.url}/inbox   (the codes that the simulated providers send)`,
		'',
		'Forms of the example workflows',
		...forms.map(({ name, url }) => `  ${name.padEnd(width)}${url}`),
		`  The supervisor of the help desk   ${SUPERVISOR.user}   password   ${SUPERVISOR.password}`,
		'',
		`API        ${n8n.webhookUrl}/webhook/otp/send   (header ${API_KEY.name}: ${API_KEY.value})`,
		'',
		'Nothing is saved: every start is a fresh one. Stop with Ctrl-C.',
		'',
	].join('\n');
}

/** `npm run dev`: a change of the source is seen in the editor without a restart. */
const isWatching = process.argv.includes('--watch');

/** `npm run start:queue`: n8n in queue mode. */
const isQueue = process.argv.includes('--queue');

runMain(async (atEnd) => {
	const playground = await startPlayground({ watch: isWatching, queue: isQueue });
	atEnd(async () => {
		say('Stopping …');
		await playground.stop();
	});
	process.stdout.write(summary(playground));
	return await new Promise<never>(() => {
		// The simulator keeps this process alive until a signal ends it.
	});
});
