import type { IDataObject } from 'n8n-workflow';

import { findCode, type CodeRow } from '../operation/statusCodes';
import type { Outcome, Reason } from '../operation/outcomes';
import type { Operation, PreparedItem, Reading } from '../operation/operation';
import { maskRecipient } from '../privacy/mask';
import { scrub, scrubText, type Privacy } from '../privacy/redact';

/** What leaves a node: the same shape for every provider, so that one can stand in for another. */
export interface ResultItem extends IDataObject {
	provider: string;
	operation: string;
	outcome: Outcome;
	reason: Reason;
	statusCode: string;
	/** Every code, where the provider gave several at once. */
	statusCodes?: string[];
	message: string;
	httpStatus: number;
	reference: IDataObject;
	recipient: string | null;
	retryAfterSeconds: number | null;
	attemptsRemaining: number | null;
	expiresAt: string | null;
}

/**
 * A code of the provider's is shown as it is where a table knows it. Any other text in its place is
 * words, and may repeat what it was sent.
 *
 * @param codes the operation's table
 * @param statusCode the provider's code
 * @param privacy what must not be shown
 */
export function shownCode(codes: readonly CodeRow[], statusCode: string, privacy: Privacy): string {
	return findCode(codes, statusCode) === undefined ? scrubText(statusCode, privacy) : statusCode;
}

/**
 * Puts a reading into the shape that leaves the node, without any secret.
 *
 * @param operation the node's operation
 * @param prepared the item that was sent
 * @param reading what the answer means
 * @param privacy what must not be shown
 * @param includeResponse whether to add the provider's body
 */
export function toResultItem(
	operation: Operation,
	prepared: PreparedItem,
	reading: Reading,
	privacy: Privacy,
	includeResponse: boolean,
): ResultItem {
	const [recipient] = prepared.recipients;
	const shown = (code: string) => shownCode(operation.codes, code, privacy);
	return {
		provider: operation.provider.name,
		operation: operation.name,
		outcome: reading.outcome,
		reason: reading.reason,
		statusCode: shown(reading.statusCode),
		...(reading.statusCodes === undefined ? {} : { statusCodes: reading.statusCodes.map(shown) }),
		message: scrubText(reading.message, privacy),
		httpStatus: reading.httpStatus,
		reference: { ...(scrub(reading.reference ?? {}, privacy) as IDataObject), ...prepared.reference },
		recipient: recipient === undefined ? null : maskRecipient(recipient),
		retryAfterSeconds: reading.retryAfterSeconds ?? null,
		attemptsRemaining: reading.attemptsRemaining ?? null,
		expiresAt: reading.expiresAt === undefined ? null : scrubText(reading.expiresAt, privacy),
		...(scrub(reading.result ?? {}, privacy) as IDataObject),
		...reading.revealed,
		...(includeResponse ? { response: scrub(reading.response, privacy) as IDataObject } : {}),
	};
}
