import { isEmailAddress, member, type Parameters } from '../../engine';
import { isMobile, MOBILE_FORM, type Entity } from '../provider';

const CHANNEL_TYPES = ['EMAIL', 'MOBILE', 'PHONE', 'SMS', 'WHATSAPP', 'ZALO'] as const;

/** Where a code goes. */
export type Channel = { type: (typeof CHANNEL_TYPES)[number]; value: string };

/**
 * Reads the channels. A channel without a value takes the entity's, where it is of the right kind.
 *
 * @param parameters the item's parameters
 * @param entity whom the code belongs to
 * @throws InvalidParameter if there is none, or if one cannot be delivered to
 * @see https://docs.capillarytech.com/reference/generate-otp
 */
export function readChannels(parameters: Parameters, { entityValue }: Entity): Channel[] {
	const found = member(parameters.raw('channels'), 'channel');
	if (!Array.isArray(found) || found.length === 0) {
		throw parameters.refusal('channels', 'at least one channel', "Add a channel under 'Channels'.");
	}
	return found.map((_, index) => {
		const type = parameters.choice(`channels.channel[${index}].type`, CHANNEL_TYPES);
		const path = `channels.channel[${index}].value`;
		const takesEmail = type === 'EMAIL';
		const value = parameters.optionalText(path) || entityValue;
		if (!(takesEmail ? isEmailAddress(value) : isMobile(value))) {
			throw parameters.refusal(path, takesEmail ? 'an e-mail address' : MOBILE_FORM);
		}
		return { type, value };
	});
}
