import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { requestDateTime } from '../../nodes/wibmo/payloads';
import { SIMULATOR_ACCOUNTS, type RecordedRequest } from '../../simulator';
import { execute } from '../support/engine';
import { savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();

/** Headers that n8n's HTTP client adds to every request. */
const CLIENT_HEADERS = ['User-Agent', 'Content-Length', 'Accept-Encoding', 'Host', 'Connection'];

/** The headers that the node and its credential put there, by their exact names. */
function ownHeaders({ headers }: RecordedRequest): Record<string, string> {
	return Object.fromEntries(Object.entries(headers).filter(([name]) => !CLIENT_HEADERS.includes(name)));
}

const JSON_HEADERS = { Accept: 'application/json', 'Content-Type': 'application/json' };

async function run(
	type: string,
	parameters: INodeParameters,
	credential: Parameters<typeof savedCredentials>[0],
	item: IDataObject = {},
): Promise<RecordedRequest[]> {
	await execute({ type, parameters }, [item], savedCredentials(credential));
	return simulator().requests();
}

describe('HyperVerge', () => {
	const { appId, appKey } = SIMULATOR_ACCOUNTS.hyperverge;
	const headers = { ...JSON_HEADERS, appId, appKey, transactionId: 'journey-1' };
	const additionalFields = { transactionId: 'journey-1' };

	it('sends the body of the parameter table', async () => {
		const [request] = await run(
			'hyperVergeSendEmailOtp',
			{ email: 'user@example.com', additionalFields },
			'hyperVergeApi',
		);
		expect(request).toMatchObject({ method: 'POST', path: '/sendOTPEmail', query: {} });
		expect(request.body).toEqual({ email: 'user@example.com', otpLength: '6' });
		expect(ownHeaders(request)).toEqual(headers);
	});

	it('sends the body of the printed cURL sample, where the quirk and the widget are set', async () => {
		const [request] = await run(
			'hyperVergeSendEmailOtp',
			{
				email: 'user@example.com',
				otpLength: '4',
				additionalFields: { ...additionalFields, widgetId: 'widget-1' },
				providerQuirks: { emailField: 'emailId' },
			},
			'hyperVergeApi',
		);
		expect(request.body).toEqual({ emailId: 'user@example.com', otpLength: '4', widgetId: 'widget-1' });
	});

	it('sends the OTP length as a number where the quirk is set', async () => {
		const [request] = await run(
			'hyperVergeSendEmailOtp',
			{ email: 'user@example.com', providerQuirks: { otpLengthAsNumber: true } },
			'hyperVergeApi',
		);
		expect(request.body).toEqual({ email: 'user@example.com', otpLength: 6 });
	});

	it('verifies with the request ID as reqId', async () => {
		const [request] = await run(
			'hyperVergeVerifyEmailOtp',
			{
				requestId: 'req-0123456789abcdef',
				otp: '012345',
				additionalFields: { ...additionalFields, email: 'user@example.com' },
			},
			'hyperVergeApi',
		);
		expect(request).toMatchObject({ method: 'POST', path: '/verifyOTPEmail' });
		expect(request.body).toEqual({ reqId: 'req-0123456789abcdef', otp: '012345', email: 'user@example.com' });
		expect(ownHeaders(request)).toEqual(headers);
	});
});

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
		const [request] = await run('wibmoEncryptPayload', { messageCode, ...fields }, 'wibmoApi');
		expect(request).toMatchObject({ method: 'POST', path: '/api/v2/encrypt' });
		expect(request.body).toEqual(body);
		expect(ownHeaders(request)).toEqual(cryptoHeaders);
	});

	it('makes the three calls of a send with their own headers', async () => {
		const requests = await run('wibmoSendEmailOtp', { email: 'test@example.com' }, 'wibmoApi');
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
		const requests = await run(
			'wibmoSendEmailOtp',
			{ email: 'test@example.com', providerQuirks: { path: 'sendOtpEmail' } },
			'wibmoApi',
		);
		expect(requests[1].path).toBe('/api/onboarding/v1/sendOtpEmail');
	});
});

