import { type Correlation, member, type Parameters } from '../engine';
import { isMobile, MOBILE_FORM } from './provider';

const IDENTIFIERS = ['card_external_id', 'card_number', 'email', 'external_id', 'id', 'mobile'] as const;

const CUSTOMER_ID = /^[0-9]{1,18}$/;

/** What identifies a customer in a redemption. */
export interface CustomerIdentifier {
	name: (typeof IDENTIFIERS)[number];
	value: string;
}

/**
 * Reads whom a redemption is for.
 *
 * @see https://docs.capillarytech.com/reference/redeem-coupon
 * @see https://docs.capillarytech.com/reference/redeem-points
 */
export function readCustomer(parameters: Parameters): CustomerIdentifier {
	const name = parameters.choice('identifierName', IDENTIFIERS);
	const value = name === 'email' ? parameters.email('identifierValue') : parameters.text('identifierValue');
	if (name === 'mobile' && !isMobile(value)) throw parameters.refusal('identifierValue', MOBILE_FORM);
	if (name === 'id' && !CUSTOMER_ID.test(value)) {
		throw parameters.refusal('identifierValue', 'a customer ID of 1 to 18 digits, such as 313302314');
	}
	return { name, value };
}

/**
 * What the answer of a redemption repeats of the customer: the identifier that was sent, where it is
 * one that Capillary answers with.
 *
 * @param customer whom the request names
 * @param found the part of the answer that describes the customer
 * @param isYes whether the answer grants; a refusal may have another ID for a customer that was not found
 */
export function customerCorrelations(
	{ name, value }: CustomerIdentifier,
	found: unknown,
	isYes: boolean,
): Correlation[] {
	if (name === 'id') return [{ sent: isYes ? value : '', found: member(found, 'user_id'), as: 'number' }];
	return [{ sent: value, found: member(found, name), as: name === 'mobile' ? 'mobile' : 'anyCase' }];
}

/** Points are a positive number with at most three decimals. */
export function readPoints(parameters: Parameters): number {
	const value = Number(
		parameters.match('points', /^[0-9]{1,12}(\.[0-9]{1,3})?$/, 'a number above 0 with at most 3 decimals'),
	);
	if (value <= 0) throw parameters.refusal('points', 'a number above 0 with at most 3 decimals');
	return value;
}

/** @returns the program to redeem from, or an empty text */
export function readProgramId(parameters: Parameters): string {
	return parameters.optionalMatch(
		'additionalFields.programId',
		/^[0-9]{1,18}$/,
		'a number, as Capillary shows it',
	);
}
