import { isEmailAddress } from '../shared/text';
import type { V2Error } from './answers';
import type { Entity } from './otps';

type Fields = Record<string, unknown>;

const VALIDATE_ACTIONS = [
	'COUPON',
	'POINTS',
	'REGISTRATION',
	'USERGROUP',
	'SUBSCRIPTION',
	'GENERIC',
	'CUSTOMER_STATUS_UPDATE',
	'CUSTOMER_IDENTIFIER_CHANGE',
	'CUSTOMER_ISSUE_LINK_CARD',
];

/** Actions by operation, https://docs.capillarytech.com/reference/generate-otp and .../validate-otp */
export const ACTIONS = {
	generate: [...VALIDATE_ACTIONS, 'POINTSTRANSFER'],
	validate: VALIDATE_ACTIONS,
};

/** Whether a text is a number that a message can be sent to; the country code has no plus sign. */
export function isMobile(value: string): boolean {
	return /^\d{8,15}$/.test(value);
}

/**
 * Reads whom and what a generate or validate call is about. The quotation marks belong to the texts of
 * 600 and 602, as in the sample.
 * Assumption: 601 is worded like 600 and 602, and an address that is none is an invalid value.
 */
export function readEntity(
	fields: Fields,
	actions: string[],
): { entity: Entity; action: string; errors: V2Error[] } {
	const errors: V2Error[] = [];
	const { entityType, entityValue, action } = fields;
	if (typeof action !== 'string' || !actions.includes(action)) {
		errors.push({ code: 600, message: '"Invalid or Null action passed"' });
	}
	// Samples write the type in lower case, the table in upper case.
	const type = String(entityType).toUpperCase() === 'EMAIL' ? 'EMAIL' : 'MOBILE';
	if (typeof entityType !== 'string' || entityType.toUpperCase() !== type) {
		errors.push({ code: 601, message: '"Invalid or Null entity type passed"' });
	}
	const value = typeof entityValue === 'string' ? entityValue : '';
	const address = value.includes('@') || type === 'EMAIL';
	if (value === '' || (address && !(type === 'EMAIL' && isEmailAddress(value)))) {
		errors.push({ code: 602, message: '"Invalid or Null entity value passed"' });
	} else if (!address && !isMobile(value)) {
		errors.push({ code: 8056, message: 'Invalid mobile' });
	}
	return { entity: { type, value }, action: String(action), errors };
}
