import { aBadAddress, BAD_OPTIONS, badAddresses, badRules, NO_CREDENTIAL } from '../support/badSettings';
import {
	NO_AADHAAR,
	NO_CODE,
	NO_TEN_DIGIT_MOBILE,
	NOT_A_LINE,
	NOT_AN_AADHAAR,
	NOT_AN_EMAIL,
	NOT_AN_IP,
	NOT_TEXTS,
	nothings,
	ROUNDED,
	type BadValue,
} from '../support/badValues';
import {
	describeFields,
	describeSettings,
	FIELD,
	type Field,
	type Setting,
	type Subject,
} from '../support/refusals';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();

const ISERVEU = { provider: 'iserveu', credential: 'iServeUApi' } as const;

const REGISTRATION: Subject = {
	...ISERVEU,
	type: 'iServeUSendOtp',
	operation: 'sendOtp',
	parameters: { customerMobileNumber: '9876543210', ovdData: '765386439745' },
	path: '/otp/send',
};

const TRANSACTION: Subject = {
	...REGISTRATION,
	parameters: { otpType: '2', customerMobileNumber: '9876543210', requestedAmount: '1001' },
};

const PROCESS: Subject = {
	...ISERVEU,
	type: 'iServeUProcessCustomer',
	operation: 'processCustomer',
	parameters: {
		mobileNumber: '9876543210',
		otp: '123456',
		name: 'Asha Example',
		latLong: '20.2961,85.8245',
		publicIP: '192.0.2.1',
	},
	path: '/process-customer-registration',
};

const AMOUNT = 'must be an amount of digits only';

const NO_AMOUNT: BadValue[] = [
	...nothings(AMOUNT),
	...NOT_A_LINE,
	['letters in it', '1001INR', AMOUNT],
	['a currency sign', '₹1001', AMOUNT],
	['decimals', '1001.50', AMOUNT],
	['a number with decimals', 1001.5, AMOUNT],
	['a comma', '1,001', AMOUNT],
	['a negative amount', '-1001', AMOUNT],
	['a negative number', -1001, AMOUNT],
	['an exponent', '1e3', AMOUNT],
	['Arabic-Indic digits', '١٠٠١', AMOUNT],
	['more than 12 digits', '1234567890123', AMOUNT],
];

const REFERENCE = 'must be 6 to 22 letters and digits';

const NOT_A_REFERENCE: BadValue[] = [
	...NOT_A_LINE,
	['5 characters', 'ORD01', REFERENCE],
	['23 characters', 'ORDER000000000000000001', REFERENCE],
	['a hyphen', 'ORDER-0001', REFERENCE],
	['a space', 'ORDER 0001', REFERENCE],
	['letters beyond ASCII', 'ÖRDER0001', REFERENCE],
	['Arabic-Indic digits', '١٢٣٤٥٦٧', REFERENCE],
];

const FILLED_IN = 'must be filled in';
const NO_LINE: BadValue[] = [...nothings(FILLED_IN), ...NOT_A_LINE];

/** With a user name in the credential, an empty one in the node is none too many. */
const NO_DEFAULT = { username: '' };

const USERNAME: Field = {
	label: 'Username',
	parameters: { username: FIELD },
	takes: 'simulator_agent',
	refuses: NO_LINE,
	credential: NO_DEFAULT,
};

function additional(label: string, name: string, takes: string, refuses: BadValue[]): Field {
	return { label, parameters: { additionalFields: { [name]: FIELD } }, takes, refuses };
}

const PASS_THROUGH = ['A', 'B', 'C'].map((letter) =>
	additional(`Param ${letter}`, `param${letter}`, 'any text', NOT_A_LINE),
);

const SEND_FIELDS: Field[] = [
	{
		label: 'Customer Mobile Number',
		parameters: { customerMobileNumber: FIELD },
		takes: '9876543210',
		refuses: NO_TEN_DIGIT_MOBILE,
	},
	USERNAME,
	{ label: 'OVD Type', parameters: { ovdType: FIELD }, takes: 'Aadhaar Card', refuses: NO_LINE },
];

const BLOCK: BadValue[] = [
	...NOT_TEXTS,
	...ROUNDED,
	['a null character', 'PFBpZERhdGE\u0000', 'must be free of control characters'],
	['more than 100000 characters', 'A'.repeat(100_001), 'must be at most 100000 characters long'],
];

