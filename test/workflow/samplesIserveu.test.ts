import type { NodeApiError } from 'n8n-workflow';

import { SIMULATOR_ACCOUNTS } from '../../simulator';
import { execute } from '../../tools/engine';
import { JSON_HEADERS, ownHeaders, requestsOf } from '../support/samples';
import { savedCredentials, useSimulator } from '../support/simulator';
import { VALID_ITEMS } from '../support/validItems';

const simulator = useSimulator();

describe('iServeU', () => {
	const { clientId, clientSecret } = SIMULATOR_ACCOUNTS.iserveu;
	const headers = { ...JSON_HEADERS, client_id: clientId, client_secret: clientSecret };

	it('sends otpType 1 with its own fields', async () => {
		const [request] = await requestsOf(
			simulator(),
			'iServeUSendOtp',
			{
				customerMobileNumber: '8144094480',
				username: 'isutestapi1',
				ovdData: '765386439745',
				additionalFields: { latLong: '123.23,21.345', publicIP: '203.0.113.7' },
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
			publicIP: '203.0.113.7',
		});
		expect(ownHeaders(request)).toEqual(headers);
	});

	it('sends otpType 2 with its own fields', async () => {
		const [request] = await requestsOf(
			simulator(),
			'iServeUSendOtp',
			{
				otpType: '2',
				customerMobileNumber: '8144094480',
				externalRefNumber: '1432452',
				requestedAmount: '1001',
				username: 'isutestapi1',
				additionalFields: { latLong: '123.23,21.345', publicIP: '203.0.113.7' },
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
			publicIP: '203.0.113.7',
		});
	});

	it('registers a customer with the fields of Process Customer, latlong in lower case', async () => {
		const [request] = await requestsOf(
			simulator(),
			'iServeUProcessCustomer',
			{
				mobileNumber: '8249638187',
				name: 'Swagatika',
				otp: '123456',
				username: 'isutestapi1',
				latLong: '123.23.24_123.43.5',
				publicIP: '203.0.113.7',
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
			publicIP: '203.0.113.7',
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

	async function errorAfter(type: string, body: object) {
		simulator().inject({ provider: 'iserveu', kind: 'body', body: JSON.stringify(body) });
		const { credential, values } = VALID_ITEMS[type];
		const { run } = await execute({ type, parameters: values }, [{}], savedCredentials(credential));
		return (run.data.resultData.error as NodeApiError).description;
	}

	it.each(['iServeUSendOtp', 'iServeUProcessCustomer', 'iServeUVerifyBeneficiary', 'iServeUGetCustomer'])(
		'tells the builder of %s that the address is that of the encrypted API',
		async (type) => {
			expect(await errorAfter(type, { ResponseData: 'bm90IHJlYWRhYmxl' })).toContain(
				"this address belongs to iServeU's encrypted API, which these nodes do not support",
			);
		},
	);

	it.each([
		['whose steps at the gateway did not succeed', {}],
		['that names another reference', { externalRefNumber: 'ORDER000002' }],
	])('tells the builder the transaction of a beneficiary check %s', async (_what, more) => {
		const body = { status: 'SUCCESS', statusCode: '0', parentTxnId: '887700000000000018', ...more };
		const description = await errorAfter('iServeUVerifyBeneficiary', body);
		expect(description).toMatch(/Do not treat the person as verified/);
		expect(description).toContain('parentTxnId 887700000000000018');
	});
});
