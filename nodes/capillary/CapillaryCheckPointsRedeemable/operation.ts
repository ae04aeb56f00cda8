import { additionalFields, defineOperation, field, flag, member } from '../../engine';
import { customerCorrelations } from '../customer';
import { authentication, identifierName, identifierValue, programId, wholePoints } from '../fields';
import { readItemAnswer } from '../itemAnswer';
import { capillary, capillaryRequest } from '../provider';
import { checkPointsCodes } from '../redemptionCodes';

const issueOtp = field(
	{
		displayName: 'Issue OTP',
		name: 'issueOtp',
		type: 'boolean',
		default: false,
		description:
			'Whether to send the customer a code if the points can be redeemed. If the code cannot be sent, the item is routed to the Not Redeemable output.',
	},
	flag,
	{ identity: true },
);

/**
 * Checks whether points can be redeemed and, optionally, sends a code.
 *
 * @see https://docs.capillarytech.com/reference/check-if-points-redeemable
 */
export const checkPointsRedeemable = defineOperation({
	provider: capillary,
	name: 'checkPointsRedeemable',
	kind: 'check',
	description: 'Check whether points can be redeemed and, optionally, send an OTP',
	tool: "Checks with Capillary whether a customer can redeem points. With 'Issue OTP' on, it also sends the customer a real message with a one-time password. The output has 'outcome' redeemable or notRedeemable. Give the mobile number or address as text, exactly as the user wrote it. One that cannot be read comes back as notRedeemable with 'reason' invalidRecipient: ask the user to correct it. Do not repeat it blindly: each repeat may send another message.",
	codes: checkPointsCodes,
	searchWords: ['points', 'loyalty', 'redeem', 'send otp'],
	form: [authentication, identifierName, identifierValue, wholePoints, issueOtp, additionalFields(programId)],
	async perform(item, { call, credential }) {
		const points = String(item.points);
		const request = capillaryRequest(credential, {
			method: 'GET',
			path: '/v1.1/points/isredeemable',
			query: {
				[item.identifierName]: item.identifierValue,
				points,
				program_id: item.programId,
				issue_otp: item.issueOtp ? 'true' : undefined,
				format: 'json',
			},
			effect: item.issueOtp,
		});
		return readItemAnswer(await call(request), {
			codes: checkPointsCodes,
			verdict: 'is_redeemable',
			correlations: (found, isYes) => [
				...customerCorrelations(item, found, isYes),
				{ sent: isYes ? points : undefined, found: member(found, 'points'), as: 'number' },
			],
		});
	},
});
