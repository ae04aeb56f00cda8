import { JOURNEYS } from '../support/scenarios';
import { inBatchesOf, RETRY, sendCodes } from '../support/sendCodes';
import { callsTo, messagesTo, useSimulator } from '../support/simulator';

const simulator = useSimulator();

describe.each(Object.entries(JOURNEYS))('%s', (_name, journey) => {
	const { provider, sendPath: path } = journey;
	const recipients = [1, 2, 3, 4, 5].map(journey.recipient);
	// Wibmo's operation sees only a token, which the simulator opens to look for the recipient.
	const breakFor = (recipient: string) =>
		simulator().inject({ provider, path, recipient, kind: 'status', status: 503 });

	it.each([1, 2, 10])(
		'sends every other recipient exactly one message when the third of five meets a 503 and the node is retried, with %i items per batch',
		async (batchSize) => {
			breakFor(recipients[2]);
			const options = inBatchesOf(batchSize);
			const { status, error } = await sendCodes(journey, recipients, { options, settings: RETRY });
			expect(recipients.map(messagesTo)).toEqual([1, 1, 0, 1, 1]);
			expect(callsTo(path)).toBe(5);
			expect(status).toBe('error');
			expect(error?.description).toContain('Delivery unknown');
		},
	);

	it('does not send again when n8n runs the node again because its first item has an error', async () => {
		breakFor(recipients[0]);
		const settings = { ...RETRY, onError: 'continueErrorOutput' as const };
		const { outputs } = await sendCodes(journey, recipients, { settings });
		expect(recipients.map(messagesTo)).toEqual([0, 1, 1, 1, 1]);
		expect(outputs.Sent.map(({ pairedItem }) => pairedItem)).toEqual([1, 2, 3, 4].map((item) => ({ item })));
		expect(outputs.Error).toHaveLength(1);
	});
});

/** What the execution of a node remembers after it has sent to two people, and whom it sent to. */
async function memoryAfter(settings: object, broken?: 0 | 1) {
	const recipients = [1, 2].map(JOURNEYS.hyperVergeVerifyEmailOtp.recipient);
	if (broken !== undefined)
		simulator().inject({
			provider: 'hyperverge',
			recipient: recipients[broken],
			kind: 'status',
			status: 503,
		});
	const { run } = await sendCodes(JOURNEYS.hyperVergeVerifyEmailOtp, recipients, { settings });
	return { memory: JSON.stringify(run.data.executionData?.contextData), recipients };
}

it.each([
	['when it stops, but neither a recipient nor a code', {}, 1],
	['as long as n8n may run the node again', { ...RETRY, onError: 'continueErrorOutput' }, 0],
	['nothing once it has succeeded, with Retry On Fail', RETRY, undefined],
	['nothing once it has succeeded, without Retry On Fail', {}, undefined],
] as const)('remembers %s', async (_what, settings, broken) => {
	const { memory, recipients } = await memoryAfter(settings, broken);
	expect(memory?.includes('requestId')).toBe(broken !== undefined);
	for (const recipient of recipients) expect(memory).not.toContain(recipient);
	for (const { code } of simulator().inbox()) expect(memory).not.toContain(`"${code}"`);
});
