import type { IDataObject } from 'n8n-workflow';

import { aBadAddress, BAD_OPTIONS, badAddresses, badRules, NO_CREDENTIAL } from '../support/badSettings';
import {
	CONTROL_CHARACTERS,
	NO_CODE,
	NO_EMAIL,
	NOT_A_LINE,
	NOT_A_SWITCH,
	NOT_TEXTS,
	notAWholeNumber,
	nothings,
	notOneOf,
	ROUNDED,
	TOO_LONG,
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

const TILL = { provider: 'capillary', credential: 'capillaryTillApi' } as const;
const MOBILE = '919876543210';
const EMAIL = 'asha@example.com';

const GENERATE: Subject = {
	...TILL,
	type: 'capillaryGenerateOtp',
	operation: 'generateOtp',
	parameters: { entityType: 'MOBILE', entityValue: MOBILE },
	path: '/v2/otp/generate',
};

const VALIDATE: Subject = {
	...TILL,
	type: 'capillaryValidateOtp',
	operation: 'validateOtp',
	parameters: { entityType: 'MOBILE', entityValue: MOBILE, code: 'A2WX11' },
	path: '/v2/otp/validate',
};

const GET: Subject = {
	...TILL,
	type: 'capillaryGetOtp',
	operation: 'getOtp',
	parameters: { identifierName: 'mobile', identifierValue: MOBILE },
	path: '/v2/otp',
};

/** The same node, signed in with an API client. */
function withClient(subject: Subject): Subject {
	return {
		...subject,
		credential: 'capillaryClientApi',
		parameters: { ...subject.parameters, authentication: 'client' },
	};
}

const FORM_OF_MOBILE = 'must be a mobile number of 7 to 15 digits, with country code, such as 919876543210';

const WRONG_MOBILES: BadValue[] = [
	['6 digits', '888888', FORM_OF_MOBILE],
	['16 digits', '8888888888888888', FORM_OF_MOBILE],
	['spaces', '91 98765 43210', FORM_OF_MOBILE],
	['two +', '++919876543210', FORM_OF_MOBILE],
	['letters', '91987654321O', FORM_OF_MOBILE],
	['an email address', EMAIL, FORM_OF_MOBILE],
	['Arabic-Indic digits', '٩١٩٨٧٦٥٤٣٢١٠', FORM_OF_MOBILE],
];

const NO_MOBILE: BadValue[] = [...nothings(FORM_OF_MOBILE), ...NOT_A_LINE, ...WRONG_MOBILES];

const ENTITY: Field[] = [
	{
		label: 'Entity Type',
		parameters: { entityType: FIELD },
		takes: 'MOBILE',
		refuses: notOneOf('EMAIL', 'MOBILE'),
	},
	{ label: 'Entity Value', parameters: { entityValue: FIELD }, takes: MOBILE, refuses: NO_MOBILE },
];

function emailEntity(parameters: Field['parameters'] = {}): Field {
	return {
		label: 'Entity Value',
		parameters: { ...parameters, entityType: 'EMAIL', entityValue: FIELD },
		takes: EMAIL,
		refuses: [...NO_EMAIL, ['a mobile number', MOBILE, 'must be an email address']],
	};
}

function action(...unknown: string[]): Field {
	const says = 'must be one of COUPON, ';
	return {
		label: 'Action',
		parameters: { action: FIELD },
		takes: 'REGISTRATION',
		refuses: [
			...notOneOf('REGISTRATION').map(([name, value]): BadValue => [name, value, says]),
			['lower case', 'registration', says],
			...unknown.map((value): BadValue => [`${value}, which this operation does not take`, value, says]),
		],
	};
}

/** A channel of a type, as the first or the second of the list. */
function channel(type: string, value: string, before: IDataObject[] = []) {
	return { channels: { channel: [...before, { type, value }] } } as Field['parameters'];
}

const SMS = { type: 'SMS', value: '' };

const CHANNEL_TYPES = 'of channel 1 must be one of EMAIL, MOBILE, PHONE, SMS, WHATSAPP, ZALO';

const CHANNELS: Field[] = [
	{
		label: 'Type',
		parameters: channel(FIELD, MOBILE),
		takes: 'SMS',
		refuses: notOneOf('SMS').map(([name, value]): BadValue => [name, value, CHANNEL_TYPES]),
	},
	{
		label: 'Value',
		parameters: channel('SMS', FIELD),
		takes: MOBILE,
		refuses: [
			...[...NOT_TEXTS, ...ROUNDED, ...CONTROL_CHARACTERS, TOO_LONG].map(
				([name, value]): BadValue => [name, value, 'must be'],
			),
			...WRONG_MOBILES.map(([name, value]): BadValue => [name, value, `of channel 1 ${FORM_OF_MOBILE}`]),
		],
	},
	{
		label: 'Value',
		parameters: channel('EMAIL', FIELD, [SMS]),
		takes: EMAIL,
		refuses: NO_EMAIL.map(([name, value]): BadValue => [name, value, 'channel 2']),
	},
];

const PLACEHOLDERS = (count: number) =>
	`that contains {{ validation_code }} exactly once; found ${count} times`;

function template(label: string, name: string): Field {
	return {
		label,
		parameters: { templates: { [name]: FIELD } },
		takes: 'Your code is {{ validation_code }}.\nIt is valid for 10 minutes.',
		refuses: [
			...NOT_TEXTS,
			...ROUNDED,
			['a text without the placeholder', 'Your code is on its way.', PLACEHOLDERS(0)],
			['the placeholder twice', '{{ validation_code }} and {{validation_code}}', PLACEHOLDERS(2)],
			['a placeholder with one brace', 'Your code is { validation_code }.', PLACEHOLDERS(0)],
			['a placeholder that is misspelt', 'Your code is {{ validationCode }}.', PLACEHOLDERS(0)],
			['a null character', 'Code \u0000 {{ validation_code }}', 'must be free of control characters'],
			['an escape character', 'Code \u001b[2J {{ validation_code }}', 'must be free of control characters'],
			[
				'more than 10000 characters',
				`{{ validation_code }}${'a'.repeat(10_000)}`,
				'must be at most 10000 characters long',
			],
		],
	};
}

function oneLine(
	label: string,
	name: string,
	takes: string,
	parameters: Field['parameters'] = {},
	empty: BadValue[] = [],
): Field {
	return {
		label,
		parameters: { ...parameters, templates: { [name]: FIELD } },
		takes,
		refuses: [...empty, ...NOT_A_LINE],
	};
}

describeFields(simulator, GENERATE, [
	...ENTITY,
	emailEntity(channel('EMAIL', '')),
	action('MONEY'),
	...CHANNELS,
	template('SMS Template', 'template'),
	template('Email Body', 'emailBody'),
	oneLine('Email Subject', 'emailSubject', 'Validation Code'),
	oneLine('WhatsApp Template Name', 'whatsappTemplateName', 'otp_login'),
	oneLine('Zalo Template Identifier', 'zaloTemplateIdentifier', '204711'),
]);

describe('with a channel that needs a template', () => {
	describeFields(simulator, GENERATE, [
		oneLine(
			'WhatsApp Template Name',
			'whatsappTemplateName',
			'otp_login',
			channel('WHATSAPP', MOBILE),
			nothings('must be filled in for a WhatsApp channel'),
		),
		oneLine(
			'Zalo Template Identifier',
			'zaloTemplateIdentifier',
			'204711',
			channel('ZALO', MOBILE, [SMS]),
			nothings('must be filled in for a Zalo channel'),
		),
	]);
});

describeFields(simulator, VALIDATE, [
	...ENTITY,
	emailEntity(),
	{ label: 'Code', parameters: { code: FIELD }, takes: 'A2WX11', refuses: NO_CODE },
	action('POINTSTRANSFER'),
]);

const SOURCE = 'must be a source such as INSTORE: letters, digits and underscores only';

const ACCOUNT = 'which can have several accounts';

describeFields(simulator, GET, [
	{
		label: 'Identifier Name',
		parameters: { identifierName: FIELD },
		takes: 'mobile',
		refuses: notOneOf('mobile').map(
			([name, value]): BadValue => [name, value, 'must be one of email, external_id, mobile, wechat'],
		),
	},
	{
		label: 'Identifier Value',
		parameters: { identifierValue: FIELD },
		takes: MOBILE,
		refuses: [...nothings('must be filled in'), ...NOT_A_LINE],
	},
	{
		label: 'Identifier Value',
		parameters: { identifierName: 'email', identifierValue: FIELD },
		takes: EMAIL,
		refuses: NO_EMAIL,
	},
	{
		label: 'Source',
		parameters: { source: FIELD },
		takes: 'INSTORE',
		refuses: [
			...nothings(SOURCE),
			...NOT_A_LINE,
			['a space in it', 'IN STORE', SOURCE],
			['another parameter behind it', 'INSTORE&accountId=1', SOURCE],
			['letters beyond ASCII', 'BOUTIQUÉ', SOURCE],
			['more than 50 characters', 'S'.repeat(51), SOURCE],
		],
	},
	{
		label: 'Account ID',
		parameters: { source: FIELD },
		takes: 'INSTORE',
		refuses: ['WECHAT', 'MARTJACK', 'FACEBOOK'].map(
			(source): BadValue => [`none for the source ${source}`, source, ACCOUNT],
		),
	},
	{
		label: 'Account ID',
		parameters: { source: 'WECHAT', additionalFields: { accountId: FIELD } },
		takes: 'ACCOUNT-1',
		refuses: [...nothings(ACCOUNT), ...NOT_A_LINE],
	},
	{
		label: 'Scope',
		parameters: { scope: FIELD },
		takes: 'REGISTRATION',
		refuses: [
			...notOneOf('REGISTRATION').map(([name, value]): BadValue => [name, value, 'must be one of COUPON, ']),
			['a purpose that Capillary does not look up', 'POINTSTRANSFER', 'must be one of COUPON, '],
			['the plural', 'COUPONS', 'must be one of COUPON, '],
		],
	},
	{
		label: 'Threshold',
		parameters: { additionalFields: { threshold: FIELD } },
		takes: 60,
		refuses: notAWholeNumber(1, 999_999_999),
	},
]);

const SIGN_IN: Setting[] = [
	NO_CREDENTIAL,
	...badAddresses('customHost', 'Custom Host', { cluster: 'custom' }),
	...badAddresses('cluster', 'Cluster'),
];

const SIGN_IN_ELSEWHERE: Setting[] = [
	NO_CREDENTIAL,
	...aBadAddress('customHost', 'Custom Host', { cluster: 'custom' }),
	...aBadAddress('cluster', 'Cluster'),
];

const NO_CHANNEL: Setting[] = [{}, { channel: [] }].map((channels) => ({
	name: `${JSON.stringify(channels)} for channels`,
	parameters: { channels },
	names: "'Channels'",
	says: 'must be a list with at least one channel',
}));

const NO_AUTHENTICATION: Setting = {
	name: 'a way to sign in that does not exist',
	parameters: { authentication: 'token' },
	names: "'Authentication'",
	says: 'must be one of client, till',
};

const RECIPIENT_OF_ANOTHER_KIND: Setting[] = [
	{
		name: 'an e-mail channel for a mobile number without an address of its own',
		parameters: channel('EMAIL', ''),
		names: "'Value'",
		says: 'of channel 1 must be an email address',
	},
	...['SMS', 'MOBILE', 'PHONE', 'WHATSAPP', 'ZALO'].map((type) => ({
		name: `a channel ${type} for an e-mail address without a number of its own`,
		parameters: { entityType: 'EMAIL', entityValue: EMAIL, ...channel(type, '') },
		names: "'Value'",
		says: `of channel 1 ${FORM_OF_MOBILE}`,
	})),
];

describeSettings(simulator, GENERATE, [
	...SIGN_IN,
	NO_AUTHENTICATION,
	...NO_CHANNEL,
	...RECIPIENT_OF_ANOTHER_KIND,
	...badRules('603'),
	...BAD_OPTIONS,
]);
describeSettings(simulator, VALIDATE, [
	...SIGN_IN_ELSEWHERE,
	NO_AUTHENTICATION,
	...badRules('605'),
	...BAD_OPTIONS,
]);
describeSettings(simulator, GET, [
	...SIGN_IN_ELSEWHERE,
	NO_AUTHENTICATION,
	...badRules('9001'),
	...BAD_OPTIONS,
	...NOT_A_SWITCH.map(([name, value]) => ({
		name: `${name} for revealing the code`,
		parameters: { revealCode: value as string },
		names: "'Reveal Code'",
		says: 'must be true or false',
	})),
]);

describe.each([GENERATE, VALIDATE, GET].map(withClient))('$type with an API client', (subject) => {
	describeSettings(simulator, subject, [
		NO_CREDENTIAL,
		...aBadAddress('customHost', 'Custom Host', { cluster: 'custom' }),
	]);
});
