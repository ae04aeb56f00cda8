import type { Field, Wrong } from '../contract';
import { choice, email, form, optional, text, toggle } from '../fields';
import { must, mustNot } from '../parts';
import { EMAIL, MOBILE_WITH_CODE, NO_TEXTS, ROUNDED, saying, tooLong } from '../wrongValues';
import { answer, unknown } from './answers';
import { ACTIONS, all, entityFields, errors, mobile, needed, post, sample, withOther } from './common';
import { operation } from './v2';

const path = '/v2/otp/generate';
const recipient = '919876543210';
const address = 'tom.sawyer@example.com';
const template = 'Hi user.Your OTP for validation is {{ validation_code }}.Enjoy';
const emailBody = 'Dear Customer, The validation code for your request is: {{validation_code}}.';
const documented = { entityType: 'MOBILE', entityValue: recipient, action: 'REGISTRATION' };
const channel = (type: string, value = '') => ({ type, value });
const channels = (...list: object[]) => ({ channels: { channel: list as never[] } });

const ADVICE =
	'Capillary replaces {{ validation_code }} with the code. In an expression, write [[validation_code]] instead, because n8n evaluates braces itself.';

function templateField(label: string, place: string): Field {
	const without = (count: number, ...values: string[]): Wrong[] =>
		saying(
			`must be text that contains {{ validation_code }} exactly once; found ${count} times`,
			...values,
		).map((wrong) => ({ ...wrong, advice: ADVICE }));
	return form(
		label,
		place,
		'Your code is {{ validation_code }}.\nIt is valid for 10 minutes.',
		[
			...NO_TEXTS,
			...ROUNDED,
			...without(0, 'no place', 'Your code is { validation_code }.', '{{ validationCode }}'),
			...without(2, '{{validation_code}} {{ validation_code }}'),
			...saying(
				'must be free of control characters',
				...['Code \u0000 {{ validation_code }}', 'Code \u001b[2J {{ validation_code }}'],
			),
			...tooLong(10_000, `{{ validation_code }}${'a'.repeat(10_000)}`),
		],
		'',
		{
			empty: 'absent',
			takes: [
				'Your code is {{ validation_code }}.\nIt is valid for 10 minutes.',
				'Code: [[ validation_code ]]',
			],
			arrives: (given) => String(given).replace('[[ validation_code ]]', '{{ validation_code }}'),
		},
	);
}

/** A template that is needed once the code goes out over its channel. */
function templateName(brand: string, words: string, name: string): Record<string, Field> {
	const label = `${brand} ${words}`;
	const withChannel = { ...channels(channel(brand.toUpperCase())), templates: { [name]: 'other' } };
	const required = needed(
		text(label, `body.${name}`, 'otp_login', { with: withChannel }),
		`must be filled in for a ${brand} channel`,
		`Add '${label}' under 'Templates'.`,
	);
	return { [`templates.${name}`]: optional(label, `body.${name}`, 'otp_login', { also: [required] }) };
}

const channelType = (): Field => {
	const types = ['EMAIL', 'MOBILE', 'PHONE', 'SMS', 'WHATSAPP', 'ZALO'];
	const field = choice('Type', 'body.channels[0].type', types, { identifies: true });
	const withAddress = withOther(inRow(field), 'EMAIL', channels(channel('EMAIL', address)));
	const withTemplate = withOther(withAddress, 'WHATSAPP', { templates: { whatsappTemplateName: 'w' } });
	return withOther(withTemplate, 'ZALO', { templates: { zaloTemplateIdentifier: 'z' } });
};

/** What is said of a field names its row. */
const inRow = (field: Field): Field => ({
	...field,
	refuses: field.refuses.map((wrong) => ({ ...wrong, says: `of channel 1 ${wrong.says}` })),
	...(field.typed && { typed: { ...field.typed, says: `of channel 1 ${field.typed.says}` } }),
});

const SMS = channels(channel('SMS'));
const byEmail = email('body.channels[0].value', {
	label: 'Value',
	with: channels(channel('EMAIL', address)),
	identifies: true,
	recipient: 'secondEmail',
});

/** How a generated code is told of. */
const GENERATED = { statusCode: 'createdId', message: 'OTP generated', reference: { createdId: '10' } };
const BY_CHANNEL = { emailSubject: 'Validation Code', emailBody };
const NAMES = { whatsappTemplateName: 'test_temp2', zaloTemplateIdentifier: '204711' };

