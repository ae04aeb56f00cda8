import { defineOperation, letterCode, member, otpField, vary } from '../../engine';
import { readAnswer, type Success } from '../answer';
import { validateCodes } from '../codes';
import { authentication, entityType, entityValue, purpose } from '../fields';
import { capillary, capillaryRequest } from '../provider';

const code = vary(otpField(letterCode), { displayName: 'Code', name: 'code' });

const action = purpose(
	{
		displayName: 'Action',
		name: 'action',
		description:
			'What the code was generated for. Do not validate a code that is meant for a redemption: redeeming checks it, and validating may use it up.',
	},
	{ identity: true, reference: true },
	['POINTSTRANSFER'],
);

function readSuccess(json: unknown): Success | undefined {
	return member(json, 'entity') === true ? { statusCode: 'entity:true' } : undefined;
}

/**
 * Validates a code. Capillary does not distinguish a wrong code from an expired one.
 *
 * @see https://docs.capillarytech.com/reference/validate-otp
 */
export const validateOtp = defineOperation({
	provider: capillary,
	name: 'validateOtp',
	kind: 'verify',
	description: 'Check a one-time password (OTP)',
	tool: "Checks with Capillary the one-time password that a user received. The output has 'outcome' verified, wrongCode, expired or blocked. Give the code as text, exactly as the user wrote it. One that cannot be a code comes back as wrongCode with 'reason' malformedCode and uses up no attempt: ask the user for it again. Do not repeat it blindly: each call counts as an attempt and may use up the code.",
	hints: [
		{
			message:
				'Redeeming checks the code itself. Do not validate it before Capillary Redeem Points or Capillary Redeem Coupon: validating may use it up.',
			type: 'warning',
			displayCondition: '={{ ["POINTS", "COUPON"].includes($parameter["action"]) }}',
			location: 'ndv',
			whenToDisplay: 'always',
		},
	],
	codes: validateCodes,
	searchWords: ['verify otp', 'check otp', '2fa', 'verification code', 'loyalty', 'points', 'coupon'],
	form: [authentication, entityType, entityValue, code, action],
	async perform(item, { call, credential }) {
		const request = capillaryRequest(credential, {
			method: 'POST',
			path: '/v2/otp/validate',
			body: {
				entityType: item.entityType,
				entityValue: item.entityValue,
				code: item.code,
				action: item.action,
			},
			effect: true,
		});
		return readAnswer(validateCodes, await call(request), readSuccess);
	},
});
