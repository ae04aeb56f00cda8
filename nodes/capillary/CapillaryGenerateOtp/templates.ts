import type { IDataObject } from 'n8n-workflow';

import { type Parameters } from '../../engine';
import type { Channel } from './channels';

const PLACEHOLDER = /\{\{\s*validation_code\s*\}\}/g;
const LONGEST_TEMPLATE = 10_000;

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

/**
 * Reads the texts of the channels.
 *
 * @param parameters the item's parameters
 * @param channels where the code goes; some channels need a text
 * @throws InvalidParameter if a text lacks the placeholder, or a channel its text
 * @see https://docs.capillarytech.com/reference/otp-template-guidelines
 */
export function readTemplates(parameters: Parameters, channels: readonly Channel[]): IDataObject {
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
