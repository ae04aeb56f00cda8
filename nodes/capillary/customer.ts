import { type Correlation, member } from '../engine';

/** What identifies a customer in a redemption. */
interface Customer {
	identifierName: string;
	identifierValue: string;
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
	{ identifierName, identifierValue }: Customer,
	found: unknown,
	isYes: boolean,
): Correlation[] {
	if (identifierName === 'id') {
		return [{ sent: isYes ? identifierValue : undefined, found: member(found, 'user_id'), as: 'number' }];
	}
	const likeness = identifierName === 'mobile' ? 'mobile' : 'anyCase';
	return [{ sent: identifierValue, found: member(found, identifierName), as: likeness }];
}
