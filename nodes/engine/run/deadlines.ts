import { sleep } from 'n8n-workflow';

/** How long to wait for n8n's error after a request was aborted, in milliseconds. */
const ABORT_GRACE_MS = 1000;

interface Running {
	/** On the clock of `performance.now()`. */
	deadline: number;
	abort: () => void;
}

/**
 * Aborts the calls of a node at their deadline, and when the execution is cancelled. One timer and one
 * listener serve all calls, because making them for each call takes longer than the rest of it.
 */
export class Deadlines {
	/** The oldest first: all calls have the same time. */
	private readonly running = new Set<Running>();
	private isWatching = false;

	private readonly abortAll = () => {
		for (const { abort } of this.running) abort();
	};

	/** @param timeoutMs for each call, in milliseconds */
	constructor(
		private readonly timeoutMs: number,
		private readonly cancelSignal: AbortSignal | undefined,
	) {}

	/**
	 * @param call must end soon after the abort of its signal; what it gives then takes precedence
	 * @returns what the call gives, or `otherwise` if it was aborted and does not end
	 */
	async limit<T>(call: (controller: AbortController) => Promise<T>, otherwise: T): Promise<T> {
		const controller = new AbortController();
		return await new Promise((resolve, reject) => {
			const abort = () => {
				controller.abort();
				void sleep(ABORT_GRACE_MS).then(() => resolve(otherwise));
			};
			const entry = { deadline: performance.now() + this.timeoutMs, abort };
			this.add(entry);
			const remove = () => this.remove(entry);
			void call(controller).then(resolve, reject).then(remove);
		});
	}

	private add(entry: Running): void {
		if (this.running.size === 0) this.cancelSignal?.addEventListener('abort', this.abortAll);
		this.running.add(entry);
		if (this.cancelSignal?.aborted) entry.abort();
		if (!this.isWatching) void this.watch();
	}

	private remove(entry: Running): void {
		this.running.delete(entry);
		if (this.running.size === 0) this.cancelSignal?.removeEventListener('abort', this.abortAll);
	}

	private async watch(): Promise<void> {
		this.isWatching = true;
		for (;;) {
			const [oldest] = this.running;
			if (oldest === undefined) break;
			const remaining = Math.ceil(oldest.deadline - performance.now());
			if (remaining > 0) await timeout(remaining);
			else {
				this.remove(oldest);
				oldest.abort();
			}
		}
		this.isWatching = false;
	}
}

/** Unlike `sleep`, does not keep the process alive. */
async function timeout(milliseconds: number): Promise<void> {
	const signal = AbortSignal.timeout(milliseconds);
	await new Promise((resolve) => signal.addEventListener('abort', resolve));
}
