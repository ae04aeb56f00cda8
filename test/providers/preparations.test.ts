import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { allCredentials, operationOf, packagedNodes } from '../../tools/package';
import { parametersOf } from '../support/pure';
import { VALID_ITEMS } from '../support/validItems';

const SEALED = 'c2VhbGVkIHBheWxvYWQ=';
const channels = (...channel: object[]) => ({ channels: { channel } });
const EMAIL_CHANNEL = { channel: [{ type: 'EMAIL', value: '' }] };
const url = 'https://api.example.com';
const credential = {
	baseUrl: url,
	cryptoBaseUrl: url,
	operationsBaseUrl: url,
	cluster: url,
	username: 'agent',
};

function prepare(name: string, values: IDataObject, given: IDataObject = {}) {
	const { node, operation } = operationOf(name);
	const all = { ...VALID_ITEMS[name].values, ...values } as IDataObject;
	const prepared = operation.prepare(parametersOf(node, all), { ...credential, ...given });
	const { recipients, secrets, identity, reference } = prepared;
	let request: object | undefined;
	// The first request is all that is looked at, so it is never answered.
	void prepared.perform(async (first) => {
		request ??= first;
		return await new Promise(() => {});
	});
	return { recipients, secrets, identity, reference, request };
}

/** What an item is made of before anything is sent. */
interface Made {
	/** Whose address or number is shown masked only. */
	recipients: string[];
	/** What is never shown. */
	secrets: string[];
	/** What makes the request itself: a retry with the same is not sent again. */
	identity: string[];
	reference: IDataObject;
	/** The first request. */
	request: { method?: string; path: string; query?: object; body?: unknown; effect: boolean };
}

it('every node names its operation, its provider and what must not be shown of them', () => {
	const secrets = {
		capillary: ['password', 'key', 'secret', 'accessToken', 'parentAccessToken'],
		hyperverge: ['appKey'],
		iserveu: ['clientSecret'],
		wibmo: ['apiKey', 'secureCode', 'consumerId'],
	};
	const keys = {
		capillary: ['accessToken', 'validation_code', 'validationCode'],
		hyperverge: ['otp', 'token', 'accessToken', 'jwt'],
		iserveu: ['otp', 'ovdData', 'pid', 'name', 'address'],
		wibmo: ['token', 'otp', 'secureCode'],
	};
	const names = { capillary: 'Capillary', hyperverge: 'HyperVerge', iserveu: 'iServeU', wibmo: 'Wibmo' };
	const more: Record<string, string[]> = {
		hyperVergeVerifyEmailOtp: ['result'],
		hyperVergeVerifyMobileOtp: ['result'],
		iServeUVerifyBeneficiary: ['beneName', 'accountNumber', 'paramB', 'paramC'],
	};
	const described = packagedNodes().map(({ node: { description }, operation }) => {
		const { name, kind, credentialType } = operation;
		const { name: id, displayName, secretCredentialFields, secretAnswerKeys } = operation.provider;
		const provider = { name: id, displayName, secretCredentialFields, secretAnswerKeys };
		const type = credentialType(parametersOf({ description } as never, {}));
		return [description.name, { provider, name, kind, type }];
	});
	const wanted = (
		[
			['capillary', 'capillaryCheckPointsRedeemable', 'checkPointsRedeemable', 'check', 'capillaryTillApi'],
			['capillary', 'capillaryGenerateOtp', 'generateOtp', 'send', 'capillaryTillApi'],
			['capillary', 'capillaryGetOtp', 'getOtp', 'fetch', 'capillaryTillApi'],
			['capillary', 'capillaryRedeemCoupon', 'redeemCoupon', 'redeem', 'capillaryTillApi'],
			['capillary', 'capillaryRedeemPoints', 'redeemPoints', 'redeem', 'capillaryTillApi'],
			['capillary', 'capillaryValidateOtp', 'validateOtp', 'verify', 'capillaryTillApi'],
			['hyperverge', 'hyperVergeResendMobileOtp', 'resendMobileOtp', 'send', 'hyperVergeApi'],
			['hyperverge', 'hyperVergeRetryEmailOtp', 'retryEmailOtp', 'send', 'hyperVergeApi'],
			['hyperverge', 'hyperVergeSendEmailOtp', 'sendEmailOtp', 'send', 'hyperVergeApi'],
			['hyperverge', 'hyperVergeSendMobileOtp', 'sendMobileOtp', 'send', 'hyperVergeApi'],
			['hyperverge', 'hyperVergeVerifyEmailOtp', 'verifyEmailOtp', 'verify', 'hyperVergeApi'],
			['hyperverge', 'hyperVergeVerifyMobileOtp', 'verifyMobileOtp', 'verify', 'hyperVergeApi'],
			['iserveu', 'iServeUGetCustomer', 'getCustomer', 'customer', 'iServeUApi'],
			['iserveu', 'iServeUProcessCustomer', 'processCustomer', 'verify', 'iServeUApi'],
			['iserveu', 'iServeUSendOtp', 'sendOtp', 'send', 'iServeUApi'],
			['iserveu', 'iServeUVerifyBeneficiary', 'verifyBeneficiary', 'verify', 'iServeUApi'],
			['wibmo', 'wibmoDecryptPayload', 'decryptPayload', 'decrypt', 'wibmoApi'],
			['wibmo', 'wibmoEncryptPayload', 'encryptPayload', 'encrypt', 'wibmoApi'],
			['wibmo', 'wibmoSendEmailOtp', 'sendEmailOtp', 'send', 'wibmoApi'],
			['wibmo', 'wibmoSendMobileOtp', 'sendMobileOtp', 'send', 'wibmoApi'],
			['wibmo', 'wibmoVerifyEmailOtp', 'verifyEmailOtp', 'verify', 'wibmoApi'],
			['wibmo', 'wibmoVerifyMobileOtp', 'verifyMobileOtp', 'verify', 'wibmoApi'],
		] as const
	).map(([name, node, operation, kind, type]) => [
		node,
		{
			provider: {
				name,
				displayName: names[name],
				secretCredentialFields: secrets[name],
				secretAnswerKeys: [...keys[name], ...(more[node] ?? [])],
			},
			name: operation,
			kind,
			type,
		},
	]);
	expect(Object.fromEntries(described)).toEqual(Object.fromEntries(wanted));
});

