import { fieldsOf, type Answer, type ProviderRequest } from '../shared/provider';
import { randomHex } from '../shared/text';
import { v11, v11BadRequest, type ItemStatus } from './answers';
import type { Customer, Customers } from './customers';
import type { Otps } from './otps';
import { refused } from './pointsChecks';

type Fields = Record<string, unknown>;

const inResponses = (item: Fields): Fields => ({ responses: { points: item } });

/** Redeems points, https://docs.capillarytech.com/reference/redeem-points */
export class PointsRedeem {
	private readonly usedReferences = new Set<string>();
	private nextSummaryId = 27_000_001;

	constructor(
		private readonly otps: Otps,
		private readonly customers: Customers,
	) {}

	redeem = (request: ProviderRequest): Answer => {
		const { redeem } = fieldsOf(fieldsOf(request.body).root);
		// The prose and the samples have an array, the OpenAPI document an object.
		const items: unknown[] = Array.isArray(redeem) ? redeem : [redeem];
		if (items.length !== 1 || items[0] === undefined) return v11BadRequest(400, 'Invalid input');
		const fields = fieldsOf(items[0]);
		const customer = this.customers.find(fieldsOf(fields.customer));
		if (!customer || customer === 'unidentified') {
			const status = customer
				? refused(802, 'Invalid customer identifier')
				: refused(816, 'Customer not found');
			return v11(failedItem(fields), status, inResponses);
		}
		const refusal = this.problem(customer, fields, request.query);
		if (refusal) return v11(failedItem(fields, customer), refusal, inResponses);
		return this.carryOut(customer, fields);
	};

	private problem(customer: Customer, fields: Fields, query: Record<string, string>): ItemStatus | undefined {
		const text = pointsText(fields);
		const points = Number(text);
		if (!/^\d+(\.\d+)?$/.test(text) || points === 0) return refused(801, 'Invalid points');
		if (/\.\d{4,}$/.test(text)) return refused(878, 'Points cannot have more than 3 decimals');
		const reference = fields.external_reference_number;
		if (typeof reference === 'string' && this.usedReferences.has(reference)) {
			return refused(744, 'Reference number already exists');
		}
		const time = fields.redemption_time;
		if (time !== undefined && !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(String(time))) {
			return refused(859, 'Invalid redemption time');
		}
		if (points > customer.points) return refused(804, 'Customer does not have enough points');
		if (query.validation_type === 'MISSED_CALL') return refused(823, 'Missed call validation is disabled');
		// Assumption: the organization asks for an OTP and does not allow to skip it.
		if (!fields.validation_code) return refused(824, 'Mobile validation is mandatory');
		return customer.entity && this.otps.use(customer.entity, 'POINTS', fields.validation_code)
			? undefined
			: refused(808, 'Invalid validation code');
	}

	private carryOut(customer: Customer, fields: Fields): Answer {
		const points = Number(pointsText(fields));
		// Whole thousandths, because points have up to three decimals and binary fractions would drift.
		customer.points = Math.round((customer.points - points) * 1000) / 1000;
		if (typeof fields.external_reference_number === 'string') {
			this.usedReferences.add(fields.external_reference_number);
		}
		const summaryId = this.nextSummaryId;
		this.nextSummaryId += 1;
		const item = {
			mobile: customer.mobile,
			email: customer.email,
			external_id: customer.externalId,
			user_id: String(customer.userId),
			redemption_id: randomHex(3),
			points_redeemed: pointsText(fields),
			redemption_purpose: fields.redemption_purpose ?? '',
			redeemed_value: points,
			redeemed_local_value: points,
			balance: customer.points,
			side_effects: {
				effect: [
					{
						id: summaryId,
						case_value: 'false',
						num_points: points,
						currency_value: points,
						validation_code: fields.validation_code,
						points_redemption_summary_id: String(summaryId),
						redeemed_on_bill_number: fields.transaction_number ?? '',
						redeemed_on_bill_id: -1,
						type: 'points',
					},
				],
			},
		};
		return v11(item, { success: true, code: 800, message: 'Points Redeemed' }, inResponses);
	}
}

function pointsText(fields: Fields): string {
	const value = fields.points_redeemed;
	return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}

function failedItem(fields: Fields, customer?: Customer): Fields {
	const { mobile } = fieldsOf(fields.customer);
	return {
		mobile: customer?.mobile ?? mobile ?? '',
		user_id: customer ? String(customer.userId) : '-1',
		points_redeemed: pointsText(fields),
		redeemed_value: 0,
		side_effects: { effect: [] },
	};
}
