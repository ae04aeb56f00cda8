import type { IDataObject } from 'n8n-workflow';

import { asText, member } from '../../shared/json';
import { once, type Operation } from '../../shared/operation';
import type { Parameters } from '../../shared/parameters';
import { readAnswer, type Success } from '../answer';
import { generateCodes } from '../codes';
import {
	capillary,
	capillaryRequest,
	credentialType,
	isMobile,
	MOBILE_FORM,
	readEntity,
	type Entity,
} from '../provider';

const ACTIONS = [
	'COUPON',
	'CUSTOMER_IDENTIFIER_CHANGE',
	'CUSTOMER_ISSUE_LINK_CARD',
	'CUSTOMER_STATUS_UPDATE',
	'GENERIC',
	'POINTS',
	'POINTSTRANSFER',
	'REGISTRATION',
	'SUBSCRIPTION',
	'USERGROUP',
] as const;

const CHANNEL_TYPES = ['EMAIL', 'MOBILE', 'PHONE', 'SMS', 'WHATSAPP', 'ZALO'] as const;
type Channel = { type: (typeof CHANNEL_TYPES)[number]; value: string };

const PLACEHOLDER = /\{\{\s*validation_code\s*\}\}/g;
const LONGEST_TEMPLATE = 10_000;

function readChannels(parameters: Parameters, { entityType, entityValue }: Entity): Channel[] {
	const found = parameters.raw('channels.channel');
	const channels = Array.isArray(found) ? (found as IDataObject[]) : [];
	if (channels.length === 0) {
		throw parameters.refusal('channels', 'at least one channel', "Add a channel under 'Channels'.");
	}
	return channels.map(({ type, value }, index) => {
		const name = CHANNEL_TYPES.find((candidate) => candidate === type);
		const advice = `Correct channel ${index + 1} under 'Channels'.`;
		if (name === undefined)
			throw parameters.refusal(
				'channels',
				`one of ${CHANNEL_TYPES.join(', ')} in channel ${index + 1}`,
				advice,
			);
		const takesEmail = name === 'EMAIL';
		const fitsEntity = takesEmail === (entityType === 'EMAIL');
		const address = asText(value) || (fitsEntity ? entityValue : '');
		if (takesEmail ? !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) : !isMobile(address)) {
			const expected = takesEmail ? 'an e-mail address' : MOBILE_FORM;
			throw parameters.refusal(
				'channels.channel.value',
				`${expected} in channel ${index + 1} (${name})`,
				advice,
			);
		}
		return { type: name, value: address };
	});
}

function readTemplate(parameters: Parameters, path: string): string {
	const template = parameters.optionalText(path, { longest: LONGEST_TEMPLATE, lines: true });
	const placeholders = template.match(PLACEHOLDER)?.length ?? 0;
	if (template !== '' && placeholders !== 1) {
		throw parameters.refusal(
			path,
			`a text with {{ validation_code }} in it exactly once; it is there ${placeholders} times`,
			'Capillary puts the code in place of {{ validation_code }}. Keep the field in Fixed mode: as an expression, n8n would read the braces itself.',
		);
	}
	return template;
}

function readTemplates(parameters: Parameters, channels: readonly Channel[]): IDataObject {
	const uses = (type: Channel['type']) => channels.some((channel) => channel.type === type);
	const template = readTemplate(parameters, 'templates.template');
	const subject = parameters.optionalText('templates.emailSubject');
	const body = readTemplate(parameters, 'templates.emailBody');
	const whatsappTemplateName = parameters.optionalText('templates.whatsappTemplateName');
	const zaloTemplateIdentifier = parameters.optionalText('templates.zaloTemplateIdentifier');
	if (uses('WHATSAPP') && whatsappTemplateName === '') {
		throw parameters.refusal(
			'templates.whatsappTemplateName',
			'filled in for a WhatsApp channel',
			"Add 'WhatsApp Template Name' under 'Templates'.",
		);
	}
	if (uses('ZALO') && zaloTemplateIdentifier === '') {
		throw parameters.refusal(
			'templates.zaloTemplateIdentifier',
			'filled in for a Zalo channel',
			"Add 'Zalo Template Identifier' under 'Templates'.",
		);
	}
	return {
		...(template !== '' && { template }),
		...((subject !== '' || body !== '') && {
			emailTemplate: { ...(subject !== '' && { subject }), ...(body !== '' && { body }) },
		}),
		...(whatsappTemplateName !== '' && { whatsappTemplateName }),
		...(zaloTemplateIdentifier !== '' && { zaloTemplateIdentifier }),
	};
}

/** `createdId` 1 means that the code that is still valid went out again, so it identifies nothing. */
function readSuccess(json: unknown): Success | undefined {
	const createdId = asText(member(json, 'createdId'));
	if (!/^[0-9]+$/.test(createdId)) return undefined;
	return { statusCode: createdId === '1' ? 'createdId:1' : 'createdId', reference: { createdId } };
}

/**
 * Generates a code and sends it to all channels at once.
 *
 * @see https://docs.capillarytech.com/reference/generate-otp
 */
export const generateOtp: Operation = {
	provider: capillary,
	name: 'generateOtp',
	kind: 'send',
	codes: generateCodes,
	credentialType,
	prepare(parameters, credential) {
		const entity = readEntity(parameters);
		const action = parameters.choice('action', ACTIONS);
		const channels = readChannels(parameters, entity);
		const request = capillaryRequest(credential, {
			method: 'POST',
			path: '/v2/otp/generate',
			body: { ...entity, action, ...readTemplates(parameters, channels), channels },
			effect: true,
		});
		return {
			recipients: [entity.entityValue, ...channels.map(({ value }) => value)],
			secrets: [],
			identity: [entity.entityValue, action, ...channels.map(({ type, value }) => `${type}:${value}`)],
			reference: { action },
			exchange: () => once(request, (answer) => readAnswer('send', generateCodes, answer, readSuccess)),
		};
	},
};
