import type { World } from '../shared/provider';
import { RollingLimit } from '../shared/rollingLimit';
import { randomDigits } from '../shared/text';
import type { Operation } from './operations';
import { INVALID_OTP, OPERATION_NOT_ALLOWED, SUCCESS, type Result } from './results';

/** Assumption: lifetime and length are not published; the samples have six digits. */
const VALIDITY_SECONDS = 600;
const CODE_LENGTH = 6;
/** Assumption: no attempt limit is published; 1081 is the only printed code that can mean one. */
const MAXIMUM_WRONG_ATTEMPTS = 5;

interface IssuedCode {
	code: string;
	expiresAt: number;
	wrongAttempts: number;
}

/** The codes that Wibmo sent and that are still to be verified, one per channel and recipient. */
export class Codes {
	private readonly issued = new Map<string, IssuedCode>();
	private readonly sends: RollingLimit;

	constructor(private readonly world: World) {
		// Assumption: no rate is published.
		this.sends = new RollingLimit(world.clock, 3, 60);
	}

	/** Whether the recipient got as many messages as the gateway lets through in a minute. */
	limitReached(operation: Operation, recipient: string): boolean {
		return this.sends.reached(key(operation, recipient));
	}

	/**
	 * Sends a code.
	 * @param again `otp_generation_type` "1": the code that went out before is repeated.
	 * Assumption: a code that is used, expired or out of attempts cannot be repeated; a new one goes out.
	 */
	send(operation: Operation, recipient: string, again: boolean): void {
		const id = key(operation, recipient);
		const now = this.world.clock.now();
		const before = this.issued.get(id);
		const alive = before && before.expiresAt > now && before.wrongAttempts < MAXIMUM_WRONG_ATTEMPTS;
		const current =
			again && alive
				? before
				: { code: randomDigits(CODE_LENGTH), expiresAt: now + VALIDITY_SECONDS * 1000, wrongAttempts: 0 };
		this.issued.set(id, current);
		this.sends.count(id);
		this.world.deliver({
			provider: 'wibmo',
			channel: operation.channel,
			to: recipient,
			...(operation.channel === 'email' ? { subject: 'Your Wibmo one-time password' } : {}),
			text: `${current.code} is your Wibmo OTP. It is valid for ${VALIDITY_SECONDS / 60} minutes. Do not share it with anyone.`,
			code: current.code,
		});
	}

	/** Judges a code; the right one is used up by it. */
	verify(operation: Operation, recipient: string, otp: string): Result {
		const id = key(operation, recipient);
		const issued = this.issued.get(id);
		// Assumption: no code is published for "expired" or "never sent"; INVALID OTP stands for both.
		if (!issued || issued.expiresAt <= this.world.clock.now()) return INVALID_OTP;
		if (issued.wrongAttempts >= MAXIMUM_WRONG_ATTEMPTS) return OPERATION_NOT_ALLOWED;
		if (issued.code !== otp) {
			issued.wrongAttempts += 1;
			return INVALID_OTP;
		}
		this.issued.delete(id);
		return SUCCESS;
	}
}

function key(operation: Operation, recipient: string): string {
	return `${operation.channel} ${recipient.toLowerCase()}`;
}
