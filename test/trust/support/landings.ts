import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { RecordedRequest } from '../../../simulator';

/** What the request holds where a field was given nothing. */
export type Empty = 'refused' | 'absent' | RegExp | { is: unknown };

/** Where the value of a field arrives at the provider. Written by hand from the providers' pages. */
export interface Landing {
	/** A value that works. */
	valid: string | number | boolean;
	/** Parameters that the field needs to count. */
	with?: INodeParameters;
	/** What arrived, from all requests of one item. */
	arrived: (requests: RecordedRequest[]) => unknown;
	/** What must arrive for a value that was taken; texts are given without surrounding spaces. */
	expected: (given: string | number | boolean) => unknown;
	empty: Empty;
	/** The calls of an item, where they differ from the node's. */
	calls?: Calls;
	/** Whether a number is refused, because it may have lost leading zeros. */
	textOnly?: true;
}

/** The calls of an item, by method and path. */
export interface Calls {
	/** The call that is made once for each item, before any other. */
	first: string;
	/** The other calls that an item may take. */
	others?: string[];
}

/** A node, the calls that it makes for an item, and where its fields arrive. */
export interface Landings extends Calls {
	/** By the parameter's path. */
	fields: Record<string, Landing>;
}

function follow(value: unknown, keys: string[]): unknown {
	return keys.reduce<unknown>((inner, key) => (inner as IDataObject | undefined)?.[key], value);
}

/** Reads `body.a.0.b`, `query.a` or `headers.A` of the first request of an item. */
function at(place: string): Landing['arrived'] {
	return ([request]) => follow(request, place.split('.'));
}

function line(
	place: string,
	valid: string,
	empty: Empty = 'refused',
	parameters: INodeParameters = {},
): Landing {
	return { valid, empty, with: parameters, arrived: at(place), expected: (given) => String(given) };
}

function optional(place: string, valid: string, parameters: INodeParameters = {}): Landing {
	return line(place, valid, 'absent', parameters);
}

function code(place: string, valid: string, empty: Empty = 'refused'): Landing {
	return { ...line(place, valid, empty), textOnly: true };
}

/** A number, whether the provider takes it as a number or as a text. */
function number(place: string, valid: number, empty: Empty = 'refused'): Landing {
	return {
		valid,
		empty,
		arrived: (requests) => {
			const found = at(place)(requests);
			return found === undefined ? undefined : Number(found);
		},
		expected: Number,
	};
}

function toggle(place: string, on: unknown, off: unknown): Landing {
	return {
		valid: true,
		empty: { is: off },
		arrived: at(place),
		expected: (given) => (given === true ? on : off),
	};
}

/** A choice between two names of one field of the request. */
function keyOf(names: string[], documented: string): Landing {
	return {
		valid: documented,
		empty: { is: documented },
		arrived: ([{ body }]) => names.find((name) => name in (body as object)),
		expected: (given) => given,
	};
}

const GENERATED_20 = /^[0-9A-HJKMNP-TV-Z]{20}$/;
const GENERATED_14 = /^[0-9A-HJKMNP-TV-Z]{14}$/;
const GENERATED_16 = /^[0-9A-HJKMNP-TV-Z]{16}$/;
const GENERATED_24 = /^[0-9A-HJKMNP-TV-Z]{24}$/;

const hyperVerge = {
	'additionalFields.transactionId': line('headers.transactionId', 'journey-1', GENERATED_20),
};
const hyperVergeEmail = {
	...hyperVerge,
	'additionalFields.widgetId': optional('body.widgetId', '33686c6f6e4e'),
};
const lengthAsNumber = { 'providerQuirks.otpLengthAsNumber': toggle('body.otpLength', 6, '6') };
const tenDigits = (name: string) => ({ [name]: line(`body.${name}`, '9876543210') });

