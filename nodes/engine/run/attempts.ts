import { createHmac } from 'crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

import { effectOf, isFault, type Fault } from '../operation/faults';
import type { Operation, PreparedItem } from '../operation/operation';
import type { OutputItem } from './outputItem';

/** What became of an item: what leaves the node, or the fault that ended it. Redacted. */
export type Result = { item: OutputItem } | Fault;

interface Remembered {
	fingerprint: string;
	result: Result;
}

interface RunAttempts {
	run: number;
	execution: string;
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
export class Attempts {
	private constructor(
		private readonly operation: Operation,
		private readonly instanceId: string,
		private readonly run: RunAttempts,
		private readonly forgetAll: () => void,
	) {}

	/**
	 * A retry from the list of executions is an execution of its own. A person asked for it, who may
	 * have corrected what the provider refused, so faults that certainly had no effect are forgotten.
	 *
	 * @param context the node that runs
	 * @param operation what it does
	 * @returns what is remembered of this run
	 */
	static open(context: IExecuteFunctions, operation: Operation): Attempts {
		const nodeContext = context.getContext('node');
		const runIndex = Number(context.evaluateExpression('{{ $runIndex }}', 0));
		const execution = context.getExecutionId();
		const known = nodeContext[KEY] as unknown as RunAttempts | undefined;
		const items = known?.run === runIndex ? known.items : {};
		const kept = known?.execution === execution ? items : withoutRefusals(items);
		const run: RunAttempts = { run: runIndex, execution, items: kept };
		nodeContext[KEY] = run as never;
		return new Attempts(operation, context.getInstanceId(), run, () => {
			delete nodeContext[KEY];
		});
	}

	/** @returns what became of the item, or `undefined` if it may still be sent */
	recall(index: number, item: PreparedItem): Result | undefined {
		const remembered = this.run.items[index];
		return remembered?.fingerprint === this.fingerprintOf(item) ? remembered.result : undefined;
	}

	/** Notes that the item's request is about to leave. Until its result is known, it counts as cut off. */
	started(index: number, item: PreparedItem): void {
		this.remember(index, item, { fault: 'interrupted', effectLeft: true });
	}

	/** Keeps what became of an item that left. */
	remember(index: number, item: PreparedItem, result: Result): void {
		this.run.items[index] = { fingerprint: this.fingerprintOf(item), result };
	}

	/** Frees an item whose request certainly never left, so that it may be sent again. */
	forget(index: number): void {
		delete this.run.items[index];
	}

	/** Drops everything, once nothing can run the node again for the same items. */
	close(): void {
		this.forgetAll();
	}

	/**
	 * Tells one request from another without holding the recipient or the code: a retry after the
	 * workflow was changed must not answer for somebody else. The key is the same in all executions of
	 * an n8n. The credential does not count: whoever corrects it and retries does not want the messages
	 * of yesterday again.
	 */
	private fingerprintOf({ identity }: PreparedItem): string {
		const { provider, name } = this.operation;
		return createHmac('sha256', this.instanceId)
			.update(JSON.stringify([provider.name, name, ...identity]))
			.digest('base64url');
	}
}

function withoutRefusals(items: Record<string, Remembered>): Record<string, Remembered> {
	return Object.fromEntries(
		Object.entries(items).filter(([, { result }]) => !isFault(result) || effectOf(result) === 'unknown'),
	);
}
