import { findCode, type CodeRow } from './codes';
import type { Fault } from './faults';
import type { ProviderAnswer, Reading } from './operation';
import { hasBranch, isGranting, outcomeOf, type OperationKind, type Reason } from './outcomes';

/** What a reader found in a body, before it is turned into an outcome. */
export interface Finding {
	reason: Reason;
	statusCode: string;
	message: string;
}

/**
 * Turns a finding into a reading, or into a fault where the node has no branch for it.
 *
 * @param kind what the node does
 * @param finding what the body says
 * @param answer the provider's answer
 */
export function toReading(kind: OperationKind, finding: Finding, answer: ProviderAnswer): Reading | Fault {
	if (!hasBranch(kind, finding.reason)) {
		return {
			fault: 'rejected',
			statusCode: finding.statusCode,
			httpStatus: answer.httpStatus,
			providerMessage: finding.message,
		};
	}
	return {
		outcome: outcomeOf(kind, finding.reason),
		reason: finding.reason,
		statusCode: finding.statusCode,
		message: finding.message,
		httpStatus: answer.httpStatus,
		response: answer.json ?? answer.text,
	};
}

/**
 * Turns a refusal with a code into a reading or a fault, by the table.
 *
 * @param kind what the node does
 * @param codes the operation's table
 * @param refusal the provider's code and words, and the reason to take if no row knows the code
 * @param answer the provider's answer
 */
export function refusalOf(
	kind: OperationKind,
	codes: readonly CodeRow[],
	refusal: { statusCode: string; message: string; otherwise: Reason },
	answer: ProviderAnswer,
): Reading | Fault {
	const { statusCode, message } = refusal;
	const row = findCode(codes, statusCode);
	if (row !== undefined && 'fault' in row) {
		return { fault: row.fault, statusCode, httpStatus: answer.httpStatus, providerMessage: message };
	}
	// A refusal that carries the code of a success is not believed to be one.
	const isRefusal = row !== undefined && !isGranting(kind, outcomeOf(kind, row.reason));
	const reason = isRefusal ? row.reason : refusal.otherwise;
	return toReading(kind, { reason, statusCode, message }, answer);
}
