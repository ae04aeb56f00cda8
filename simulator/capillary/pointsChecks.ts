import type { Answer, ProviderRequest, World } from '../shared/provider';
import { v11, type ItemStatus } from './answers';
import { deliver } from './channels';
import type { Customer, Customers } from './customers';
import type { Otps } from './otps';

type Item = Record<string, unknown>;

const inRedeemable = (item: Item): Item => ({ points: { redeemable: item } });

/** A refusal with a code of https://docs.capillarytech.com/reference/points-v11-api. Assumption: the texts. */
export function refused(code: number, message: string): ItemStatus {
	return { success: false, code, message };
}

/**
 * Whether points can be redeemed, and their OTP, https://docs.capillarytech.com/reference/check-if-points-redeemable
 */
export class PointsChecks {
	constructor(
		private readonly world: World,
		private readonly otps: Otps,
		private readonly customers: Customers,
	) {}

	isRedeemable = (request: ProviderRequest): Answer => {
		const { query } = request;
		const customer = this.customers.find(query);
		const points = Number(query.points) || 0;
		if (customer === 'unidentified') {
			return v11(
				{ points, is_redeemable: 'false' },
				refused(889, 'Failed to Connect to Service'),
				inRedeemable,
			);
		}
		if (!customer)
			return v11({ points, is_redeemable: 'false' }, refused(816, 'Customer not found'), inRedeemable);

		const itemStatus = this.check(customer, query);
		return v11(
			{
				...identity(customer),
				points,
				is_redeemable: String(itemStatus.success),
				points_redeem_value: itemStatus.success ? points : 0,
				points_redeem_local_value: itemStatus.success ? points : 0,
				input_type: 'points',
				points_currency_ratio: '1',
			},
			itemStatus,
			inRedeemable,
		);
	};

	private check(customer: Customer, query: Record<string, string>): ItemStatus {
		const points = Number(query.points);
		if (!/^\d+$/.test(query.points ?? '') || points === 0) return refused(801, 'Invalid points');
		if (query.program_id && !/^\d+$/.test(query.program_id)) return refused(1101, 'Invalid program id');
		// Assumption: the organization has not switched the proof by missed call on.
		if (query.validation_type === 'MISSED_CALL') return refused(823, 'Missed call validation is disabled');
		if (points > customer.points) return refused(818, 'Customer does not have enough points');
		if (query.validation_code && !this.codeIsRight(customer, query.validation_code)) {
			return refused(808, 'Invalid validation code');
		}
		if (query.issue_otp === 'true' && !this.sendCode(customer)) {
			// Assumption: the warning stands in place of the code of success.
			return { success: true, code: 876, message: 'Points can be redeemed but OTP could not be generated' };
		}
		return { success: true, code: 800, message: 'Points can be redeemed' };
	}

	private codeIsRight(customer: Customer, code: string): boolean {
		return customer.entity !== undefined && this.otps.matches(customer.entity, 'POINTS', code);
	}

	/** Whether a code went out. */
	private sendCode(customer: Customer): boolean {
		const issued = customer.entity && this.otps.issue(customer.entity, 'POINTS');
		if (!customer.entity || !issued) return false;
		const { type, value } = customer.entity;
		deliver(this.world, {}, [{ channel: type === 'EMAIL' ? 'email' : 'sms', to: value }], issued.code);
		return true;
	}
}

function identity(customer: Customer): Item {
	return { mobile: customer.mobile, email: customer.email, external_id: customer.externalId };
}
