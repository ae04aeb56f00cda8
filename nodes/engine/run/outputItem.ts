import type { IDataObject } from 'n8n-workflow';

import type { Decision } from '../answers/statement';
import type { MistypedItem, Operation, PreparedItem } from '../operation/operation';
import { outcomeOf, type Outcome, type Reason } from '../operation/outcomes';
import { findCode, type CodeRow } from '../operation/statusCodes';
import { maskRecipient } from '../privacy/mask';
import { scrub, scrubText, type Privacy } from '../privacy/redact';

/** An output item. It has the same shape for every provider, so that providers are interchangeable. */
export interface OutputItem extends IDataObject {
	provider: string;
	operation: string;
	outcome: Outcome;
	reason: Reason;
	statusCode: string;
	/** All codes, if the provider gave several. */
	statusCodes?: string[];
	message: string;
	/** `null` if no request was made. */
	httpStatus: number | null;
	reference: IDataObject;
	recipient: string | null;
	retryAfterSeconds: number | null;
	attemptsRemaining: number | null;
	expiresAt: string | null;
}

/**
 * Redacts a status code, unless it is a known one: any other text may repeat values of the request.
 */
export function shownCode(codes: readonly CodeRow[], statusCode: string, privacy: Privacy): string {
	return findCode(codes, statusCode) === undefined ? scrubText(statusCode, privacy) : statusCode;
}

/**
 * Makes the redacted output item of a decision.
 *
 * @param includeResponse whether to add the provider's body
 */
export function toOutputItem(
	operation: Operation,
	{ recipients, reference }: Pick<PreparedItem, 'recipients' | 'reference'>,
	decision: Decision,
	privacy: Privacy,
	includeResponse: boolean,
): OutputItem {
	const [recipient] = recipients;
	const shown = (code: string) => shownCode(operation.codes, code, privacy);
	return {
		provider: operation.provider.name,
		operation: operation.name,
		outcome: decision.outcome,
		reason: decision.reason,
		statusCode: shown(decision.statusCode),
		...(decision.statusCodes === undefined ? {} : { statusCodes: decision.statusCodes.map(shown) }),
		message: scrubText(decision.message, privacy),
		httpStatus: decision.httpStatus,
		reference: { ...(scrub(decision.reference ?? {}, privacy) as IDataObject), ...reference },
		recipient: recipient === undefined ? null : maskRecipient(recipient),
		retryAfterSeconds: decision.retryAfterSeconds ?? null,
		attemptsRemaining: decision.attemptsRemaining ?? null,
		expiresAt: decision.expiresAt === undefined ? null : scrubText(decision.expiresAt, privacy),
		...(scrub(decision.result ?? {}, privacy) as IDataObject),
		...decision.revealed,
		...(includeResponse ? { response: scrub(decision.response, privacy) as IDataObject } : {}),
	};
}

const NOTHING_TO_HIDE: Privacy = { secrets: [], recipients: [], secretKeys: [] };

/** Makes the output item of an item that no request is made for, because of what the user typed, for example. */
export function toUnsentItem(
	operation: Operation,
	item: Omit<MistypedItem, 'state'>,
	includeResponse: boolean,
): OutputItem {
	const { reason, message } = item;
	const outcome = outcomeOf(operation.kind, reason);
	const decision = { outcome, reason, statusCode: '', message, httpStatus: null, response: null };
	// The message is our own: its example of an address is nobody's.
	return { ...toOutputItem(operation, item, decision, NOTHING_TO_HIDE, includeResponse), message };
}
