import { aBadAddress, badRules, NO_CREDENTIAL } from '../support/badSettings';
import {
	NO_CODE,
	NO_EMAIL,
	NO_TEN_DIGIT_MOBILE,
	NOT_A_LINE,
	NOT_A_SWITCH,
	NOT_AN_IP,
	NOT_TEXTS,
	nothings,
	notOneOf,
	type BadValue,
} from '../support/badValues';
import { describeFields, describeSettings, FIELD, type Field, type Subject } from '../support/refusals';
import { useSimulator } from '../support/simulator';

/** The nodes that look a customer up, check a beneficiary, and redeem. */

const simulator = useSimulator();

const ISERVEU = { provider: 'iserveu', credential: 'iServeUApi' } as const;
const TILL = { provider: 'capillary', credential: 'capillaryTillApi' } as const;

const FILLED_IN: BadValue[] = [...nothings('must be filled in'), ...NOT_A_LINE];
const NO_IP: BadValue[] = [...nothings('must be an IP address such as 203.0.113.7'), ...NOT_AN_IP];

function line(label: string, name: string, takes: string): Field {
	return { label, parameters: { [name]: FIELD }, takes, refuses: FILLED_IN };
}

const USERNAME: Field = { ...line('Username', 'username', 'simulator_agent'), credential: { username: '' } };

const getCustomer: Subject = {
	...ISERVEU,
	type: 'iServeUGetCustomer',
	operation: 'getCustomer',
	parameters: { mobileNumber: '9876543210', latLong: '20.2961,85.8245', publicIP: '192.0.2.1' },
	path: '/customer/get-customer',
};

describeFields(simulator, getCustomer, [
	{
		label: 'Mobile Number',
		parameters: { mobileNumber: FIELD },
		takes: '9876543210',
		refuses: NO_TEN_DIGIT_MOBILE,
	},
	USERNAME,
	line('Lat Long', 'latLong', '20.2961,85.8245'),
	{ label: 'Public IP', parameters: { publicIP: FIELD }, takes: '192.0.2.1', refuses: NO_IP },
]);

const beneficiary: Subject = {
	...ISERVEU,
	type: 'iServeUVerifyBeneficiary',
	operation: 'verifyBeneficiary',
	parameters: {
		customerMobileNumber: '9876543210',
		otp: '123456',
		externalRefNumber: 'ORDER000001',
		customerName: 'Asha Example',
		accountNumber: '00112233445566',
		beneName: 'Ravi Example',
		beneMobileNumber: '9123456780',
		beneBankName: 'Example Bank',
		bankCode: 'SBIN',
		beneIfscCode: 'SBIN0225500',
		address: 'Bhubaneswar',
		pincode: '751002',
		latLong: '20.2961,85.8245',
		customerIP: '192.0.2.1',
	},
	path: '/transaction/verify-bene',
};

const ACCOUNT = 'must be an account number of 5 to 34 letters and digits';
const IFSC = 'must be an IFSC code of 11 letters and digits such as SBIN0225500';
const PINCODE = 'must be a PIN code of exactly 6 digits';
const REFERENCE = 'must be 6 to 22 letters and digits';

