import type { IExecuteFunctions } from 'n8n-workflow';

import type { Settings } from '../fields/options';
import { effectOf, isFault } from '../operation/faults';
import type { Operation, PreparedItem } from '../operation/operation';
import { isGranting, type OperationKind } from '../operation/outcomes';
import { INTERRUPTED, keyedHash, type Attempts, type Result } from './attempts';
import type { Items } from './dispatch';
import { toUnsentItem } from './outputItem';

/** The kinds of nodes whose requests may make the provider act. */
const WITH_EFFECT: readonly OperationKind[] = ['send', 'verify', 'redeem', 'check'];

/** After a crash, up to so many items count as interrupted although nothing was sent for them. */
const SMALLEST_GROUP = 10;

const ENTRIES_PER_ITEM = 2;

/** How many entries n8n keeps for a node, unless a single run has more. */
const MOST_ENTRIES = { ofRuns: 10_000, sendOncePer: 100_000 };

const HINTS = {
	missing:
		"This version of n8n cannot record what is about to be sent: 'Send Once Per' has no effect, and a retry after a crash of n8n may send again.",
	failed: 'n8n could not record what is about to be sent, so a retry after a crash of n8n may send again.',
};

const ALREADY_SENT = "A message was already sent for this value of 'Send Once Per'";
const SAME_VALUE = "An earlier item of this run has the same value of 'Send Once Per'";
const USED_BEFORE: Result = {
	...INTERRUPTED,
	hint: "This value of 'Send Once Per' was used before, and the result is not known. The request was not repeated. To send it anyway, change the value.",
};
const NOT_RECORDED: Result = { fault: 'notRecorded', effectLeft: false };

/** An item that this run has recorded. */
interface Reservation {
	index: number;
	item: PreparedItem;
	/** Recorded before the request is made. */
	keys: readonly string[];
	/** Recorded when the message has been sent; only with *Send Once Per*. */
	sentKey?: string;
}

/**
 * Records in n8n's database which items are about to be sent. n8n stores {@link Attempts} only when the
 * execution ends, so a retry after a crash would otherwise send everything again. An item that was recorded
 * before and has no result is not sent.
 *
 * n8n keeps a list of hashes for each node (`checkProcessedAndRecord`), which each call reads and rewrites
 * without a lock. Executions at the same moment can overwrite each other's entries, so each call repeats the
 * earlier ones of its run.
 */
export class Reservations {
	private readonly held: Reservation[] = [];
	private readonly recorded = new Set<string>();
	private readonly refusals = new Map<number, Result>();
	/** How often each request, or each value of *Send Once Per*, has occurred in this run. */
	private readonly occurrences = new Map<string, number>();
	private readonly runs: readonly string[];
	private mostEntries = MOST_ENTRIES.ofRuns;
	private recording: Promise<void> | undefined;
	/** The indexes of the items that were recorded, or need no entry. */
	private readonly done = new Set<number>();
	/** All items before this index are done. */
	private next = 0;
	private hint = '';

