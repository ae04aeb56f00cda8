import { execute } from '../support/engine';
import { JOURNEYS } from '../support/scenarios';
import { savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();
const journey = JOURNEYS['Capillary with an API client'];

function callsTo(path: string): number {
	return simulator()
		.requests()
		.filter((request) => request.path.endsWith(path)).length;
}

const people = (...names: string[]) => names.map((name) => ({ to: journey.recipient(name) }));

it('fetches one access token for many items that run side by side', async () => {
	const saved = savedCredentials('capillaryClientApi');
	const { outputs } = await execute(journey.send, people('one', 'two', 'three', 'four', 'five'), saved);
	expect(outputs.Sent).toHaveLength(5);
	expect(callsTo('/token/generate')).toBe(1);
});

it('uses the stored token in the next execution', async () => {
	const saved = savedCredentials('capillaryClientApi');
	await execute(journey.send, people('one'), saved);
	await execute(journey.send, people('two'), saved);
	expect(callsTo('/token/generate')).toBe(1);
	expect(simulator().inbox()).toHaveLength(2);
});

it('renews a token before it ends, so that no code is sent with a stale one', async () => {
	simulator().setTokenTtl(5);
	const saved = savedCredentials('capillaryClientApi');
	await execute(journey.send, people('one'), saved);
	await execute(journey.send, people('two'), saved);
	expect(callsTo('/token/generate')).toBe(2);
	expect(simulator().inbox()).toHaveLength(2);
});

it('meets the refusal of a withdrawn token once, says so, and sends nothing', async () => {
	const saved = savedCredentials('capillaryClientApi');
	await execute(journey.send, people('one'), saved);
	simulator().revokeTokens();
	const { error } = await execute(journey.send, people('two'), saved);
	expect(error?.message).toBe('Capillary did not accept the credentials');
	expect(callsTo('/v2/otp/generate')).toBe(2);
	expect(simulator().inbox()).toHaveLength(1);
});

it('fetches a new token for the items after one that met a withdrawn token', async () => {
	const saved = savedCredentials('capillaryClientApi');
	await execute(journey.send, people('one'), saved);
	simulator().revokeTokens();
	const { outputs } = await execute(
		{
			...journey.send,
			parameters: { ...journey.send.parameters, options: { batching: { batch: { batchSize: 1 } } } },
			settings: { onError: 'continueErrorOutput' },
		},
		people('two', 'three', 'four'),
		saved,
	);
	expect(outputs.Error).toHaveLength(1);
	expect(outputs.Sent).toHaveLength(2);
	expect(callsTo('/token/generate')).toBe(2);
});

it('sends nothing when the key and secret are refused', async () => {
	const saved = savedCredentials('capillaryClientApi');
	Object.assign(saved.capillaryClientApi, { secret: 'wrong' });
	const { error } = await execute(journey.send, people('one'), saved);
	expect(error?.message).toBe('Capillary did not accept the credentials');
	expect(error?.description).toContain('Nothing was sent.');
	expect(callsTo('/v2/otp/generate')).toBe(0);
});

it('may send again in a retry when only the token could not be had', async () => {
	simulator().inject({ provider: 'capillary', path: '/token/generate', kind: 'status', status: 503 });
	const { outputs } = await execute(
		{ ...journey.send, settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 } },
		people('one'),
		savedCredentials('capillaryClientApi'),
	);
	expect(outputs.Sent).toHaveLength(1);
	expect(simulator().inbox()).toHaveLength(1);
});
