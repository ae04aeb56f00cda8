import type { Fault, FaultKind } from '../operation/faults';
import {
	BRANCHES,
	hasBranch,
	isGranting,
	outcomeOf,
	type OperationKind,
	type Reason,
} from '../operation/outcomes';
import type { ProviderAnswer } from '../operation/provider';
import { findCode, type CodeRow } from '../operation/statusCodes';
import { faultOfStatus, isSuccess } from './httpStatus';
import type { Decision, Statement } from './statement';
import { isOwnTransaction } from './transaction';

/**
 * Decides what an answer means. Only this function grants, and only for an explicit yes with a 2xx status
 * and a code that the operation lists as a success, if nothing in the answer contradicts it and the answer
 * belongs to the request.
 *
 * @returns the outcome, or a fault if no branch applies or the answer cannot be trusted
 */
export function judge(
	{ kind, codes }: { kind: OperationKind; codes: readonly CodeRow[] },
	last: ProviderAnswer,
	statement: Statement,
): Decision | Fault {
	const answer = statement.answer ?? last;
	const fault = (reason: FaultKind): Fault => ({ fault: reason, ...detailsOf(answer, statement) });
	if (!isOwnTransaction(statement.correlations ?? [])) return fault('mismatched');

	const row = findCode(codes, statement.statusCode ?? '');
	switch (statement.says) {
		case 'yes': {
			if (!isSuccess(answer.httpStatus)) {
				const status = faultOfStatus(answer.httpStatus);
				return fault(status === 'providerDown' ? status : 'unreadable');
			}
			const reason = successOf(kind, row);
			if (reason === undefined || statement.contradicted || isRefusalText(kind, codes, statement.message)) {
				return fault('unreadable');
			}
			const { expiresAt, revealed, result } = statement;
			return {
				...toDecision(kind, reason, answer, statement),
				...withoutUndefined({ expiresAt, revealed, result }),
				...('response' in statement && { response: statement.response }),
			};
		}
		case 'no': {
			if (statement.reason === undefined && row !== undefined && 'fault' in row) return fault(row.fault);
			// A refusal stays a refusal, even with the code of a success.
			const known = row !== undefined && successOf(kind, row) === undefined ? reasonOf(row) : undefined;
			const reason = statement.reason ?? known ?? statement.otherwise ?? 'unclassified';
			if (!hasBranch(kind, reason)) return fault(reason === 'rateLimited' ? reason : 'rejected');
			return {
				...toDecision(kind, reason, answer, statement),
				...withoutUndefined({ statusCodes: statement.statusCodes }),
			};
		}
		case 'neither': {
			const cause = statement.fault ?? faultOfStatus(answer.httpStatus);
			if (cause !== 'rateLimited' || !hasRateLimitBranch(kind)) {
				return { ...fault(cause), ...withoutUndefined({ hint: statement.hint }) };
			}
			return toDecision(kind, 'rateLimited', answer, {
				...statement,
				statusCode: statement.statusCode || '429',
			});
		}
	}
}

/** Whether a rate limit is a branch of the node instead of a fault. */
function hasRateLimitBranch(kind: OperationKind): boolean {
	return (
		kind === 'verify' || kind === 'redeem' || BRANCHES[kind].some(({ outcome }) => outcome === 'throttled')
	);
}

function reasonOf(row: CodeRow | undefined): Reason | undefined {
	return row !== undefined && 'reason' in row ? row.reason : undefined;
}

/** The reason of a code that grants. A node without branches grants nothing and has no success codes. */
function successOf(kind: OperationKind, row: CodeRow | undefined): Reason | undefined {
	if (BRANCHES[kind].length === 1) return 'accepted';
	const reason = reasonOf(row);
	return reason !== undefined && isGranting(kind, outcomeOf(kind, reason)) ? reason : undefined;
}

/** Whether the message of a yes is one that the provider documents for a refusal. */
function isRefusalText(kind: OperationKind, codes: readonly CodeRow[], message = ''): boolean {
	const text = message.toLowerCase();
	return codes.some((row) => successOf(kind, row) === undefined && row.text.toLowerCase() === text);
}

function toDecision(
	kind: OperationKind,
	reason: Reason,
	answer: ProviderAnswer,
	{ statusCode = '', message = '', reference, secrets }: Statement,
): Decision {
	return {
		outcome: outcomeOf(kind, reason),
		reason,
		statusCode,
		message,
		httpStatus: answer.httpStatus,
		response: answer.json ?? answer.text,
		...withoutUndefined({ reference, secrets }),
	};
}

function detailsOf(
	{ httpStatus }: ProviderAnswer,
	{ statusCode, message, reference, secrets }: Statement,
): Omit<Fault, 'fault'> {
	return {
		httpStatus,
		...withoutUndefined({
			statusCode: statusCode || undefined,
			providerMessage: message || undefined,
			reference,
			secrets,
		}),
	};
}

function withoutUndefined<T extends object>(value: T): Partial<T> {
	return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Partial<T>;
}
