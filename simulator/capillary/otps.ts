import type { World } from '../shared/provider';
import { RollingLimit } from '../shared/rollingLimit';
import { randomAlphanumeric } from '../shared/text';

/** Assumption: length and validity are settings of an organization whose defaults are not published. */
const CODE_LENGTH = 6;
const VALIDITY_SECONDS = 600;
/**
 * Assumption: the documentation's four texts give 1000 an hour, 500 a day, 10 a day and no limit;
 * none of them could be reached in a demonstration.
 */
const MAXIMUM_PER_HOUR = 5;
/** The id of a re-issued code, https://docs.capillarytech.com/reference/generate-otp */
const REISSUED_ID = 1;

/** Whom a code is for: a mobile number or an email address. */
export interface Entity {
	type: 'MOBILE' | 'EMAIL';
	value: string;
}

/** A code that was issued; times in milliseconds since 1970. */
export interface Otp {
	code: string;
	issuedAt: number;
	expiresAt: number;
}

/** The codes of an organization, one per entity and action. */
export class Otps {
	private readonly issued = new Map<string, Otp>();
	private readonly generations: RollingLimit;
	private nextId = 10;

	constructor(private readonly world: World) {
		this.generations = new RollingLimit(world.clock, MAXIMUM_PER_HOUR, 3600);
	}

	/**
	 * Issues a code, the same one as before while it is valid.
	 * @returns undefined if the entity has reached its limit.
	 * Assumption: a re-issue counts towards the limit and does not extend the validity.
	 */
	issue(entity: Entity, action: string): { createdId: number; code: string } | undefined {
		const entityKey = key(entity);
		if (this.generations.reached(entityKey)) return undefined;
		this.generations.count(entityKey);
		const before = this.valid(entity, action);
		if (before) return { createdId: REISSUED_ID, code: before.code };

		const now = this.world.clock.now();
		const otp = {
			code: randomAlphanumeric(CODE_LENGTH),
			issuedAt: now,
			expiresAt: now + VALIDITY_SECONDS * 1000,
		};
		this.issued.set(key(entity, action), otp);
		const createdId = this.nextId;
		this.nextId += 1;
		return { createdId, code: otp.code };
	}

	/** The code that an entity can use for an action now. */
	valid(entity: Entity, action: string): Otp | undefined {
		const otp = this.issued.get(key(entity, action));
		return otp && otp.expiresAt > this.world.clock.now() ? otp : undefined;
	}

	/** Whether `code` is right; the code stays usable. */
	matches(entity: Entity, action: string, code: unknown): boolean {
		return this.valid(entity, action)?.code === code;
	}

	/**
	 * Whether `code` is right; a right one is used up.
	 * Assumption: whether a validation uses a code up is not published; one that did not would let
	 * the same code pass twice.
	 */
	use(entity: Entity, action: string, code: unknown): boolean {
		const right = this.matches(entity, action, code);
		if (right) this.issued.delete(key(entity, action));
		return right;
	}
}

/** A text that is the same for the same entity (and action). */
export function key(entity: Entity, action = ''): string {
	return `${entity.type} ${entity.value.toLowerCase()} ${action}`;
}
