import type { NodeApiError } from 'n8n-workflow';

import { execute } from '../../tools/engine';
import { savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();
const additionalFields = { transactionId: 'journey-1' };
const SEND = { type: 'hyperVergeSendEmailOtp', parameters: { email: '={{ $json.to }}', additionalFields } };
const RETRY = { type: 'hyperVergeRetryEmailOtp', parameters: { requestId: 'req-1', additionalFields } };

/** The same answer for every request. */
function answerAll(status: number, body: string): void {
	for (let time = 0; time < 3; time += 1)
		simulator().inject({ provider: 'hyperverge', kind: 'body', status, body });
}

async function faulted(node: typeof SEND | typeof RETRY) {
	const settings = { onError: 'continueErrorOutput' as const };
	const { outputs } = await execute(
		{ ...node, settings },
		[{ to: 'jane@example.com' }],
		savedCredentials('hyperVergeApi'),
	);
	return outputs.Error[0].json.error;
}

it('tells of a fault all that is known', async () => {
	answerAll(200, '{"status":"failure","statusCode":401,"message":"who?"}');
	expect(await faulted(SEND)).toEqual({
		message: 'HyperVerge did not accept the credentials',
		description: expect.stringMatching(/^Nothing was sent\. .*"who\?"\.$/) as string,
		fault: 'credentialsRefused',
		effect: 'none',
		provider: 'hyperverge',
		operation: 'sendEmailOtp',
		statusCode: '401',
		httpStatus: 200,
		reference: { transactionId: 'journey-1' },
		recipient: 'j•••@example.com',
	});
});

it('tells of a fault no more than is known', async () => {
	answerAll(503, 'down');
	expect(await faulted(RETRY)).toEqual({
		message: 'HyperVerge is not working properly at the moment',
		description: expect.stringMatching(/^Delivery unknown: .* HTTP 503\.$/) as string,
		fault: 'providerDown',
		effect: 'unknown',
		provider: 'hyperverge',
		operation: 'retryEmailOtp',
		statusCode: null,
		httpStatus: 503,
		reference: { requestId: 'req-1', transactionId: 'journey-1' },
		recipient: null,
	});
});

it('stops with the HTTP status and the item that met it', async () => {
	simulator().inject({ provider: 'hyperverge', kind: 'body', status: 503, body: 'down' });
	const parameters = { ...SEND.parameters, options: { batching: { batch: { batchSize: 1 } } } };
	const items = [{ to: 'one@example.com' }, { to: 'two@example.com' }];
	const { run, outputs } = await execute({ ...SEND, parameters }, items, savedCredentials('hyperVergeApi'));
	const error = run.data.resultData.error as NodeApiError;
	expect(error.httpCode).toBe('503');
	expect(error.context).toMatchObject({ itemIndex: 0 });
	expect(error.description).toMatch(/^Delivery unknown/);
	expect(Object.values(outputs).flat()).toEqual([]);
	expect(simulator().requests()).toHaveLength(1);
});

it('stops without an HTTP status where there was none', async () => {
	const saved = savedCredentials('hyperVergeApi');
	Object.assign(saved.hyperVergeApi, { baseUrl: 'http://127.0.0.1:1' });
	const { run } = await execute(SEND, [{ to: 'one@example.com' }], saved);
	const error = run.data.resultData.error as NodeApiError;
	expect(error.httpCode).toBeNull();
	expect(error.description).toMatch(/^Nothing was sent\./);
});
