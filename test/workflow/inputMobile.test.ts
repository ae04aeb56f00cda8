import type { IDataObject } from 'n8n-workflow';

import { aBadAddress, badAddresses, badRules, NO_CREDENTIAL } from '../support/badSettings';
import { NO_CODE, NOT_A_LINE, notAWholeNumber, nothings, notOneOf } from '../support/badValues';
import { execute } from '../support/engine';
import { describeFields, describeSettings, FIELD, type Field, type Subject } from '../support/refusals';
import { savedCredentials, useSimulator } from '../support/simulator';

/** Wibmo's nodes for mobile numbers, and Decrypt Payload. */

const simulator = useSimulator();

const WIBMO = { provider: 'wibmo', credential: 'wibmoApi' } as const;

const OTP: Field = { label: 'OTP', parameters: { otp: FIELD }, takes: '123456', refuses: NO_CODE };

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