export const contract = operation({
	kind: 'send',
	page: 'generate-otp',
	samples: {
		minimal: sample(
			{ entityValue: recipient },
			post(path, { ...documented, channels: [channel('SMS', recipient)] }),
			{ action: 'REGISTRATION' },
		),
		full: sample(
			{
				entityType: 'EMAIL',
				entityValue: address,
				action: 'POINTS',
				...channels(channel('SMS', '9955882233'), channel('EMAIL'), channel('PHONE', '9955882233')),
				templates: { template, ...BY_CHANNEL, ...NAMES },
			},
			post(path, {
				...{ entityType: 'EMAIL', entityValue: address, action: 'POINTS', template },
				emailTemplate: { subject: 'Validation Code', body: emailBody },
				...NAMES,
				channels: [channel('SMS', '9955882233'), channel('EMAIL', address), channel('PHONE', '9955882233')],
			}),
			{ action: 'POINTS' },
		),
		'over two channels, in lower case': sample(
			{
				entityValue: recipient,
				action: 'POINTSTRANSFER',
				templates: { emailSubject: 'Your code' },
				providerQuirks: { channelTypeInLowerCase: true },
				...channels(channel('SMS'), channel('EMAIL', 'jane@example.com')),
			},
			post(path, {
				...documented,
				action: 'POINTSTRANSFER',
				emailTemplate: { subject: 'Your code' },
				channels: [channel('sms', recipient), channel('email', 'jane@example.com')],
			}),
			{ action: 'POINTSTRANSFER' },
		),
	},
	fields: {
		...entityFields,
		action: choice('Action', 'body.action', [...ACTIONS, 'POINTSTRANSFER'].sort(), { identifies: true }),
		'channels.channel[0].type': channelType(),
		'channels.channel[0].value': {
			...inRow(
				mobile('Value', 'body.channels[0].value', {
					with: SMS,
					recipient: 'secondMobile',
					empty: { is: recipient },
				}),
			),
			also: [inRow(byEmail)],
		},
		'templates.emailBody': templateField('Email Body', 'body.emailTemplate.body'),
		'templates.emailSubject': optional('Email Subject', 'body.emailTemplate.subject', 'Your code'),
		'templates.template': templateField('SMS Template', 'body.template'),
		...templateName('WhatsApp', 'Template Name', 'whatsappTemplateName'),
		...templateName('Zalo', 'Template Identifier', 'zaloTemplateIdentifier'),
		'providerQuirks.channelTypeInLowerCase': toggle(
			'Channel Type in Lower Case',
			'body.channels[0].type',
			'sms',
			'SMS',
		),
	},
	refuses: [
		...[{}, { channel: [] }, { channel: { type: 'SMS' } }].map((none) => ({
			parameters: { channels: none as never },
			message: "'Channels' must be a list with at least one channel",
			advice: "Add a channel under 'Channels'.",
		})),
		{ parameters: channels(channel('EMAIL')), message: `'Value' of channel 1 ${EMAIL}` },
		...['SMS', 'MOBILE', 'PHONE', 'WHATSAPP', 'ZALO'].map((type) => ({
			parameters: { entityType: 'EMAIL', entityValue: address, ...channels(channel(type)) },
			message: `'Value' of channel 1 ${MOBILE_WITH_CODE}`,
		})),
	],
	codes: {
		createdId: 'Sent',
		'createdId:1': 'Sent',
		...all(['429', '517', '521'], 'Throttled'),
		...all(
			[...['600', '601', '602', '603', '606', '607', '608', '621', '874', '875', '1006', '8014'], '8056'],
			'Not Sent',
		),
	},
	answers: {
		Sent: [
			answer(201, { createdId: 10 }, { reason: 'accepted', ...GENERATED }),
			answer(
				201,
				{ createdId: '1' },
				{
					...{ reason: 'reissued', statusCode: 'createdId:1', reference: { createdId: '1' } },
					message: 'The OTP that is still valid was sent again',
				},
			),
		],
		Throttled: [
			answer(400, errors([77, 'one'], [517, 'say "two" now']), {
				reason: 'sendLimit',
				statusCode: '517',
				statusCodes: ['77', '517'],
				message: 'one; say "two" now',
			}),
			answer(429, errors([77, 'slow down']), { reason: 'rateLimited' }),
			answer(429, '', { reason: 'rateLimited', statusCode: '429' }),
		],
		'Not Sent': [
			// The words of 600 and 602 are printed with quotation marks around them.
			answer(400, errors([602, '"Invalid entity"']), { reason: 'invalidRequest', message: 'Invalid entity' }),
			answer(400, errors([602, '"Entity" invalid']), { reason: 'invalidRequest' }),
			...[
				{ errors: [], errorCode: '606', errorMessage: 'Not now' },
				{ errors: { code: 606, message: 'Not now' } },
				'  <answer><code> 606 </code><message> Not now </message></answer>',
			].map((body) => answer(400, body, { reason: 'deliveryFailed', statusCode: '606', message: 'Not now' })),
			...[401, 429].map((status) => answer(status, errors([606, 'Not now']), { reason: 'deliveryFailed' })),
			answer(
				400,
				'<?xml version="1.0"?>\n<response><status><success>false</success><code>606</code><message>Not &quot;now&quot;</message></status></response>',
				{ reason: 'deliveryFailed', statusCode: '606', message: 'Not "now"' },
			),
			...[{ errorMessage: 'Gateway error' }, { errors: 'Gateway error' }].map((body) =>
				answer(400, body, { reason: 'unclassified', message: 'Gateway error' }),
			),
			unknown({ reason: 'unclassified' }),
		],
		Error: [
			...['x1', '1x', '', null].map((createdId) => answer(201, { createdId }, { fault: 'unreadable' })),
			...[
				'<response><status><success>true</success><code>606</code></status><createdId>10</createdId></response>',
				'<code>createdId</code>',
			].map((body) => answer(200, body, { fault: 'unreadable' })),
		],
	},
	yes: [{ createdId: 10 }, GENERATED, '606'],
	parts: {
		createdId: must(
			'`createdId` is a whole number; `1` means that the same code was sent again',
			[10, '10', 1],
			[undefined, null, '', 'x', -1, 1.5, true, [10], { id: 10 }],
		),
		entity: mustNot('`entity: false`', [true], [false]),
	},
});
