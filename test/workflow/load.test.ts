import type { FaultKind } from '../../simulator/types';
import { execute } from '../support/engine';
import { JOURNEYS } from '../support/scenarios';
import { savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();

const COUNT = 400;
const FAULTS: Array<{ kind: FaultKind; status?: number }> = [
	{ kind: 'status', status: 503 },
	{ kind: 'reset' },
	{ kind: 'halfJson' },
	{ kind: 'html', status: 502 },
	{ kind: 'empty' },
];

/** One recipient in twenty meets a fault, of one kind after the other. */
function faultOf(index: number): (typeof FAULTS)[number] | undefined {
	return index % 20 === 7 ? FAULTS[Math.floor(index / 20) % FAULTS.length] : undefined;
}

it.each(['HyperVerge', 'Wibmo', 'Capillary with a till', 'Capillary with an API client'])(
	'%s: keeps order, pairing and counts over many items of which some fault, and loses none',
	async (name) => {
		const journey = JOURNEYS[name];
		const people = Array.from({ length: COUNT }, (_, index) => `person-${index}-of-many@example.com`);
		people.forEach((recipient, index) => {
			const fault = faultOf(index);
			if (fault !== undefined) simulator().inject({ path: journey.sendPath, recipient, ...fault });
		});
		const { outputs } = await execute(
			{
				...journey.send,
				settings: { onError: 'continueErrorOutput', retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
			},
			people.map((to) => ({ to })),
			savedCredentials(journey.credential),
		);

		const faulted = people.map((_, index) => index).filter((index) => faultOf(index) !== undefined);
		const fine = people.map((_, index) => index).filter((index) => faultOf(index) === undefined);
		expect(outputs.Sent.map(({ pairedItem }) => (pairedItem as { item: number }).item)).toEqual(fine);
		expect(outputs.Error.map(({ json }) => json.to)).toEqual(faulted.map((index) => people[index]));
		expect(outputs['Not Sent'].length + outputs.Throttled.length).toBe(0);

		const inbox = simulator()
			.inbox()
			.map(({ to }) => to);
		expect(new Set(inbox).size).toBe(inbox.length);
		expect([...inbox].sort()).toEqual(fine.map((index) => people[index]).sort());
	},
);

it('keeps executions that run side by side with different credentials apart', async () => {
	const journey = JOURNEYS.HyperVerge;
	const runs = Array.from({ length: 25 }, (_, run) => {
		const { baseUrl, appKey, appId } = savedCredentials('hyperVergeApi').hyperVergeApi;
		const isRefused = run % 5 === 0;
		const saved = { hyperVergeApi: { baseUrl, appId, appKey: isRefused ? `refused-${run}` : appKey } };
		return { to: `run-${run}@example.com`, isRefused, saved };
	});
	const executions = await Promise.all(
		runs.map(async ({ to, saved }) => await execute(journey.send, [{ to }, { to: `second-${to}` }], saved)),
	);
	executions.forEach(({ status, outputs }, run) => {
		const { isRefused } = runs[run];
		expect(status).toBe(isRefused ? 'error' : 'success');
		expect(outputs.Sent).toHaveLength(isRefused ? 0 : 2);
	});
	expect(simulator().inbox()).toHaveLength(40);
	expect(
		simulator()
			.inbox()
			.every(({ to }) => runs.some((run) => !run.isRefused && to.endsWith(run.to))),
	).toBe(true);
});
