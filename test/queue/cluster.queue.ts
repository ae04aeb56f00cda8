import { API_KEY } from '../../playground/credentials';
import { hyperVergeRefuses } from '../../playground/demo/cases/faults';
import { importExamples, type ExampleWorkflow } from '../../playground/exampleWorkflows';
import { FormVisit } from '../../playground/formVisit';
import { addTo } from '../../tools/jest/totals';
import type { Execution } from '../../tools/n8n/restClient';
import { publish, resume, run, step, type Link } from '../../tools/n8n/workflows';
import { playExampleCases } from '../support/exampleCases';
import { afterWebhook, items, messagesTo, retry, SENT, sendNode, strike } from '../support/realSends';
import { JOURNEYS } from '../support/scenarios';
import { RETRY } from '../support/sendCodes';
import { wrong } from '../support/simulator';
import { addresses, expectOneEach, post, sideBySide, until, useCluster, workersOf } from './support/cluster';

const CALLS = 300;
const IN_FLIGHT = 20;
const DAY_SECONDS = 24 * 3600;
const FORM = 'onboarding-email-hyperverge';

const cluster = useCluster();
let examples: ExampleWorkflow[];

beforeAll(async () => {
	const { n8n, simulator } = cluster();
	// Some users wait by the simulator's clock only, and n8n would keep using an expired token.
	simulator.setTokenTtl(DAY_SECONDS);
	examples = await importExamples(n8n.rest, n8n.webhookUrl, { coolDownSeconds: 1 });
});

const codeFor = (email: string) =>
	cluster()
		.simulator.inbox()
		.filter(({ to }) => to === email)
		.at(-1)?.code ?? '';

it('Sends one message per execution while both workers fetch their first access token of Capillary', async () => {
	const { n8n, simulator } = cluster();
	const journey = JOURNEYS['capillaryValidateOtp as an API client'];
	const people = Array.from({ length: 40 }, (_, index) => journey.recipient(index));
	const node = sendNode(cluster(), 'Send', {}, journey);
	const { id } = await publish(cluster(), afterWebhook('capillary', [node]));
	await sideBySide(people, IN_FLIGHT, (to) => post(cluster(), 'capillary', { items: [{ to }] }));
	await until(async () => {
		const executions = await n8n.rest.listExecutions(id);
		return executions.filter(({ status }) => status === 'success').length === people.length;
	});
	expectOneEach(cluster(), people);
	const tokens = simulator.requests().filter(({ path }) => path.endsWith('/oauth/token/generate'));
	addTo('access tokens fetched by two workers on a cold start', tokens.length);
});

describe('The example workflows', () => {
	playExampleCases(() => ({ ...cluster(), examples }));
});

it(`Sends and verifies ${CALLS} codes side by side on both workers: one message each, and each on its branch`, async () => {
	const { n8n } = cluster();
	const people = addresses('side-by-side', CALLS);
	const headers = { [API_KEY.name]: API_KEY.value };
	const statuses = await sideBySide(people, IN_FLIGHT, async (email, index) => {
		const sent = await post(cluster(), 'otp/send', { email }, headers);
		const { requestId } = sent.data as { requestId?: string };
		const code = index % 2 === 0 ? codeFor(email) : wrong(codeFor(email));
		const verified = await post(cluster(), 'otp/verify', { requestId, code }, headers);
		return [sent.status, verified.status];
	});
	expect(statuses).toEqual(people.map((_, index) => [202, index % 2 === 0 ? 200 : 422]));
	expectOneEach(cluster(), people);
	const shares = n8n.workers.map(({ logs }) => logs().split('Worker finished execution').length - 1);
	expect(Math.min(...shares)).toBeGreaterThan(CALLS / 10);
});