describeFields(simulator, beneficiary, [
	{
		label: 'Customer Mobile Number',
		parameters: { customerMobileNumber: FIELD },
		takes: '9876543210',
		refuses: NO_TEN_DIGIT_MOBILE,
	},
	{
		label: 'Beneficiary Mobile Number',
		parameters: { beneMobileNumber: FIELD },
		takes: '9876543210',
		refuses: NO_TEN_DIGIT_MOBILE,
	},
	{ label: 'OTP', parameters: { otp: FIELD }, takes: '123456', refuses: NO_CODE },
	{
		label: 'External Ref Number',
		parameters: { externalRefNumber: FIELD },
		takes: 'ORDER000001',
		refuses: [
			...FILLED_IN,
			['5 characters', 'ORD01', REFERENCE],
			['23 characters', 'ORDER000000000000000001', REFERENCE],
		],
	},
	{
		label: 'Account Number',
		parameters: { accountNumber: FIELD },
		takes: '00112233445566',
		refuses: [
			...nothings(ACCOUNT),
			...NOT_A_LINE,
			['4 digits', '0011', ACCOUNT],
			['35 digits', '0'.repeat(35), ACCOUNT],
			['spaces', '0011 2233 4455', ACCOUNT],
			['Arabic-Indic digits', '٠٠١١٢٢٣٣', ACCOUNT],
		],
	},
	{
		label: 'Beneficiary IFSC Code',
		parameters: { beneIfscCode: FIELD },
		takes: 'SBIN0225500',
		refuses: [
			...nothings(IFSC),
			...NOT_A_LINE,
			['10 characters', 'SBIN022550', IFSC],
			['no 0 in the fifth place', 'SBIN1225500', IFSC],
			['the bank code only', 'SBIN', IFSC],
		],
	},
	{
		label: 'Pincode',
		parameters: { pincode: FIELD },
		takes: '751002',
		refuses: [...nothings(PINCODE), ...NOT_A_LINE, ['5 digits', '75100', PINCODE]],
	},
	...['B', 'C'].map((letter) => ({
		label: `Param ${letter}`,
		parameters: { additionalFields: { [`param${letter}`]: FIELD } },
		takes: 'any text',
		refuses: NOT_A_LINE,
	})),
	{ label: 'Customer IP', parameters: { customerIP: FIELD }, takes: '192.0.2.1', refuses: NO_IP },
	{
		label: 'Hold Transaction',
		parameters: { isHoldTransaction: FIELD },
		takes: false,
		refuses: NOT_A_SWITCH,
	},
	USERNAME,
	line('Customer Name', 'customerName', 'Asha Example'),
	line('Beneficiary Name', 'beneName', 'Ravi Example'),
	line('Beneficiary Bank Name', 'beneBankName', 'Example Bank'),
	line('Bank Code', 'bankCode', 'SBIN'),
	line('Transaction Mode', 'transactionMode', 'IMPS'),
	line('Address', 'address', 'Bhubaneswar'),
	line('Lat Long', 'latLong', '20.2961,85.8245'),
]);

const MOBILE = '919876543210';
const FORM_OF_MOBILE = 'must be a mobile number of 7 to 15 digits, with country code, such as 919876543210';

const CUSTOMER: Field[] = [
	{
		label: 'Identifier Name',
		parameters: { identifierName: FIELD },
		takes: 'mobile',
		refuses: notOneOf('mobile').map(
			([name, value]): BadValue => [name, value, 'must be one of card_external_id, '],
		),
	},
	{
		label: 'Identifier Value',
		parameters: { identifierValue: FIELD },
		takes: MOBILE,
		refuses: [
			...FILLED_IN,
			['6 digits', '888888', FORM_OF_MOBILE],
			['16 digits', '8888888888888888', FORM_OF_MOBILE],
			['an e-mail address', 'asha@example.com', FORM_OF_MOBILE],
		],
	},
	{
		label: 'Identifier Value',
		parameters: { identifierName: 'email', identifierValue: FIELD },
		takes: 'asha@example.com',
		refuses: NO_EMAIL,
	},
	{
		label: 'Identifier Value',
		parameters: { identifierName: 'id', identifierValue: FIELD },
		takes: '500001',
		refuses: [
			...FILLED_IN,
			['a mobile number with a plus sign', '+919876543210', 'must be a customer ID of 1 to 18 digits'],
			['19 digits', '1'.repeat(19), 'must be a customer ID of 1 to 18 digits'],
		],
	},
];

const AMOUNT_OF_POINTS = 'above 0';

const POINTS: Field = {
	label: 'Points',
	parameters: { points: FIELD },
	takes: 100,
	refuses: [
		...nothings(AMOUNT_OF_POINTS),
		...NOT_TEXTS.map(([name, value]): BadValue => [name, value, 'must be']),
		['0', 0, AMOUNT_OF_POINTS],
		['a negative number', -100, AMOUNT_OF_POINTS],
		['4 decimals', 10.1234, AMOUNT_OF_POINTS],
		['an exponent', '1e3', AMOUNT_OF_POINTS],
		['a number with a comma', '1,000', AMOUNT_OF_POINTS],
		['a word', 'hundred', AMOUNT_OF_POINTS],
		['Arabic-Indic digits', '١٠٠', AMOUNT_OF_POINTS],
		['a number that JavaScript rounds', 2 ** 60, 'must be'],
	],
};

