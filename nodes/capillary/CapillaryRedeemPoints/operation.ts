import { type JsonObject, member, newIdentifier, type Operation } from '../../engine';
import { listOf } from '../answer';
import { customerCorrelations, readCustomer, readPoints, readProgramId } from '../customer';
import { readItemAnswer } from '../itemAnswer';
import { capillary, capillaryRequest, credentialType } from '../provider';
import { redeemPointsCodes } from '../redemptionCodes';

/** The bills that the effects of a redemption were booked on. */
function billsOf(item: JsonObject): unknown[] {
	const effects = listOf(member(member(item, 'side_effects'), 'effect'));
	return effects.map((effect) => member(effect, 'redeemed_on_bill_number'));
}

/**
 * Redeems points with the code that the person received. The external reference number lets
 * Capillary refuse the same redemption a second time.
 *
 * @see https://docs.capillarytech.com/reference/redeem-points
 */
export const redeemPoints: Operation = {
	provider: capillary,
	name: 'redeemPoints',
	kind: 'redeem',
	codes: redeemPointsCodes,
	credentialType,
	prepare(parameters, credential) {
		const customer = readCustomer(parameters);
		const { name, value } = customer;
		const points = readPoints(parameters);
		const validationCode = parameters.otp('validationCode');
		const programId = readProgramId(parameters);
		const optional = {
			transaction_number: parameters.optionalText('additionalFields.transactionNumber'),
			notes: parameters.optionalText('additionalFields.notes'),
			redemption_purpose: parameters.optionalText('additionalFields.redemptionPurpose'),
			redemption_time: parameters.optionalMatch(
				'additionalFields.redemptionTime',
				/^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$/,
				'a time such as 2026-03-13 18:02:34',
			),
			till_id: parameters.optionalText('additionalFields.tillId'),
		};
		const externalReferenceNumber =
			parameters.optionalText('additionalFields.externalReferenceNumber', { longest: 100 }) ||
			newIdentifier(24);

		const request = capillaryRequest(credential, {
			method: 'POST',
			path: '/v1.1/points/redeem',
			query: { format: 'json', ...(programId !== '' && { program_id: programId }) },
			body: {
				root: {
					redeem: [
						{
							points_redeemed: points,
							customer: { [name]: value },
							validation_code: validationCode,
							external_reference_number: externalReferenceNumber,
							...Object.fromEntries(Object.entries(optional).filter(([, text]) => text !== '')),
						},
					],
				},
			},
			effect: true,
		});
		return {
			recipients: [value],
			secrets: [validationCode],
			identity: [name, value, String(points), validationCode],
			reference: { externalReferenceNumber },
			perform: async (call) =>
				readItemAnswer(await call(request), {
					codes: redeemPointsCodes,
					correlations: (item, isYes) => [
						...customerCorrelations(customer, item, isYes),
						// The answer is documented as a whole number while three decimals may be sent.
						{ sent: isYes ? String(points) : '', found: member(item, 'points_redeemed'), as: 'rounded' },
						{ sent: externalReferenceNumber, found: member(item, 'external_reference_number') },
						...billsOf(item).map((found) => ({ sent: optional.transaction_number, found })),
					],
				}),
		};
	},
};
