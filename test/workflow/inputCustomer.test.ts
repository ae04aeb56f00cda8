import { aBadAddress, badRules, NO_CREDENTIAL } from '../support/badSettings';
import {
	NO_CODE,
	NO_EMAIL,
	NOT_A_LINE,
	NOT_A_SWITCH,
	NOT_TEXTS,
	nothings,
	notOneOf,
	type BadValue,
} from '../support/badValues';
import { describeFields, describeSettings, FIELD, type Field, type Subject } from '../support/refusals';
import { useSimulator } from '../support/simulator';

/** The nodes that redeem. */

const simulator = useSimulator();

const TILL = { provider: 'capillary', credential: 'capillaryTillApi' } as const;

const FILLED_IN: BadValue[] = [...nothings('must be filled in'), ...NOT_A_LINE];
function line(label: string, name: string, takes: string): Field {
	return { label, parameters: { [name]: FIELD }, takes, refuses: FILLED_IN };
}

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
			['an email address', 'asha@example.com', FORM_OF_MOBILE],
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

const PROGRAM = 'must be a number of 1 to 18 digits';
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
		says: "must be filled in when 'Transaction Amount' is set",
	},
	{
		name: 'an amount that is not one',
		parameters: { additionalFields: { transactionAmount: '1,000', transactionNumber: 'bill-1' } },
		names: "'Transaction Amount'",
		says: 'must be',
	},
]);