function additional(label: string, name: string, takes: string | undefined, refuses: BadValue[]): Field {
	return { label, parameters: { additionalFields: { [name]: FIELD } }, takes, refuses };
}

const PROGRAM = 'must be a number, as Capillary shows it';
const PROGRAM_ID = additional('Program ID', 'programId', '504', [
	...NOT_A_LINE,
	['a name', 'gold', PROGRAM],
	['another parameter behind it', '504&points=1', PROGRAM],
]);

const check: Subject = {
	...TILL,
	type: 'capillaryCheckPointsRedeemable',
	operation: 'checkPointsRedeemable',
	parameters: { identifierValue: MOBILE, points: 100 },
	path: '/points/isredeemable',
};

describeFields(simulator, check, [
	...CUSTOMER,
	POINTS,
	{ ...POINTS, refuses: [['decimals', 10.5, 'must be a whole number above 0']] },
	PROGRAM_ID,
	{ label: 'Issue OTP', parameters: { issueOtp: FIELD }, takes: false, refuses: NOT_A_SWITCH },
]);

const redeemPoints: Subject = {
	...TILL,
	type: 'capillaryRedeemPoints',
	operation: 'redeemPoints',
	parameters: { identifierValue: MOBILE, points: 100, validationCode: 'A2WX11' },
	path: '/points/redeem',
};

const TIME = 'must be a time such as 2026-03-13 18:02:34';

describeFields(simulator, redeemPoints, [
	...CUSTOMER,
	POINTS,
	{ label: 'Validation Code', parameters: { validationCode: FIELD }, takes: 'A2WX11', refuses: NO_CODE },
	PROGRAM_ID,
	additional('External Reference Number', 'externalReferenceNumber', undefined, NOT_A_LINE.slice(0, -1)),
	additional('Notes', 'notes', 'For Asha', NOT_A_LINE),
	additional('Redemption Purpose', 'redemptionPurpose', 'Order', NOT_A_LINE),
	additional('Redemption Time', 'redemptionTime', '2026-03-13 18:02:34', [
		...NOT_A_LINE,
		['a date only', '2026-03-13', TIME],
		['ISO 8601', '2026-03-13T18:02:34Z', TIME],
	]),
	additional('Till ID', 'tillId', 'till-1', NOT_A_LINE),
	additional('Transaction Number', 'transactionNumber', 'bill-1', NOT_A_LINE),
]);

const redeemCoupon: Subject = {
	...TILL,
	type: 'capillaryRedeemCoupon',
	operation: 'redeemCoupon',
	parameters: { identifierValue: MOBILE, couponCode: 'F3LRU8', validationCode: 'A2WX11' },
	path: '/coupon/redeem',
};

describeFields(simulator, redeemCoupon, [
	...CUSTOMER,
	line('Coupon Code', 'couponCode', 'F3LRU8'),
	{
		label: 'Validation Code',
		parameters: { validationCode: FIELD },
		takes: 'A2WX11',
		refuses: NO_CODE.filter(
			([, value]) => value !== undefined && value !== null && String(value).trim() !== '',
		).map(([name, value]): BadValue => [name, value, 'must be']),
	},
	additional('Transaction Number', 'transactionNumber', 'bill-1', NOT_A_LINE),
]);

describe.each([getCustomer, beneficiary])('$type', (subject) => {
	describeSettings(simulator, subject, [
		NO_CREDENTIAL,
		...aBadAddress('baseUrl', 'Base URL'),
		...badRules('1'),
	]);
});

describe.each([check, redeemPoints, redeemCoupon])('$type', (subject) => {
	describeSettings(simulator, subject, [
		NO_CREDENTIAL,
		...aBadAddress('customHost', 'Custom Host', { cluster: 'custom' }),
		...badRules('816'),
	]);
});

describeSettings(simulator, redeemCoupon, [
	{
		name: 'an amount without a transaction number',
		parameters: { additionalFields: { transactionAmount: '100' } },
		names: "'Transaction Number'",
		says: 'must be filled in when there is an amount',
	},
	{
		name: 'an amount that is not one',
		parameters: { additionalFields: { transactionAmount: '1,000', transactionNumber: 'bill-1' } },
		names: "'Transaction Amount'",
		says: 'must be',
	},
]);
