import { findCode, type CodeRow } from '../shared/codes';
import { refusalOf, toReading } from '../shared/reading';
import type { Fault } from '../shared/faults';
import { isSuccess, readByStatus } from '../shared/http';
import { asText, member } from '../shared/json';
import type { ProviderAnswer, Reading } from '../shared/operation';
import type { OperationKind } from '../shared/outcomes';
import type { WordRow } from './codes';

/** What is longer is no sentence, and looking for words in it would take hours. */
const LONGEST_WORDS = 1000;

/**
 * Reads an answer. iServeU fails with HTTP 200, so only `status` in the body decides, and what
 * `statusCode` means differs from operation to operation.
 *
 * @param kind what the node does
 * @param tables the operation's codes, and the words to look for when no code explains a refusal
 * @param answer iServeU's answer
 * @see https://developer.iserveu.in/dmtlite-common-api/send-otp
 */
export function readAnswer(
	kind: OperationKind,
	tables: { codes: readonly CodeRow[]; words: readonly WordRow[] },
	answer: ProviderAnswer,
): Reading | Fault {
	const { json, httpStatus } = answer;
	const status = asText(member(json, 'status')).toUpperCase();
	const message = asText(member(json, 'statusDesc')) || asText(member(json, 'status-desc'));
	const statusCode = asText(member(json, 'statusCode')) || String(httpStatus);

	if (status === 'SUCCESS' && isSuccess(httpStatus)) {
		const row = findCode(tables.codes, statusCode);
		// A success with the code of a refusal is neither.
		if (row !== undefined && !('reason' in row && row.reason === 'accepted')) {
			return { fault: 'unreadable', statusCode, httpStatus, providerMessage: message };
		}
		return toReading(kind, { reason: 'accepted', statusCode, message }, answer);
	}
	if (status !== 'FAILED' || !isSuccess(httpStatus)) return readByStatus(kind, answer, message);

	const worded = tables.words.find(({ words }) => words.test(message.slice(0, LONGEST_WORDS)));
	if (worded !== undefined && findCode(tables.codes, statusCode)?.text !== message) {
		return toReading(kind, { reason: worded.reason, statusCode, message }, answer);
	}
	return refusalOf(kind, tables.codes, { statusCode, message, otherwise: 'unclassified' }, answer);
}

/**
 * Reads what iServeU knows of a customer: a SUCCESS whose code says how far the customer has come.
 *
 * @param codes the operation's codes
 * @param answer iServeU's answer
 * @see https://developer.iserveu.in/dmtlite-common-api/customer-api
 */
export function readCustomer(codes: readonly CodeRow[], answer: ProviderAnswer): Reading | Fault {
	const { json, httpStatus } = answer;
	const status = asText(member(json, 'status')).toUpperCase();
	const statusCode = asText(member(json, 'statusCode'));
	const message = asText(member(json, 'statusDesc'));
	const row = findCode(codes, statusCode);
	const details = { statusCode, httpStatus, providerMessage: message };

	if (!isSuccess(httpStatus)) return readByStatus('customer', answer, message);
	if (status === 'SUCCESS' && row !== undefined && 'reason' in row) {
		return toReading('customer', { reason: row.reason, statusCode, message }, answer);
	}
	if (status !== 'FAILED') return { fault: 'unreadable', ...details };
	return { fault: row !== undefined && 'fault' in row ? row.fault : 'rejected', ...details };
}
