import { collection, field, type Reader, text } from '../../engine';

const PLACEHOLDER = /\{\{\s*validation_code\s*\}\}/g;

/** For expressions, in which n8n evaluates the braces of Capillary's own spelling. */
const IN_EXPRESSION = /\[\[\s*validation_code\s*\]\]/g;

const lines = text({ longest: 10_000, lines: true });

/** @see https://docs.capillarytech.com/reference/otp-template-guidelines */
const withPlaceholder: Reader<string | undefined> = {
	expected: 'text that contains {{ validation_code }} exactly once',
	read(input) {
		const template = lines.read(input)?.replace(IN_EXPRESSION, '{{ validation_code }}');
		const placeholders = template?.match(PLACEHOLDER)?.length ?? 0;
		if (template !== undefined && placeholders !== 1) {
			throw input.refusal(
				`${this.expected}; found ${placeholders} times`,
				'Capillary replaces {{ validation_code }} with the code. In an expression, write [[validation_code]] instead, because n8n evaluates braces itself.',
			);
		}
		return template;
	},
};

const emailBody = field(
	{
		displayName: 'Email Body',
		name: 'emailBody',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		description:
			'The text of the email. It must contain {{ validation_code }} exactly once; in an expression, write [[validation_code]].',
	},
	withPlaceholder,
);

const emailSubject = field(
	{
		displayName: 'Email Subject',
		name: 'emailSubject',
		type: 'string',
		default: '',
		placeholder: 'e.g. Validation Code',
		description: 'The subject line of the email',
	},
	text(),
);

const template = field(
	{
		displayName: 'SMS Template',
		name: 'template',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		description:
			'The text of the SMS. It must contain {{ validation_code }} exactly once; in an expression, write [[validation_code]].',
	},
	withPlaceholder,
);

const whatsappTemplateName = field(
	{
		displayName: 'WhatsApp Template Name',
		name: 'whatsappTemplateName',
		type: 'string',
		default: '',
		placeholder: 'e.g. otp_login',
		description: 'The name of the approved template in Engage+',
	},
	text(),
);

const zaloTemplateIdentifier = field(
	{
		displayName: 'Zalo Template Identifier',
		name: 'zaloTemplateIdentifier',
		type: 'string',
		default: '',
		placeholder: 'e.g. 204711',
		description: 'The ID of the template for the Zalo channel',
	},
	text(),
);

export const templates = collection(
	{
		displayName: 'Templates',
		name: 'templates',
		placeholder: 'Add Template',
		description:
			'Your own message texts. Without them, Capillary uses the template that is set up for the action, or its default.',
	},
	[emailBody, emailSubject, template, whatsappTemplateName, zaloTemplateIdentifier],
);
