import { asText, member, type Operation } from '../../engine';
import { readAnswer, type Success } from '../answer';
import { generateCodes } from '../codes';
import { capillary, capillaryRequest, credentialType, readEntity } from '../provider';
import { readChannels } from './channels';
import { readTemplates } from './templates';

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
		const inLowerCase = parameters.flag('providerQuirks.channelTypeInLowerCase');
		const request = capillaryRequest(credential, {
			method: 'POST',
			path: '/v2/otp/generate',
			body: {
				...entity,
				action,
				...readTemplates(parameters, channels),
				channels: channels.map(({ type, value }) => ({
					type: inLowerCase ? type.toLowerCase() : type,
					value,
				})),
			},
			effect: true,
		});
		return {
			recipients: [entity.entityValue, ...channels.map(({ value }) => value)],
			secrets: [],
			identity: [entity.entityValue, action, ...channels.map(({ type, value }) => `${type}:${value}`)],
			reference: { action },
			perform: async (call) => readAnswer(generateCodes, await call(request), readSuccess),
		};
	},
};
