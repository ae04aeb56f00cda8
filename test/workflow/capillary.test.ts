import { SIMULATOR_ACCOUNTS } from '../../simulator';
import { execute } from '../../tools/engine';
import { ownHeaders } from '../support/samples';
import { savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();

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

	it.each(answers('false'))('keeps the ID of a coupon that is booked and refused %s', async (_how, body) => {
		const run = async (onError: 'stopWorkflow' | 'continueErrorOutput') => {
			simulator().inject({ path: '/coupon/redeem', kind: 'body', body });
			return await execute({ ...COUPON, settings: { onError } }, [{}], savedCredentials('capillaryTillApi'));
		};
		const { error } = await run('stopWorkflow');
		expect(error?.description).toMatch(/redemption may have been booked.*redemptionId 4577842/);
		const { outputs } = await run('continueErrorOutput');
		expect(JSON.stringify(outputs.Error)).toContain('"redemptionId":"4577842"');
	});
});