it('Capillary is called at each of its clusters, and below the path of a host that has one', () => {
	const hosts = [
		'https://apac.api.capillarytech.com',
		'https://apac2.api.capillarytech.com',
		'https://api.capillarytech.cn.com',
		'https://cdn-api.capillarytech.cn.com',
		'https://apichina.capillarytech-cn.com/api',
		'https://eu.api.capillarytech.com',
		'https://us.api.capillarytech.com',
	];
	for (const type of allCredentials().filter(({ name }) => name.startsWith('capillary'))) {
		const cluster = type.properties.find(({ name }) => name === 'cluster');
		const offered = (cluster?.options as INodePropertyOptions[]).map(({ value }) => value);
		expect(offered.sort()).toEqual([...hosts, 'custom'].sort());
	}
	for (const cluster of hosts) {
		const { request } = prepare('capillaryGetOtp', {}, { cluster });
		expect(request).toMatchObject({ baseUrl: cluster, path: '/v2/otp' });
	}
});

const CHOICES = packagedNodes().flatMap(({ node: { description } }) =>
	choicesOf(description.properties).map((choice) => ({ node: description.name, ...choice })),
);

function choicesOf(properties: readonly INodeProperties[], path: string[] = []): Choice[] {
	return properties.flatMap((property): Choice[] => {
		const { name, type, options = [] } = property;
		if (['branchOn', 'options', 'statusCodeRules'].includes(name)) return [];
		if (type === 'collection') return choicesOf(options as INodeProperties[], [...path, name]);
		if (type !== 'options') return [];
		return options.map((option) => ({
			path: [...path, name],
			value: String((option as INodePropertyOptions).value),
		}));
	});
}

interface Choice {
	path: string[];
	value: string;
}

it.each(CHOICES)('$node takes what its form offers: $path $value', ({ node, path, value }) => {
	const [name, inner] = path;
	const companions: Record<string, IDataObject> = {
		entityType: value === 'EMAIL' ? { entityValue: 'a@example.com', channels: EMAIL_CHANNEL } : {},
		identifierName: value === 'email' ? { identifierValue: 'a@example.com' } : {},
		otpType: { requestedAmount: '1' },
		payload: { token: SEALED },
		messageCode: { email: 'a@example.com', mobileNumber: '919876543210', otp: '1234' },
	};
	const values = { ...companions[name], [name]: inner === undefined ? value : { [inner]: value } };
	const wibmo = { email: 'a@example.com' };
	expect(() =>
		prepare(node, node === 'wibmoDecryptPayload' ? { token: SEALED } : { ...wibmo, ...values }),
	).not.toThrow();
});

it.each(['EMAIL', 'MOBILE', 'PHONE', 'SMS', 'WHATSAPP', 'ZALO'])(
	'Capillary Generate OTP sends over %s',
	(type) => {
		const value = type === 'EMAIL' ? 'a@example.com' : '919876543211';
		const templates = { whatsappTemplateName: 'w', zaloTemplateIdentifier: 'z' };
		const { request } = prepare('capillaryGenerateOtp', { ...channels({ type, value }), templates });
		expect(request).toMatchObject({
			body: { ...templates, whatsappTemplateName: 'w', channels: [{ type, value }] },
		});
	},
);

const transactionId = 'journey-1';
const additionalFields = { transactionId };
const clientTxnId = 'TXN0000000001';
const requestDateTime = expect.stringMatching(/^20[0-9]{12}$/) as string;
const made = (form: RegExp) => expect.stringMatching(form) as string;
const redeemed = (...redeem: object[]) => ({ root: { redeem } });

const CHANNELS = "'Channels' must be at least one channel";
const MOBILE_FORM = 'must be a mobile number of 7 to 15 digits, with country code, such as 919876543210';
const POINTS = "'Points' must be a number above 0 with at most 3 decimals";
const WHOLE_POINTS = "'Points' must be a whole number above 0";
const more = (name: string, value: unknown) => ({ additionalFields: { [name]: value } });

