import {
	additionalFields,
	defineOperation,
	field,
	type JsonObject,
	matching,
	member,
	newIdentifier,
	orNew,
	text,
} from '../../engine';
import { listOf } from '../answer';
import { customerCorrelations } from '../customer';
import {
	authentication,
	identifierName,
	identifierValue,
	points,
	programId,
	transactionNumber,
	validationCode,
} from '../fields';
import { readItemAnswer } from '../itemAnswer';
import { capillary, capillaryRequest } from '../provider';
import { redeemPointsCodes } from '../redemptionCodes';

const externalReferenceNumber = field(
	{
		displayName: 'External Reference Number',
		name: 'externalReferenceNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. a3fd1a63-1aa3-4c47-9173-398',
		description:
			'Your own ID of the redemption. Capillary refuses an ID that was used before. Generated if empty.',
	},
	orNew(text({ longest: 100 }), () => newIdentifier(24)),
	{ reference: true },
);

const notes = field(
	{
		displayName: 'Notes',
		name: 'notes',
		type: 'string',
		default: '',
		placeholder: 'e.g. Redeemed at the till',
		description: 'A note that Capillary shows next to the redemption',
	},
	text(),
);

const redemptionPurpose = field(
	{
		displayName: 'Redemption Purpose',
		name: 'redemptionPurpose',
		type: 'string',
		default: '',
		description: 'What the points are redeemed for',
	},
	text(),
);

const redemptionTime = field(
	{
		displayName: 'Redemption Time',
		name: 'redemptionTime',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-03-13 18:02:34',
		description: 'When the redemption took place, if not now',
	},
	matching(/^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$/, 'a time such as 2026-03-13 18:02:34'),
);

const tillId = field(
	{
		displayName: 'Till ID',
		name: 'tillId',
		type: 'string',
		default: '',
		placeholder: 'e.g. store.till1',
		description: 'The till that the redemption is attributed to',
	},
	text(),
);

/** The numbers of the bills that a redemption was booked on. */
function billsOf(item: JsonObject): unknown[] {
	const effects = listOf(member(member(item, 'side_effects'), 'effect'));
	return effects.map((effect) => member(effect, 'redeemed_on_bill_number'));
}

/**
 * Redeems points with the customer's code. The external reference number makes Capillary refuse to book the
 * same redemption twice.
 *
 * @see https://docs.capillarytech.com/reference/redeem-points
 */
export const redeemPoints = defineOperation({
	provider: capillary,
	name: 'redeemPoints',
	kind: 'redeem',
	description: "Redeem points with the customer's one-time password (OTP)",
	codes: redeemPointsCodes,
	searchWords: ['points', 'loyalty', 'redeem', 'verify otp'],
	form: [
		authentication,
		identifierName,
		identifierValue,
		points,
		validationCode,
		additionalFields(
			externalReferenceNumber,
			notes,
			programId,
			redemptionPurpose,
			redemptionTime,
			tillId,
			transactionNumber,
		),
	],
	identifiers: ['redemptionId'],
	async perform(item, { call, credential }) {
		const request = capillaryRequest(credential, {
			method: 'POST',
			path: '/v1.1/points/redeem',
			query: { format: 'json', program_id: item.programId },
			body: {
				root: {
					redeem: [
						{
							points_redeemed: item.points,
							customer: { [item.identifierName]: item.identifierValue },
							validation_code: item.validationCode,
							external_reference_number: item.externalReferenceNumber,
							transaction_number: item.transactionNumber,
							notes: item.notes,
							redemption_purpose: item.redemptionPurpose,
							redemption_time: item.redemptionTime,
							till_id: item.tillId,
						},
					],
				},
			},
			effect: true,
		});
		return readItemAnswer(await call(request), {
			codes: redeemPointsCodes,
			correlations: (redeemed, isYes) => [
				...customerCorrelations(item, redeemed, isYes),
				{
					// The response is documented as a whole number, although three decimals may be sent.
					sent: isYes ? String(item.points) : undefined,
					found: member(redeemed, 'points_redeemed'),
					as: 'rounded',
				},
				{ sent: item.externalReferenceNumber, found: member(redeemed, 'external_reference_number') },
				...billsOf(redeemed).map((found) => ({ sent: item.transactionNumber, found })),
			],
		});
	},
});