it('The bulk send, with a list of three parts, sends one message each, and reports on every recipient', async () => {
	const { n8n, simulator } = cluster();
	const people = addresses('bulk', 25);
	const example = examples.find(({ key }) => key === 'bulk-send');
	if (example === undefined) throw new Error('There is no workflow bulk-send.json');
	const { nodes, connections, settings } = example.stored;
	const jsonOutput = JSON.stringify({ people: people.map((email) => ({ email })) });
	const stored = await n8n.rest.createWorkflow({
		name: 'Three parts',
		nodes: nodes.map((node) =>
			node.name === 'List' ? { ...node, parameters: { ...node.parameters, jsonOutput } } : node,
		),
		connections,
		settings,
	});
	const [refused, throttled, alsoThrottled, ...others] = people;
	const answers = [
		[refused, 400],
		[throttled, 429],
		[alsoThrottled, 429],
	] as const;
	for (const [recipient, status] of answers) {
		simulator.inject({ ...hyperVergeRefuses('/sendOTPEmail', status), recipient });
	}
	const id = await n8n.rest.runWorkflow(stored, 'By Hand');
	const { data } = await n8n.rest.finishedExecution(id, 600_000);
	const report = data.resultData.runData.Report.at(-1)?.data?.main[0]?.map(({ json }) => json);
	expect(report).toEqual([
		{ outcome: 'notSent', reason: 'invalidRequest', count_outcome: 1 },
		{ outcome: 'sent', reason: 'accepted', count_outcome: people.length - 1 },
	]);
	expectOneEach(cluster(), [throttled, alsoThrottled, ...others]);
});

describe('On another worker than the one that began,', () => {
	const [formUser] = addresses('form', 1);
	const waiters = addresses('wait', 1);
	const retried = addresses('retried', 5);
	let visit: FormVisit;
	let waiting: Execution;
	let failed: Execution;

	beforeAll(async () => {
		const [first, second] = cluster().n8n.workers;
		await second.end('SIGTERM');

		visit = await FormVisit.open(`${cluster().n8n.webhookUrl}/form/${FORM}`);
		await visit.submit({ Email: formUser });

		const wait = { typeVersion: 1.1, webhookId: 'waits' };
		const again = { email: "={{ $('Items').all()[$itemIndex].json.to }}" };
		const nodes = [
			sendNode(cluster(), 'First', RETRY),
			step('Wait', 'n8n-nodes-base.wait', { resume: 'webhook' }, wait),
			sendNode(cluster(), 'Second', { ...RETRY, parameters: again }),
		];
		const links: Link[] = [
			['First', SENT, 'Wait'],
			['Wait', 0, 'Second'],
		];
		({ execution: waiting } = await run(cluster(), afterWebhook('waits', nodes, links), items(waiters)));

		strike(cluster(), { kind: 'status', status: 401, recipient: retried[2] });
		const file = afterWebhook('retried', [sendNode(cluster(), 'Send', RETRY)]);
		({ execution: failed } = await run(cluster(), file, items(retried)));

		await second.start();
		await first.end('SIGTERM');
	});
	afterAll(async () => await cluster().n8n.workers[0].start());

	it('continues a form', async () => {
		await visit.submit({ Code: codeFor(formUser) });
		expect(visit.page.title).toBe('Thank you');
		expect(workersOf(cluster(), visit.executionId)).toEqual([0, 1]);
		expectOneEach(cluster(), [formUser]);
	});

	it('continues after a Wait, and only the node after it sends', async () => {
		expect([waiting.status, messagesTo(cluster(), waiters)]).toEqual(['waiting', [1]]);
		const resumed = await resume(cluster(), waiting);
		expect([resumed.status, workersOf(cluster(), resumed.id)]).toEqual(['success', [0, 1]]);
		expect(messagesTo(cluster(), waiters)).toEqual([2]);
	});

	it('sends in a retry from the list only to the recipient that the provider had refused, after Retry On Fail', async () => {
		expect([failed.status, messagesTo(cluster(), retried)]).toEqual(['error', [1, 1, 0, 1, 1]]);
		const { id, status } = await retry(cluster(), failed);
		expect([status, workersOf(cluster(), id)]).toEqual(['success', [1]]);
		expectOneEach(cluster(), retried);
	});
});
