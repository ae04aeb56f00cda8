import type { INode } from 'n8n-workflow';

import { execute } from '../../tools/engine';
import { JOURNEYS, type Journey } from '../support/scenarios';
import { savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();

const RETRY: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

function messagesTo(recipient: string): number {
	return simulator()
		.inbox()
		.filter(({ to }) => to === recipient).length;
}

function callsTo(path: string): number {
	return simulator()
		.requests()
		.filter((request) => request.path.endsWith(path)).length;
}

async function send(journey: Journey, recipients: string[], settings: Partial<INode> = {}) {
	const items = recipients.map((to) => ({ to }));
	return await execute({ ...journey.send, settings }, items, savedCredentials(journey.credential));
}

describe.each(Object.entries(JOURNEYS))('%s', (_name, journey) => {
	const { provider, sendPath: path } = journey;

	it.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'meets a 401 once, whatever is retried, with On Error %s',
		async (onError) => {
			simulator().inject({ provider, path, kind: 'status', status: 401, times: Infinity });
			await send(journey, [journey.recipient('asha')], { ...RETRY, onError });
			expect(callsTo(path)).toBe(1);
		},
	);

	it('does not follow a redirect', async () => {
		simulator().inject({
			provider,
			path,
			kind: 'redirect',
			status: 302,
			location: `${simulator().url}/hyperverge/v1/elsewhere`,
			times: Infinity,
		});
		const { error } = await send(journey, [journey.recipient('asha')]);
		expect(callsTo('/elsewhere')).toBe(0);
		expect(callsTo(path)).toBe(1);
		expect(error?.message).toContain('redirect');
		expect(error?.description).toContain('Nothing was sent.');
	});

	it.each([1, 2, 10])(
		'sends every other recipient exactly one message when the third of five meets a 503 and the node is retried, with %i items per batch',
		async (batchSize) => {
			const people = ['one', 'two', 'third', 'four', 'five'].map(journey.recipient);
			const items = people.map((to) => ({ to }));
			// Wibmo's operation sees only a token, which the simulator opens to look for the recipient.
			simulator().inject({ provider, path, recipient: people[2], kind: 'status', status: 503 });
			const { status, error } = await execute(
				{
					...journey.send,
					parameters: { ...journey.send.parameters, options: { batching: { batch: { batchSize } } } },
					settings: RETRY,
				},
				items,
				savedCredentials(journey.credential),
			);
			expect(people.map(messagesTo)).toEqual([1, 1, 0, 1, 1]);
			expect(callsTo(path)).toBe(5);
			expect(status).toBe('error');
			expect(error?.description).toContain('Delivery unknown');
		},
	);

	it('does not send again when the answer was lost after the message had gone out', async () => {
		const to = journey.recipient('asha');
		simulator().inject({ provider, path, kind: 'reset', afterProcessing: true });
		const { error } = await send(journey, [to], RETRY);
		expect(messagesTo(to)).toBe(1);
		expect(callsTo(path)).toBe(1);
		expect(error?.description).toContain('Delivery unknown');
	});

	it('does not send again when n8n runs the node again because its first item has an error', async () => {
		const people = ['one', 'two', 'three'].map(journey.recipient);
		simulator().inject({ provider, path, recipient: people[0], kind: 'status', status: 503 });
		const { outputs } = await send(journey, people, { ...RETRY, onError: 'continueErrorOutput' });
		expect(people.map(messagesTo)).toEqual([0, 1, 1]);
		expect(outputs.Sent.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 2 }]);
		expect(outputs.Error).toHaveLength(1);
	});

	it('sends after all when the first try could not reach the provider', async () => {
		const saved = savedCredentials(journey.credential);
		const refusing = { ...saved[journey.credential] };
		for (const key of ['baseUrl', 'customHost', 'operationsBaseUrl', 'cryptoBaseUrl']) {
			if (key in refusing) refusing[key] = 'http://127.0.0.1:9';
		}
		const { error } = await execute(
			{ ...journey.send, settings: RETRY },
			[{ to: journey.recipient('asha') }],
			{ [journey.credential]: refusing },
		);
		expect(error?.message).toContain('could not be reached');
		expect(error?.description).toContain('safe to run it again');
	});

	it('stops starting items after a fault, and sends nothing more', async () => {
		const people = ['one', 'two', 'three'].map(journey.recipient);
		simulator().inject({ provider, path, recipient: people[1], kind: 'status', status: 503 });
		await execute(
			{
				...journey.send,
				parameters: { ...journey.send.parameters, options: { batching: { batch: { batchSize: 1 } } } },
			},
			people.map((to) => ({ to })),
			savedCredentials(journey.credential),
		);
		expect(people.map(messagesTo)).toEqual([1, 0, 0]);
	});
});

