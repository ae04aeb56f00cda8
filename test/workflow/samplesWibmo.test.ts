import type { INodeParameters, NodeApiError } from 'n8n-workflow';

import { requestDateTime } from '../../nodes/wibmo/payloads';
import { SIMULATOR_ACCOUNTS } from '../../simulator';
import { execute } from '../../tools/engine';
import { JSON_HEADERS, ownHeaders, requestsOf } from '../support/samples';
import { savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();
const SEALED = 'AAAAAAAAAAAAAAAAAAAAAA==';

describe('Wibmo', () => {
	const { apiKey, clientId, bankId, entityId, secureCode, consumerId } = SIMULATOR_ACCOUNTS.wibmo;
	const cryptoHeaders = { ...JSON_HEADERS, 'x-api-key': apiKey };
	const operationHeaders = {
		...cryptoHeaders,
		clientId,
		bankId,
		entityId,
		secureCode,
		'X-Consumer-Custom-ID': consumerId,
	};
	const time = expect.stringMatching(/^20[0-9]{12}$/) as string;

	it('writes the time as the documentation does, in Indian time', () => {
		expect(requestDateTime(Date.UTC(2022, 3, 28, 10, 30, 40), 'ist')).toBe('20220428160040');
		expect(requestDateTime(Date.UTC(2022, 3, 28, 16, 0, 40), 'utc')).toBe('20220428160040');
	});

	it.each([
		[
			'2080',
			{
				email: 'test@example.com',
				productId: 1,
				additionalFields: { clientTxnId: 'MobileOTsVdz65wadKe3RG124', skipCustomerValidation: true },
			},
			{
				messageCode: 2080,
				clientTxnId: 'MobileOTsVdz65wadKe3RG124',
				requestDateTime: time,
				email: 'test@example.com',
				productId: 1,
				otp_generation_type: '0',
				emailVerifySkipFlag: true,
			},
		],
		[
			'1940',
			{
				mobileNumber: '919999900000',
				productId: 1,
				additionalFields: { clientTxnId: 'TXN0000000001', skipCustomerValidation: true },
			},
			{
				messageCode: 1940,
				clientTxnId: 'TXN0000000001',
				requestDateTime: time,
				cardHolderMobileNumber: '919999900000',
				productId: 1,
				otp_generation_type: '0',
				smsVerifySkipFlag: true,
			},
		],
		[
			'2090',
			{ email: 'test@example.com', otp: '831676', additionalFields: { clientTxnId: 'MAILSENTOTPTEST53' } },
			{
				messageCode: '2090',
				clientTxnId: 'MAILSENTOTPTEST53',
				requestDateTime: time,
				emailId: 'test@example.com',
				otp: '831676',
			},
		],
		[
			'1960',
			{
				mobileNumber: '919999900001',
				otp: '721129',
				additionalFields: { clientTxnId: 'todayvra4ramo22221125' },
			},
			{
				messageCode: '1960',
				clientTxnId: 'todayvra4ramo22221125',
				requestDateTime: time,
				mobileNumber: '919999900001',
				otp: '721129',
			},
		],
	])('encrypts exactly the fields of message code %s', async (messageCode, fields, body) => {
		const [request] = await requestsOf(
			simulator(),
			'wibmoEncryptPayload',
			{ messageCode, ...fields },
			'wibmoApi',
		);
		expect(request).toMatchObject({ method: 'POST', path: '/api/v2/encrypt' });
		expect(request.body).toEqual(body);
		expect(ownHeaders(request)).toEqual(cryptoHeaders);
	});

	it('makes the three calls of a send with their own headers', async () => {
		const requests = await requestsOf(
			simulator(),
			'wibmoSendEmailOtp',
			{ email: 'test@example.com' },
			'wibmoApi',
		);
		expect(requests.map(({ path }) => path)).toEqual([
			'/api/v2/encrypt',
			'/api/onboarding/v1/sentOtpEmail',
			'/api/v2/decrypt',
		]);
		expect(requests.map(ownHeaders)).toEqual([cryptoHeaders, operationHeaders, cryptoHeaders]);
		expect(requests[1].body).toEqual({ token: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/) as string });
	});

	it('sends a token of an Encrypt Payload node as it is, without encrypting again', async () => {
		const encrypted = await execute(
			{ type: 'wibmoEncryptPayload', parameters: { email: 'test@example.com' } },
			[{}],
			savedCredentials('wibmoApi'),
		);
		const { token } = encrypted.outputs['Output 0'][0].json;
		const before = simulator().requests().length;
		const sent = await execute(
			{ type: 'wibmoSendEmailOtp', parameters: { payload: 'encrypted', token: '={{ $json.token }}' } },
			[{ token }],
			savedCredentials('wibmoApi'),
		);
		const requests = simulator().requests().slice(before);
		expect(sent.outputs.Sent).toHaveLength(1);
		expect(requests.map(({ path }) => path).slice(-2)).toEqual([
			'/api/onboarding/v1/sentOtpEmail',
			'/api/v2/decrypt',
		]);
		expect(requests.at(-2)?.body).toEqual({ token });
		expect(simulator().inbox()).toHaveLength(1);
	});

	it('takes the other path where the quirk is set', async () => {
		const requests = await requestsOf(
			simulator(),
			'wibmoSendEmailOtp',
			{ email: 'test@example.com', providerQuirks: { path: 'sendOtpEmail' } },
			'wibmoApi',
		);
		expect(requests[1].path).toBe('/api/onboarding/v1/sendOtpEmail');
	});

	describe.each([200, 400])('a refusal in the clear with HTTP %i', (status) => {
		const refusal = '{"responseCode":"1262","responseMessage":"CLIENT ID NOT PRESENT IN THE REQUEST"}';
		const answered = `Wibmo answered: HTTP ${status}, code 1262, "CLIENT ID NOT PRESENT IN THE REQUEST".`;

		async function errorAfter(path: string, type: string, parameters: INodeParameters) {
			simulator().inject({ provider: 'wibmo', path, kind: 'body', status, body: refusal });
			const { run } = await execute({ type, parameters }, [{}], savedCredentials('wibmoApi'));
			return run.data.resultData.error as NodeApiError;
		}

		it.each([
			['/api/v2/encrypt', 'wibmoEncryptPayload', { email: 'test@example.com' }, 'encrypted'],
			['/api/v2/decrypt', 'wibmoDecryptPayload', Object.fromEntries([['token', SEALED]]), 'decrypted'],
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
			expect(message).toBe("Wibmo's answer could not be decrypted");
			expect(description).toMatch(/^Delivery unknown/);
			expect(description).toContain(answered);
			expect(simulator().inbox()).toHaveLength(1);
		});
	});
});