	/** @param run how many items the run has, and those that are checked already */
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly operation: Operation,
		private readonly settings: Settings,
		private readonly attempts: Attempts,
		private readonly run: Pick<Items, 'count' | 'checked'>,
	) {
		// For a single item, n8n would take longer to rewrite the list than to send.
		this.runs = run.count > 1 && WITH_EFFECT.includes(operation.kind) ? runsOf(context, attempts) : [];
	}

	/**
	 * Waits until an item is recorded, together with others that are checked already. Does not reject.
	 *
	 * @param index of an item that is checked
	 */
	async reserve(index: number): Promise<void> {
		if (this.runs.length === 0 && this.operation.kind !== 'send') return;
		while (!this.done.has(index)) {
			this.recording ??= this.recordGroup(index).finally(() => {
				this.recording = undefined;
			});
			await this.recording;
		}
	}

	/** The result of an item that must not be sent. */
	refusalOf(index: number): Result | undefined {
		return this.refusals.get(index);
	}

	/**
	 * Records what was sent, and deletes the entries of items that certainly were not, so that a retry may
	 * send them. Does not reject.
	 */
	async settle(): Promise<void> {
		const sent = this.sentKeys();
		if (sent.length > 0) await this.record(sent);
		const unused = this.held.filter((reservation) => {
			const state = this.stateOf(reservation);
			return state === 'untouched' || (state === 'refused' && reservation.sentKey !== undefined);
		});
		await this.release(unused.flatMap(({ keys }) => keys));
	}

	/**
	 * As many items together as are in flight at once, because their results would be unknown anyway. Later
	 * groups grow with the number of items before them: n8n rewrites all entries of a node each time.
	 */
	private groupSize(): number {
		return Math.max(SMALLEST_GROUP, this.settings.batchSize, Math.ceil(this.done.size / 10));
	}

	private async recordGroup(wanted: number): Promise<void> {
		while (this.done.has(this.next)) this.next += 1;
		const indexes = new Set([wanted]);
		for (let index = this.next; index < this.run.count && indexes.size < this.groupSize(); index += 1) {
			if (this.run.checked(index) === undefined) break;
			if (!this.done.has(index)) indexes.add(index);
		}
		const group = [...indexes].flatMap((index) => {
			const item = this.run.checked(index);
			return item?.state === 'prepared' ? (this.reservationOf(index, item) ?? []) : [];
		});
		if (group.length > 0) await this.hold(group);
		for (const index of indexes) this.done.add(index);
	}

	/** None for an item that has a result or needs no entry. */
	private reservationOf(index: number, item: PreparedItem): Reservation | undefined {
		if (item.sendOncePer === undefined) {
			if (this.runs.length === 0) return undefined;
			const fingerprint = this.attempts.fingerprintOf(item);
			const occurrence = this.occurrenceOf(fingerprint);
			if (this.attempts.recall(index, item) !== undefined) return undefined;
			return { index, item, keys: this.runs.map((run) => `${run}/${occurrence}/${fingerprint}`) };
		}
		this.mostEntries = MOST_ENTRIES.sendOncePer;
		const value = keyedHash(this.context.getInstanceId(), item.sendOncePer);
		const occurrence = this.occurrenceOf(value);
		if (this.attempts.recall(index, item) !== undefined) return undefined;
		if (occurrence === 0) return { index, item, keys: [`once/${value}`], sentKey: `sent/${value}` };
		this.refusals.set(index, this.duplicate(item, SAME_VALUE));
		return undefined;
	}

	/** Counts from zero. */
	private occurrenceOf(value: string): number {
		const occurrence = this.occurrences.get(value) ?? 0;
		this.occurrences.set(value, occurrence + 1);
		return occurrence;
	}

	private async hold(group: readonly Reservation[]): Promise<void> {
		const processed = await this.record([...this.sentKeys(), ...group.flatMap(({ keys }) => keys)]);
		if (processed === undefined) {
			this.doWithout(group);
			return;
		}
		const isTaken = ({ keys }: Reservation) => keys.some((key) => processed.has(key));
		this.held.push(...group.filter((reservation) => !isTaken(reservation)));
		const taken = group.filter(isTaken);
		if (taken.length > 0) await this.refuse(taken);
	}

	/** *Send Once Per* is a promise: without an entry, nothing is sent, unless this n8n can have none. */
	private doWithout(group: readonly Reservation[]): void {
		const isMissing = !hasStore(this.context);
		const message = isMissing ? HINTS.missing : HINTS.failed;
		if (this.hint !== message) this.context.addExecutionHints({ message, location: 'outputPane' });
		this.hint = message;
		for (const { index, sentKey } of group) {
			if (sentKey !== undefined && !isMissing) this.refusals.set(index, NOT_RECORDED);
		}
	}

	/** A message that is known to have been sent is a decision; anything else is unknown. */
	private async refuse(taken: readonly Reservation[]): Promise<void> {
		const sentKeys = taken.flatMap(({ sentKey }) => sentKey ?? []);
		const sent = sentKeys.length > 0 ? await this.check(sentKeys) : undefined;
		// n8n cannot check without recording.
		if (sent !== undefined) await this.release(sentKeys.filter((key) => !sent.has(key)));
		for (const { index, item, sentKey } of taken) {
			const isSent = sentKey !== undefined && sent?.has(sentKey) === true;
			const unknown = sentKey === undefined ? INTERRUPTED : USED_BEFORE;
			this.refusals.set(index, isSent ? this.duplicate(item, ALREADY_SENT) : unknown);
		}
	}

	private duplicate({ recipients }: PreparedItem, message: string): Result {
		const item = { reason: 'duplicateReference', message, recipients, reference: {} } as const;
		return { item: toUnsentItem(this.operation, item, this.settings.includeResponse) };
	}

	private sentKeys(): string[] {
		return this.held.flatMap((reservation) =>
			reservation.sentKey !== undefined && this.stateOf(reservation) === 'sent' ? reservation.sentKey : [],
		);
	}

	private stateOf({ index, item }: Reservation): 'untouched' | 'unknown' | 'sent' | 'refused' {
		const result = this.attempts.recall(index, item);
		if (result === undefined) return 'untouched';
		if (isFault(result)) return effectOf(result) === 'unknown' ? 'unknown' : 'untouched';
		return isGranting(this.operation.kind, result.item.outcome) ? 'sent' : 'refused';
	}

	/** Records keys, and again all earlier ones of this run. */
	private async record(keys: readonly string[]): Promise<ReadonlySet<unknown> | undefined> {
		for (const key of keys) this.recorded.add(key);
		return await this.check([...this.recorded]);
	}

	/** @returns the keys that were recorded before; `undefined` if n8n could not record them */
	private async check(keys: string[]): Promise<ReadonlySet<unknown> | undefined> {
		if (!hasStore(this.context)) return undefined;
		const { helpers } = this.context;
		const tryOnce = async () =>
			new Set<unknown>((await helpers.checkProcessedAndRecord(keys, 'node', this.options())).processed);
		// Two executions may both try to create the list of a node, and one of them fails.
		return await tryOnce()
			.catch(tryOnce)
			.catch(() => undefined);
	}

	private async release(keys: string[]): Promise<void> {
		if (keys.length === 0 || !hasStore(this.context)) return;
		// An entry that stays keeps an item from being sent, and never causes a second message.
		await this.context.helpers.removeProcessed(keys, 'node', this.options()).catch(() => undefined);
	}

	private options() {
		const maxEntries = Math.max(this.mostEntries, this.run.count * ENTRIES_PER_ITEM * 2);
		return { mode: 'entries', maxEntries } as const;
	}
}

/** Older versions of n8n have no deduplication store. */
function hasStore({ helpers }: IExecuteFunctions): boolean {
	return (helpers as Partial<typeof helpers>).checkProcessedAndRecord !== undefined;
}

/**
 * What identifies a run of the node in every attempt at it: the execution, which n8n 1.x runs again by
 * itself after a worker was killed, and the moment at which the execution was established, which n8n stores
 * before it starts an execution and copies into a retry from the list (before n8n 2.20, it does not).
 */
function runsOf(context: IExecuteFunctions, { runIndex }: Attempts): string[] {
	const getExecutionContext = (context as Partial<typeof context>).getExecutionContext?.bind(context);
	const establishedAt = getExecutionContext?.()?.establishedAt;
	return [
		`execution/${context.getExecutionId()}/${runIndex}`,
		...(establishedAt === undefined ? [] : [`established/${establishedAt}/${runIndex}`]),
	];
}
