import { aBadAddress, BAD_OPTIONS, badAddresses, badRules, NO_CREDENTIAL } from '../support/badSettings';
import {
	NO_CODE,
	NO_EMAIL,
	NOT_A_LINE,
	NOT_A_SWITCH,
	notAWholeNumber,
	nothings,
	notOneOf,
	type BadValue,
} from '../support/badValues';
import { describeFields, describeSettings, FIELD, type Field, type Subject } from '../support/refusals';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();

const WIBMO = { provider: 'wibmo', credential: 'wibmoApi' } as const;

const SEND: Subject = {
	...WIBMO,
	type: 'wibmoSendEmailOtp',
	operation: 'sendEmailOtp',
	parameters: { email: 'asha@example.com' },
	path: '/sentOtpEmail',
};

const VERIFY: Subject = {
	...WIBMO,
	type: 'wibmoVerifyEmailOtp',
	operation: 'verifyEmailOtp',
	parameters: { email: 'asha@example.com', otp: '123456' },
	path: '/verifyEmailOtp',
};

/** The Encrypt Payload node, set to one of the operations that it encrypts for. */
function encrypt(messageCode: string, parameters: Subject['parameters']): Subject {
	return {
		...WIBMO,
		type: 'wibmoEncryptPayload',
		operation: 'encryptPayload',
		parameters: { messageCode, ...parameters },
		path: '/encrypt',
	};
}

const FORM_OF_MOBILE = 'must be a mobile number with country code and without +, such as 919999900000';

const NO_MOBILE: BadValue[] = [
	...nothings(FORM_OF_MOBILE),
	...NOT_A_LINE,
	['a +', '+919999900000', FORM_OF_MOBILE],
	['9 digits', '888880000', FORM_OF_MOBILE],
	['16 digits', '9199999000001234', FORM_OF_MOBILE],
	['spaces', '91 99999 00000', FORM_OF_MOBILE],
	['letters', '91999990000O', FORM_OF_MOBILE],
	['an e-mail address', 'asha@example.com', FORM_OF_MOBILE],
	['Arabic-Indic digits', '٩١٩٩٩٩٩٠٠٠٠٠', FORM_OF_MOBILE],
];

const TOKEN = 'must be an encrypted token, as Wibmo or a Wibmo Encrypt Payload node gave it';

const NO_TOKEN: BadValue[] = [
	...nothings(TOKEN),
	...NOT_A_LINE,
	['the fields in the clear', '{"messageCode":2080}', TOKEN],
	['a token in URL form', 'nhIOIj99bOLq3qAN7ncX3KXyg40cGOry-_8=', TOKEN],
	['a token with a space in it', 'nhIOIj99bOLq3qAN 7ncX3KXyg40cGOryjC9nPcc', TOKEN],
	['a token that is cut off', 'nhIOIj99', TOKEN],
	['the name of the field', 'token', TOKEN],
];

const LONGEST_ID = 'must be up to 100 letters, digits and signs without spaces';

const EMAIL: Field = {
	label: 'Email',
	parameters: { email: FIELD },
	takes: 'asha@example.com',
	refuses: NO_EMAIL,
};
const MOBILE: Field = {
	label: 'Mobile Number',
	parameters: { mobileNumber: FIELD },
	takes: '919999900000',
	refuses: NO_MOBILE,
};
const OTP: Field = { label: 'OTP', parameters: { otp: FIELD }, takes: '123456', refuses: NO_CODE };

const PRODUCT_ID: Field = {
	label: 'Product ID',
	parameters: { productId: FIELD },
	takes: 1,
	refuses: [...nothings('must be a whole number from 0 to 999999999'), ...notAWholeNumber(0, 999_999_999)],
};

const GENERATION_TYPE: Field = {
	label: 'OTP Generation Type',
	parameters: { otpGenerationType: FIELD },
	takes: '0',
	refuses: [...notOneOf('0', '1'), ['its label', 'Fresh', 'must be one of 0, 1']],
};

