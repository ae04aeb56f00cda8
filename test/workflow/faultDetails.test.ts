import type { NodeApiError } from 'n8n-workflow';

import { execute } from '../../tools/engine';
import { inBatchesOf } from '../support/sendCodes';
import { savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();
const additionalFields = { transactionId: 'journey-1' };
const SEND = { type: 'hyperVergeSendEmailOtp', parameters: { email: '={{ $json.to }}', additionalFields } };
const RETRY = { type: 'hyperVergeRetryEmailOtp', parameters: { requestId: 'req-1', additionalFields } };

it.each([
	[
		'all that is known',
		SEND,
		{ status: 200, body: '{"status":"failure","statusCode":401,"message":"who?"}' },
		{
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
		},
	],
	[
		'no more than is known',
		RETRY,
		{ status: 503, body: 'down' },
		{
			message: 'HyperVerge is currently unavailable',
			description: expect.stringMatching(/^Delivery unknown: .* HTTP 503\.$/) as string,
			fault: 'providerDown',
			effect: 'unknown',
			provider: 'hyperverge',
			operation: 'retryEmailOtp',
			statusCode: null,
			httpStatus: 503,
			reference: { requestId: 'req-1', transactionId: 'journey-1' },
			recipient: null,
		},
	],
])('tells of a fault %s', async (_what, node, answer, told) => {
	simulator().inject({ provider: 'hyperverge', kind: 'body', ...answer });
	const settings = { onError: 'continueErrorOutput' as const };
	const saved = savedCredentials('hyperVergeApi');
	const { outputs } = await execute({ ...node, settings }, [{ to: 'jane@example.com' }], saved);
	expect(outputs.Error[0].json.error).toEqual(told);
});

it.each([
	['the HTTP status and the item that met it', {}, '503', /^Delivery unknown/, 1],
	['no HTTP status where there was none', { baseUrl: 'http://127.0.0.1:1' }, null, /^Nothing was sent\./, 0],
])('stops with %s', async (_what, changes, httpCode, description, requests) => {
	simulator().inject({ provider: 'hyperverge', kind: 'body', status: 503, body: 'down' });
	const node = { ...SEND, parameters: { ...SEND.parameters, options: inBatchesOf(1) } };
	const items = [{ to: 'one@example.com' }, { to: 'two@example.com' }];
	const { run, outputs } = await execute(node, items, {
		hyperVergeApi: { ...savedCredentials('hyperVergeApi').hyperVergeApi, ...changes },
	});
	const error = run.data.resultData.error as NodeApiError;
	expect(error).toMatchObject({ httpCode, context: { itemIndex: 0 } });
	expect(error.description).toMatch(description);
	expect(Object.values(outputs).flat()).toEqual([]);
	expect(simulator().requests()).toHaveLength(requests);
});
