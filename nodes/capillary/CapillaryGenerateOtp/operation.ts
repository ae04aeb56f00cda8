import { asText, defineOperation, field, flag, member, providerQuirks } from '../../engine';
import { readAnswer, type Success } from '../answer';
import { generateCodes } from '../codes';
import { authentication, entityType, entityValue, purpose } from '../fields';
import { capillary, capillaryRequest } from '../provider';
import { channels } from './channels';
import { templates } from './templates';

const action = purpose(
	{
		displayName: 'Action',
		name: 'action',
		description: 'What the code is for. It is valid only for this action.',
	},
	{ identity: true, reference: true },
);

const channelTypeInLowerCase = field(
	{
		displayName: 'Channel Type in Lower Case',
		name: 'channelTypeInLowerCase',
		type: 'boolean',
		default: false,
		description:
			'Whether to write the channel type in lower case, as one Capillary sample does. Turn this on if Capillary returns 603 for a channel that is set up.',
	},
	flag,
);

/** `createdId` 1 means that the code that is still valid was sent again; it is not a unique ID then. */
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
export const generateOtp = defineOperation({
	provider: capillary,
	name: 'generateOtp',
	kind: 'send',
	description: 'Send a one-time password (OTP) over one or more channels',
	tool: "Generates a one-time password with Capillary and sends it to a user as real messages. The output has 'outcome' sent, throttled or notSent, and never the code. Give the mobile number or address as text, exactly as the user wrote it. One that cannot be read comes back as notSent with 'reason' invalidRecipient: ask the user to correct it. Do not repeat it blindly: each repeat sends more messages.",
	hints: [
		{
			message: "A WhatsApp channel needs 'WhatsApp Template Name' under 'Templates'.",
			type: 'warning',
			displayCondition:
				'={{ ($parameter["channels"].channel || []).some((channel) => channel.type === "WHATSAPP") && !$parameter["templates"].whatsappTemplateName }}',
			location: 'ndv',
			whenToDisplay: 'always',
		},
		{
			message: "A Zalo channel needs 'Zalo Template Identifier' under 'Templates'.",
			type: 'warning',
			displayCondition:
				'={{ ($parameter["channels"].channel || []).some((channel) => channel.type === "ZALO") && !$parameter["templates"].zaloTemplateIdentifier }}',
			location: 'ndv',
			whenToDisplay: 'always',
		},
	],
	codes: generateCodes,
	searchWords: [
		'send otp',
		'sms otp',
		'email otp',
		'whatsapp otp',
		'2fa',
		'verification code',
		'loyalty',
		'points',
		'coupon',
	],
	form: [
		authentication,
		entityType,
		entityValue,
		action,
		channels,
		templates,
		providerQuirks(channelTypeInLowerCase),
	],
	check(item, refusal) {
		const uses = (type: string) => item.channels.some((channel) => channel.type === type);
		if (uses('WHATSAPP') && item.whatsappTemplateName === undefined) {
			throw refusal(
				'whatsappTemplateName',
				'filled in for a WhatsApp channel',
				"Add 'WhatsApp Template Name' under 'Templates'.",
			);
		}
		if (uses('ZALO') && item.zaloTemplateIdentifier === undefined) {
			throw refusal(
				'zaloTemplateIdentifier',
				'filled in for a Zalo channel',
				"Add 'Zalo Template Identifier' under 'Templates'.",
			);
		}
	},
	identifiers: ['createdId'],
	async perform(item, { call, credential }) {
		const { emailSubject: subject, emailBody: body } = item;
		const request = capillaryRequest(credential, {
			method: 'POST',
			path: '/v2/otp/generate',
			body: {
				entityType: item.entityType,
				entityValue: item.entityValue,
				action: item.action,
				template: item.template,
				emailTemplate: (subject ?? body) === undefined ? undefined : { subject, body },
				whatsappTemplateName: item.whatsappTemplateName,
				zaloTemplateIdentifier: item.zaloTemplateIdentifier,
				channels: item.channels.map(({ type, value }) => ({
					type: item.channelTypeInLowerCase ? type.toLowerCase() : type,
					value,
				})),
			},
			effect: true,
		});
		return readAnswer(generateCodes, await call(request), readSuccess);
	},
});
