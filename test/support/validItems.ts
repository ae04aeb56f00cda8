import type { INodeParameters } from 'n8n-workflow';

import type { Journey } from './scenarios';

/** Parameters that make a valid item of a node, and the credential that it takes. */
export interface ValidItem {
	credential: Journey['credential'];
	values: INodeParameters;
}

const mobile = { mobileNumber: '9876543210' };
const customer = { identifierValue: '919876543210' };

const SEALED = 'AAAAAAAAAAAAAAAAAAAAAA==';

/** One for each node, by type name. */
export const VALID_ITEMS: Record<string, ValidItem> = {
	hyperVergeSendEmailOtp: { credential: 'hyperVergeApi', values: { email: 'jane@example.com' } },
	hyperVergeVerifyEmailOtp: { credential: 'hyperVergeApi', values: { requestId: 'req-1', otp: '123456' } },
	hyperVergeRetryEmailOtp: { credential: 'hyperVergeApi', values: { requestId: 'req-1' } },
	hyperVergeSendMobileOtp: { credential: 'hyperVergeApi', values: { ...mobile, templateId: 'tmpl-1' } },
	hyperVergeResendMobileOtp: { credential: 'hyperVergeApi', values: mobile },
	hyperVergeVerifyMobileOtp: { credential: 'hyperVergeApi', values: { ...mobile, otp: '123456' } },
	iServeUSendOtp: {
		credential: 'iServeUApi',
		values: { customerMobileNumber: '9876543210', ovdData: '765386439745' },
	},
	iServeUProcessCustomer: {
		credential: 'iServeUApi',
		values: { ...mobile, otp: '123456', name: 'Asha Example', latLong: '20.29,85.82', publicIP: '192.0.2.1' },
	},
	iServeUVerifyBeneficiary: {
		credential: 'iServeUApi',
		values: {
			customerMobileNumber: '9876543210',
			externalRefNumber: 'ORDER000001',
			otp: '123456',
			customerName: 'Asha Example',
			accountNumber: '12345678901',
			beneName: 'Bela Example',
			beneMobileNumber: '9876543211',
			beneBankName: 'State Bank of India',
			bankCode: 'SBIN',
			beneIfscCode: 'SBIN0225500',
			address: 'Bhubaneswar',
			pincode: '751002',
			latLong: '20.29,85.82',
			customerIP: '192.0.2.1',
		},
	},
	iServeUGetCustomer: {
		credential: 'iServeUApi',
		values: { ...mobile, latLong: '20.29,85.82', publicIP: '192.0.2.1' },
	},
	wibmoEncryptPayload: { credential: 'wibmoApi', values: { email: 'jane@example.com' } },
	wibmoDecryptPayload: { credential: 'wibmoApi', values: { token: SEALED } },
	wibmoSendEmailOtp: { credential: 'wibmoApi', values: { email: 'jane@example.com' } },
	wibmoVerifyEmailOtp: { credential: 'wibmoApi', values: { email: 'jane@example.com', otp: '123456' } },
	wibmoSendMobileOtp: { credential: 'wibmoApi', values: { mobileNumber: '919876543210' } },
	wibmoVerifyMobileOtp: { credential: 'wibmoApi', values: { mobileNumber: '919876543210', otp: '123456' } },
	capillaryGenerateOtp: { credential: 'capillaryTillApi', values: { entityValue: '919876543210' } },
	capillaryValidateOtp: {
		credential: 'capillaryTillApi',
		values: { entityValue: '919876543210', code: '123456' },
	},
	capillaryGetOtp: { credential: 'capillaryTillApi', values: customer },
	capillaryCheckPointsRedeemable: { credential: 'capillaryTillApi', values: { ...customer, points: 10 } },
	capillaryRedeemPoints: {
		credential: 'capillaryTillApi',
		values: { ...customer, points: 10, validationCode: 'NS3U05' },
	},
	capillaryRedeemCoupon: { credential: 'capillaryTillApi', values: { ...customer, couponCode: '06000041' } },
};