describe('iServeU', () => {
	const { clientId, clientSecret } = SIMULATOR_ACCOUNTS.iserveu;
	const headers = { ...JSON_HEADERS, client_id: clientId, client_secret: clientSecret };

	it('sends otpType 1 with its own fields', async () => {
		const [request] = await run(
			'iServeUSendOtp',
			{
				customerMobileNumber: '8144094480',
				username: 'isutestapi1',
				ovdData: '765386439745',
				additionalFields: { latLong: '123.23,21.345', publicIP: '192.168.1.1' },
			},
			'iServeUApi',
		);
		expect(request).toMatchObject({ method: 'POST', path: '/common/dmt-lite/unified/otp/send' });
		expect(request.body).toEqual({
			customerMobileNumber: '8144094480',
			username: 'isutestapi1',
			otpType: '1',
			ovdType: 'Aadhaar Card',
			ovdData: '765386439745',
			latLong: '123.23,21.345',
			publicIP: '192.168.1.1',
		});
		expect(ownHeaders(request)).toEqual(headers);
	});

	it('sends otpType 2 with its own fields', async () => {
		const [request] = await run(
			'iServeUSendOtp',
			{
				otpType: '2',
				customerMobileNumber: '8144094480',
				externalRefNumber: '1432452',
				requestedAmount: '1001',
				username: 'isutestapi1',
				additionalFields: { latLong: '123.23,21.345', publicIP: '192.168.1.1' },
			},
			'iServeUApi',
		);
		expect(request.body).toEqual({
			customerMobileNumber: '8144094480',
			externalRefNumber: '1432452',
			requestedAmount: '1001',
			username: 'isutestapi1',
			otpType: '2',
			ovdType: 'Aadhaar Card',
			latLong: '123.23,21.345',
			publicIP: '192.168.1.1',
		});
	});

	it('registers a customer with the fields of Process Customer, latlong in lower case', async () => {
		const [request] = await run(
			'iServeUProcessCustomer',
			{
				mobileNumber: '8249638187',
				name: 'Swagatika',
				otp: '123456',
				username: 'isutestapi1',
				latLong: '123.23.24_123.43.5',
				publicIP: '192.168.1.1',
				additionalFields: {
					address: 'Bhubaneswar',
					pincode: '751002',
					ovdType: 'BioAuth',
					ovdData: '671211352822',
				},
			},
			'iServeUApi',
		);
		expect(request).toMatchObject({
			method: 'POST',
			path: '/common/dmt-lite/unified/customer/process-customer-registration',
		});
		expect(request.body).toEqual({
			mobileNumber: '8249638187',
			name: 'Swagatika',
			address: 'Bhubaneswar',
			pincode: '751002',
			ovdType: 'BioAuth',
			ovdData: '671211352822',
			otp: '123456',
			username: 'isutestapi1',
			latlong: '123.23.24_123.43.5',
			publicIP: '192.168.1.1',
		});
		expect(ownHeaders(request)).toEqual(headers);
	});

	it('takes the path prefix and the default username from the credential', async () => {
		const saved = savedCredentials('iServeUApi');
		Object.assign(saved.iServeUApi, { pathPrefix: 'common/dmt-lite/', username: 'from-credential' });
		await execute(
			{ type: 'iServeUSendOtp', parameters: { customerMobileNumber: '8144094480', ovdData: '765386439745' } },
			[{}],
			saved,
		);
		const [request] = simulator().requests();
		expect(request.path).toBe('/common/dmt-lite/otp/send');
		expect(request.body).toMatchObject({ username: 'from-credential' });
	});
});

