import { createHmac } from 'crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

import { effectOf, isFault, type Fault } from '../operation/faults';
import type { Operation, PreparedItem } from '../operation/operation';
import type { OutputItem } from './outputItem';

/** The redacted result of an item: its output, or the fault that ended it. */
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
 * Remembers which items of a run have been sent, so that nothing is sent twice: n8n's *Retry On Fail*, like
 * a retry from the list of executions, runs a node again for all of its items. Stored in the execution's
 * node context, which n8n keeps in both cases.
 *
 * A later run of the same node (a loop) is a deliberate second send and starts with an empty memory.
 */
export class Attempts {
	/** Each is needed up to three times: to recall, before the request and after it. */
	private readonly fingerprints = new WeakMap<PreparedItem, string>();

	private constructor(
		private readonly operation: Operation,
		private readonly instanceId: string,
		private readonly run: RunAttempts,
		private readonly forgetAll: () => void,
	) {}

	/**
	 * Opens the memory of the current run. A retry from the list of executions is a new execution, which a
	 * user started deliberately and perhaps after correcting the request, so faults that certainly had no
	 * effect are forgotten.
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

	/** The result of the item, or `undefined` if it may still be sent. */
	recall(index: number, item: PreparedItem): Result | undefined {
		const remembered = this.run.items[index];
		return remembered?.fingerprint === this.fingerprintOf(item) ? remembered.result : undefined;
	}

	/** Records that the item's request is about to be sent. Until there is a result, it counts as interrupted. */
	started(index: number, item: PreparedItem): void {
		this.remember(index, item, { fault: 'interrupted', effectLeft: true });
	}

	/** Records the result of an item that was sent. */
	remember(index: number, item: PreparedItem, result: Result): void {
		this.run.items[index] = { fingerprint: this.fingerprintOf(item), result };
	}

	/** Allows an item to be sent again, because its request certainly was not sent. */
	forget(index: number): void {
		delete this.run.items[index];
	}

	/** Clears the memory, once the node cannot run again for the same items. */
	close(): void {
		this.forgetAll();
	}

	/**
	 * Identifies a request without storing the recipient or the code: after a change of the workflow, a retry
	 * must not return the result for another recipient. The key of the HMAC is the same in all executions of
	 * an n8n instance. The credential is not part of it: a retry with a corrected credential must not send
	 * earlier messages again.
	 */
	private fingerprintOf(item: PreparedItem): string {
		const known = this.fingerprints.get(item);
		if (known !== undefined) return known;
		const { provider, name } = this.operation;
		const fingerprint = createHmac('sha256', this.instanceId)
			.update(JSON.stringify([provider.name, name, ...item.identity]))
			.digest('base64url');
		this.fingerprints.set(item, fingerprint);
		return fingerprint;
	}
}

function withoutRefusals(items: Record<string, Remembered>): Record<string, Remembered> {
	return Object.fromEntries(
		Object.entries(items).filter(([, { result }]) => !isFault(result) || effectOf(result) === 'unknown'),
	);
}
