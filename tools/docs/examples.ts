import type { IDataObject, INodeParameters } from 'n8n-workflow';

/** A provider's response, as its own page prints it or as the nodes assume it. */
export interface ExampleAnswer {
	/** The end of the path that returns it. */
	path: string;
	status: number;
	body: unknown;
}

/** What a page shows of one run: the response, and the output that the item leaves through. */
export interface Shown {
	output: string;
	answer: ExampleAnswer;
	/** Where the response comes from, as a sentence. */
	source: string;
}

/** A node with one item, and its results. */
export interface NodeExample {
	credential: string;
	/** The input item. */
	input: IDataObject;
	/** The fields that are set, as the editor saves them. */
	parameters: INodeParameters;
	shown: Shown[];
}

const PRINTED = 'The provider documents this response.';
const COMPOSED = 'Composed from the fields and codes that the provider documents.';
const ASSUMED = 'The provider does not document this response; the nodes assume this form.';

const hyperVergeRefusal = (message: string) => ({ message, statusCode: 400, status: 'failure' });

/** The account of the credential; a response for another one is not trusted. */
const OWN_ACCOUNT = { clientId: '7001', bankId: 7002 };
const PRINTED_ACCOUNT = { clientId: '1060', bankId: 6060 };

function wibmo(
	messageCode: number,
	clientTxnId: string,
	responseCode: string,
	responseMessage: string,
	account = OWN_ACCOUNT,
): ExampleAnswer {
	const body = {
		responseCode,
		messageCode,
		clientTxnId,
		clientId: account.clientId,
		responseDateTime: '20240814191425',
		responseMessage,
		bankId: account.bankId,
	};
	return { path: '/api/v2/decrypt', status: 200, body };
}

function points(code: number, success: boolean, message: string, more: object): object {
	const status = {
		success: String(success),
		code: success ? 200 : 500,
		message: success ? 'Success' : 'All requests have failed due to errors',
	};
	const item = { ...more, item_status: { success: String(success), code, message } };
	return { response: { status, responses: { points: item } } };
}

const TRANSACTION = { transactionId: 'onboarding-4711' };
const WIBMO_SEALED = 'nhIOIj99bOLq3qAN7ncX3KXyg40cGOryjC9nPccCwilQ3RxU0LevSQ==';

