import type { Clock } from '../shared/clock';

/** Revision C of the Send OTP page: 3 minutes. Assumption: type 2, for which nothing is published, too. */
const VALIDITY_SECONDS = 180;
/** Revision B: 5 attempts to enter the correct OTP. */
const MAXIMUM_WRONG_ATTEMPTS = 5;

/** What is wrong with a code that was entered. Assumption: no text for any of these is published. */
export type CodeProblem = 'Invalid OTP' | 'OTP expired' | 'Maximum OTP attempts exceeded';

interface IssuedCode {
	code: string;
	/** Where the code is good: the reference for type 2, nothing for type 1. */
	reference: string;
	expiresAt: number;
	wrongAttempts: number;
}

/** The latest code of each customer; a new one replaces it. */
export class Codes {
	private readonly issued = new Map<string, IssuedCode>();

	constructor(private readonly clock: Clock) {}

	/** Remembers a code for a customer (`owner`: mobile and user) and, for type 2, a reference. */
	issue(owner: string, code: string, reference = ''): void {
		this.issued.set(owner, {
			code,
			reference,
			expiresAt: this.clock.now() + VALIDITY_SECONDS * 1000,
			wrongAttempts: 0,
		});
	}

	/** Judges a code; the right one is used up by it. */
	redeem(owner: string, code: string, reference = ''): CodeProblem | undefined {
		const issued = this.issued.get(owner);
		if (!issued) return 'Invalid OTP';
		if (issued.wrongAttempts >= MAXIMUM_WRONG_ATTEMPTS) return 'Maximum OTP attempts exceeded';
		if (issued.expiresAt <= this.clock.now()) return 'OTP expired';
		if (issued.code !== code || issued.reference !== reference) {
			issued.wrongAttempts += 1;
			return 'Invalid OTP';
		}
		this.issued.delete(owner);
		return undefined;
	}
}