describeFields(simulator, REGISTRATION, [
	...SEND_FIELDS,
	{ label: 'OVD Data', parameters: { ovdData: FIELD }, takes: '765386439745', refuses: NO_AADHAAR },
	additional('Email', 'email', 'asha@example.com', NOT_AN_EMAIL),
	additional('Lat Long', 'latLong', '20.2961,85.8245', NOT_A_LINE),
	additional('PID', 'pid', 'PFBpZERhdGE+', BLOCK),
	additional('Public IP', 'publicIP', '192.0.2.1', NOT_AN_IP),
	...PASS_THROUGH,
]);

describe('for a transaction', () => {
	describeFields(simulator, TRANSACTION, [
		...SEND_FIELDS,
		{ label: 'Requested Amount', parameters: { requestedAmount: FIELD }, takes: '1001', refuses: NO_AMOUNT },
		{
			label: 'External Ref Number',
			parameters: { externalRefNumber: FIELD },
			takes: undefined,
			refuses: NOT_A_REFERENCE,
		},
		additional('OVD Data', 'ovdData', '765386439745', NOT_AN_AADHAAR),
	]);
});

const PINCODE = 'must be a PIN code of exactly 6 digits';

describeFields(simulator, PROCESS, [
	{
		label: 'Mobile Number',
		parameters: { mobileNumber: FIELD },
		takes: '9876543210',
		refuses: NO_TEN_DIGIT_MOBILE,
	},
	{ label: 'OTP', parameters: { otp: FIELD }, takes: '123456', refuses: NO_CODE },
	{ label: 'Name', parameters: { name: FIELD }, takes: 'Asha Example', refuses: NO_LINE },
	USERNAME,
	{ label: 'Lat Long', parameters: { latLong: FIELD }, takes: '20.2961,85.8245', refuses: NO_LINE },
	{
		label: 'Public IP',
		parameters: { publicIP: FIELD },
		takes: '192.0.2.1',
		refuses: [...nothings('must be an IP address such as 203.0.113.7'), ...NOT_AN_IP],
	},
	additional('Address', 'address', 'Bhubaneswar', NOT_A_LINE),
	additional('External Ref Number', 'externalRefNumber', 'ORDER000001', NOT_A_REFERENCE),
	additional('OVD Data', 'ovdData', '765386439745', NOT_AN_AADHAAR),
	additional('OVD Type', 'ovdType', 'BioAuth', NOT_A_LINE),
	additional('Pincode', 'pincode', '751002', [
		...NOT_A_LINE,
		['5 digits', '75100', PINCODE],
		['7 digits', '7510021', PINCODE],
		['a space in it', '751 002', PINCODE],
		['letters', '75100O', PINCODE],
		['Arabic-Indic digits', '٧٥١٠٠٢', PINCODE],
	]),
	...PASS_THROUGH,
]);

const BAD_CREDENTIALS: Setting[] = [
	NO_CREDENTIAL,
	...[
		'common/../admin',
		'common/dmt-lite?x=1',
		'common dmt-lite',
		'//elsewhere.example.com',
		'a/%2e%2e/b',
		'common//unified',
		'a#b',
		'a\r\nb',
	].map((pathPrefix) => ({
		name: `${JSON.stringify(pathPrefix)} as 'Path Prefix' of the credential`,
		credential: { pathPrefix },
		names: "'Path Prefix' of the credential",
		says: 'must be a path such as common/dmt-lite/unified',
	})),
	{
		name: 'a user name neither in the node nor in the credential',
		credential: NO_DEFAULT,
		names: "'Username'",
		says: FILLED_IN,
	},
];

describeSettings(simulator, REGISTRATION, [
	...BAD_CREDENTIALS,
	...badAddresses('baseUrl', 'Base URL'),
	...badRules('-1'),
	...BAD_OPTIONS,
	...['3', '', '={{ 1 }}'].map((otpType) => ({
		name: `'${otpType}' as the OTP type`,
		parameters: { otpType },
		names: "'OTP Type'",
		says: 'must be one of 1, 2',
	})),
]);

describeSettings(simulator, PROCESS, [
	...BAD_CREDENTIALS,
	...aBadAddress('baseUrl', 'Base URL'),
	...badRules('2'),
	...BAD_OPTIONS,
]);
