import { choiceField, emailAddress, field, member, readField } from '../../engine';
import { entityType, entityValue, mobile } from '../fields';

const type = choiceField(
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Email', value: 'EMAIL' },
			{ name: 'Mobile (Phone Call)', value: 'MOBILE' },
			{ name: 'Phone Call', value: 'PHONE' },
			{ name: 'SMS', value: 'SMS' },
			{
				name: 'WhatsApp',
				value: 'WHATSAPP',
				description: "Needs 'WhatsApp Template Name' under 'Templates'",
			},
			{
				name: 'Zalo',
				value: 'ZALO',
				description: "Needs 'Zalo Template Identifier' under 'Templates'",
			},
		],
		default: 'SMS',
		description: "The channel type. It must be enabled in Capillary's 'Communicate OTP via' setting.",
	},
	{ filled: true },
);

const valueProperty = {
	displayName: 'Value',
	name: 'value',
	type: 'string',
	default: '',
	placeholder: 'e.g. +91 98765 43210',
	description: "The number or address to send to. Defaults to 'Entity Value', if it is of the right kind.",
} as const;

/** The recipient of a channel by the kind of entity that it reaches. */
const values = { EMAIL: field(valueProperty, emailAddress), MOBILE: field(valueProperty, mobile) };

/**
 * Where to send a code.
 *
 * @see https://docs.capillarytech.com/reference/generate-otp
 */
export const channels = field(
	{
		displayName: 'Channels',
		name: 'channels',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Channel',
		default: { channel: [{ type: 'SMS', value: '' }] },
		description: 'Where to send the code. It is sent to all channels at the same time.',
		options: [{ displayName: 'Channel', name: 'channel', values: [type.property, valueProperty] }],
	},
	{
		expected: 'a list with at least one channel',
		read({ parameters, path, credential, of, refusal }) {
			const rows = member(parameters.raw(path), 'channel');
			if (!Array.isArray(rows) || rows.length === 0) {
				throw refusal(this.expected, "Add a channel under 'Channels'.");
			}
			return rows.map((_, index) => {
				const row = `${path}.channel[${index}]`;
				const channel = readField({ field: type, path: `${row}.type` }, parameters);
				const kind = channel === 'EMAIL' ? 'EMAIL' : 'MOBILE';
				const valuePath = `${row}.value`;
				const given = readField({ field: values[kind], path: valuePath }, parameters, credential);
				if (given === undefined && of(entityType) !== kind) {
					throw parameters.refusal(valuePath, values[kind].reader.expected);
				}
				return { type: channel, value: given ?? of(entityValue) };
			});
		},
	},
	{ identity: true, recipients: (found) => found.map((channel) => channel.value) },
);
