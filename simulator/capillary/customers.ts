import { isEmailAddress, isStranger } from '../shared/text';
import { isMobile } from './entity';
import type { Entity } from './otps';

/** The invented organization. */
export const ORG_ID = 4711;

const OPENING_POINTS = 1000;
const IDENTIFIERS = ['mobile', 'email', 'external_id', 'card_number', 'card_external_id', 'id'];

/** A customer of the invented ledger. */
export interface Customer {
	userId: number;
	mobile: string;
	email: string;
	externalId: string;
	points: number;
	/** How often each coupon was redeemed. */
	redemptions: Set<string>;
	/** Where a code for the customer goes and is kept; undefined without a number or an address. */
	entity?: Entity;
}

/** The customers: every recipient is one, with 1000 points, except the unknown ones. */
export class Customers {
	private readonly customers = new Map<string, Customer>();
	private readonly userIds = new Map<string, number>();
	private readonly names = new Map<string, Record<string, string>>();

	/** The number of a customer, the same on every call. */
	userId(identifier: string, value: string): number {
		const id = `${identifier} ${value.toLowerCase()}`;
		const userId = this.userIds.get(id) ?? 500_001 + this.userIds.size;
		this.userIds.set(id, userId);
		this.names.set(String(userId), { [identifier]: value });
		return userId;
	}

	/**
	 * The customer whom a query or a `customer` object names.
	 * @returns `unidentified` if no identifier is given, undefined if no customer has it
	 */
	find(fields: Record<string, unknown>): Customer | 'unidentified' | undefined {
		const identifier = IDENTIFIERS.find((name) => typeof fields[name] === 'string' && fields[name] !== '');
		if (!identifier) return 'unidentified';
		const value = String(fields[identifier]);
		if (isStranger(value)) return undefined;
		if (identifier === 'id') return this.findById(value);
		if (identifier === 'mobile' && !isMobile(value)) return undefined;
		if (identifier === 'email' && !isEmailAddress(value)) return undefined;

		return this.customer(identifier, value, this.userId(identifier, value));
	}

	/** The customer who was assigned the number; an unassigned number is a customer of its own. */
	private findById(userId: string): Customer | 'unidentified' | undefined {
		if (!/^\d+$/.test(userId)) return undefined;
		const name = this.names.get(userId);
		return name ? this.find(name) : this.customer('id', userId, Number(userId));
	}

	private customer(identifier: string, value: string, userId: number): Customer {
		const customer = this.customers.get(String(userId)) ?? newCustomer(identifier, value, userId);
		this.customers.set(String(userId), customer);
		return customer;
	}
}

function newCustomer(identifier: string, value: string, userId: number): Customer {
	const known: Partial<Customer> = {};
	if (identifier === 'mobile') Object.assign(known, { mobile: value, entity: { type: 'MOBILE', value } });
	if (identifier === 'email') Object.assign(known, { email: value, entity: { type: 'EMAIL', value } });
	if (identifier === 'external_id') Object.assign(known, { externalId: value });
	return {
		userId,
		mobile: '',
		email: `customer${userId}@example.com`,
		externalId: `EXT${userId}`,
		points: OPENING_POINTS,
		redemptions: new Set(),
		...known,
	};
}
