import { member, type Operation } from '../../engine';
import { listOf } from '../answer';
import { customerCorrelations, readCustomer } from '../customer';
import { readItemAnswer } from '../itemAnswer';
import { capillary, capillaryRequest, credentialType } from '../provider';
import { redeemCouponCodes } from '../redemptionCodes';

/**
 * Redeems a coupon, with the code that the person received where the coupon asks for one. Capillary
 * shows no sample with the code; it is put beside the coupon's own code, as the field table lists it.
 *
 * @see https://docs.capillarytech.com/reference/redeem-coupon
 */
export const redeemCoupon: Operation = {
	provider: capillary,
	name: 'redeemCoupon',
	kind: 'redeem',
	codes: redeemCouponCodes,
	credentialType,
	prepare(parameters, credential) {
		const customer = readCustomer(parameters);
		const { name, value } = customer;
		const code = parameters.text('couponCode', { exact: true });
		const validationCode = parameters.optionalOtp('validationCode');
		const number = parameters.optionalText('additionalFields.transactionNumber');
		const amount = parameters.optionalMatch(
			'additionalFields.transactionAmount',
			/^[0-9]{1,12}(\.[0-9]{1,4})?$/,
			'an amount such as 1000 or 99.50',
		);
		if (amount !== '' && number === '') {
			throw parameters.refusal('additionalFields.transactionNumber', 'filled in when there is an amount');
		}

		const request = capillaryRequest(credential, {
			method: 'POST',
			path: '/v1.1/coupon/redeem',
			query: { format: 'json' },
			body: {
				root: {
					coupon: [
						{
							code,
							...(validationCode !== '' && { validation_code: validationCode }),
							customer: { [name]: value },
							...(number !== '' && { transaction: [{ number, ...(amount !== '' && { amount }) }] }),
						},
					],
				},
			},
			effect: true,
		});
		return {
			recipients: [value],
			secrets: [validationCode],
			identity: [name, value, code, validationCode],
			reference: { couponCode: code },
			perform: async (call) =>
				readItemAnswer(await call(request), {
					codes: redeemCouponCodes,
					correlations: (item, isYes) => [
						...customerCorrelations(customer, member(item, 'customer'), isYes),
						{ sent: code, found: member(item, 'code'), as: 'anyCase' },
						...listOf(member(item, 'transaction')).map((bill) => ({
							sent: number,
							found: member(bill, 'number'),
						})),
					],
				}),
		};
	},
};
