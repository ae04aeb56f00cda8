import { createHash } from 'node:crypto';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { SIMULATOR_ACCOUNTS } from '../simulator';
import { simulatorCredentials } from '../tools/simulatorCredentials';

/** A credential of one of n8n's own types. */
export interface OwnCredential {
	type: 'httpCustomAuth' | 'httpBasicAuth';
	data: Record<string, string>;
}

/** An HTTP Request node of a chain. */
export interface ChainedRequest {
	name: string;
	/** From the address of the stand-in. */
	path: string;
	parameters: INodeParameters;
}

/** A job that is done twice: by a node of the package, and by what a user would build instead. */
export interface Scenario {
	title: string;
	/** What the provider gets for each item. */
	requestsPerItem: number;
	ours: {
		/** The node's type name, without the package. */
		node: string;
		parameters: INodeParameters;
		/** The type of its credential. */
		credential: string;
		/** The index of the output for a success. */
		output: number;
	};
	chain: {
		requests: ChainedRequest[];
		credential: OwnCredential;
		/** What an If node looks at to recognize a success, besides HTTP 200. */
		success: { value: string; is: string };
	};
}

/** The item of a person, as a row of a spreadsheet or a database would bring it. */
export function itemOf(person: number): IDataObject {
	return { mobile: `98${String(person).padStart(8, '0')}`, coupon: 'OTP50', code: '482913' };
}

/** The credential of the package that a scenario uses, for the stand-in at this address. */
export function credentialDataOf({ ours }: Scenario, url: string): Record<string, string> {
	return simulatorCredentials(url)[ours.credential].data;
}

const { hyperverge, wibmo, capillary } = SIMULATOR_ACCOUNTS;

const customAuth = (headers: Record<string, string>): OwnCredential => ({
	type: 'httpCustomAuth',
	data: { json: JSON.stringify({ headers }) },
});

const pairs = (values: Record<string, string>) => ({
	parameters: Object.entries(values).map(([name, value]) => ({ name, value })),
});

const fieldsBody = (values: Record<string, string>): INodeParameters => ({
	sendBody: true,
	bodyParameters: pairs(values),
});

const jsonBody = (jsonBodyText: string): INodeParameters => ({
	sendBody: true,
	specifyBody: 'json',
	jsonBody: jsonBodyText,
});

/** A call, a chain of calls, and a redemption. */
export const SCENARIOS: readonly Scenario[] = [
	{
		title: 'One call (HyperVerge Send Mobile OTP)',
		requestsPerItem: 1,
		ours: {
			node: 'hyperVergeSendMobileOtp',
			parameters: { mobileNumber: '={{ $json.mobile }}', templateId: 'tmpl-1' },
			credential: 'hyperVergeApi',
			output: 2,
		},
		chain: {
			requests: [
				{
					name: 'Send',
					path: '/hyperverge/v1/verifyMobileSendOtp',
					parameters: {
						sendHeaders: true,
						// HyperVerge requires it to be unique; the node of the package generates one.
						headerParameters: pairs({ transactionId: '={{ $execution.id }}-{{ $itemIndex }}' }),
						...fieldsBody({ templateId: 'tmpl-1', mobileNumber: '={{ $json.mobile }}', otpLength: '6' }),
					},
				},
			],
			credential: customAuth({ appId: hyperverge.appId, appKey: hyperverge.appKey }),
			success: { value: '={{ $json.body.status }}', is: 'success' },
		},
	},
	{
		title: 'Three calls (Wibmo Send Mobile OTP)',
		requestsPerItem: 3,
		ours: {
			node: 'wibmoSendMobileOtp',
			parameters: { mobileNumber: '=91{{ $json.mobile }}', productId: 1 },
			credential: 'wibmoApi',
			output: 2,
		},
		chain: {
			requests: [
				{
					name: 'Encrypt',
					path: '/wibmo/api/v2/encrypt',
					parameters: jsonBody(
						[
							'={',
							'  "messageCode": 1940,',
							'  "clientTxnId": "{{ $execution.id }}-{{ $itemIndex }}",',
							'  "requestDateTime": "{{ $now.setZone(\'Asia/Kolkata\').toFormat(\'yyyyLLddHHmmss\') }}",',
							'  "cardHolderMobileNumber": "91{{ $json.mobile }}",',
							'  "productId": 1,',
							'  "otp_generation_type": "0"',
							'}',
						].join('\n'),
					),
				},
				{
					name: 'Send',
					path: '/wibmo/uat/sbx/api/onboarding/v1/sentOtpMobile',
					parameters: fieldsBody({ token: '={{ $json.body.token }}' }),
				},
				{
					name: 'Decrypt',
					path: '/wibmo/api/v2/decrypt',
					parameters: fieldsBody({ token: '={{ $json.body.token }}' }),
				},
			],
			credential: customAuth({
				'x-api-key': wibmo.apiKey,
				clientId: wibmo.clientId,
				bankId: wibmo.bankId,
				entityId: wibmo.entityId,
				secureCode: wibmo.secureCode,
				'X-Consumer-Custom-ID': wibmo.consumerId,
			}),
			success: { value: '={{ $json.body.responseCode }}', is: '00' },
		},
	},
	{
		title: 'Redemption (Capillary Redeem Coupon)',
		requestsPerItem: 1,
		ours: {
			node: 'capillaryRedeemCoupon',
			parameters: {
				authentication: 'till',
				identifierName: 'mobile',
				identifierValue: '=91{{ $json.mobile }}',
				couponCode: '={{ $json.coupon }}',
				validationCode: '={{ $json.code }}',
			},
			credential: 'capillaryTillApi',
			output: 2,
		},
		chain: {
			requests: [
				{
					name: 'Redeem',
					path: '/capillary/v1.1/coupon/redeem',
					parameters: {
						sendQuery: true,
						queryParameters: pairs({ format: 'json' }),
						...jsonBody(
							[
								'={ "root": { "coupon": [{',
								'  "code": "{{ $json.coupon }}",',
								'  "validation_code": "{{ $json.code }}",',
								'  "customer": { "mobile": "91{{ $json.mobile }}" }',
								'}] } }',
							].join('\n'),
						),
					},
				},
			],
			credential: {
				type: 'httpBasicAuth',
				data: {
					user: capillary.tillUsername,
					password: createHash('md5').update(capillary.tillPassword).digest('hex'),
				},
			},
			success: { value: '={{ $json.body.response.coupons.coupon.item_status.success }}', is: 'true' },
		},
	},
];
