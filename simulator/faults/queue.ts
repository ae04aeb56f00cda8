import type { Fault } from '../types';

/** What a fault is matched against. */
export interface FaultTarget {
	provider: string;
	path: string;
	/** Body, query values and decrypted plaintext; only asked for if a fault names a recipient. */
	content(): string;
}

/** The faults that are still to strike, in the order in which they were injected. */
export class FaultQueue {
	private waiting: Array<{ fault: Fault; left: number }> = [];

	/** Adds a fault; `times` of -1 means always, because JSON has no infinity. */
	inject(fault: Fault): void {
		const times = fault.times ?? 1;
		this.waiting.push({ fault, left: times === -1 ? Infinity : times });
	}

	/** Takes the first fault that matches, and counts it as one strike. */
	take(target: FaultTarget): Fault | undefined {
		let content: string | undefined;
		const once = { ...target, content: () => (content ??= target.content()) };
		const found = this.waiting.find(({ fault }) => matches(fault, once));
		if (!found) return undefined;
		found.left -= 1;
		if (found.left <= 0) this.waiting = this.waiting.filter((entry) => entry !== found);
		return found.fault;
	}

	clear(): void {
		this.waiting = [];
	}
}

function matches(fault: Fault, target: FaultTarget): boolean {
	if (fault.provider !== undefined && fault.provider !== target.provider) return false;
	if (fault.path !== undefined && !target.path.endsWith(fault.path)) return false;
	return fault.recipient === undefined || target.content().includes(fault.recipient);
}