function wibmo(documented: number | string, skipFlag: string): Record<string, Landing> {
	return {
		'additionalFields.clientTxnId': line('body.clientTxnId', 'ONBOARDING0001', GENERATED_14),
		'additionalFields.skipCustomerValidation': toggle(`body.${skipFlag}`, true, undefined),
		'providerQuirks.messageCodeType': {
			valid: 'documented',
			empty: { is: documented },
			arrived: at('body.messageCode'),
			expected: (given) =>
				given === 'documented' ? documented : given === 'number' ? Number(documented) : String(documented),
		},
		'providerQuirks.timeZone': {
			valid: 'ist',
			empty: { is: 330 },
			arrived: ([{ body, at: arrivedAt }]) => {
				const written = String((body as IDataObject).requestDateTime);
				const parts = /^(....)(..)(..)(..)(..)(..)$/.exec(written)?.slice(1).map(Number) ?? [];
				const [year, month, day, hour, minute, second] = parts;
				const minutes =
					(Date.UTC(year, month - 1, day, hour, minute, second) - Date.parse(arrivedAt)) / 60_000;
				return Math.round(minutes / 30) * 30;
			},
			expected: (given) => (given === 'utc' ? 0 : 330),
		},
	};
}

const wibmoSend = {
	productId: number('body.productId', 1),
	otpGenerationType: line('body.otp_generation_type', '0'),
};
const wibmoOtp = { otp: code('body.otp', '012345') };
const wibmoEmail = (name: string) => ({ email: line(`body.${name}`, 'jane@example.com') });
const wibmoMobile = (name: string) => ({ mobileNumber: line(`body.${name}`, '919876543210') });

/** The last part of the address of the operation, from all requests of an item. */
function operationPath(documented: string): Record<string, Landing> {
	return {
		'providerQuirks.path': {
			valid: documented,
			empty: { is: `/api/onboarding/v1/${documented}` },
			arrived: (requests) => requests[1]?.path,
			expected: (given) => `/api/onboarding/v1/${given}`,
		},
	};
}

const SEALED = 'AAAAAAAAAAAAAAAAAAAAAA==';

/** A token that was encrypted before goes to the operation at once. */
function sealed(name: string): Record<string, Landing> {
	const calls = { first: `POST /api/onboarding/v1/${name}`, others: ['POST /api/v2/decrypt'] };
	return { token: { ...line('body.token', SEALED, 'refused', { payload: 'encrypted' }), calls } };
}

function wibmoCalls(...names: string[]): Calls {
	return {
		first: 'POST /api/v2/encrypt',
		others: ['POST /api/v2/decrypt', ...names.map((name) => `POST /api/onboarding/v1/${name}`)],
	};
}

const passThrough = {
	'additionalFields.paramA': optional('body.paramA', 'a'),
	'additionalFields.paramB': optional('body.paramB', 'b'),
	'additionalFields.paramC': optional('body.paramC', 'c'),
};
const iServeUUser = { username: line('body.username', 'agent-one', { is: 'simulator_agent' }) };
const aadhaar = '765386439745';
const transaction = {
	otpType: '2',
	requestedAmount: '1001',
	externalRefNumber: 'ORDER000001',
};

const authentication: Record<string, Landing> = {
	authentication: {
		valid: 'till',
		empty: 'refused',
		arrived: ([{ headers }]) => ('Authorization' in headers ? 'till' : 'client'),
		expected: (given) => given,
	},
};
const entity = {
	...authentication,
	entityType: line('body.entityType', 'MOBILE'),
	entityValue: line('body.entityValue', '919876543210'),
	action: line('body.action', 'REGISTRATION'),
};

/** A customer in a redemption: the identifier's name is the key of its value. */
function customer(place: string, names: string[]): Record<string, Landing> {
	return {
		...authentication,
		identifierName: {
			valid: 'mobile',
			empty: 'refused',
			arrived: (requests) => {
				const found = at(place)(requests) as object;
				return names.find((name) => name in found);
			},
			expected: (given) => given,
		},
		identifierValue: line(`${place}.mobile`, '919876543210'),
	};
}

const IDENTIFIERS = ['card_external_id', 'card_number', 'email', 'external_id', 'mobile'];
const coupon = 'body.root.coupon.0';
const redeem = 'body.root.redeem.0';

