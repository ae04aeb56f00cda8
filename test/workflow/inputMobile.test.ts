import type { IDataObject } from 'n8n-workflow';

import { execute } from '../../tools/engine';
import { aBadAddress, badAddresses, badRules, NO_CREDENTIAL } from '../support/badSettings';
import {
	NO_CODE,
	NO_TEN_DIGIT_MOBILE,
	NOT_A_LINE,
	NOT_A_SWITCH,
	notAWholeNumber,
	nothings,
	notOneOf,
	type BadValue,
} from '../support/badValues';
import { describeFields, describeSettings, FIELD, type Field, type Subject } from '../support/refusals';
import { savedCredentials, useSimulator } from '../support/simulator';

/** The nodes for mobile numbers, the retry of an e-mail, and Decrypt Payload. */

const simulator = useSimulator();

const HYPERVERGE = { provider: 'hyperverge', credential: 'hyperVergeApi' } as const;
const WIBMO = { provider: 'wibmo', credential: 'wibmoApi' } as const;

const FILLED_IN: BadValue[] = [...nothings('must be filled in'), ...NOT_A_LINE];

const TEN_DIGITS: Field = {
	label: 'Mobile Number',
	parameters: { mobileNumber: FIELD },
	takes: '9876543210',
	refuses: NO_TEN_DIGIT_MOBILE,
};
const OTP: Field = { label: 'OTP', parameters: { otp: FIELD }, takes: '123456', refuses: NO_CODE };

const TRANSACTION_ID: Field = {
	label: 'Transaction ID',
	parameters: { additionalFields: { transactionId: FIELD } },
	takes: 'journey-1',
	refuses: [
		...NOT_A_LINE.filter(([name]) => !name.startsWith('more than')),
		['a space in it', 'journey 1', 'must be up to 200 letters, digits and signs without spaces'],
	],
};

const LENGTH_AS_NUMBER: Field = {
	label: 'Send OTP Length as Number',
	parameters: { providerQuirks: { otpLengthAsNumber: FIELD } },
	takes: true,
	refuses: NOT_A_SWITCH,
};

const sendMobile: Subject = {
	...HYPERVERGE,
	type: 'hyperVergeSendMobileOtp',
	operation: 'sendMobileOtp',
	parameters: { mobileNumber: '9876543210', templateId: 'template-1' },
	path: '/verifyMobileSendOtp',
};

describeFields(simulator, sendMobile, [
	TEN_DIGITS,
	{ label: 'Template ID', parameters: { templateId: FIELD }, takes: 'template-1', refuses: FILLED_IN },
	{
		label: 'OTP Length',
		parameters: { otpLength: FIELD },
		takes: 6,
		refuses: [...nothings('must be a whole number from 4 to 9'), ...notAWholeNumber(4, 9)],
	},
	{
		label: 'OTP Expiry',
		parameters: { additionalFields: { otpExpiry: FIELD } },
		takes: 10,
		refuses: notAWholeNumber(1, 1440),
	},
	TRANSACTION_ID,
	LENGTH_AS_NUMBER,
]);

const verifyMobile: Subject = {
	...HYPERVERGE,
	type: 'hyperVergeVerifyMobileOtp',
	operation: 'verifyMobileOtp',
	parameters: { mobileNumber: '9876543210', otp: '123456' },
	path: '/verifyMobileOtp',
};

describeFields(simulator, verifyMobile, [TEN_DIGITS, OTP, TRANSACTION_ID]);

const resendMobile: Subject = {
	...HYPERVERGE,
	type: 'hyperVergeResendMobileOtp',
	operation: 'resendMobileOtp',
	parameters: { mobileNumber: '9876543210' },
	path: '/resendOtp',
};

describeFields(simulator, resendMobile, [
	TEN_DIGITS,
	{
		label: 'Retry Type',
		parameters: { retryType: FIELD },
		takes: 'text',
		refuses: notOneOf('text', 'voice'),
	},
	TRANSACTION_ID,
]);

const retryEmail: Subject = {
	...HYPERVERGE,
	type: 'hyperVergeRetryEmailOtp',
	operation: 'retryEmailOtp',
	parameters: { requestId: 'request-1' },
	path: '/retryOTPEmail',
};

describeFields(simulator, retryEmail, [
	{ label: 'Request ID', parameters: { requestId: FIELD }, takes: 'request-1', refuses: FILLED_IN },
	{
		label: 'OTP Length',
		parameters: { otpLength: FIELD },
		takes: '6',
		refuses: [...notOneOf('4', '6'), ['5 digits', 5, 'must be one of 4, 6']],
	},
	TRANSACTION_ID,
	{
		label: 'Widget ID',
		parameters: { additionalFields: { widgetId: FIELD } },
		takes: '33686c6f6e4e',
		refuses: NOT_A_LINE,
	},
	LENGTH_AS_NUMBER,
]);