/** Fields that cannot be sent, with the words that say so. */
const REFUSED: Array<[node: string, values: IDataObject, message: string, description?: string]> = [
	['capillaryGenerateOtp', { channels: {} }, CHANNELS, "Add a channel under 'Channels'."],
	['capillaryGenerateOtp', { channels: { channel: [] } }, CHANNELS],
	['capillaryGenerateOtp', { channels: { channel: { type: 'SMS' } } }, CHANNELS],
	['capillaryGenerateOtp', channels({ type: 'SMS', value: 'abc' }), `'Value' of channel 1 ${MOBILE_FORM}`],
	[
		'capillaryGenerateOtp',
		channels({ type: 'EMAIL', value: '' }),
		"'Value' of channel 1 must be an e-mail address",
	],
	[
		'capillaryGenerateOtp',
		{ entityType: 'EMAIL', entityValue: 'a@example.com', ...channels({ type: 'SMS', value: '' }) },
		`'Value' of channel 1 ${MOBILE_FORM}`,
	],
	['capillaryGenerateOtp', { entityValue: '123456' }, `'Entity Value' ${MOBILE_FORM}`],
	['capillaryGenerateOtp', { entityValue: '1234567890123456' }, `'Entity Value' ${MOBILE_FORM}`],
	['capillaryGenerateOtp', { entityValue: 'x919876543210' }, `'Entity Value' ${MOBILE_FORM}`],
	['capillaryCheckPointsRedeemable', { points: 10.5 }, WHOLE_POINTS],
	['capillaryCheckPointsRedeemable', { points: 0 }, POINTS],
	['capillaryRedeemPoints', { points: 0 }, POINTS],
	['capillaryRedeemPoints', { points: -1 }, POINTS],
	['capillaryRedeemPoints', { points: 1.0001 }, POINTS],
	['capillaryRedeemPoints', { points: '1234567890123' }, POINTS],
	['capillaryRedeemPoints', { points: '10x' }, POINTS],
	[
		'capillaryRedeemPoints',
		more('redemptionTime', 'x2026-03-13 18:02:34'),
		"'Redemption Time' must be a time such as 2026-03-13 18:02:34",
	],
	[
		'capillaryRedeemPoints',
		more('redemptionTime', '2026-03-13 18:02:345'),
		"'Redemption Time' must be a time such as 2026-03-13 18:02:34",
	],
	[
		'capillaryRedeemPoints',
		more('externalReferenceNumber', 'r'.repeat(101)),
		"'External Reference Number' must be at most 100 characters long",
	],
	['capillaryRedeemPoints', more('programId', '12x'), "'Program ID' must be a number, as Capillary shows it"],
	['capillaryRedeemPoints', more('programId', 'x12'), "'Program ID' must be a number, as Capillary shows it"],
	[
		'capillaryRedeemPoints',
		more('programId', '1'.repeat(19)),
		"'Program ID' must be a number, as Capillary shows it",
	],
	['capillaryRedeemPoints', { identifierValue: '12' }, `'Identifier Value' ${MOBILE_FORM}`],
	...['x12', '12x', '-1', '1'.repeat(19)].map((identifierValue): [string, IDataObject, string] => [
		'capillaryRedeemCoupon',
		{ identifierName: 'id', identifierValue },
		"'Identifier Value' must be a customer ID of 1 to 18 digits, such as 313302314",
	]),
	[
		'capillaryRedeemCoupon',
		more('transactionAmount', '10'),
		"'Transaction Number' must be filled in when there is an amount",
	],
	...['x10', '10x', '10.', '10.12345', '10.x', '1234567890123'].map(
		(amount): [string, IDataObject, string] => [
			'capillaryRedeemCoupon',
			{ additionalFields: { transactionNumber: 'b', transactionAmount: amount } },
			"'Transaction Amount' must be an amount such as 1000 or 99.50",
		],
	),
	...['-4PZGXC', '4PZGXC-', 'A'.repeat(51)].map((validationCode): [string, IDataObject, string] => [
		'capillaryRedeemCoupon',
		{ validationCode },
		"'Validation Code' must be the code that the person received: digits and letters only, without spaces",
	]),
	...['-INSTORE', 'INSTORE-', 'A'.repeat(51)].map((source): [string, IDataObject, string] => [
		'capillaryGetOtp',
		{ source },
		"'Source' must be a source such as INSTORE, in letters, digits and _",
	]),
	...['wechat', 'MARTJACK', 'FACEBOOK'].map((source): [string, IDataObject, string, string] => [
		'capillaryGetOtp',
		{ source },
		`'Account ID' must be filled in for the source ${source}, which has several accounts`,
		"Add 'Account ID' under 'Additional Fields'.",
	]),
	[
		'capillaryGetOtp',
		more('threshold', 1_000_000_000),
		"'Threshold' must be a whole number from 1 to 999999999",
	],
	...(
		[
			['WHATSAPP', 'WhatsApp Template Name', 'a WhatsApp'],
			['ZALO', 'Zalo Template Identifier', 'a Zalo'],
		] as const
	).map(([type, label, channel]): [string, IDataObject, string, string] => [
		'capillaryGenerateOtp',
		channels({ type: 'SMS', value: '' }, { type, value: '' }),
		`'${label}' must be filled in for ${channel} channel`,
		`Add '${label}' under 'Templates'.`,
	]),
	...['no place', '{{validation_code}} {{ validation_code }}'].map(
		(template, index): [string, IDataObject, string, string] => [
			'capillaryGenerateOtp',
			{ templates: { template } },
			`'SMS Template' must be a text with {{ validation_code }} in it exactly once; it is there ${index * 2} times`,
			'Capillary puts the code in place of {{ validation_code }}. Keep the field in Fixed mode: as an expression, n8n would read the braces itself.',
		],
	),
	['iServeUSendOtp', { ovdData: '' }, "'OVD Data' must be an Aadhaar number of exactly 12 digits"],
	...['x765386439745', '765386439745x'].map((ovdData): [string, IDataObject, string] => [
		'iServeUSendOtp',
		{ ovdData },
		"'OVD Data' must be an Aadhaar number of exactly 12 digits",
	]),
	...['', 'x10', '10x', '1'.repeat(13)].map((requestedAmount): [string, IDataObject, string] => [
		'iServeUSendOtp',
		{ otpType: '2', requestedAmount },
		"'Requested Amount' must be an amount of digits only",
	]),
	['iServeUVerifyBeneficiary', { externalRefNumber: '' }, "'External Ref Number' must be filled in"],
	...['12345', '-123456', '123456-', '1'.repeat(23)].map(
		(externalRefNumber): [string, IDataObject, string] => [
			'iServeUVerifyBeneficiary',
			{ externalRefNumber },
			"'External Ref Number' must be 6 to 22 letters and digits",
		],
	),
	...['xSBIN0225500', 'SBIN02255001', 'SBIN1225500'].map((beneIfscCode): [string, IDataObject, string] => [
		'iServeUVerifyBeneficiary',
		{ beneIfscCode },
		"'Beneficiary IFSC Code' must be an IFSC code of 11 letters and digits such as SBIN0225500",
	]),
	...['x751002', '751002x', '75100'].map((pincode): [string, IDataObject, string] => [
		'iServeUVerifyBeneficiary',
		{ pincode },
		"'Pincode' must be a PIN code of exactly 6 digits",
	]),
	...['-12345678', '12345678-', '1234', '1'.repeat(35)].map(
		(accountNumber): [string, IDataObject, string] => [
			'iServeUVerifyBeneficiary',
			{ accountNumber },
			"'Account Number' must be an account number of 5 to 34 letters and digits",
		],
	),
	...['x751002', '751002x'].map((pincode): [string, IDataObject, string] => [
		'iServeUProcessCustomer',
		more('pincode', pincode),
		"'Pincode' must be a PIN code of exactly 6 digits",
	]),
	['iServeUGetCustomer', { publicIP: '' }, "'Public IP' must be an IP address such as 203.0.113.7"],
	[
		'iServeUGetCustomer',
		{ publicIP: '192.0.2.256' },
		"'Public IP' must be an IP address such as 203.0.113.7",
	],
	['capillaryGetOtp', more('threshold', 0), "'Threshold' must be a whole number from 1 to 999999999"],
];

