import type { INodeParameters, NodeApiError } from 'n8n-workflow';

import { execute } from '../../tools/engine';
import { contractOf } from '../contracts';
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

describe('A beneficiary check', () => {
	const { minimal } = contractOf('iServeUVerifyBeneficiary').samples;

	async function descriptionAfter(body: object) {
		simulator().inject({ provider: 'iserveu', kind: 'body', body: JSON.stringify(body) });
		const node = { type: 'iServeUVerifyBeneficiary', parameters: minimal.parameters };
		const { error } = await execute(node, [{}], savedCredentials('iServeUApi'));
		return error?.description;
	}

	it('tells what the answer itself shows to be wrong', async () => {
		expect(await descriptionAfter({ ResponseData: 'bm90IHJlYWRhYmxl' })).toContain(
			"the Base URL belongs to iServeU's encrypted API, which these nodes do not support",
		);
	});

	it.each([
		['whose steps at the gateway did not succeed', {}],
		['that names another reference', { externalRefNumber: 'ORDER000002' }],
	])('tells the transaction of an answer %s', async (_what, more) => {
		const body = { status: 'SUCCESS', statusCode: '0', parentTxnId: '887700000000000018', ...more };
		const description = await descriptionAfter(body);
		expect(description).toMatch(/Do not treat the user as verified/);
		expect(description).toContain('parentTxnId 887700000000000018');
	});
});

describe.each([200, 400])("Wibmo's refusal in the clear with HTTP %i", (status) => {
	const refusal = '{"responseCode":"1262","responseMessage":"CLIENT ID NOT PRESENT IN THE REQUEST"}';
	const answered = `Wibmo responded: HTTP ${status}, code 1262, "CLIENT ID NOT PRESENT IN THE REQUEST".`;

	async function errorAfter(path: string, type: string, parameters: INodeParameters) {
		simulator().inject({ provider: 'wibmo', path, kind: 'body', status, body: refusal });
		const { error } = await execute({ type, parameters }, [{}], savedCredentials('wibmoApi'));
		return { message: error?.message, description: error?.description };
	}

	it.each([
		['/api/v2/encrypt', 'wibmoEncryptPayload', { email: 'test@example.com' }, 'encrypted'],
		[
			'/api/v2/decrypt',
			'wibmoDecryptPayload',
			Object.fromEntries([['token', 'AAAAAAAAAAAAAAAAAAAAAA==']]),
			'decrypted',
		],
		['/api/v2/encrypt', 'wibmoSendEmailOtp', { email: 'test@example.com' }, 'sent'],
		['/sentOtpEmail', 'wibmoSendEmailOtp', { email: 'test@example.com' }, 'sent'],
	])(
		'from %s tells the builder of %s its code, and that nothing happened',
		async (path, type, fields, done) => {
			const { message, description } = await errorAfter(path, type, fields);
			expect(message).toBe('Wibmo did not accept the credentials');
			expect(description).toMatch(new RegExp(`^Nothing was ${done}\\.`));
			expect(description).toContain(answered);
			expect(simulator().inbox()).toEqual([]);
		},
	);

	it('from Decrypt tells the builder its code, and that a message may have gone out', async () => {
		const fields = { email: 'test@example.com' };
		const { message, description } = await errorAfter('/api/v2/decrypt', 'wibmoSendEmailOtp', fields);
		expect(message).toBe('The response from Wibmo could not be decrypted');
		expect(description).toMatch(/^Delivery unknown/);
		expect(description).toContain(answered);
		expect(simulator().inbox()).toHaveLength(1);
	});
});
