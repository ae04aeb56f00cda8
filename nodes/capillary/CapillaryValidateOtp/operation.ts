import { member, type Operation } from '../../engine';
import { readAnswer, type Success } from '../answer';
import { validateCodes } from '../codes';
import { capillary, capillaryRequest, credentialType, readEntity } from '../provider';

const ACTIONS = [
	'COUPON',
	'CUSTOMER_IDENTIFIER_CHANGE',
	'CUSTOMER_ISSUE_LINK_CARD',
	'CUSTOMER_STATUS_UPDATE',
	'GENERIC',
	'POINTS',
	'REGISTRATION',
	'SUBSCRIPTION',
	'USERGROUP',
] as const;

function readSuccess(json: unknown): Success | undefined {
	return member(json, 'entity') === true ? { statusCode: 'entity:true' } : undefined;
}

/**
 * Validates a code. Capillary does not tell a wrong code from an expired one.
 *
 * @see https://docs.capillarytech.com/reference/validate-otp
 */
export const validateOtp: Operation = {
	provider: capillary,
	name: 'validateOtp',
	kind: 'verify',
	codes: validateCodes,
	credentialType,
	prepare(parameters, credential) {
		const entity = readEntity(parameters);
		const code = parameters.otp('code');
		const action = parameters.choice('action', ACTIONS);
		const request = capillaryRequest(credential, {
			method: 'POST',
			path: '/v2/otp/validate',
			body: { ...entity, code, action },
			effect: true,
		});
		return {
			recipients: [entity.entityValue],
			secrets: [code],
			identity: [entity.entityValue, code, action],
			reference: { action },
			perform: async (call) => readAnswer(validateCodes, await call(request), readSuccess),
		};
	},
};