const FORM_OF_MOBILE = 'must be a mobile number with country code and without +, such as 919999900000';

const WITH_COUNTRY_CODE: Field = {
	label: 'Mobile Number',
	parameters: { mobileNumber: FIELD },
	takes: '919999900000',
	refuses: [
		...nothings(FORM_OF_MOBILE),
		...NOT_A_LINE,
		['a +', '+919999900000', FORM_OF_MOBILE],
		['9 digits', '888880000', FORM_OF_MOBILE],
		['16 digits', '9188888000001234', FORM_OF_MOBILE],
		['Arabic-Indic digits', '٩١٩٩٩٩٩٠٠٠٠٠', FORM_OF_MOBILE],
	],
};

const TOKEN = 'must be an encrypted token, as Wibmo or a Wibmo Encrypt Payload node gave it';

const SEALED: Field = {
	label: 'Token',
	parameters: { token: FIELD },
	takes: 'nhIOIj99bOLq3qAN7ncX3KXyg40cGOryjC9nPccCwilQ3RxU0LevSQ==',
	refuses: [
		...nothings(TOKEN),
		...NOT_A_LINE,
		['the fields in the clear', '{"messageCode":1940}', TOKEN],
		['a token that is cut off', 'nhIOIj99', TOKEN],
	],
};

const wibmoSend: Subject = {
	...WIBMO,
	type: 'wibmoSendMobileOtp',
	operation: 'sendMobileOtp',
	parameters: { mobileNumber: '919999900000' },
	path: '/sentOtpMobile',
};

const PRODUCT_ID = 'must be a whole number from 0 to 999999999';

describeFields(simulator, wibmoSend, [
	WITH_COUNTRY_CODE,
	{
		label: 'Product ID',
		parameters: { productId: FIELD },
		takes: 1,
		refuses: [...nothings(PRODUCT_ID), ...notAWholeNumber(0, 999_999_999)],
	},
	{
		label: 'OTP Generation Type',
		parameters: { otpGenerationType: FIELD },
		takes: '0',
		refuses: notOneOf('0', '1'),
	},
]);

const wibmoVerify: Subject = {
	...WIBMO,
	type: 'wibmoVerifyMobileOtp',
	operation: 'verifyMobileOtp',
	parameters: { mobileNumber: '919999900000', otp: '123456' },
	path: '/verifyMobileOtp',
};

describeFields(simulator, wibmoVerify, [WITH_COUNTRY_CODE, OTP]);

const wibmoDecrypt: Subject = {
	...WIBMO,
	type: 'wibmoDecryptPayload',
	operation: 'decryptPayload',
	parameters: { token: SEALED.takes as string },
	path: '/decrypt',
};

describe.each([wibmoSend, wibmoVerify])('$type with a payload that is already encrypted', (subject) => {
	describeFields(simulator, { ...subject, parameters: { payload: 'encrypted' } }, [SEALED]);
});

describe.each([sendMobile, verifyMobile, resendMobile, retryEmail])('$type', (subject) => {
	describeSettings(simulator, subject, [
		NO_CREDENTIAL,
		...aBadAddress('baseUrl', 'Base URL'),
		...badRules('429'),
	]);
});

describe.each([wibmoSend, wibmoVerify])('$type', (subject) => {
	describeSettings(simulator, subject, [
		NO_CREDENTIAL,
		...aBadAddress('cryptoBaseUrl', 'Crypto Base URL'),
		...aBadAddress('operationsBaseUrl', 'Operations Base URL'),
		...badRules('1001'),
	]);
});

// A token that nobody encrypted is no good item among bad ones, so here each bad one is alone.
describe("wibmoDecryptPayload: 'Token'", () => {
	it.each(SEALED.refuses)('refuses %s', async (_name, value, says) => {
		const items = [value === undefined ? { id: 0 } : { id: 0, field: value }] as IDataObject[];
		const node = { type: wibmoDecrypt.type, parameters: { token: FIELD } };
		const { status, error } = await execute(node, items, savedCredentials('wibmoApi'));
		expect(status).toBe('error');
		expect(error?.message).toContain("'Token'");
		expect(error?.message).toContain(says);
		expect(simulator().requests()).toEqual([]);
	});
});

describeSettings(simulator, wibmoDecrypt, [
	NO_CREDENTIAL,
	...badAddresses('cryptoBaseUrl', 'Crypto Base URL'),
]);
