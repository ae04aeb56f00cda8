import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { outputLabels, execute } from '../../tools/engine';
import { allNodes, manifest } from '../../tools/package';
import { savedCredentials, useSimulator } from '../support/simulator';
import { VALID_ITEMS } from '../support/validItems';

const simulator = useSimulator();

const SEND = ['Not Sent', 'Throttled', 'Sent'];
const VERIFY = ['Blocked', 'Expired', 'Wrong Code', 'Verified'];
const REDEEM = ['Refused', 'Wrong Code', 'Redeemed'];

interface ContractNode {
	outputs: string[];
	/** Every field of the request, in the provider's spelling, with all optional ones set. */
	fields: string[];
	/** Parameters that set the optional fields, on top of a valid item. */
	everything?: INodeParameters;
	/** Where the fields stand in the request; the body by default. */
	within?: (body: IDataObject, query: Record<string, string>) => IDataObject;
}

const journey = { additionalFields: { transactionId: 'journey-1' } };
const WIBMO_COMMON = ['messageCode', 'clientTxnId', 'requestDateTime'];
const skip = { additionalFields: { clientTxnId: 'TXN0000000001', skipCustomerValidation: true } };
const item = (key: string) => (body: IDataObject) => ((body.root as IDataObject)[key] as IDataObject[])[0];

