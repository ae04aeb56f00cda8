import { isRecord, type World } from '../shared/provider';
import { isEmailAddress } from '../shared/text';
import type { Channel } from '../types';
import type { V2Error } from './answers';
import { isMobile } from './entity';

type Fields = Record<string, unknown>;

/** Channel types of https://docs.capillarytech.com/reference/generate-otp */
const CHANNELS: Record<string, Channel> = {
	SMS: 'sms',
	EMAIL: 'email',
	MOBILE: 'voice',
	PHONE: 'voice',
	WHATSAPP: 'whatsapp',
	ZALO: 'zalo',
};

/** The inbuilt texts, printed on the same page. */
const DEFAULT_SMS = 'Hi user.Your otp for validation is {{ validation_code }}.';
const DEFAULT_SUBJECT = 'Validation Code';
const DEFAULT_EMAIL =
	'Dear Customer, The validation code for your request is: {{ validation_code }}. You will also receive the validation code by SMS on your registered mobile number shortly.';

interface Target {
	channel: Channel;
	to: string;
}

/**
 * Where the code of a generate call is to go.
 * Assumption: at least one channel is needed; the older documentation stars the field.
 */
export function readChannels(fields: Fields): { targets: Target[]; errors: V2Error[] } {
	const list: unknown[] = Array.isArray(fields.channels) ? fields.channels : [];
	const targets = list.flatMap((entry) => targetOf(entry) ?? []);
	const errors: V2Error[] = [];
	if (list.length === 0 || targets.length < list.length) {
		errors.push({ code: 603, message: '"Invalid or Null communication channel value passed"' });
	}
	const uses = (channel: Channel) => targets.some((target) => target.channel === channel);
	if (uses('whatsapp') && !isFilled(fields.whatsappTemplateName)) {
		errors.push({ code: 607, message: 'Mandatory template name not passed for WhatsApp type channel' });
	}
	if (!templatesAreTexts(fields)) {
		// Assumption: the code is printed for templates that cannot be fetched.
		errors.push({ code: 608, message: 'Something went wrong while fetching OTP template' });
	}
	if (uses('zalo') && !isFilled(fields.zaloTemplateIdentifier)) {
		errors.push({ code: 621, message: 'Zalo template identifier cannot be empty' });
	}
	return { targets, errors };
}

/** Sends the code to every target at once, in the words of the call's templates or of the inbuilt ones. */
export function deliver(world: World, fields: Fields, targets: Target[], code: string): void {
	const email = isRecord(fields.emailTemplate) ? fields.emailTemplate : {};
	const texts: Record<Channel, string> = {
		sms: filledOr(fields.template, DEFAULT_SMS),
		email: filledOr(email.body, DEFAULT_EMAIL),
		// Assumption: what is spoken, and what an approved template of WhatsApp or Zalo says, is not published.
		voice: 'Your validation code is {{ validation_code }}.',
		whatsapp: `{{ validation_code }} is your validation code. (template ${String(fields.whatsappTemplateName)})`,
		zalo: `{{ validation_code }} is your validation code. (template ${String(fields.zaloTemplateIdentifier)})`,
	};
	for (const { channel, to } of targets) {
		world.deliver({
			provider: 'capillary',
			channel,
			to,
			...(channel === 'email' ? { subject: withCode(filledOr(email.subject, DEFAULT_SUBJECT), code) } : {}),
			text: withCode(texts[channel], code),
			code,
		});
	}
}

/** Every placeholder shows the code. Assumption: the blanks inside the braces do not matter. */
function withCode(template: string, code: string): string {
	return template.replace(/\{\{\s*validation_code\s*\}\}/g, () => code);
}

function targetOf(entry: unknown): Target | undefined {
	if (!isRecord(entry) || typeof entry.type !== 'string' || typeof entry.value !== 'string') return undefined;
	const channel = CHANNELS[entry.type.toUpperCase()];
	const reachable = channel === 'email' ? isEmailAddress(entry.value) : isMobile(entry.value);
	return channel && reachable ? { channel, to: entry.value } : undefined;
}

function templatesAreTexts(fields: Fields): boolean {
	const isText = (value: unknown) => value === undefined || value === null || typeof value === 'string';
	const { template, emailTemplate } = fields;
	if (emailTemplate === undefined || emailTemplate === null) return isText(template);
	return (
		isText(template) && isRecord(emailTemplate) && isText(emailTemplate.subject) && isText(emailTemplate.body)
	);
}

function isFilled(value: unknown): boolean {
	return typeof value === 'string' && value !== '';
}

function filledOr(value: unknown, otherwise: string): string {
	return typeof value === 'string' && value !== '' ? value : otherwise;
}
