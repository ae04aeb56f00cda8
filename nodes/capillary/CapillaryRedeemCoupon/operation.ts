import { additionalFields, amount, defineOperation, field, member, text, vary } from '../../engine';
import { listOf } from '../answer';
import { customerCorrelations } from '../customer';
import {
	authentication,
	identifierName,
	identifierValue,
	transactionNumber,
	validationCode,
} from '../fields';
import { readItemAnswer } from '../itemAnswer';
import { capillary, capillaryRequest } from '../provider';
import { redeemCouponCodes } from '../redemptionCodes';

const couponCode = field(
	{
		displayName: 'Coupon Code',
		name: 'couponCode',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 06000041',
		description: 'The code printed on the coupon',
	},
	text({ exact: true }),
	{ identity: true, reference: true },
);

const transactionAmount = field(
	{
		displayName: 'Transaction Amount',
		name: 'transactionAmount',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1000',
		description: 'The amount of the bill',
	},
	amount('an amount such as 1000 or 99.50', 4),
);

/**
 * Redeems a coupon, with the customer's code if the coupon requires one. Capillary documents no sample with
 * that code; it is sent next to the coupon code, as in the table of fields.
 *
 * @see https://docs.capillarytech.com/reference/redeem-coupon
 */
export const redeemCoupon = defineOperation({
	provider: capillary,
	name: 'redeemCoupon',
	kind: 'redeem',
	description: "Redeem a coupon with the customer's one-time password (OTP)",
	codes: redeemCouponCodes,
	searchWords: ['coupon', 'voucher', 'loyalty', 'redeem', 'verify otp'],
	form: [
		authentication,
		identifierName,
		identifierValue,
		couponCode,
		vary(validationCode, { required: false }),
		additionalFields(transactionAmount, transactionNumber),
	],
	check(item, refusal) {
		if (item.transactionAmount !== undefined && item.transactionNumber === undefined) {
			throw refusal('transactionNumber', "filled in when 'Transaction Amount' is set");
		}
	},
	identifiers: ['redemptionId'],
	async perform(item, { call, credential }) {
		const { couponCode: code, transactionNumber: number, transactionAmount: amount } = item;
		const request = capillaryRequest(credential, {
			method: 'POST',
			path: '/v1.1/coupon/redeem',
			query: { format: 'json' },
			body: {
				root: {
					coupon: [
						{
							code,
							validation_code: item.validationCode,
							customer: { [item.identifierName]: item.identifierValue },
							transaction: number === undefined ? undefined : [{ number, amount }],
						},
					],
				},
			},
			effect: true,
		});
		return readItemAnswer(await call(request), {
			codes: redeemCouponCodes,
			correlations: (redeemed, isYes) => [
				...customerCorrelations(item, member(redeemed, 'customer'), isYes),
				{ sent: code, found: member(redeemed, 'code'), as: 'anyCase' },
				...listOf(member(redeemed, 'transaction')).map((bill) => ({
					sent: number,
					found: member(bill, 'number'),
				})),
			],
		});
	},
});
