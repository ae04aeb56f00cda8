import type { IDataObject, NodeApiError } from 'n8n-workflow';

import { ERROR_RULES } from '../../tools/engine/errorRules';
import { contractOf } from '../contracts';
import { allItems, ERROR_OUTPUT, runNode } from '../support/runs';
import { inBatchesOf } from '../support/sendCodes';
import { savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();
const send = contractOf('hyperVergeSendEmailOtp');
const parameters = { email: '={{ $json.to }}', additionalFields: { transactionId: 'journey-1' } };
const fail = (status: number, body: string, times = 1) =>
	simulator().inject({ provider: 'hyperverge', kind: 'body', status, body, times });

it('states the rule of the installed n8n-core for the error output', async () => {
	const items: IDataObject[] = [
		{ error: 'text' },
		{ error: { message: 'object' } },
		{ error: 'text', message: 'text' },
		{ error: 'text', message: '' },
		{ error: 'text', details: {} },
		{ error: 'text', message: 'text', details: {} },
		{ error: 'text', message: 'text', other: 1 },
		{ error: 'text', other: 1 },
		{ error: '', message: 'text' },
		{ error: null },
		{ message: 'text' },
		{},
	];
	const { run } = await runNode(send, { items, settings: { disabled: true }, startSettings: ERROR_OUTPUT });
	const [succeeded, faulted] = run.data.resultData.runData.Start[0].data?.main ?? [];
	expect(faulted?.map(({ json }) => json)).toEqual(items.filter((json) => ERROR_RULES.now({ json })));
	expect(succeeded?.map(({ json }) => json)).toEqual(items.filter((json) => !ERROR_RULES.now({ json })));
});

it.each([
	['a parameter', '', 'invalidParameter'],
	['the provider', 'jane@example.com', 'providerDown'],
])('keeps the fields of the input next to a fault of %s, but for an earlier error', async (_, to, fault) => {
	fail(503, 'down', 2);
	const input = { to, message: 'Welcome, Jane', details: { plan: 'gold' } };
	const items = [input, { ...input, error: { message: 'Wibmo did not answer', fault: 'noAnswer' } }];
	const { outputs } = await runNode(send, { parameters, items, settings: ERROR_OUTPUT });
	const told = { ...input, error: expect.objectContaining({ provider: 'hyperverge', fault }) as object };
	expect(outputs.Error.map(({ json }) => json)).toEqual([told, told]);
});

it.each([
	[
		'all that is known',
		send,
		[200, '{"status":"failure","statusCode":401,"message":"who?"}'] as const,
		{
			message: 'HyperVerge did not accept the credentials',
			description: expect.stringMatching(/^Nothing was sent\. .*"who\?"\.$/) as string,
			...{ fault: 'credentialsRefused', effect: 'none', provider: 'hyperverge', operation: 'sendEmailOtp' },
			...{ statusCode: '401', httpStatus: 200, reference: { transactionId: 'journey-1' } },
			recipient: 'j•••@example.com',
		},
	],
	[
		'no more than is known',
		contractOf('hyperVergeRetryEmailOtp'),
		[503, 'down'] as const,
		{
			message: 'HyperVerge is currently unavailable',
			description: expect.stringMatching(/^Delivery unknown: .* HTTP 503\.$/) as string,
			...{ fault: 'providerDown', effect: 'unknown', provider: 'hyperverge', operation: 'retryEmailOtp' },
			...{ statusCode: null, httpStatus: 503, recipient: null },
			reference: { requestId: 'req-1', transactionId: 'journey-1' },
		},
	],
])('tells of a fault %s', async (_what, contract, [status, body], told) => {
	fail(status, body);
	const items = [{ to: 'jane@example.com' }];
	const { outputs } = await runNode(contract, { parameters, items, settings: ERROR_OUTPUT });
	expect(outputs.Error[0].json.error).toEqual(told);
});

it.each([
	['the HTTP status and the item that met it', {}, '503', /^Delivery unknown/, 1],
	['no HTTP status where there was none', { baseUrl: 'http://127.0.0.1:1' }, null, /^Nothing was sent\./, 0],
])('stops with %s', async (_what, changes, httpCode, description, requests) => {
	fail(503, 'down');
	const execution = await runNode(send, {
		parameters: { ...parameters, options: inBatchesOf(1) },
		items: [{ to: 'one@example.com' }, { to: 'two@example.com' }],
		saved: { hyperVergeApi: { ...savedCredentials('hyperVergeApi').hyperVergeApi, ...changes } },
	});
	const error = execution.run.data.resultData.error as NodeApiError;
	expect(error).toMatchObject({ httpCode, context: { itemIndex: 0 } });
	expect(error.description).toMatch(description);
	expect(allItems(execution)).toEqual([]);
	expect(simulator().requests()).toHaveLength(requests);
});
