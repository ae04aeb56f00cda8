import { fieldsOf, isRecord, type Answer, type ProviderRequest } from '../shared/provider';
import { randomDigits } from '../shared/text';
import { v11, v11BadRequest, type ItemStatus } from './answers';
import type { Customer, Customers } from './customers';
import type { Otps } from './otps';
import { refused } from './pointsChecks';

type Fields = Record<string, unknown>;

/** The invented coupons; each can be redeemed once per customer. */
const COUPONS = new Map([
	['06000041', { value: '41', seriesCode: '1003', needsOtp: false }],
	['SAVE10', { value: '10', seriesCode: '1001', needsOtp: false }],
	['OTP50', { value: '50', seriesCode: '1002', needsOtp: true }],
]);

const inCoupon = (item: Fields): Fields => ({ coupons: { coupon: item } });

/**
 * Redeems coupons, https://docs.capillarytech.com/reference/redeem-coupon
 * Assumption: the texts of the codes other than 700, and 816 for an unknown customer.
 */
export class Coupons {
	constructor(
		private readonly otps: Otps,
		private readonly customers: Customers,
	) {}

	redeem = (request: ProviderRequest): Answer => {
		const { coupon } = fieldsOf(fieldsOf(request.body).root);
		const items: unknown[] = Array.isArray(coupon) ? coupon : [coupon];
		const fields = items[0];
		if (items.length !== 1 || !isRecord(fields) || typeof fields.code !== 'string') {
			return v11BadRequest(400, 'Invalid input');
		}
		const customer = this.customers.find(fieldsOf(fields.customer));
		if (!customer || customer === 'unidentified') {
			const item = { customer: fieldsOf(fields.customer), code: fields.code };
			return v11(item, refused(816, 'Customer not found'), inCoupon);
		}
		const refusal = this.problem(customer, fields.code, fields);
		if (refusal) return v11({ customer: identity(customer), code: fields.code }, refusal, inCoupon);
		return this.carryOut(customer, fields.code, fields);
	};

	private problem(customer: Customer, code: string, fields: Fields): ItemStatus | undefined {
		const coupon = COUPONS.get(code);
		if (!coupon || customer.redemptions.has(code)) return refused(696, 'Coupon cannot be redeemed');
		// Assumption: a transaction is not asked for, but one that is given needs its number.
		if (fields.transaction !== undefined && !transactionOf(fields).number) {
			return refused(718, 'Transaction number is required');
		}
		// Assumption: the code of the OTP stands next to that of the coupon; no sample shows it.
		const otp = fields.validation_code;
		if (!coupon.needsOtp) return otp ? refused(726, 'Validation is not required') : undefined;
		if (!otp) return refused(725, 'Validation code is required');
		return customer.entity && this.otps.use(customer.entity, 'COUPON', otp)
			? undefined
			: refused(705, 'Invalid coupon code or validation code');
	}

	private carryOut(customer: Customer, code: string, fields: Fields): Answer {
		customer.redemptions.add(code);
		const coupon = COUPONS.get(code);
		const item = {
			customer: identity(customer),
			redemption_id: randomDigits(8),
			code,
			discount_code: code,
			series_code: coupon?.seriesCode,
			is_absolute: 'true',
			coupon_value: coupon?.value,
			transaction: transactionOf(fields),
			side_effects: [],
		};
		return v11(item, { success: true, code: 700, message: 'Coupon processing successful' }, inCoupon);
	}
}

function transactionOf(fields: Fields): Fields {
	const { transaction } = fields;
	return fieldsOf(Array.isArray(transaction) ? transaction[0] : transaction);
}

function identity(customer: Customer): Fields {
	return {
		mobile: customer.mobile,
		email: customer.email,
		external_id: customer.externalId,
		user_id: String(customer.userId),
	};
}