it.each(REFUSED.map(([node, values, message, description]) => ({ node, values, message, description })))(
	'$node refuses $values',
	({ node, values, message, description }) => {
		expect(() => prepare(node, values)).toThrow(
			expect.objectContaining({ message, ...(description !== undefined && { description }) }),
		);
	},
);

describe("iServeU's public IP", () => {
	it.each([
		'0.0.0.0',
		'9.10.99.100',
		'192.168.199.200',
		'249.250.255.1',
		'::1',
		'1::',
		'2001:db8::8a2e:370:7334',
		'2001:0DB8:0000:0000:0000:8A2E:0370:7334',
		'::ffff:192.0.2.1',
	])('takes %s', (publicIP) => {
		expect(prepare('iServeUGetCustomer', { publicIP }).request).toMatchObject({ body: { publicIP } });
	});

	it.each([
		'256.0.0.1',
		'1.1.1.260',
		'1.1.1.300',
		'1.1.1',
		'1.1.1.1.',
		'1.1.1.1.1',
		'1.1.1.x',
		'x1.1.1.1',
		'1-1-1-1',
		'::',
		':',
		'1:::1',
		'2001:db8::g',
		'x::1',
		'::1x',
		'abc',
		'localhost',
	])('refuses %s', (publicIP) => {
		expect(() => prepare('iServeUGetCustomer', { publicIP })).toThrow(
			expect.objectContaining({ message: "'Public IP' must be an IP address such as 203.0.113.7" }),
		);
	});
});

it('names no reference where the builder gave none', () => {
	expect(prepare('iServeUProcessCustomer', {}).reference).toEqual({ username: 'agent' });
});

describe("iServeU's credential", () => {
	it.each([
		[' /common/dmt-lite/unified_1/ ', '/common/dmt-lite/unified_1'],
		['//common//', '/common'],
		['', ''],
		[undefined, ''],
	])('with the path prefix %j calls the API at %j', (pathPrefix, prefix) => {
		const { request } = prepare('iServeUSendOtp', {}, { pathPrefix });
		expect(request).toMatchObject({ baseUrl: url + prefix });
	});

	it.each(['a//b', 'a/../b', 'a b', 'a/?b', 'ä'])('refuses the path prefix %j', (pathPrefix) => {
		expect(() => prepare('iServeUSendOtp', {}, { pathPrefix })).toThrow(
			expect.objectContaining({
				message: "'Path Prefix' of the credential must be a path such as common/dmt-lite/unified",
				description:
					"Open the credential and correct 'Path Prefix': letters, digits, - and _ between slashes.",
			}),
		);
	});

	it('lends its user name, without spaces around it, and is asked for one where there is none', () => {
		expect(prepare('iServeUSendOtp', {}, { username: ' agent-2 ' }).reference).toEqual({
			username: 'agent-2',
		});
		for (const username of ['', ' ', null])
			expect(() => prepare('iServeUSendOtp', {}, { username })).toThrow(
				expect.objectContaining({
					message: "'Username' must be filled in",
					description: "Fill in 'Username' in the node, or 'Default Username' in the credential.",
				}),
			);
	});
});

