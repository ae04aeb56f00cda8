import type { IDataObject } from 'n8n-workflow';

import type { Outcome, Reason } from './outcomes';
import type { Operation, PreparedItem, Reading } from './operation';
import { maskRecipient, scrub, scrubText, type Privacy } from './privacy';

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
	return {
		provider: operation.provider.name,
		operation: operation.name,
		outcome: reading.outcome,
		reason: reading.reason,
		statusCode: reading.statusCode,
		...(reading.statusCodes === undefined ? {} : { statusCodes: reading.statusCodes }),
		message: scrubText(reading.message, privacy),
		httpStatus: reading.httpStatus,
		reference: { ...prepared.reference, ...reading.reference },
		recipient: recipient === undefined ? null : maskRecipient(recipient),
		retryAfterSeconds: reading.retryAfterSeconds ?? null,
		attemptsRemaining: reading.attemptsRemaining ?? null,
		expiresAt: reading.expiresAt ?? null,
		...reading.result,
		...(includeResponse ? { response: scrub(reading.response, privacy) as IDataObject } : {}),
	};
}