const ADDITIONAL: Field[] = [
	{
		label: 'Client Txn ID',
		parameters: { additionalFields: { clientTxnId: FIELD } },
		takes: undefined,
		refuses: [
			...NOT_A_LINE,
			['a space in it', 'ORDER 1', LONGEST_ID],
			['letters beyond ASCII', 'ORDRÉ1', LONGEST_ID],
			['more than 100 characters', 'A'.repeat(101), LONGEST_ID],
		],
	},
	{
		label: 'Skip Customer Validation',
		parameters: { additionalFields: { skipCustomerValidation: FIELD } },
		takes: true,
		refuses: NOT_A_SWITCH,
	},
];

const isSomething = ([, value]: BadValue) => value !== undefined && value !== null;

function quirk(label: string, name: string, ...allowed: string[]): Field {
	return {
		label,
		parameters: { providerQuirks: { [name]: FIELD } },
		takes: allowed[0],
		refuses: notOneOf(...allowed).filter(isSomething),
	};
}

const QUIRKS = [
	quirk('Message Code Type', 'messageCodeType', 'documented', 'number', 'string'),
	quirk('Time Zone', 'timeZone', 'ist', 'utc'),
];

describeFields(simulator, SEND, [
	EMAIL,
	PRODUCT_ID,
	GENERATION_TYPE,
	...ADDITIONAL,
	...QUIRKS,
	quirk('Path', 'path', 'sentOtpEmail', 'sendOtpEmail'),
]);

describeFields(simulator, VERIFY, [EMAIL, OTP, ...ADDITIONAL, ...QUIRKS]);

describeFields(simulator, encrypt('2080', { email: 'asha@example.com' }), [
	EMAIL,
	PRODUCT_ID,
	GENERATION_TYPE,
	...ADDITIONAL,
	...QUIRKS,
]);

describeFields(simulator, encrypt('2090', { email: 'asha@example.com', otp: '123456' }), [EMAIL, OTP]);

describeFields(simulator, encrypt('1940', { mobileNumber: '919999900000' }), [
	MOBILE,
	PRODUCT_ID,
	GENERATION_TYPE,
	quirk('Mobile Field to Send', 'sendMobileField', 'cardHolderMobileNumber', 'mobileNumber'),
]);

describeFields(simulator, encrypt('1960', { mobileNumber: '919999900000', otp: '123456' }), [
	MOBILE,
	OTP,
	quirk('Mobile Field to Verify', 'verifyMobileField', 'cardHolderMobileNumber', 'mobileNumber'),
]);

describe.each([SEND, VERIFY])('$type with a payload that is already encrypted', (subject) => {
	const sealed = { ...subject, parameters: { payload: 'encrypted' } };
	describeFields(simulator, sealed, [
		{
			label: 'Token',
			parameters: { token: FIELD },
			takes: 'nhIOIj99bOLq3qAN7ncX3KXyg40cGOryjC9nPccCwilQ3RxU0LevSQ==',
			refuses: NO_TOKEN,
		},
	]);
});

describeSettings(simulator, SEND, [
	NO_CREDENTIAL,
	...badAddresses('cryptoBaseUrl', 'Crypto Base URL'),
	...badAddresses('operationsBaseUrl', 'Operations Base URL'),
	...badRules('1001'),
	...BAD_OPTIONS,
	{
		name: 'a kind of payload that does not exist',
		parameters: { payload: 'plain' },
		names: "'Payload'",
		says: 'must be one of fields, encrypted',
	},
]);

describeSettings(simulator, VERIFY, [
	NO_CREDENTIAL,
	...aBadAddress('cryptoBaseUrl', 'Crypto Base URL'),
	...aBadAddress('operationsBaseUrl', 'Operations Base URL'),
	...badRules('1017'),
	...BAD_OPTIONS,
]);

describeSettings(simulator, encrypt('2080', { email: 'asha@example.com' }), [
	NO_CREDENTIAL,
	...aBadAddress('cryptoBaseUrl', 'Crypto Base URL'),
	...BAD_OPTIONS,
	...['', '2081', '=2080 ', '={{ 2080 }}'].map((messageCode) => ({
		name: `'${messageCode}' as the message code`,
		parameters: { messageCode },
		names: "'Message Code'",
		says: 'must be one of 1940, 1960, 2080, 2090',
	})),
]);