const CASES: Array<[node: string, what: string, values: IDataObject, expected: Made]> = [
	[
		'capillaryGenerateOtp',
		'to the mobile itself',
		{ channels: { channel: [{ type: 'SMS', value: '' }] } },
		{
			recipients: ['919876543210', '919876543210'],
			secrets: [],
			identity: ['919876543210', 'REGISTRATION', 'SMS:919876543210'],
			reference: { action: 'REGISTRATION' },
			request: {
				path: '/v2/otp/generate',
				body: {
					entityType: 'MOBILE',
					entityValue: '919876543210',
					action: 'REGISTRATION',
					channels: [{ type: 'SMS', value: '919876543210' }],
				},
				effect: true,
			},
		},
	],
	[
		'capillaryGenerateOtp',
		'over two channels, with a subject only, in lower case',
		{
			action: 'POINTS',
			templates: { emailSubject: 'Your code' },
			providerQuirks: { channelTypeInLowerCase: true },
			channels: {
				channel: [
					{ type: 'SMS', value: '' },
					{ type: 'EMAIL', value: 'jane@example.com' },
				],
			},
		},
		{
			recipients: ['919876543210', '919876543210', 'jane@example.com'],
			secrets: [],
			identity: ['919876543210', 'POINTS', 'SMS:919876543210', 'EMAIL:jane@example.com'],
			reference: { action: 'POINTS' },
			request: {
				path: '/v2/otp/generate',
				body: {
					entityType: 'MOBILE',
					entityValue: '919876543210',
					action: 'POINTS',
					emailTemplate: { subject: 'Your code' },
					channels: [
						{ type: 'sms', value: '919876543210' },
						{ type: 'email', value: 'jane@example.com' },
					],
				},
				effect: true,
			},
		},
	],
	[
		'capillaryGenerateOtp',
		'with a text of the mail only',
		{ templates: { emailBody: 'Code {{validation_code}}' } },
		{
			recipients: ['919876543210', '919876543210'],
			secrets: [],
			identity: ['919876543210', 'REGISTRATION', 'SMS:919876543210'],
			reference: { action: 'REGISTRATION' },
			request: {
				path: '/v2/otp/generate',
				body: {
					entityType: 'MOBILE',
					entityValue: '919876543210',
					action: 'REGISTRATION',
					emailTemplate: { body: 'Code {{validation_code}}' },
					channels: [{ type: 'SMS', value: '919876543210' }],
				},
				effect: true,
			},
		},
	],
	[
		'capillaryValidateOtp',
		'of an address',
		{ entityType: 'EMAIL', entityValue: 'jane@example.com', action: 'COUPON' },
		{
			recipients: ['jane@example.com'],
			secrets: ['123456'],
			identity: ['jane@example.com', '123456', 'COUPON'],
			reference: { action: 'COUPON' },
			request: {
				path: '/v2/otp/validate',
				body: { entityType: 'EMAIL', entityValue: 'jane@example.com', code: '123456', action: 'COUPON' },
				effect: true,
			},
		},
	],
	[
		'capillaryGetOtp',
		'with nothing beyond what is required',
		{ source: 'INSTORE', scope: 'POINTS' },
		{
			recipients: ['919876543210'],
			secrets: [],
			identity: ['919876543210'],
			reference: {},
			request: {
				method: 'GET',
				path: '/v2/otp',
				query: {
					source: 'INSTORE',
					identifierName: 'mobile',
					identifierValue: '919876543210',
					scope: 'POINTS',
				},
				effect: false,
			},
		},
	],
	[
		'capillaryGetOtp',
		'of an address at one of several accounts',
		{
			identifierName: 'email',
			identifierValue: 'jane@example.com',
			source: 'WECHAT',
			scope: 'GENERIC',
			additionalFields: { accountId: 'a1', threshold: 999_999_999 },
		},
		{
			recipients: ['jane@example.com'],
			secrets: [],
			identity: ['jane@example.com'],
			reference: {},
			request: {
				method: 'GET',
				path: '/v2/otp',
				query: {
					source: 'WECHAT',
					accountId: 'a1',
					identifierName: 'email',
					identifierValue: 'jane@example.com',
					threshold: '999999999',
					scope: 'GENERIC',
				},
				effect: false,
			},
		},
	],
	[
		'capillaryCheckPointsRedeemable',
		'without a code',
		{},
		{
			recipients: ['919876543210'],
			secrets: [],
			identity: ['mobile', '919876543210', '10', 'false'],
			reference: {},
			request: {
				method: 'GET',
				path: '/v1.1/points/isredeemable',
				query: { mobile: '919876543210', points: '10', format: 'json' },
				effect: false,
			},
		},
	],
	[
		'capillaryCheckPointsRedeemable',
		'with a code, of a program',
		{ issueOtp: true, additionalFields: { programId: '504' } },
		{
			recipients: ['919876543210'],
			secrets: [],
			identity: ['mobile', '919876543210', '10', 'true'],
			reference: {},
			request: {
				method: 'GET',
				path: '/v1.1/points/isredeemable',
				query: { mobile: '919876543210', points: '10', program_id: '504', issue_otp: 'true', format: 'json' },
				effect: true,
			},
		},
	],
	[
		'capillaryRedeemPoints',
		'with nothing beyond what is required',
		{ points: 10.125 },
		{
			recipients: ['919876543210'],
			secrets: ['NS3U05'],
			identity: ['mobile', '919876543210', '10.125', 'NS3U05'],
			reference: { externalReferenceNumber: made(/^[0-9A-Z]{24}$/) },
			request: {
				path: '/v1.1/points/redeem',
				query: { format: 'json' },
				body: redeemed({
					points_redeemed: 10.125,
					customer: { mobile: '919876543210' },
					validation_code: 'NS3U05',
					external_reference_number: made(/^[0-9A-Z]{24}$/),
				}),
				effect: true,
			},
		},
	],
	[
		'capillaryCheckPointsRedeemable',
		'of a customer ID',
		{ identifierName: 'id', identifierValue: 313302314 },
		{
			recipients: ['313302314'],
			secrets: [],
			identity: ['id', '313302314', '10', 'false'],
			reference: {},
			request: {
				method: 'GET',
				path: '/v1.1/points/isredeemable',
				query: { id: '313302314', points: '10', format: 'json' },
				effect: false,
			},
		},
	],
	[
		'capillaryRedeemPoints',
		'of a program, by a card',
		{
			identifierName: 'card_number',
			identifierValue: 'C-1',
			additionalFields: { programId: '504', externalReferenceNumber: 'ref-1' },
		},
		{
			recipients: ['C-1'],
			secrets: ['NS3U05'],
			identity: ['card_number', 'C-1', '10', 'NS3U05'],
			reference: { externalReferenceNumber: 'ref-1' },
			request: {
				path: '/v1.1/points/redeem',
				query: { format: 'json', program_id: '504' },
				body: redeemed({
					points_redeemed: 10,
					customer: { card_number: 'C-1' },
					validation_code: 'NS3U05',
					external_reference_number: 'ref-1',
				}),
				effect: true,
			},
		},
	],
	[
		'capillaryRedeemCoupon',
		'without a code',
		{},
		{
			recipients: ['919876543210'],
			secrets: [''],
			identity: ['mobile', '919876543210', '06000041', ''],
			reference: { couponCode: '06000041' },
			request: {
				path: '/v1.1/coupon/redeem',
				query: { format: 'json' },
				body: { root: { coupon: [{ code: '06000041', customer: { mobile: '919876543210' } }] } },
				effect: true,
			},
		},
	],
	[
		'capillaryRedeemPoints',
		'of a customer ID',
		{
			identifierName: 'id',
			identifierValue: '1'.repeat(18),
			additionalFields: { externalReferenceNumber: 'ref-1' },
		},
		{
			recipients: ['1'.repeat(18)],
			secrets: ['NS3U05'],
			identity: ['id', '1'.repeat(18), '10', 'NS3U05'],
			reference: { externalReferenceNumber: 'ref-1' },
			request: {
				path: '/v1.1/points/redeem',
				query: { format: 'json' },
				body: redeemed({
					points_redeemed: 10,
					customer: { id: '1'.repeat(18) },
					validation_code: 'NS3U05',
					external_reference_number: 'ref-1',
				}),
				effect: true,
			},
		},
	],
	[
		'capillaryRedeemCoupon',
		'of a customer ID',
		{ identifierName: 'id', identifierValue: '7' },
		{
			recipients: ['7'],
			secrets: [''],
			identity: ['id', '7', '06000041', ''],
			reference: { couponCode: '06000041' },
			request: {
				path: '/v1.1/coupon/redeem',
				query: { format: 'json' },
				body: { root: { coupon: [{ code: '06000041', customer: { id: '7' } }] } },
				effect: true,
			},
		},
	],
	[
		'capillaryRedeemCoupon',
		'with a code, in a transaction',
		{ validationCode: '4PZGXC', additionalFields: { transactionNumber: 'bill-110' } },
		{
			recipients: ['919876543210'],
			secrets: ['4PZGXC'],
			identity: ['mobile', '919876543210', '06000041', '4PZGXC'],
			reference: { couponCode: '06000041' },
			request: {
				path: '/v1.1/coupon/redeem',
				query: { format: 'json' },
				body: {
					root: {
						coupon: [
							{
								code: '06000041',
								validation_code: '4PZGXC',
								customer: { mobile: '919876543210' },
								transaction: [{ number: 'bill-110' }],
							},
						],
					},
				},
				effect: true,
			},
		},
	],
	[
		'capillaryRedeemCoupon',
		'with an amount to the last decimal',
		{ additionalFields: { transactionNumber: 'bill-110', transactionAmount: '99.5012' } },
		{
			recipients: ['919876543210'],
			secrets: [''],
			identity: ['mobile', '919876543210', '06000041', ''],
			reference: { couponCode: '06000041' },
			request: {
				path: '/v1.1/coupon/redeem',
				query: { format: 'json' },
				body: {
					root: {
						coupon: [
							{
								code: '06000041',
								customer: { mobile: '919876543210' },
								transaction: [{ number: 'bill-110', amount: '99.5012' }],
							},
						],
					},
				},
				effect: true,
			},
		},
	],
	[
		'hyperVergeSendEmailOtp',
		'with nothing beyond what is required',
		{ additionalFields },
		{
			recipients: ['jane@example.com'],
			secrets: [],
			identity: ['jane@example.com'],
			reference: { transactionId },
			request: { path: '/sendOTPEmail', body: { email: 'jane@example.com', otpLength: '6' }, effect: true },
		},
	],
	[
		'hyperVergeSendEmailOtp',
		'in the other spellings',
		{
			otpLength: '4',
			additionalFields,
			providerQuirks: { emailField: 'emailId', otpLengthAsNumber: true },
		},
		{
			recipients: ['jane@example.com'],
			secrets: [],
			identity: ['jane@example.com'],
			reference: { transactionId },
			request: { path: '/sendOTPEmail', body: { emailId: 'jane@example.com', otpLength: 4 }, effect: true },
		},
	],
	[
		'hyperVergeVerifyEmailOtp',
		'with nothing beyond what is required',
		{ additionalFields },
		{
			recipients: [],
			secrets: ['123456'],
			identity: ['req-1', '123456'],
			reference: { requestId: 'req-1', transactionId },
			request: { path: '/verifyOTPEmail', body: { reqId: 'req-1', otp: '123456' }, effect: true },
		},
	],
	[
		'hyperVergeVerifyEmailOtp',
		'with the address',
		{ additionalFields: { transactionId, email: 'jane@example.com', widgetId: 'w' } },
		{
			recipients: ['jane@example.com'],
			secrets: ['123456'],
			identity: ['req-1', '123456'],
			reference: { requestId: 'req-1', transactionId },
			request: {
				path: '/verifyOTPEmail',
				body: { reqId: 'req-1', otp: '123456', email: 'jane@example.com', widgetId: 'w' },
				effect: true,
			},
		},
	],
	[
		'hyperVergeRetryEmailOtp',
		'with nothing beyond what is required',
		{ otpLength: '4', additionalFields },
		{
			recipients: [],
			secrets: [],
			identity: ['req-1'],
			reference: { requestId: 'req-1', transactionId },
			request: { path: '/retryOTPEmail', body: { reqId: 'req-1', otpLength: '4' }, effect: true },
		},
	],
	[
		'hyperVergeSendMobileOtp',
		'with nothing beyond what is required',
		{ additionalFields },
		{
			recipients: ['9876543210'],
			secrets: [],
			identity: ['9876543210'],
			reference: { transactionId },
			request: {
				path: '/verifyMobileSendOtp',
				body: { templateId: 'tmpl-1', mobileNumber: '9876543210', otpLength: '6' },
				effect: true,
			},
		},
	],
	[
		'hyperVergeVerifyMobileOtp',
		'in full',
		{ additionalFields },
		{
			recipients: ['9876543210'],
			secrets: ['123456'],
			identity: ['9876543210', '123456'],
			reference: { transactionId },
			request: {
				path: '/verifyMobileOtp',
				body: { mobileNumber: '9876543210', otp: '123456' },
				effect: true,
			},
		},
	],
	[
		'hyperVergeResendMobileOtp',
		'by a call',
		{ retryType: 'voice', additionalFields },
		{
			recipients: ['9876543210'],
			secrets: [],
			identity: ['9876543210', 'voice'],
			reference: { transactionId },
			request: { path: '/resendOtp', body: { mobileNumber: '9876543210', retryType: 'voice' }, effect: true },
		},
	],
	[
		'iServeUSendOtp',
		'to register a customer',
		{ additionalFields: { pid: 'UElE\nUElE' } },
		{
			recipients: ['9876543210', ''],
			secrets: ['765386439745', 'UElE\nUElE'],
			identity: ['1', '9876543210'],
			reference: { username: 'agent' },
			request: {
				path: '/otp/send',
				body: {
					customerMobileNumber: '9876543210',
					username: 'agent',
					otpType: '1',
					ovdType: 'Aadhaar Card',
					ovdData: '765386439745',
					pid: 'UElE\nUElE',
				},
				effect: true,
			},
		},
	],
	[
		'iServeUSendOtp',
		'to confirm a transaction',
		{ otpType: '2', requestedAmount: '1001', username: 'other' },
		{
			recipients: ['9876543210', ''],
			secrets: ['', ''],
			identity: ['2', '9876543210'],
			reference: { username: 'other', externalRefNumber: made(/^[0-9A-Z]{16}$/) },
			request: {
				path: '/otp/send',
				body: {
					customerMobileNumber: '9876543210',
					externalRefNumber: made(/^[0-9A-Z]{16}$/),
					requestedAmount: '1001',
					username: 'other',
					otpType: '2',
					ovdType: 'Aadhaar Card',
				},
				effect: true,
			},
		},
	],
	[
		'iServeUProcessCustomer',
		'with the document and a reference',
		{ additionalFields: { ovdData: '765386439745', externalRefNumber: 'ORDER7' } },
		{
			recipients: ['9876543210'],
			secrets: ['123456', '765386439745'],
			identity: ['9876543210', '123456'],
			reference: { username: 'agent', externalRefNumber: 'ORDER7' },
			request: {
				path: '/customer/process-customer-registration',
				body: {
					mobileNumber: '9876543210',
					name: 'Asha Example',
					ovdData: '765386439745',
					otp: '123456',
					username: 'agent',
					latlong: '20.29,85.82',
					publicIP: '192.0.2.1',
					externalRefNumber: 'ORDER7',
				},
				effect: true,
			},
		},
	],
	[
		'iServeUVerifyBeneficiary',
		'in full',
		{ additionalFields: { paramB: '751002', paramC: 'Bhubaneswar' } },
		{
			recipients: ['9876543210', '9876543211'],
			secrets: ['123456', '12345678901'],
			identity: ['9876543210', 'ORDER000001', '123456'],
			reference: { username: 'agent', externalRefNumber: 'ORDER000001' },
			request: {
				path: '/transaction/verify-bene',
				body: {
					externalRefNumber: 'ORDER000001',
					accountNumber: '12345678901',
					beneBankName: 'State Bank of India',
					beneMobileNumber: '9876543211',
					beneName: 'Bela Example',
					bankCode: 'SBIN',
					beneIfscCode: 'SBIN0225500',
					transactionMode: 'IMPS',
					customerName: 'Asha Example',
					customerMobileNumber: '9876543210',
					pincode: '751002',
					address: 'Bhubaneswar',
					isHoldTransaction: false,
					username: 'agent',
					latLong: '20.29,85.82',
					customerIP: '192.0.2.1',
					otp: '123456',
					paramB: '751002',
					paramC: 'Bhubaneswar',
				},
				effect: true,
			},
		},
	],
	[
		'iServeUGetCustomer',
		'in full',
		{},
		{
			recipients: ['9876543210'],
			secrets: [],
			identity: ['9876543210'],
			reference: { username: 'agent' },
			request: {
				path: '/customer/get-customer',
				body: {
					mobileNumber: '9876543210',
					username: 'agent',
					latlong: '20.29,85.82',
					publicIP: '192.0.2.1',
				},
				effect: false,
			},
		},
	],
	[
		'wibmoSendEmailOtp',
		'from fields',
		{ additionalFields: { clientTxnId } },
		{
			recipients: ['jane@example.com'],
			secrets: [],
			identity: ['jane@example.com', ''],
			reference: { clientTxnId },
			request: {
				path: '/api/v2/encrypt',
				body: {
					messageCode: 2080,
					clientTxnId,
					requestDateTime,
					email: 'jane@example.com',
					productId: 1,
					otp_generation_type: '0',
				},
				effect: false,
			},
		},
	],
	[
		'wibmoSendMobileOtp',
		'from fields, in the other spellings',
		{
			productId: 0,
			otpGenerationType: '1',
			additionalFields: { clientTxnId },
			providerQuirks: { sendMobileField: 'mobileNumber', messageCodeType: 'string' },
		},
		{
			recipients: ['919876543210'],
			secrets: [],
			identity: ['919876543210', ''],
			reference: { clientTxnId },
			request: {
				path: '/api/v2/encrypt',
				body: {
					messageCode: '1940',
					clientTxnId,
					requestDateTime,
					mobileNumber: '919876543210',
					productId: 0,
					otp_generation_type: '1',
				},
				effect: false,
			},
		},
	],
	[
		'wibmoVerifyEmailOtp',
		'from fields, in the other type',
		{ additionalFields: { clientTxnId }, providerQuirks: { messageCodeType: 'number' } },
		{
			recipients: ['jane@example.com'],
			secrets: ['123456'],
			identity: ['jane@example.com', '123456'],
			reference: { clientTxnId },
			request: {
				path: '/api/v2/encrypt',
				body: { messageCode: 2090, clientTxnId, requestDateTime, emailId: 'jane@example.com', otp: '123456' },
				effect: false,
			},
		},
	],
	[
		'wibmoVerifyMobileOtp',
		'from fields, in the other spelling',
		{
			additionalFields: { skipCustomerValidation: true },
			providerQuirks: { verifyMobileField: 'cardHolderMobileNumber' },
		},
		{
			recipients: ['919876543210'],
			secrets: ['123456'],
			identity: ['919876543210', '123456'],
			reference: { clientTxnId: made(/^[0-9A-Z]{14}$/) },
			request: {
				path: '/api/v2/encrypt',
				body: {
					messageCode: '1960',
					clientTxnId: made(/^[0-9A-Z]{14}$/),
					requestDateTime,
					cardHolderMobileNumber: '919876543210',
					otp: '123456',
					smsVerifySkipFlag: true,
				},
				effect: false,
			},
		},
	],
	[
		'wibmoVerifyMobileOtp',
		'from a token',
		{ payload: 'encrypted', token: SEALED },
		{
			recipients: [],
			secrets: [SEALED],
			identity: [SEALED],
			reference: {},
			request: { path: '/api/onboarding/v1/verifyMobileOtp', body: { token: SEALED }, effect: true },
		},
	],
	[
		'wibmoSendMobileOtp',
		'from a token, on the other path',
		{ payload: 'encrypted', token: SEALED, providerQuirks: { path: 'sendOtpMobile' } },
		{
			recipients: [],
			secrets: [SEALED],
			identity: [SEALED],
			reference: {},
			request: { path: '/api/onboarding/v1/sendOtpMobile', body: { token: SEALED }, effect: true },
		},
	],
	[
		'wibmoEncryptPayload',
		'of a verification',
		{ messageCode: '2090', email: 'jane@example.com', otp: '123456', additionalFields: { clientTxnId } },
		{
			recipients: ['jane@example.com'],
			secrets: ['123456'],
			identity: ['jane@example.com', '123456'],
			reference: { clientTxnId, messageCode: '2090' },
			request: {
				path: '/api/v2/encrypt',
				body: {
					messageCode: '2090',
					clientTxnId,
					requestDateTime,
					emailId: 'jane@example.com',
					otp: '123456',
				},
				effect: false,
			},
		},
	],
	[
		'wibmoEncryptPayload',
		'of a send',
		{ messageCode: '1940', mobileNumber: '919876543210', additionalFields: { clientTxnId } },
		{
			recipients: ['919876543210'],
			secrets: [],
			identity: ['919876543210', ''],
			reference: { clientTxnId, messageCode: '1940' },
			request: {
				path: '/api/v2/encrypt',
				body: {
					messageCode: 1940,
					clientTxnId,
					requestDateTime,
					cardHolderMobileNumber: '919876543210',
					productId: 1,
					otp_generation_type: '0',
				},
				effect: false,
			},
		},
	],
	[
		'wibmoDecryptPayload',
		'of a token',
		{ token: SEALED },
		{
			recipients: [],
			secrets: [SEALED],
			identity: [SEALED],
			reference: {},
			request: { path: '/api/v2/decrypt', body: { token: SEALED }, effect: false },
		},
	],
];

it('has a case for every node', () => {
	const names = packagedNodes().map(({ node }) => node.description.name);
	expect([...new Set(CASES.map(([name]) => name))].sort()).toEqual(names.sort());
});

it.each(CASES)(
	'%s %s: the request, what makes it itself, and what of it is not shown',
	(node, _what, values, expected) => {
		const { request, ...rest } = prepare(node, values);
		const { request: wanted, ...wantedRest } = expected;
		expect(rest).toEqual(wantedRest);
		expect(request).toEqual({
			method: 'POST',
			...wanted,
			baseUrl: url,
			...(wanted.method !== 'GET' && {
				headers: {
					'Content-Type': 'application/json',
					...(node.startsWith('hyperVerge') && { transactionId }),
				},
			}),
		});
	},
);