/** Written by hand from the providers' pages. */
const CONTRACT: Record<string, ContractNode> = {
	hyperVergeSendEmailOtp: {
		outputs: SEND,
		fields: ['email', 'otpLength', 'widgetId'],
		everything: { additionalFields: { widgetId: 'w' } },
	},
	hyperVergeVerifyEmailOtp: {
		outputs: VERIFY,
		fields: ['reqId', 'otp', 'email', 'widgetId'],
		everything: { additionalFields: { widgetId: 'w', email: 'jane@example.com' } },
	},
	hyperVergeRetryEmailOtp: {
		outputs: SEND,
		fields: ['reqId', 'otpLength', 'widgetId'],
		everything: { additionalFields: { widgetId: 'w' } },
	},
	hyperVergeSendMobileOtp: {
		outputs: SEND,
		fields: ['templateId', 'mobileNumber', 'otpLength', 'otpExpiry'],
		everything: { additionalFields: { otpExpiry: 10 } },
	},
	hyperVergeVerifyMobileOtp: { outputs: VERIFY, fields: ['mobileNumber', 'otp'], everything: journey },
	hyperVergeResendMobileOtp: { outputs: SEND, fields: ['mobileNumber', 'retryType'], everything: journey },
	wibmoSendEmailOtp: {
		outputs: SEND,
		fields: [...WIBMO_COMMON, 'email', 'productId', 'otp_generation_type', 'emailVerifySkipFlag'],
		everything: skip,
	},
	wibmoSendMobileOtp: {
		outputs: SEND,
		fields: [
			...WIBMO_COMMON,
			'cardHolderMobileNumber',
			'productId',
			'otp_generation_type',
			'smsVerifySkipFlag',
		],
		everything: skip,
	},
	wibmoVerifyEmailOtp: {
		outputs: VERIFY,
		fields: [...WIBMO_COMMON, 'emailId', 'otp', 'emailVerifySkipFlag'],
		everything: skip,
	},
	wibmoVerifyMobileOtp: {
		outputs: VERIFY,
		fields: [...WIBMO_COMMON, 'mobileNumber', 'otp', 'smsVerifySkipFlag'],
		everything: skip,
	},
	wibmoEncryptPayload: {
		outputs: ['Output 0'],
		fields: [...WIBMO_COMMON, 'email', 'productId', 'otp_generation_type', 'emailVerifySkipFlag'],
		everything: skip,
	},
	wibmoDecryptPayload: { outputs: ['Output 0'], fields: ['token'] },
	iServeUSendOtp: {
		outputs: SEND,
		fields: [
			'customerMobileNumber',
			'externalRefNumber',
			'requestedAmount',
			'username',
			'otpType',
			'latLong',
			'publicIP',
			'ovdType',
			'ovdData',
			'pid',
			'email',
			'paramA',
			'paramB',
			'paramC',
		],
		everything: {
			otpType: '2',
			requestedAmount: '1001',
			externalRefNumber: '1432452',
			additionalFields: {
				latLong: '1,1',
				publicIP: '192.0.2.1',
				ovdData: '765386439745',
				pid: 'UElE',
				email: 'a@example.com',
				paramA: 'a',
				paramB: 'b',
				paramC: 'c',
			},
		},
	},
	iServeUProcessCustomer: {
		outputs: VERIFY,
		fields: [
			'mobileNumber',
			'name',
			'address',
			'pincode',
			'ovdType',
			'ovdData',
			'otp',
			'username',
			'latlong',
			'publicIP',
			'externalRefNumber',
			'paramA',
			'paramB',
			'paramC',
		],
		everything: {
			additionalFields: {
				address: 'a',
				pincode: '751002',
				ovdType: 'BioAuth',
				ovdData: '765386439745',
				externalRefNumber: '1432452',
				paramA: 'a',
				paramB: 'b',
				paramC: 'c',
			},
		},
	},
	iServeUVerifyBeneficiary: {
		outputs: VERIFY,
		fields: [
			'externalRefNumber',
			'accountNumber',
			'beneBankName',
			'beneMobileNumber',
			'beneName',
			'bankCode',
			'beneIfscCode',
			'transactionMode',
			'customerName',
			'customerMobileNumber',
			'pincode',
			'address',
			'isHoldTransaction',
			'username',
			'latLong',
			'customerIP',
			'otp',
			'paramB',
			'paramC',
		],
		everything: { additionalFields: { paramB: '751002', paramC: 'Bhubaneswar' } },
	},
	iServeUGetCustomer: {
		outputs: ['Not Found', 'Created', 'No OVD', 'Verified'],
		fields: ['mobileNumber', 'username', 'latlong', 'publicIP'],
	},
	capillaryGenerateOtp: {
		outputs: SEND,
		fields: [
			'entityType',
			'entityValue',
			'action',
			'template',
			'whatsappTemplateName',
			'zaloTemplateIdentifier',
			'emailTemplate',
			'channels',
		],
		everything: {
			templates: {
				template: '{{ validation_code }}',
				emailSubject: 's',
				emailBody: '{{ validation_code }}',
				whatsappTemplateName: 'w',
				zaloTemplateIdentifier: 'z',
			},
		},
	},
	capillaryValidateOtp: { outputs: VERIFY, fields: ['entityType', 'entityValue', 'code', 'action'] },
	capillaryGetOtp: {
		outputs: ['Not Found', 'Found'],
		fields: ['identifierName', 'identifierValue', 'source', 'accountId', 'threshold', 'scope'],
		everything: { additionalFields: { accountId: 'a', threshold: 60 } },
		within: (_body, query) => query,
	},
	capillaryCheckPointsRedeemable: {
		outputs: ['Not Redeemable', 'Redeemable'],
		fields: ['mobile', 'points', 'program_id', 'issue_otp', 'format'],
		everything: { issueOtp: true, additionalFields: { programId: '504' } },
		within: (_body, query) => query,
	},
	capillaryRedeemPoints: {
		outputs: REDEEM,
		fields: [
			'points_redeemed',
			'customer',
			'validation_code',
			'transaction_number',
			'external_reference_number',
			'notes',
			'redemption_purpose',
			'redemption_time',
			'till_id',
		],
		everything: {
			additionalFields: {
				transactionNumber: 'b',
				externalReferenceNumber: 'r',
				notes: 'n',
				redemptionPurpose: 'p',
				redemptionTime: '2026-03-13 18:02:34',
				tillId: 't',
			},
		},
		within: item('redeem'),
	},
	capillaryRedeemCoupon: {
		outputs: REDEEM,
		fields: ['code', 'validation_code', 'customer', 'transaction'],
		everything: {
			validationCode: '4PZGXC',
			additionalFields: { transactionNumber: 'bill-110', transactionAmount: '1000' },
		},
		within: item('coupon'),
	},
};