it('does not say that nothing was sent when only the decryption of the answer could not be reached', async () => {
	const saved = savedCredentials('wibmoApi');
	const to = 'asha@example.com';
	const encrypted = await execute({ type: 'wibmoEncryptPayload', parameters: { email: to } }, [{}], saved);
	const { token } = encrypted.outputs['Output 0'][0].json;
	const { error } = await execute(
		{
			type: 'wibmoSendEmailOtp',
			parameters: { payload: 'encrypted', token: '={{ $json.token }}' },
			settings: RETRY,
		},
		[{ token }],
		{ wibmoApi: { ...saved.wibmoApi, cryptoBaseUrl: 'http://127.0.0.1:9' } },
	);
	expect(messagesTo(to)).toBe(1);
	expect(error?.description).toContain('Delivery unknown');
	expect(error?.description).not.toContain('safe to run it again');
});

it('takes an item whose recipient has changed for another request, and sends it', async () => {
	const journey = JOURNEYS.HyperVerge;
	simulator().inject({ provider: 'hyperverge', kind: 'status', status: 503 });
	const { outputs } = await execute(
		{
			type: journey.send.type,
			parameters: { email: '={{ "at-" + $now.toMillis() + "@example.com" }}' },
			settings: { ...RETRY, waitBetweenTries: 5 },
		},
		[{}],
		savedCredentials(journey.credential),
	);
	expect(callsTo(journey.sendPath)).toBe(2);
	expect(outputs.Sent).toHaveLength(1);
});

it('keeps no recipient and no code in what the execution remembers', async () => {
	const journey = JOURNEYS.HyperVerge;
	const people = ['remembered-one', 'remembered-two'].map(journey.recipient);
	simulator().inject({ provider: 'hyperverge', recipient: people[1], kind: 'status', status: 503 });
	const { run } = await send(journey, people);
	const memory = JSON.stringify(run.data.executionData?.contextData);
	expect(memory).toContain('requestId');
	for (const person of people) expect(memory).not.toContain(person);
	for (const { code } of simulator().inbox()) expect(memory).not.toContain(`"${code}"`);
});

it.each([true, false])(
	'sends again in a loop, on purpose, and once in each run (Retry On Fail: %s)',
	async (retryOnFail) => {
		const journey = JOURNEYS.HyperVerge;
		const parameters = { ...journey.send.parameters, email: '={{ $json.to ?? "loop@example.com" }}' };
		await execute(
			{ type: journey.send.type, parameters, settings: { ...RETRY, retryOnFail }, loop: 'Sent' },
			[{ to: 'loop@example.com' }],
			savedCredentials(journey.credential),
		);
		expect(messagesTo('loop@example.com')).toBe(2);
	},
);

it.each([true, false])(
	'forgets everything once the node has succeeded (Retry On Fail: %s)',
	async (retryOnFail) => {
		const to = JOURNEYS.HyperVerge.recipient('asha');
		const { run } = await send(JOURNEYS.HyperVerge, [to], { ...RETRY, retryOnFail });
		expect(JSON.stringify(run.data.executionData?.contextData)).not.toContain('requestId');
	},
);

it('keeps what it remembers as long as n8n may run the node again for an error in its first item', async () => {
	const people = ['one', 'two'].map(JOURNEYS.HyperVerge.recipient);
	simulator().inject({ provider: 'hyperverge', recipient: people[0], kind: 'status', status: 503 });
	const { run } = await send(JOURNEYS.HyperVerge, people, { ...RETRY, onError: 'continueErrorOutput' });
	expect(JSON.stringify(run.data.executionData?.contextData)).toContain('requestId');
});
