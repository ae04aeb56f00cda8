import { member, type Operation } from '../../engine';
import { customerCorrelations, readCustomer, readPoints, readProgramId } from '../customer';
import { readItemAnswer } from '../itemAnswer';
import { capillary, capillaryRequest, credentialType } from '../provider';
import { checkPointsCodes } from '../redemptionCodes';

/**
 * Asks whether points can be redeemed, and has the code sent on the way if the builder wants it.
 *
 * @see https://docs.capillarytech.com/reference/check-if-points-redeemable
 */
export const checkPointsRedeemable: Operation = {
	provider: capillary,
	name: 'checkPointsRedeemable',
	kind: 'check',
	codes: checkPointsCodes,
	credentialType,
	prepare(parameters, credential) {
		const customer = readCustomer(parameters);
		const { name, value } = customer;
		const points = readPoints(parameters);
		if (!Number.isInteger(points)) throw parameters.refusal('points', 'a whole number above 0');
		const programId = readProgramId(parameters);
		const issueOtp = parameters.flag('issueOtp');
		const request = capillaryRequest(credential, {
			method: 'GET',
			path: '/v1.1/points/isredeemable',
			query: {
				[name]: value,
				points: String(points),
				...(programId !== '' && { program_id: programId }),
				...(issueOtp && { issue_otp: 'true' }),
				format: 'json',
			},
			effect: issueOtp,
		});
		return {
			recipients: [value],
			secrets: [],
			identity: [name, value, String(points), String(issueOtp)],
			reference: {},
			perform: async (call) =>
				readItemAnswer(await call(request), {
					codes: checkPointsCodes,
					verdict: 'is_redeemable',
					correlations: (item, isYes) => [
						...customerCorrelations(customer, item, isYes),
						{ sent: isYes ? String(points) : '', found: member(item, 'points'), as: 'number' },
					],
				}),
		};
	},
};
