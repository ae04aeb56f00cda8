import { SIMULATOR_ACCOUNTS } from '../../simulator';
import { execute } from '../support/engine';
import { ownHeaders, requestsOf } from '../support/samples';
import { savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();

describe('Capillary', () => {
	const template = 'Hi user.Your OTP for validation is {{ validation_code }}.Enjoy';

	it('generates for SMS, e-mail and call as on the page, with the entity type in capitals', async () => {
		const [request] = await requestsOf(
			simulator(),
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
		const [request] = await requestsOf(
			simulator(),
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
		const [request] = await requestsOf(
			simulator(),
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
		const [request] = await requestsOf(
			simulator(),
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
		const [request] = await requestsOf(
			simulator(),
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
		const [request] = await requestsOf(
			simulator(),
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

	it.each<[what: string, fields: Record<string, string>, headers: Record<string, string>]>([
		[
			'a connected organization, with the token of its parent',
			{ organizationId: '100458', parentOrganizationId: '100123', parentAccessToken: 'token-of-the-parent' },
			{
				'X-CAP-EXT-ORGID': '100458',
				'X-CAP-EXT-ORGID-PARENT': '100123',
				'X-CAP-API-OAUTH-TOKEN-PARENT': 'token-of-the-parent',
			},
		],
		['an organization alone', { organizationId: '100458' }, { 'X-CAP-EXT-ORGID': '100458' }],
		['no organization', { organizationId: '', parentOrganizationId: '', parentAccessToken: '' }, {}],
	])('calls for %s', async (_what, fields, headers) => {
		const saved = savedCredentials('capillaryClientApi');
		Object.assign(saved.capillaryClientApi, fields);
		await execute(
			{ type: 'capillaryGetOtp', parameters: { authentication: 'client', identifierValue: '919876543210' } },
			[{}],
			saved,
		);
		const [token, request] = simulator().requests();
		expect(Object.keys(ownHeaders(token)).filter((name) => name.startsWith('X-CAP'))).toEqual([]);
		expect(ownHeaders(request)).toEqual({
			Accept: 'application/json',
			'X-CAP-API-OAUTH-TOKEN': expect.any(String) as string,
			...headers,
		});
	});

	it('calls the API below the path of a host that has one', async () => {
		const saved = savedCredentials('capillaryTillApi');
		const customHost = `${String(saved.capillaryTillApi.customHost)}/api`;
		Object.assign(saved.capillaryTillApi, { customHost });
		await execute({ type: 'capillaryGetOtp', parameters: { identifierValue: '919876543210' } }, [{}], saved);
		expect(simulator().requests()[0].path).toBe('/api/v2/otp');
	});

	describe('an answer that a page of an earlier time shows', () => {
		const COUPON = {
			type: 'capillaryRedeemCoupon',
			parameters: { identifierValue: '447700900000', couponCode: 'P7WNQWF4', validationCode: '4PZGXC' },
		};
		const coupon = {
			customer: { mobile: '447700900000', email: 'tom@example.com', external_id: 'ext_1' },
			redemptionId: '4577842',
			code: 'P7WNQWF4',
			transaction: { amount: '1000.00', number: 'bill-110' },
			side_effects: [],
			item_status: { success: 'true', code: '700', message: 'Coupon processing successful' },
		};
		const old = (success: string) => ({
			status: { success, code: '200', message: 'Success' },
			coupons: { coupon },
		});
		const inXml = (success: string) => `<?xml version="1.0" encoding="UTF-8"?>
			<response>
				<status><success>${success}</success><code>200</code><message>Success</message></status>
				<coupons><coupon>
					<customer><mobile>447700900000</mobile><email>tom@example.com</email></customer>
					<redemptionId>4577842</redemptionId><code>P7WNQWF4</code><side_effects />
					<item_status><success>true</success><code>700</code><message>Redeemed</message></item_status>
				</coupon></coupons>
			</response>`;
		const answers = (success: string): Array<[string, string]> => [
			['without an envelope', JSON.stringify(old(success))],
			['in XML', inXml(success)],
		];

		it.each(answers('true'))('books a coupon %s', async (_how, body) => {
			simulator().inject({ path: '/coupon/redeem', kind: 'body', body });
			const { outputs } = await execute(COUPON, [{}], savedCredentials('capillaryTillApi'));
			const [{ json }] = outputs.Redeemed;
			expect(json).toMatchObject({ statusCode: '700', reference: { redemptionId: '4577842' } });
			expect(JSON.stringify(json.response)).toContain('"mobile":"••••••••0000"');
			expect(JSON.stringify(json.response)).not.toContain('tom@example.com');
		});

		it.each(answers('false'))(
			'keeps the ID of a coupon that is booked and refused %s',
			async (_how, body) => {
				const run = async (onError: 'stopWorkflow' | 'continueErrorOutput') => {
					simulator().inject({ path: '/coupon/redeem', kind: 'body', body });
					return await execute(
						{ ...COUPON, settings: { onError } },
						[{}],
						savedCredentials('capillaryTillApi'),
					);
				};
				const { error } = await run('stopWorkflow');
				expect(error?.description).toMatch(/redemption may have been booked.*redemptionId 4577842/);
				const { outputs } = await run('continueErrorOutput');
				expect(JSON.stringify(outputs.Error)).toContain('"redemptionId":"4577842"');
			},
		);
	});
});