describe('Capillary', () => {
	const template = 'Hi user.Your OTP for validation is {{ validation_code }}.Enjoy';

	it('generates for SMS, e-mail and call as on the page, with the entity type in capitals', async () => {
		const [request] = await run(
			'capillaryGenerateOtp',
			{
				entityType: 'EMAIL',
				entityValue: 'tom.sawyer@example.com',
				action: 'REGISTRATION',
				channels: {
					channel: [
						{ type: 'SMS', value: '9955882233' },
						{ type: 'EMAIL', value: '' },
						{ type: 'PHONE', value: '9955882233' },
					],
				},
				templates: {
					template,
					emailSubject: 'Validation Code',
					emailBody: 'Dear Customer, The validation code for your request is: {{ validation_code }}.',
				},
			},
			'capillaryTillApi',
		);
		expect(request).toMatchObject({ method: 'POST', path: '/v2/otp/generate', query: {} });
		expect(request.body).toEqual({
			entityType: 'EMAIL',
			entityValue: 'tom.sawyer@example.com',
			action: 'REGISTRATION',
			template,
			emailTemplate: {
				subject: 'Validation Code',
				body: 'Dear Customer, The validation code for your request is: {{ validation_code }}.',
			},
			channels: [
				{ type: 'SMS', value: '9955882233' },
				{ type: 'EMAIL', value: 'tom.sawyer@example.com' },
				{ type: 'PHONE', value: '9955882233' },
			],
		});
	});

	it('generates for WhatsApp with another number than the entity', async () => {
		const [request] = await run(
			'capillaryGenerateOtp',
			{
				entityValue: '919986000581',
				action: 'POINTS',
				channels: { channel: [{ type: 'WHATSAPP', value: '919986000586' }] },
				templates: { whatsappTemplateName: 'test_temp2' },
			},
			'capillaryTillApi',
		);
		expect(request.body).toEqual({
			entityType: 'MOBILE',
			entityValue: '919986000581',
			action: 'POINTS',
			whatsappTemplateName: 'test_temp2',
			channels: [{ type: 'WHATSAPP', value: '919986000586' }],
		});
	});

	it('writes the channel in lower case, as in the WhatsApp sample, where the quirk is set', async () => {
		const [request] = await run(
			'capillaryGenerateOtp',
			{
				entityValue: '919986000581',
				channels: { channel: [{ type: 'WHATSAPP', value: '919986000586' }] },
				templates: { whatsappTemplateName: 'test_temp2' },
				providerQuirks: { channelTypeInLowerCase: true },
			},
			'capillaryTillApi',
		);
		expect(request.body).toMatchObject({ channels: [{ type: 'whatsapp', value: '919986000586' }] });
	});

	it('generates for a points transfer', async () => {
		const [request] = await run(
			'capillaryGenerateOtp',
			{
				entityValue: '911234567896',
				action: 'POINTSTRANSFER',
				channels: {
					channel: [
						{ type: 'SMS', value: '' },
						{ type: 'PHONE', value: '' },
					],
				},
				templates: { template },
			},
			'capillaryTillApi',
		);
		expect(request.body).toEqual({
			entityType: 'MOBILE',
			entityValue: '911234567896',
			action: 'POINTSTRANSFER',
			template,
			channels: [
				{ type: 'SMS', value: '911234567896' },
				{ type: 'PHONE', value: '911234567896' },
			],
		});
	});

	it('validates with the four fields', async () => {
		const [request] = await run(
			'capillaryValidateOtp',
			{ entityType: 'EMAIL', entityValue: 'tom.sawyer@example.com', code: 'A2WX11I', action: 'GENERIC' },
			'capillaryTillApi',
		);
		expect(request).toMatchObject({ method: 'POST', path: '/v2/otp/validate' });
		expect(request.body).toEqual({
			entityType: 'EMAIL',
			entityValue: 'tom.sawyer@example.com',
			code: 'A2WX11I',
			action: 'GENERIC',
		});
	});

	it('fetches with a query string and no body', async () => {
		const [request] = await run(
			'capillaryGetOtp',
			{
				source: 'WECHAT',
				identifierValue: '8799361139',
				scope: 'POINTS',
				additionalFields: { accountId: 'WECHAT-API1', threshold: 60 },
			},
			'capillaryTillApi',
		);
		expect(request).toMatchObject({ method: 'GET', path: '/v2/otp', text: '' });
		expect(request.query).toEqual({
			source: 'WECHAT',
			accountId: 'WECHAT-API1',
			identifierName: 'mobile',
			identifierValue: '8799361139',
			threshold: '60',
			scope: 'POINTS',
		});
		expect(ownHeaders(request)).not.toHaveProperty('Content-Type');
	});

	it.each([
		['the password as a person types it', 'server123', false],
		['its MD5', '8a16a6b70505eb1f1ff7cdc0cd5559a7', true],
	])('signs in as a till with %s, as in the documented example', async (_what, password, alreadyMd5) => {
		const saved = savedCredentials('capillaryTillApi');
		Object.assign(saved.capillaryTillApi, { username: 'store.server', password, alreadyMd5 });
		await execute({ type: 'capillaryGetOtp', parameters: { identifierValue: '919876543210' } }, [{}], saved);
		const [request] = simulator().requests();
		expect(ownHeaders(request)).toEqual({
			Accept: 'application/json',
			Authorization: 'Basic c3RvcmUuc2VydmVyOjhhMTZhNmI3MDUwNWViMWYxZmY3Y2RjMGNkNTU1OWE3',
		});
	});

	it('signs in as an API client with a raw token and the attribution of a store', async () => {
		const saved = savedCredentials('capillaryClientApi');
		Object.assign(saved.capillaryClientApi, { attributionType: 'STORE_CODE', attributionCode: 'store-7' });
		await execute(
			{ type: 'capillaryGetOtp', parameters: { authentication: 'client', identifierValue: '919876543210' } },
			[{}],
			saved,
		);
		const [token, request] = simulator().requests();
		expect(token).toMatchObject({ method: 'POST', path: '/v3/oauth/token/generate' });
		expect(token.body).toEqual({
			key: SIMULATOR_ACCOUNTS.capillary.clientKey,
			secret: SIMULATOR_ACCOUNTS.capillary.clientSecret,
		});
		expect(ownHeaders(request)).toEqual({
			Accept: 'application/json',
			'X-CAP-API-OAUTH-TOKEN': expect.stringMatching(/^[^ ]{10,}$/) as string,
			'X-CAP-API-ATTRIBUTION-ENTITY-TYPE': 'STORE_CODE',
			'X-CAP-API-ATTRIBUTION-ENTITY-CODE': 'store-7',
		});
	});
});
