import { createHmac } from 'crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

import type { Fault } from './faults';
import type { Credential, PreparedItem } from './operation';
import type { ResultItem } from './result';

/** What became of an item: what it said, or the fault that ended it. Scrubbed of every secret. */
export type Result = { item: ResultItem } | Fault;

interface Remembered {
	fingerprint: string;
	result: Result;
}

interface RunMemory {
	run: number;
	items: Record<string, Remembered>;
}

const KEY = 'otpProvidersSent';

/**
 * Remembers which items of one run have been sent, so that nothing is ever sent twice: n8n's
 * *Retry On Fail* runs a node again for all of its items, and so does a retry from the list of
 * executions. It lives in the execution's own node context, which n8n keeps over both.
 *
 * A later run of the same node (a loop) is a deliberate second send and starts afresh.
 */
export class Memory {
	private constructor(
		private readonly run: RunMemory,
		private readonly forgetAll: () => void,
	) {}

	/**
	 * @param context the node that runs
	 * @returns what is remembered of this run
	 */
	static open(context: IExecuteFunctions): Memory {
		const nodeContext = context.getContext('node');
		const runIndex = Number(context.evaluateExpression('{{ $runIndex }}', 0));
		const known = nodeContext[KEY] as unknown as RunMemory | undefined;
		const run = known?.run === runIndex ? known : { run: runIndex, items: {} };
		nodeContext[KEY] = run as never;
		return new Memory(run, () => {
			delete nodeContext[KEY];
		});
	}

	/** @returns what became of the item, or `undefined` if it may still be sent */
	recall(index: number, fingerprint: string): Result | undefined {
		const remembered = this.run.items[index];
		return remembered?.fingerprint === fingerprint ? remembered.result : undefined;
	}

	/** Notes that the item's request is about to leave. Until its result is known, it counts as cut off. */
	started(index: number, fingerprint: string): void {
		this.run.items[index] = { fingerprint, result: { fault: 'interrupted' } };
	}

	/** Keeps what became of an item that left. */
	remember(index: number, fingerprint: string, result: Result): void {
		this.run.items[index] = { fingerprint, result };
	}

	/** Frees an item whose request certainly never left, so that it may be sent again. */
	forget(index: number): void {
		delete this.run.items[index];
	}

	/** Drops everything, once nothing can run the node again for the same items. */
	close(): void {
		this.forgetAll();
	}
}

/**
 * @param credential the decrypted credential
 * @returns its fields without the access token, which changes from time to time
 */
export function lastingFields(credential: Credential): Array<[string, unknown]> {
	return Object.entries(credential).filter(([key]) => key !== 'accessToken' && key !== 'renewAt');
}

/**
 * Tells one request from another without holding the recipient or the code: a retry after the
 * workflow was changed must not answer for somebody else.
 *
 * @param prepared the item
 * @param credential keys the hash, so that a number cannot be guessed from it
 */
export function fingerprintOf(prepared: PreparedItem, credential: Credential): string {
	return createHmac('sha256', JSON.stringify(lastingFields(credential)))
		.update(JSON.stringify(prepared.identity))
		.digest('base64url');
}
