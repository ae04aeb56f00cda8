import { type Correlation, member } from '../engine';

interface Customer {
	identifierName: string;
	identifierValue: string;
}

/**
 * The customer identifier that the answer of a redemption repeats.
 *
 * @param found the part of the answer that describes the customer
 * @param isYes a refusal may have a different ID for a customer that was not found
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