/** Every field of every node that decides what is sent. Settings of the whole node are tried elsewhere. */
export const LANDINGS: Record<string, Landings> = {
	hyperVergeSendEmailOtp: {
		first: 'POST /sendOTPEmail',
		fields: {
			email: line('body.email', 'jane@example.com'),
			otpLength: line('body.otpLength', '6'),
			...hyperVergeEmail,
			...lengthAsNumber,
			'providerQuirks.emailField': keyOf(['email', 'emailId'], 'email'),
		},
	},
	hyperVergeVerifyEmailOtp: {
		first: 'POST /verifyOTPEmail',
		fields: {
			requestId: line('body.reqId', 'req-1'),
			otp: code('body.otp', '012345'),
			'additionalFields.email': optional('body.email', 'jane@example.com'),
			...hyperVergeEmail,
		},
	},
	hyperVergeRetryEmailOtp: {
		first: 'POST /retryOTPEmail',
		fields: {
			requestId: line('body.reqId', 'req-1'),
			otpLength: line('body.otpLength', '6'),
			...hyperVergeEmail,
			...lengthAsNumber,
		},
	},
	hyperVergeSendMobileOtp: {
		first: 'POST /verifyMobileSendOtp',
		fields: {
			...tenDigits('mobileNumber'),
			templateId: line('body.templateId', 'tmpl-1'),
			otpLength: number('body.otpLength', 6),
			'additionalFields.otpExpiry': number('body.otpExpiry', 10, 'absent'),
			...hyperVerge,
			...lengthAsNumber,
		},
	},
	hyperVergeResendMobileOtp: {
		first: 'POST /resendOtp',
		fields: {
			...tenDigits('mobileNumber'),
			retryType: line('body.retryType', 'voice'),
			...hyperVerge,
		},
	},
	hyperVergeVerifyMobileOtp: {
		first: 'POST /verifyMobileOtp',
		fields: { ...tenDigits('mobileNumber'), otp: code('body.otp', '012345'), ...hyperVerge },
	},
	wibmoEncryptPayload: {
		first: 'POST /api/v2/encrypt',
		fields: {
			messageCode: {
				valid: '2080',
				empty: 'refused',
				with: { mobileNumber: '919876543210', email: 'jane@example.com', otp: '123456' },
				arrived: ([{ body }]) => String((body as IDataObject).messageCode),
				expected: String,
			},
			...wibmoEmail('email'),
			mobileNumber: line('body.cardHolderMobileNumber', '919876543210', 'refused', { messageCode: '1940' }),
			otp: { ...code('body.otp', '012345'), with: { messageCode: '2090' } },
			...wibmoSend,
			...wibmo(2080, 'emailVerifySkipFlag'),
			'providerQuirks.sendMobileField': {
				...keyOf(['cardHolderMobileNumber', 'mobileNumber'], 'cardHolderMobileNumber'),
				with: { messageCode: '1940', mobileNumber: '919876543210' },
			},
			'providerQuirks.verifyMobileField': {
				...keyOf(['cardHolderMobileNumber', 'mobileNumber'], 'mobileNumber'),
				with: { messageCode: '1960', mobileNumber: '919876543210', otp: '123456' },
			},
		},
	},
	wibmoSendEmailOtp: {
		...wibmoCalls('sentOtpEmail', 'sendOtpEmail'),
		fields: {
			...wibmoEmail('email'),
			...wibmoSend,
			...wibmo(2080, 'emailVerifySkipFlag'),
			...operationPath('sentOtpEmail'),
			...sealed('sentOtpEmail'),
		},
	},
	wibmoSendMobileOtp: {
		...wibmoCalls('sentOtpMobile', 'sendOtpMobile'),
		fields: {
			...wibmoMobile('cardHolderMobileNumber'),
			...wibmoSend,
			...wibmo(1940, 'smsVerifySkipFlag'),
			...operationPath('sentOtpMobile'),
			...sealed('sentOtpMobile'),
			'providerQuirks.sendMobileField': keyOf(
				['cardHolderMobileNumber', 'mobileNumber'],
				'cardHolderMobileNumber',
			),
		},
	},
	wibmoVerifyEmailOtp: {
		...wibmoCalls('verifyEmailOtp'),
		fields: {
			...wibmoEmail('emailId'),
			...wibmoOtp,
			...wibmo('2090', 'emailVerifySkipFlag'),
			...sealed('verifyEmailOtp'),
		},
	},
	wibmoVerifyMobileOtp: {
		...wibmoCalls('verifyMobileOtp'),
		fields: {
			...wibmoMobile('mobileNumber'),
			...wibmoOtp,
			...wibmo('1960', 'smsVerifySkipFlag'),
			...sealed('verifyMobileOtp'),
			'providerQuirks.verifyMobileField': keyOf(['cardHolderMobileNumber', 'mobileNumber'], 'mobileNumber'),
		},
	},
	wibmoDecryptPayload: {
		first: 'POST /api/v2/decrypt',
		fields: { token: line('body.token', SEALED) },
	},
	iServeUSendOtp: {
		first: 'POST /common/dmt-lite/unified/otp/send',
		fields: {
			otpType: { ...line('body.otpType', '1'), with: { requestedAmount: '1001' } },
			...tenDigits('customerMobileNumber'),
			...iServeUUser,
			requestedAmount: line('body.requestedAmount', '1001', 'refused', transaction),
			externalRefNumber: line('body.externalRefNumber', 'ORDER000001', GENERATED_16, transaction),
			ovdType: line('body.ovdType', 'Aadhaar Card'),
			ovdData: line('body.ovdData', aadhaar),
			'additionalFields.email': optional('body.email', 'jane@example.com'),
			'additionalFields.latLong': optional('body.latLong', '20.29,85.82'),
			'additionalFields.ovdData': optional('body.ovdData', aadhaar, transaction),
			...passThrough,
			'additionalFields.pid': optional('body.pid', 'UElE'),
			'additionalFields.publicIP': optional('body.publicIP', '192.0.2.1'),
		},
	},
	iServeUProcessCustomer: {
		first: 'POST /common/dmt-lite/unified/customer/process-customer-registration',
		fields: {
			...tenDigits('mobileNumber'),
			otp: code('body.otp', '012345'),
			name: line('body.name', 'Asha Example'),
			...iServeUUser,
			latLong: line('body.latlong', '20.29,85.82'),
			publicIP: line('body.publicIP', '192.0.2.1'),
			'additionalFields.address': optional('body.address', 'Bhubaneswar'),
			'additionalFields.externalRefNumber': optional('body.externalRefNumber', 'ORDER000001'),
			'additionalFields.ovdData': optional('body.ovdData', aadhaar),
			'additionalFields.ovdType': optional('body.ovdType', 'BioAuth'),
			...passThrough,
			'additionalFields.pincode': optional('body.pincode', '751002'),
		},
	},
	iServeUVerifyBeneficiary: {
		first: 'POST /common/dmt-lite/unified/transaction/verify-bene',
		fields: {
			...tenDigits('customerMobileNumber'),
			otp: code('body.otp', '012345'),
			externalRefNumber: line('body.externalRefNumber', 'ORDER000001'),
			...iServeUUser,
			customerName: line('body.customerName', 'Asha Example'),
			accountNumber: code('body.accountNumber', '00123456789'),
			beneName: line('body.beneName', 'Bela Example'),
			...tenDigits('beneMobileNumber'),
			beneBankName: line('body.beneBankName', 'State Bank of India'),
			bankCode: line('body.bankCode', 'SBIN'),
			beneIfscCode: line('body.beneIfscCode', 'SBIN0225500'),
			transactionMode: line('body.transactionMode', 'IMPS'),
			address: line('body.address', 'Bhubaneswar'),
			pincode: line('body.pincode', '751002'),
			latLong: line('body.latLong', '20.29,85.82'),
			customerIP: line('body.customerIP', '192.0.2.1'),
			'additionalFields.paramB': optional('body.paramB', '751002'),
			'additionalFields.paramC': optional('body.paramC', 'Bhubaneswar'),
			isHoldTransaction: toggle('body.isHoldTransaction', true, false),
		},
	},
	iServeUGetCustomer: {
		first: 'POST /common/dmt-lite/unified/customer/get-customer',
		fields: {
			...tenDigits('mobileNumber'),
			...iServeUUser,
			latLong: line('body.latlong', '20.29,85.82'),
			publicIP: line('body.publicIP', '192.0.2.1'),
		},
	},
	capillaryGenerateOtp: {
		first: 'POST /v2/otp/generate',
		fields: {
			...entity,
			'channels.channel[0].type': line('body.channels.0.type', 'SMS'),
			'channels.channel[0].value': line('body.channels.0.value', '919876543210', { is: '919876543210' }),
			'templates.emailBody': optional('body.emailTemplate.body', 'Your code: {{ validation_code }}'),
			'templates.emailSubject': optional('body.emailTemplate.subject', 'Your code'),
			'templates.template': optional('body.template', 'Your code: {{ validation_code }}'),
			'templates.whatsappTemplateName': optional('body.whatsappTemplateName', 'otp_login'),
			'templates.zaloTemplateIdentifier': optional('body.zaloTemplateIdentifier', '204711'),
			'providerQuirks.channelTypeInLowerCase': toggle('body.channels.0.type', 'sms', 'SMS'),
		},
	},
	capillaryValidateOtp: {
		first: 'POST /v2/otp/validate',
		fields: { ...entity, code: code('body.code', '0A2WX11') },
	},
	capillaryGetOtp: {
		first: 'GET /v2/otp',
		fields: {
			...authentication,
			identifierName: line('query.identifierName', 'mobile'),
			identifierValue: line('query.identifierValue', '919876543210'),
			source: line('query.source', 'INSTORE'),
			scope: line('query.scope', 'REGISTRATION'),
			'additionalFields.accountId': optional('query.accountId', 'WECHAT-ACCOUNT-1'),
			'additionalFields.threshold': number('query.threshold', 60, 'absent'),
		},
	},
	capillaryCheckPointsRedeemable: {
		first: 'GET /v1.1/points/isredeemable',
		fields: {
			...customer('query', IDENTIFIERS),
			points: number('query.points', 10),
			issueOtp: toggle('query.issue_otp', 'true', undefined),
			'additionalFields.programId': optional('query.program_id', '504'),
		},
	},
	capillaryRedeemPoints: {
		first: 'POST /v1.1/points/redeem',
		fields: {
			...customer(`${redeem}.customer`, IDENTIFIERS),
			points: number(`${redeem}.points_redeemed`, 10),
			validationCode: code(`${redeem}.validation_code`, '0S3U05'),
			'additionalFields.externalReferenceNumber': line(
				`${redeem}.external_reference_number`,
				'a3fd1a63-1aa3-4c47-9173-398',
				GENERATED_24,
			),
			'additionalFields.notes': optional(`${redeem}.notes`, 'Redeemed at the till'),
			'additionalFields.programId': optional('query.program_id', '504'),
			'additionalFields.redemptionPurpose': optional(`${redeem}.redemption_purpose`, 'gift'),
			'additionalFields.redemptionTime': optional(`${redeem}.redemption_time`, '2026-03-13 18:02:34'),
			'additionalFields.tillId': optional(`${redeem}.till_id`, 'store.till1'),
			'additionalFields.transactionNumber': optional(`${redeem}.transaction_number`, 'bill-110'),
		},
	},
	capillaryRedeemCoupon: {
		first: 'POST /v1.1/coupon/redeem',
		fields: {
			...customer(`${coupon}.customer`, IDENTIFIERS),
			couponCode: code(`${coupon}.code`, '06000041'),
			validationCode: code(`${coupon}.validation_code`, '0PZGXC', 'absent'),
			'additionalFields.transactionAmount': optional(`${coupon}.transaction.0.amount`, '1000', {
				additionalFields: { transactionNumber: 'bill-110' },
			}),
			'additionalFields.transactionNumber': optional(`${coupon}.transaction.0.number`, 'bill-110'),
		},
	},
};
