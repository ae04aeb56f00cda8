import { createHmac } from 'crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

import { effectOf, isFault, type Fault } from '../operation/faults';
import type { Operation, PreparedItem } from '../operation/operation';
import type { OutputItem } from './outputItem';

/** The redacted result of an item: its output, or the fault that ended it. */
export type Result = { item: OutputItem } | Fault;

interface Remembered {
	/** Missing if it cannot be compared; then the result is that of any request. */
	fingerprint?: string;
	result: Result;
}

interface RunAttempts {
	run: number;
	execution: string;
	/** Differs if another n8n instance computed the fingerprints. */
	instance: string;
	items: Record<string, Remembered>;
}

const KEY = 'otpProvidersSent';

/** The result of an item that was started and whose outcome is not known. */
export const INTERRUPTED: Fault = { fault: 'interrupted', effectLeft: true };

const OTHER_INSTANCE: Fault = {
	...INTERRUPTED,
	hint: 'Processes of this n8n have different instance IDs, so the items cannot be compared with those of the previous attempt. Set N8N_INSTANCE_ID to one value for all processes, or remove it everywhere. The request was not repeated.',
};

/**
 * Remembers which items of a run have been sent, so that nothing is sent twice: n8n's *Retry On Fail*, like
 * a retry from the list of executions, runs a node again for all of its items. Stored in the execution's
 * node context, which n8n keeps in both cases.
 *
 * A later run of the same node (a loop) is a deliberate second send and starts with an empty memory.
 */
export class Attempts {
	/** Each is needed several times: to recall, to record, before the request and after it. */
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
		const instanceId = context.getInstanceId();
		const known = nodeContext[KEY] as unknown as RunAttempts | undefined;
		const run: RunAttempts = {
			run: Number(context.evaluateExpression('{{ $runIndex }}', 0)),
			execution: context.getExecutionId(),
			instance: keyedHash(instanceId, KEY),
			items: {},
		};
		if (known?.run === run.run) {
			const isComparable = known.instance === run.instance;
			const isContinued = isComparable && known.execution === run.execution;
			const kept = isContinued ? known.items : withoutRefusals(known.items);
			run.items = isComparable ? kept : allInterrupted(kept);
		}
		nodeContext[KEY] = run as never;
		return new Attempts(operation, instanceId, run, () => {
			delete nodeContext[KEY];
		});
	}

	/** How often the node has run before in this execution. */
	get runIndex(): number {
		return this.run.run;
	}

	/** The result of the item, or `undefined` if it may still be sent. */
	recall(index: number, item: PreparedItem): Result | undefined {
		const remembered = this.run.items[index];
		if (remembered === undefined) return undefined;
		const { fingerprint, result } = remembered;
		return fingerprint === undefined || fingerprint === this.fingerprintOf(item) ? result : undefined;
	}

	/** Records that the item's request is about to be sent. Until there is a result, it counts as interrupted. */
	started(index: number, item: PreparedItem): void {
		this.remember(index, item, INTERRUPTED);
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
	fingerprintOf(item: PreparedItem): string {
		const { provider, name } = this.operation;
		const known = this.fingerprints.get(item);
		const fingerprint = known ?? keyedHash(this.instanceId, provider.name, name, ...item.identity);
		this.fingerprints.set(item, fingerprint);
		return fingerprint;
	}
}

/** Hashes values so that they can be compared but not guessed by those who do not know the key. */
export function keyedHash(key: string, ...values: unknown[]): string {
	return createHmac('sha256', key).update(JSON.stringify(values)).digest('base64url');
}

function withoutRefusals(items: Record<string, Remembered>): Record<string, Remembered> {
	return Object.fromEntries(
		Object.entries(items).filter(([, { result }]) => !isFault(result) || effectOf(result) === 'unknown'),
	);
}

function allInterrupted(items: Record<string, Remembered>): Record<string, Remembered> {
	return Object.fromEntries(Object.keys(items).map((index) => [index, { result: OTHER_INSTANCE }]));
}
