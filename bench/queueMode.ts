import { setTimeout as sleep } from 'node:timers/promises';

import { runMain } from '../playground/runMain';
import { addresses, post, sideBySide, type Cluster } from '../test/queue/support/cluster';
import { afterWebhook, items, sendNode, strike } from '../test/support/realSends';
import { startCluster } from '../tools/n8n/queue';
import { addSimulator } from '../tools/n8n/withSimulator';
import { publish } from '../tools/n8n/workflows';
import { say } from '../tools/progress';
import { simulatorCredentials } from '../tools/simulatorCredentials';

const PATH = 'throughput';
const IN_FLIGHT = 20;
const ROUNDS = 3;
const SLOW = { seconds: 3, recipients: 150 };
const FAST = { seconds: 0, recipients: 300 };

let runs = 0;

/**
 * How long it takes until a message has gone out to each of so many recipients.
 *
 * @param one whether one execution sends to all, or each has an execution of its own
 * @returns milliseconds
 */
async function measure(cluster: Cluster, { seconds, recipients }: typeof SLOW, one = false): Promise<number> {
	const { simulator } = cluster;
	simulator.reset();
	strike(cluster, { kind: 'delay', seconds, times: Infinity });
	const people = items(addresses(`measured-${(runs += 1)}`, recipients));
	const calls = one ? [people] : people.map((person) => [person]);
	const startedAt = Date.now();
	await sideBySide(calls, IN_FLIGHT, (some) => post(cluster, PATH, { items: some }));
	while (simulator.inbox().length < recipients) await sleep(50);
	return Date.now() - startedAt;
}

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const row = (label: string, { recipients }: typeof SLOW, times: number[]) =>
	`| ${label} | ${Math.round((recipients * 60_000) / median(times))} |\n`;

const ratios = (slower: number[], faster: number[]) =>
	slower.map((time, round) => (time / faster[round]).toFixed(1)).join(', ');

runMain(async (atEnd) => {
	const running = await addSimulator(await startCluster({ nodes: 'dist' }));
	atEnd(() => running.stop());
	const { n8n, simulator } = running;
	const credentials = await n8n.rest.createCredentials(simulatorCredentials(simulator.url));
	const cluster = { ...running, credentials };
	await publish(cluster, afterWebhook(PATH, [sendNode(cluster, 'Send')]));
	await measure(cluster, { seconds: 0, recipients: 20 });

	const [, second] = n8n.workers;
	const [oneWorker, twoWorkers, small, large]: number[][] = [[], [], [], []];
	for (let round = 1; round <= ROUNDS; round++) {
		twoWorkers.push(await measure(cluster, SLOW));
		small.push(await measure(cluster, FAST));
		large.push(await measure(cluster, FAST, true));
		await second.end('SIGTERM');
		oneWorker.push(await measure(cluster, SLOW));
		await second.start();
		say(`Round ${round} of ${ROUNDS}: done`);
	}
	process.stdout.write(
		'\n| Executions | Messages a minute |\n|---|---|\n' +
			row(`${SLOW.recipients} of one message, provider of ${SLOW.seconds} s, one worker`, SLOW, oneWorker) +
			row(`${SLOW.recipients} of one message, provider of ${SLOW.seconds} s, two workers`, SLOW, twoWorkers) +
			row(`${FAST.recipients} of one message, fast provider, two workers`, FAST, small) +
			row(`one of ${FAST.recipients} messages, fast provider, two workers`, FAST, large) +
			`\nTwo workers against one: ${ratios(oneWorker, twoWorkers)}\n` +
			`One large execution against many small ones: ${ratios(small, large)}\n`,
	);
	return 0;
});