it('has exactly the nodes of the contract', () => {
	const names = allNodes().map(({ description }) => description.name);
	expect(Object.keys(CONTRACT).sort()).toEqual(names.sort());
});

describe.each(Object.entries(CONTRACT))('%s', (name, contract) => {
	it('has its outputs, worst first', () => {
		const node = {
			id: '1',
			name: 'Node',
			type: `${manifest.name}.${name}`,
			typeVersion: 1,
			position: [0, 0] as [number, number],
			parameters: {},
		};
		expect(outputLabels(node)).toEqual(contract.outputs);
	});

	it('sends every field of the contract, and no other', async () => {
		const { credential, values } = VALID_ITEMS[name];
		await execute(
			{ type: name, parameters: { ...values, ...contract.everything } },
			[{}],
			savedCredentials(credential),
		);
		const { body, query } = simulator().requests()[0];
		const fields = contract.within?.(body as IDataObject, query) ?? (body as IDataObject);
		expect(Object.keys(fields).sort()).toEqual([...contract.fields].sort());
	});
});

describe('the documented samples', () => {
	it('redeem points as on the page', async () => {
		await execute(
			{
				type: 'capillaryRedeemPoints',
				parameters: {
					identifierValue: '919777788221',
					points: 10,
					validationCode: 'NS3U05',
					additionalFields: {
						transactionNumber: 'bilnum100000',
						externalReferenceNumber: 'a3fd1a63-1aa3-4c47-9173-398',
						notes: 'Redeemed at POS',
						redemptionTime: '2020-03-13 18:02:34',
					},
				},
			},
			[{}],
			savedCredentials('capillaryTillApi'),
		);
		const [request] = simulator().requests();
		expect(request).toMatchObject({ method: 'POST', path: '/v1.1/points/redeem', query: { format: 'json' } });
		expect(request.body).toEqual({
			root: {
				redeem: [
					{
						points_redeemed: 10,
						customer: { mobile: '919777788221' },
						validation_code: 'NS3U05',
						transaction_number: 'bilnum100000',
						external_reference_number: 'a3fd1a63-1aa3-4c47-9173-398',
						notes: 'Redeemed at POS',
						redemption_time: '2020-03-13 18:02:34',
					},
				],
			},
		});
	});

	it('redeem a coupon as on the page, with the code beside the coupon', async () => {
		await execute(
			{
				type: 'capillaryRedeemCoupon',
				parameters: {
					identifierValue: '447700900000',
					couponCode: '06000041',
					validationCode: '4PZGXC',
					additionalFields: { transactionNumber: 'bill-110', transactionAmount: '1000' },
				},
			},
			[{}],
			savedCredentials('capillaryTillApi'),
		);
		expect(simulator().requests()[0].body).toEqual({
			root: {
				coupon: [
					{
						code: '06000041',
						validation_code: '4PZGXC',
						customer: { mobile: '447700900000' },
						transaction: [{ number: 'bill-110', amount: '1000' }],
					},
				],
			},
		});
	});

	it('send, verify and resend to a mobile as built from the tables', async () => {
		const saved = savedCredentials('hyperVergeApi');
		const mobileNumber = '9999999999';
		await execute(
			{
				type: 'hyperVergeSendMobileOtp',
				parameters: { mobileNumber, templateId: 'tmpl-1', additionalFields: { otpExpiry: 10 } },
			},
			[{}],
			saved,
		);
		await execute(
			{ type: 'hyperVergeVerifyMobileOtp', parameters: { mobileNumber, otp: '123456' } },
			[{}],
			saved,
		);
		await execute({ type: 'hyperVergeResendMobileOtp', parameters: { mobileNumber } }, [{}], saved);
		expect(
			simulator()
				.requests()
				.map(({ path, body }) => [path, body]),
		).toEqual([
			['/verifyMobileSendOtp', { templateId: 'tmpl-1', mobileNumber, otpLength: '6', otpExpiry: '10' }],
			['/verifyMobileOtp', { mobileNumber, otp: '123456' }],
			['/resendOtp', { mobileNumber, retryType: 'text' }],
		]);
	});
});
