import { execute } from '../../tools/engine';
import { JOURNEYS } from '../support/scenarios';
import { inBatchesOf, RETRY, sendCodes } from '../support/sendCodes';
import { callsTo, messagesTo, savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();
const { HyperVerge } = JOURNEYS;

/** What the execution remembers of its nodes. */
const memoryOf = ({ run }: Awaited<ReturnType<typeof sendCodes>>) =>
	JSON.stringify(run.data.executionData?.contextData);

describe.each(Object.entries(JOURNEYS))('%s', (_name, journey) => {
	const { provider, credential, sendPath: path } = journey;
	const [one, two, three, four, five] = ['one', 'two', 'three', 'four', 'five'].map(journey.recipient);
	// Wibmo's operation sees only a token, which the simulator opens to look for the recipient.
	const breakFor = (recipient: string) =>
		simulator().inject({ provider, path, recipient, kind: 'status', status: 503 });

	it.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'meets a 401 once, whatever is retried, with On Error %s',
		async (onError) => {
			simulator().inject({ provider, path, kind: 'status', status: 401, times: Infinity });
			await sendCodes(journey, [one], { settings: { ...RETRY, onError } });
			expect(callsTo(path)).toBe(1);
		},
	);

	it('does not follow a redirect', async () => {
		const location = `${simulator().url}/hyperverge/v1/elsewhere`;
		simulator().inject({ provider, path, kind: 'redirect', status: 302, location, times: Infinity });
		const { error } = await sendCodes(journey, [one]);
		expect(callsTo('/elsewhere')).toBe(0);
		expect(callsTo(path)).toBe(1);
		expect(error?.message).toContain('redirect');
		expect(error?.description).toContain('Nothing was sent.');
	});

	it.each([1, 2, 10])(
		'sends every other recipient exactly one message when the third of five meets a 503 and the node is retried, with %i items per batch',
		async (batchSize) => {
			breakFor(three);
			const recipients = [one, two, three, four, five];
			const options = inBatchesOf(batchSize);
			const { status, error } = await sendCodes(journey, recipients, { options, settings: RETRY });
			expect(recipients.map(messagesTo)).toEqual([1, 1, 0, 1, 1]);
			expect(callsTo(path)).toBe(5);
			expect(status).toBe('error');
			expect(error?.description).toContain('Delivery unknown');
		},
	);

	it('does not send again when the answer was lost after the message had gone out', async () => {
		simulator().inject({ provider, path, kind: 'reset', afterProcessing: true });
		const { error } = await sendCodes(journey, [one], { settings: RETRY });
		expect(messagesTo(one)).toBe(1);
		expect(callsTo(path)).toBe(1);
		expect(error?.description).toContain('Delivery unknown');
	});

	it('does not send again when n8n runs the node again because its first item has an error', async () => {
		breakFor(one);
		const settings = { ...RETRY, onError: 'continueErrorOutput' as const };
		const { outputs } = await sendCodes(journey, [one, two, three], { settings });
		expect([one, two, three].map(messagesTo)).toEqual([0, 1, 1]);
		expect(outputs.Sent.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 2 }]);
		expect(outputs.Error).toHaveLength(1);
	});

	it('says that a send that could not reach the provider is safe to run again', async () => {
		const refusing = { ...savedCredentials(credential)[credential] };
		for (const key of ['baseUrl', 'customHost', 'operationsBaseUrl', 'cryptoBaseUrl']) {
			if (key in refusing) refusing[key] = 'http://127.0.0.1:9';
		}
		const { error } = await sendCodes(journey, [one], { settings: RETRY, saved: { [credential]: refusing } });
		expect(error?.message).toContain('could not be reached');
		expect(error?.description).toContain('safe to run it again');
	});

	it('stops starting items after a fault, and sends nothing more', async () => {
		breakFor(two);
		await sendCodes(journey, [one, two, three], { options: inBatchesOf(1) });
		expect([one, two, three].map(messagesTo)).toEqual([1, 0, 0]);
	});
});

it('does not say that nothing was sent when only the decryption of the answer could not be reached', async () => {
	const saved = savedCredentials('wibmoApi');
	const to = 'asha@example.com';
	const encrypted = await execute({ type: 'wibmoEncryptPayload', parameters: { email: to } }, [{}], saved);
	const { token } = encrypted.outputs['Output 0'][0].json;
	const parameters = { payload: 'encrypted', token: '={{ $json.token }}' };
	const { error } = await execute({ type: 'wibmoSendEmailOtp', parameters, settings: RETRY }, [{ token }], {
		wibmoApi: { ...saved.wibmoApi, cryptoBaseUrl: 'http://127.0.0.1:9' },
	});
	expect(messagesTo(to)).toBe(1);
	expect(error?.description).toContain('Delivery unknown');
	expect(error?.description).not.toContain('safe to run it again');
});

it('takes an item whose recipient has changed for another request, and sends it', async () => {
	simulator().inject({ provider: 'hyperverge', kind: 'status', status: 503 });
	const parameters = { email: '={{ "at-" + $now.toMillis() + "@example.com" }}' };
	const { outputs } = await execute(
		{ type: HyperVerge.send.type, parameters, settings: { ...RETRY, waitBetweenTries: 5 } },
		[{}],
		savedCredentials('hyperVergeApi'),
	);
	expect(callsTo(HyperVerge.sendPath)).toBe(2);
	expect(outputs.Sent).toHaveLength(1);
});

it('keeps no recipient and no code in what the execution remembers', async () => {
	const recipients = ['remembered-one', 'remembered-two'].map(HyperVerge.recipient);
	simulator().inject({ provider: 'hyperverge', recipient: recipients[1], kind: 'status', status: 503 });
	const memory = memoryOf(await sendCodes(HyperVerge, recipients));
	expect(memory).toContain('requestId');
	for (const recipient of recipients) expect(memory).not.toContain(recipient);
	for (const { code } of simulator().inbox()) expect(memory).not.toContain(`"${code}"`);
});

it.each([true, false])(
	'sends again in a loop, on purpose, and once in each run (Retry On Fail: %s)',
	async (retryOnFail) => {
		const { type } = HyperVerge.send;
		const parameters = { email: '={{ $json.to ?? "loop@example.com" }}' };
		await execute(
			{ type, parameters, settings: { ...RETRY, retryOnFail }, loop: 'Sent' },
			[{ to: 'loop@example.com' }],
			savedCredentials('hyperVergeApi'),
		);
		expect(messagesTo('loop@example.com')).toBe(2);
	},
);

it.each([true, false])(
	'forgets everything once the node has succeeded (Retry On Fail: %s)',
	async (retryOnFail) => {
		const settings = { ...RETRY, retryOnFail };
		expect(memoryOf(await sendCodes(HyperVerge, ['asha@example.com'], { settings }))).not.toContain(
			'requestId',
		);
	},
);

it('keeps what it remembers as long as n8n may run the node again for an error in its first item', async () => {
	const recipients = ['one', 'two'].map(HyperVerge.recipient);
	simulator().inject({ provider: 'hyperverge', recipient: recipients[0], kind: 'status', status: 503 });
	const settings = { ...RETRY, onError: 'continueErrorOutput' as const };
	expect(memoryOf(await sendCodes(HyperVerge, recipients, { settings }))).toContain('requestId');
});
