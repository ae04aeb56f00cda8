import { choiceField, field, isEmailAddress, member, readField, text } from '../../engine';
import { entityValue, MOBILE, MOBILE_FORM } from '../fields';

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

const value = field(
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		placeholder: 'e.g. 919876543210',
		description: "The number or address to send to. Defaults to 'Entity Value', if it is of the right kind.",
	},
	text(),
);

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
		options: [{ displayName: 'Channel', name: 'channel', values: [type.property, value.property] }],
	},
	{
		expected: 'a list with at least one channel',
		read({ parameters, path, of, refusal }) {
			const rows = member(parameters.raw(path), 'channel');
			if (!Array.isArray(rows) || rows.length === 0) {
				throw refusal(this.expected, "Add a channel under 'Channels'.");
			}
			return rows.map((_, index) => {
				const row = `${path}.channel[${index}]`;
				const valuePath = `${row}.value`;
				const channel = {
					type: readField({ field: type, path: `${row}.type` }, parameters),
					value: readField({ field: value, path: valuePath }, parameters) ?? of(entityValue),
				};
				const takesEmail = channel.type === 'EMAIL';
				if (!(takesEmail ? isEmailAddress(channel.value) : MOBILE.test(channel.value))) {
					throw parameters.refusal(valuePath, takesEmail ? 'an email address' : MOBILE_FORM);
				}
				return channel;
			});
		},
	},
	{ identity: true, recipients: (found) => found.map((channel) => channel.value) },
);