/** One for each node, by type name. No provider is called: the responses are from the providers' pages. */
export const EXAMPLES: Readonly<Record<string, NodeExample>> = {
	hyperVergeSendEmailOtp: {
		credential: 'hyperVergeApi',
		input: { email: 'jane@example.com' },
		parameters: { email: '={{ $json.email }}', additionalFields: TRANSACTION },
		shown: [
			{
				output: 'Sent',
				answer: {
					path: '/sendOTPEmail',
					status: 200,
					body: { status: 'success', statusCode: '200', result: { message: 'req-0123456789abcdef' } },
				},
				source: PRINTED,
			},
			{
				output: 'Not Sent',
				answer: {
					path: '/sendOTPEmail',
					status: 400,
					body: hyperVergeRefusal('Input Validation Error: is not one of enum values: 4,6'),
				},
				source: PRINTED,
			},
		],
	},
	hyperVergeRetryEmailOtp: {
		credential: 'hyperVergeApi',
		input: { reference: { requestId: 'req-0123456789abcdef' } },
		parameters: { requestId: '={{ $json.reference.requestId }}', additionalFields: TRANSACTION },
		shown: [
			{
				output: 'Sent',
				answer: {
					path: '/retryOTPEmail',
					status: 200,
					body: { status: 'success', statusCode: '200', result: { message: 'req-0123456789abcdef' } },
				},
				source: ASSUMED,
			},
		],
	},
	hyperVergeVerifyEmailOtp: {
		credential: 'hyperVergeApi',
		input: { requestId: 'req-0123456789abcdef', code: '012345' },
		parameters: {
			requestId: '={{ $json.requestId }}',
			otp: '={{ $json.code }}',
			additionalFields: TRANSACTION,
		},
		shown: [
			{
				output: 'Verified',
				answer: {
					path: '/verifyOTPEmail',
					status: 200,
					body: { status: 'success', statusCode: '200', result: { message: 'OTP verified success' } },
				},
				source: ASSUMED,
			},
			{
				output: 'Wrong Code',
				answer: { path: '/verifyOTPEmail', status: 400, body: hyperVergeRefusal('Invalid OTP') },
				source: ASSUMED,
			},
		],
	},
	hyperVergeSendMobileOtp: {
		credential: 'hyperVergeApi',
		input: { mobile: '9876543210' },
		parameters: {
			mobileNumber: '={{ $json.mobile }}',
			templateId: 'tmpl-1',
			additionalFields: TRANSACTION,
		},
		shown: [
			{
				output: 'Sent',
				answer: {
					path: '/verifyMobileSendOtp',
					status: 200,
					body: { status: 'success', statusCode: '200', result: { message: 'OTP sent' } },
				},
				source: ASSUMED,
			},
		],
	},
	hyperVergeResendMobileOtp: {
		credential: 'hyperVergeApi',
		input: { mobile: '9876543210' },
		parameters: { mobileNumber: '={{ $json.mobile }}', retryType: 'voice', additionalFields: TRANSACTION },
		shown: [
			{
				output: 'Throttled',
				answer: {
					path: '/resendOtp',
					status: 429,
					body: { message: 'Rate limit exceeded', statusCode: 429, status: 'failure' },
				},
				source: COMPOSED,
			},
		],
	},
	hyperVergeVerifyMobileOtp: {
		credential: 'hyperVergeApi',
		input: { mobile: '9876543210', code: '012345' },
		parameters: {
			mobileNumber: '={{ $json.mobile }}',
			otp: '={{ $json.code }}',
			additionalFields: TRANSACTION,
		},
		shown: [
			{
				output: 'Verified',
				answer: {
					path: '/verifyMobileOtp',
					status: 200,
					body: { status: 'success', statusCode: '200', result: { message: 'OTP verified success' } },
				},
				source: ASSUMED,
			},
			{
				output: 'Wrong Code',
				answer: { path: '/verifyMobileOtp', status: 400, body: hyperVergeRefusal('Invalid OTP') },
				source: ASSUMED,
			},
		],
	},
	wibmoEncryptPayload: {
		credential: 'wibmoApi',
		input: { email: 'jane@example.com' },
		parameters: {
			messageCode: '2080',
			email: '={{ $json.email }}',
			additionalFields: { clientTxnId: 'ONBOARDING0001' },
		},
		shown: [
			{
				output: 'Success',
				answer: { path: '/api/v2/encrypt', status: 200, body: { token: WIBMO_SEALED } },
				source: 'The provider documents a response of this form.',
			},
		],
	},
	wibmoDecryptPayload: {
		credential: 'wibmoApi',
		input: { token: WIBMO_SEALED },
		parameters: { token: '={{ $json.token }}' },
		shown: [
			{
				output: 'Success',
				answer: wibmo(1941, 'MobileOTsVdz65wadKe3RG124', '00', 'SUCCESS', PRINTED_ACCOUNT),
				source: PRINTED,
			},
		],
	},
	wibmoSendEmailOtp: {
		credential: 'wibmoApi',
		input: { email: 'jane@example.com' },
		parameters: { email: '={{ $json.email }}', additionalFields: { clientTxnId: 'ONBOARDING0001' } },
		shown: [
			{ output: 'Sent', answer: wibmo(2081, 'ONBOARDING0001', '00', 'SUCCESS'), source: COMPOSED },
			{
				output: 'Not Sent',
				answer: wibmo(2081, 'ONBOARDING0001', '1001', 'CARD_NOT_FOUND'),
				source: COMPOSED,
			},
		],
	},
	wibmoSendMobileOtp: {
		credential: 'wibmoApi',
		input: { mobile: '919999900000' },
		parameters: {
			mobileNumber: '={{ $json.mobile }}',
			additionalFields: { clientTxnId: 'MobileOTsVdz65wadKe3RG124' },
		},
		shown: [
			{
				output: 'Sent',
				answer: wibmo(1941, 'MobileOTsVdz65wadKe3RG124', '00', 'SUCCESS'),
				source: COMPOSED,
			},
		],
	},
	wibmoVerifyEmailOtp: {
		credential: 'wibmoApi',
		input: { email: 'jane@example.com', code: '012345' },
		parameters: {
			email: '={{ $json.email }}',
			otp: '={{ $json.code }}',
			additionalFields: { clientTxnId: 'ONBOARDING0002' },
		},
		shown: [
			{ output: 'Verified', answer: wibmo(2091, 'ONBOARDING0002', '00', 'SUCCESS'), source: COMPOSED },
			{
				output: 'Wrong Code',
				answer: wibmo(2091, 'ONBOARDING0002', '1017', 'INVALID OTP'),
				source: COMPOSED,
			},
		],
	},
	wibmoVerifyMobileOtp: {
		credential: 'wibmoApi',
		input: { mobile: '919999900000', code: '012345' },
		parameters: {
			mobileNumber: '={{ $json.mobile }}',
			otp: '={{ $json.code }}',
			additionalFields: { clientTxnId: 'todayvra4ramo22221125' },
		},
		shown: [
			{
				output: 'Verified',
				answer: wibmo(1961, 'todayvra4ramo22221125', '00', 'SUCCESS'),
				source: COMPOSED,
			},
			{
				output: 'Wrong Code',
				answer: wibmo(1961, 'todayvra4ramo22221125', '1017', 'INVALID OTP'),
				source: COMPOSED,
			},
		],
	},
	iServeUSendOtp: {
		credential: 'iServeUApi',
		input: { mobile: '8144094480', amount: '1001', order: 'ORDER000001' },
		parameters: {
			otpType: '2',
			customerMobileNumber: '={{ $json.mobile }}',
			username: 'agent-one',
			requestedAmount: '={{ $json.amount }}',
			externalRefNumber: '={{ $json.order }}',
		},
		shown: [
			{
				output: 'Sent',
				answer: {
					path: '/otp/send',
					status: 200,
					body: {
						status: 'SUCCESS',
						statusCode: '0',
						statusDesc: 'OTP Sent Successfully.',
						paramA: ' ',
						paramB: ' ',
						paramC: ' ',
					},
				},
				source: PRINTED,
			},
			{
				output: 'Not Sent',
				answer: {
					path: '/otp/send',
					status: 200,
					body: {
						status: 'FAILED',
						statusCode: '1',
						statusDesc: 'Failed to send OTP',
						paramA: '',
						paramB: '',
						paramC: '',
					},
				},
				source: PRINTED,
			},
		],
	},
	iServeUProcessCustomer: {
		credential: 'iServeUApi',
		input: { mobile: '8249638187', name: 'Asha Example', code: '012345' },
		parameters: {
			mobileNumber: '={{ $json.mobile }}',
			otp: '={{ $json.code }}',
			name: '={{ $json.name }}',
			username: 'agent-one',
			latLong: '20.2961,85.8245',
			publicIP: '192.0.2.1',
		},
		shown: [
			{
				output: 'Verified',
				answer: {
					path: '/process-customer-registration',
					status: 200,
					body: {
						name: 'Asha Example',
						mobileNumber: '8249638187',
						statusCode: '2',
						statusDesc: 'Customer verified successfully and Ovd Data Updated',
						KYCTypeFlag: true,
						status: 'SUCCESS',
					},
				},
				source: 'Seen in a public integration; the provider does not document a response.',
			},
			{
				output: 'Wrong Code',
				answer: {
					path: '/process-customer-registration',
					status: 200,
					body: { status: 'FAILED', statusCode: '1', statusDesc: 'Invalid OTP' },
				},
				source: ASSUMED,
			},
		],
	},
	iServeUVerifyBeneficiary: {
		credential: 'iServeUApi',
		input: { order: 'ORDER000001', code: '873877' },
		parameters: {
			customerMobileNumber: '8144094480',
			externalRefNumber: '={{ $json.order }}',
			otp: '={{ $json.code }}',
			username: 'agent-one',
			customerName: 'Asha Example',
			accountNumber: '12345678901',
			beneName: 'Bela Example',
			beneMobileNumber: '9876543211',
			beneBankName: 'State Bank of India',
			bankCode: 'SBIN',
			beneIfscCode: 'SBIN0225500',
			address: 'Bhubaneswar',
			pincode: '751002',
			latLong: '20.2961,85.8245',
			customerIP: '192.0.2.1',
		},
		shown: [
			{
				output: 'Verified',
				answer: {
					path: '/verify-bene',
					status: 200,
					body: {
						status: 'SUCCESS',
						statusCode: '0',
						'status-desc': 'Beneficiary verified',
						externalRefNumber: 'ORDER000001',
						parentTxnId: '1000000001',
						'gateway-transaction-details': [
							{
								gateWayTxnId: '1000000002',
								status: 'SUCCESS',
								txnStausCode: '4',
								txnStatusDesc: 'Transaction Success',
							},
						],
					},
				},
				source: ASSUMED,
			},
		],
	},
	iServeUGetCustomer: {
		credential: 'iServeUApi',
		input: { mobile: '8249638187' },
		parameters: {
			mobileNumber: '={{ $json.mobile }}',
			username: 'agent-one',
			latLong: '20.2961,85.8245',
			publicIP: '192.0.2.1',
		},
		shown: [
			{
				output: 'Verified',
				answer: {
					path: '/get-customer',
					status: 200,
					body: { status: 'SUCCESS', statusCode: '2', statusDesc: 'Customer verified' },
				},
				source: COMPOSED,
			},
			{
				output: 'Not Found',
				answer: {
					path: '/get-customer',
					status: 200,
					body: { status: 'SUCCESS', statusCode: '0', statusDesc: 'Customer not onboarded' },
				},
				source: COMPOSED,
			},
		],
	},
	capillaryGenerateOtp: {
		credential: 'capillaryTillApi',
		input: { mobile: '911234567896' },
		parameters: {
			entityValue: '={{ $json.mobile }}',
			action: 'POINTS',
			channels: {
				channel: [
					{ type: 'SMS', value: '' },
					{ type: 'EMAIL', value: 'tom.sawyer@example.com' },
				],
			},
		},
		shown: [
			{
				output: 'Sent',
				answer: { path: '/v2/otp/generate', status: 201, body: { createdId: 10, warnings: [] } },
				source: PRINTED,
			},
			{
				output: 'Throttled',
				answer: {
					path: '/v2/otp/generate',
					status: 400,
					body: { warnings: [], errors: [{ status: false, code: 517, message: 'Rate limit exceeded' }] },
				},
				source: COMPOSED,
			},
		],
	},
	capillaryValidateOtp: {
		credential: 'capillaryTillApi',
		input: { email: 'tom.sawyer@example.com', code: 'A2WX11I' },
		parameters: {
			entityType: 'EMAIL',
			entityValue: '={{ $json.email }}',
			code: '={{ $json.code }}',
			action: 'GENERIC',
		},
		shown: [
			{
				output: 'Verified',
				answer: { path: '/v2/otp/validate', status: 200, body: { entity: true, warnings: [] } },
				source: PRINTED,
			},
			{
				output: 'Wrong Code',
				answer: { path: '/v2/otp/validate', status: 400, body: { entity: false, warnings: [] } },
				source: PRINTED,
			},
		],
	},
	capillaryGetOtp: {
		credential: 'capillaryTillApi',
		input: { mobile: '8799361139' },
		parameters: { identifierValue: '={{ $json.mobile }}', scope: 'POINTS' },
		shown: [
			{
				output: 'Found',
				answer: {
					path: '/v2/otp',
					status: 200,
					body: {
						orgId: 966,
						userId: 313302314,
						code: '538AD87',
						validUpto: '2017-08-07T21:44:20+05:30',
						warnings: [],
					},
				},
				source: PRINTED,
			},
			{
				output: 'Not Found',
				answer: {
					path: '/v2/otp',
					status: 400,
					body: { warnings: [], errors: [{ status: false, code: 9001, message: 'No valid OTP found.' }] },
				},
				source: COMPOSED,
			},
		],
	},
	capillaryCheckPointsRedeemable: {
		credential: 'capillaryTillApi',
		input: { mobile: '919777785205', points: 10 },
		parameters: { identifierValue: '={{ $json.mobile }}', points: '={{ $json.points }}', issueOtp: true },
		shown: [
			{
				output: 'Redeemable',
				answer: {
					path: '/points/isredeemable',
					status: 200,
					body: {
						response: {
							status: { success: 'true', code: 200, message: 'Success' },
							points: {
								redeemable: {
									mobile: '919777785205',
									email: 'x@example.com',
									external_id: '434547',
									points: 10,
									is_redeemable: 'true',
									points_redeem_value: 10,
									points_redeem_local_value: 10,
									input_type: 'points',
									points_currency_ratio: '1',
									item_status: { success: 'true', code: 800, message: 'Points can be redeemed' },
								},
							},
						},
					},
				},
				source: PRINTED,
			},
		],
	},
	capillaryRedeemPoints: {
		credential: 'capillaryTillApi',
		input: { mobile: '919777788221', points: 10, code: 'NS3U05' },
		parameters: {
			identifierValue: '={{ $json.mobile }}',
			points: '={{ $json.points }}',
			validationCode: '={{ $json.code }}',
			additionalFields: { externalReferenceNumber: 'a3fd1a63-1aa3-4c47-9173-398' },
		},
		shown: [
			{
				output: 'Redeemed',
				answer: {
					path: '/points/redeem',
					status: 200,
					body: points(800, true, 'Points Redeemed', {
						mobile: '919777788221',
						redemption_id: '7t4y2a',
						points_redeemed: '10',
						balance: 1990,
					}),
				},
				source: 'The provider documents this response; it is shortened here.',
			},
			{
				output: 'Wrong Code',
				answer: {
					path: '/points/redeem',
					status: 200,
					body: points(808, false, 'Invalid validation code', { points_redeemed: '10' }),
				},
				source: COMPOSED,
			},
		],
	},
	capillaryRedeemCoupon: {
		credential: 'capillaryTillApi',
		input: { mobile: '447700900000', coupon: '06000041', code: '4PZGXC' },
		parameters: {
			identifierValue: '={{ $json.mobile }}',
			couponCode: '={{ $json.coupon }}',
			validationCode: '={{ $json.code }}',
		},
		shown: [
			{
				output: 'Redeemed',
				answer: {
					path: '/coupon/redeem',
					status: 200,
					body: {
						response: {
							status: { success: 'true', code: 200, message: 'Success' },
							coupons: {
								coupon: {
									redemption_id: '18956938',
									code: '06000041',
									item_status: { success: 'true', code: 700, message: 'Coupon processing successful' },
								},
							},
						},
					},
				},
				source: 'The provider documents these fields; the response is shortened here.',
			},
		],
	},
};

/** The failed item on the index of the nodes. */
export const FAULT_EXAMPLE: { node: string; answer: ExampleAnswer } = {
	node: 'hyperVergeSendEmailOtp',
	answer: {
		path: '/sendOTPEmail',
		status: 500,
		body: { statusCode: 500, status: 'failure', error: 'Internal Server Error' },
	},
};
