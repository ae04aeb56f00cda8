import type { IExecuteFunctions } from 'n8n-workflow';

import { retryAfterSeconds } from '../answers/httpStatus';
import { judge } from '../answers/judge';
import type { Decision } from '../answers/statement';
import {
	distrustToken,
	isRefusedTokenStored,
	withFreshToken,
	type CredentialInUse,
} from '../credentials/accessToken';
import type { Settings } from '../fields/options';
import { isFault, type Fault } from '../operation/faults';
import type { Operation, PreparedItem } from '../operation/operation';
import type { ProviderAnswer, ProviderRequest } from '../operation/provider';
import { scrub, scrubText, secretsOfCredential, type Privacy } from '../privacy/redact';
import type { Attempts, Result } from './attempts';
import { shownCode, toOutputItem, toUnsentItem } from './outputItem';
import type { CheckedItem } from './prepare';
import { Reservations } from './reservations';
import { inSlidingWindow } from './slidingWindow';
import { Transport } from './transport';

/** The items of a run. */
export interface Items {
	count: number;
	/** Checks an item, or waits until it is checked. Does not reject. */
	check: (index: number) => Promise<CheckedItem>;
	/** The item, if it is checked already. */
	checked: (index: number) => CheckedItem | undefined;
}

/** Sends the items of one node, each at most once. */
export class Dispatcher {
	/** Whether an item that was sent in this attempt faulted. Remembered faults do not count. */
	private hasFaulted = false;

	private readonly transport: Transport;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly operation: Operation,
		private readonly settings: Settings,
		private readonly attempts: Attempts,
	) {
		this.transport = new Transport(context, settings.timeoutMs);
	}

	/**
	 * Sends the items, several at the same time. If one of them faults and the node is to stop, no further
	 * item starts, and requests in flight are awaited so that their results are remembered. A remembered
	 * fault does not stop items that were not sent yet.
	 *
	 * @param items nothing is sent for those that are not prepared
	 * @returns the results by index; none for invalid items and those that were not sent
	 */
	async dispatch(items: Items, continueOnFail: boolean): Promise<Array<Result | undefined>> {
		this.hasFaulted = false;
		const { batchSize, batchIntervalMs } = this.settings;
		const { context, operation, settings, attempts } = this;
		const reservations = new Reservations(context, operation, settings, attempts, items);
		const cancelSignal = context.getExecutionCancelSignal();
		const isOver = () => cancelSignal?.aborted === true || (this.hasFaulted && !continueOnFail);
		const credentials = new Set<CredentialInUse>();
		const results: Array<Result | undefined> = [];
		await inSlidingWindow(items.count, { size: batchSize, pauseMs: batchIntervalMs }, async (index) => {
			const item = await items.check(index);
			await reservations.reserve(index);
			if (item.state === 'prepared') credentials.add(item.credential);
			if (!isOver()) results[index] = reservations.refusalOf(index) ?? (await this.resultOf(index, item));
			return !isOver();
		});
		await reservations.settle();
		await this.renewRefusedTokens(credentials);
		return results;
	}

	/** Replaces stored access tokens that the provider refused, unless a later item has done so. */
	private async renewRefusedTokens(credentials: Iterable<CredentialInUse>): Promise<void> {
		for (const credential of credentials) {
			if (!isRefusedTokenStored(credential)) continue;
			await withFreshToken(
				this.operation.provider,
				credential,
				async () => await this.transport.renewToken(credential),
			);
		}
	}

	private async resultOf(index: number, item: CheckedItem): Promise<Result | undefined> {
		switch (item.state) {
			case 'prepared':
				return await this.send(index, item);
			case 'mistyped':
				return { item: toUnsentItem(this.operation, item, this.settings.includeResponse) };
			case 'invalid':
				return undefined;
		}
	}

	private async send(index: number, item: PreparedItem): Promise<Result> {
		const known = this.attempts.recall(index, item);
		if (known !== undefined) return known;

		let effectLeft = false;
		const call = async (request: ProviderRequest): Promise<ProviderAnswer | Fault> => {
			if (request.effect) this.attempts.started(index, item);
			const answer = await withFreshToken(
				this.operation.provider,
				item.credential,
				async () => await this.transport.call(item.credential, request),
			);
			if (!isFault(answer) && answer.httpStatus === 401) distrustToken(item.credential);
			if (request.effect) effectLeft = !(isFault(answer) && answer.neverReceived === true);
			// The provider has already acted, even if this later request was not sent.
			else if (effectLeft && isFault(answer) && answer.neverReceived) return { fault: 'noAnswer' };
			return answer;
		};

		const decision = await perform(this.operation, item, call);
		const result = this.finish(item, decision, effectLeft);
		if (effectLeft) this.attempts.remember(index, item, result);
		else this.attempts.forget(index);
		if (isFault(result)) this.hasFaulted = true;
		return result;
	}

	private finish(item: PreparedItem, decision: Decision | Fault, effectLeft: boolean): Result {
		const privacy = this.privacyOf(item, decision);
		if (!isFault(decision)) {
			return {
				item: toOutputItem(this.operation, item, decision, privacy, this.settings.includeResponse),
			};
		}
		const { fault, httpStatus, statusCode, providerMessage, reference, hint } = decision;
		return {
			fault,
			effectLeft,
			...(httpStatus !== undefined && { httpStatus }),
			...(statusCode !== undefined && { statusCode: shownCode(this.operation.codes, statusCode, privacy) }),
			...(providerMessage !== undefined && {
				providerMessage: scrubText(providerMessage, privacy).slice(0, 200),
			}),
			...(hint !== undefined && { hint }),
			...(reference !== undefined && { reference: scrub(reference, privacy) as Record<string, string> }),
		};
	}

	/** Called after the requests, because an access token may have been fetched in between. */
	private privacyOf({ secrets, recipients, credential }: PreparedItem, decision: Decision | Fault): Privacy {
		const { provider } = this.operation;
		const fromCredential = secretsOfCredential(provider, credential.data);
		return {
			secrets: [
				...secrets,
				...fromCredential,
				...(credential.formerTokens ?? []),
				...(decision.secrets ?? []),
			],
			recipients,
			secretKeys: this.operation.secretAnswerKeys,
		};
	}
}

/** Thrown to end an item's `perform` if there is no answer. */
class NoAnswer extends Error {}

/**
 * Makes an item's requests and judges the last answer. If a reader throws, the answer counts as unreadable:
 * an error must not lose the other items. A fault of a request ends the item, even if its `perform` catches
 * the error.
 */
async function perform(
	operation: Operation,
	item: PreparedItem,
	call: (request: ProviderRequest) => Promise<ProviderAnswer | Fault>,
): Promise<Decision | Fault> {
	let last: ProviderAnswer | undefined;
	let fault: Fault | undefined;
	const answerTo = async (request: ProviderRequest): Promise<ProviderAnswer> => {
		const answer = fault ?? (await call(request));
		if (isFault(answer)) {
			fault = answer;
			throw new NoAnswer();
		}
		last = answer;
		return answer;
	};
	try {
		const statement = await item.perform(answerTo);
		if (fault !== undefined) return fault;
		if (last === undefined) return { fault: 'unreadable' };
		const decision = judge(operation, last, statement);
		const wait = retryAfterSeconds(last.headers, Date.now());
		return isFault(decision) || wait === undefined ? decision : { retryAfterSeconds: wait, ...decision };
	} catch {
		return fault ?? { fault: 'unreadable', httpStatus: last?.httpStatus };
	}
}
