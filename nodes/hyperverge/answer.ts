import type { CodeRow } from '../shared/codes';
import { refusalOf, toReading } from '../shared/reading';
import type { Fault } from '../shared/faults';
import { isSuccess, readByStatus } from '../shared/http';
import { asText, isJsonObject, member } from '../shared/json';
import type { ProviderAnswer, Reading } from '../shared/operation';
import type { OperationKind } from '../shared/outcomes';
import { believed } from '../shared/echo';
import { INVALID_REQUEST_WORDS, KEYS_OF_A_YES, WORDS_OF_A_NO } from './codes';

/**
 * Reads an answer. Success is a 2xx with `status: "success"`, and with `statusCode: "200"` where
 * there is one, and nothing beside it that says no. The code is a string on success and a number in
 * an error; the words are in `message`, or in `error` as a string or an object.
 *
 * @param kind what the node does
 * @param codes the operation's codes
 * @param transactionId what was sent, which HyperVerge's other APIs repeat under `metadata`
 * @param answer HyperVerge's answer
 * @see https://documentation.hyperverge.co/api-reference/india_api/Email%20OTP%20Verification%20APIs/send_email_OTP_api
 */
export function readAnswer(
	kind: OperationKind,
	codes: readonly CodeRow[],
	transactionId: string,
	answer: ProviderAnswer,
): Reading | Fault {
	return believed(
		readUnchecked(kind, codes, answer),
		answer,
		['metadata', 'metaData'].map((key) => ({
			sent: transactionId,
			found: member(member(answer.json, key), 'transactionId'),
		})),
	);
}

function readUnchecked(
	kind: OperationKind,
	codes: readonly CodeRow[],
	answer: ProviderAnswer,
): Reading | Fault {
	const { json, httpStatus } = answer;
	const status = member(json, 'status');
	const code = asText(member(json, 'statusCode'));
	const error = member(json, 'error');
	const message = asText(member(json, 'message')) || asText(member(error, 'message')) || asText(error);

	if (status === 'success' && isSuccess(httpStatus) && (code === '200' || code === '')) {
		// A success that says no in the same breath is neither.
		if (asText(error) !== '' || isJsonObject(error) || saysNo(member(json, 'result'))) {
			return { fault: 'unreadable', statusCode: code, httpStatus, providerMessage: message };
		}
		return toReading(kind, { reason: 'accepted', statusCode: '200', message: 'success' }, answer);
	}
	if (status !== 'failure') return readByStatus(kind, answer, message);

	const statusCode = code === '' ? String(httpStatus) : code;
	if (INVALID_REQUEST_WORDS.test(message)) {
		return toReading(kind, { reason: 'invalidRequest', statusCode, message }, answer);
	}
	if (/^5[0-9]{2}$/.test(statusCode)) {
		return { fault: 'providerDown', statusCode, httpStatus, providerMessage: message };
	}
	const otherwise = kind === 'verify' ? 'incorrectOrExpired' : 'unclassified';
	return refusalOf(kind, codes, { statusCode, message, otherwise }, answer);
}

/** Whether a result denies what it is the result of. What a verification's holds is not published. */
function saysNo(value: unknown): boolean {
	if (typeof value === 'string') return WORDS_OF_A_NO.test(value);
	if (Array.isArray(value)) return value.some(saysNo);
	return (
		isJsonObject(value) &&
		Object.entries(value).some(
			([key, entry]) => saysNo(entry) || (KEYS_OF_A_YES.test(key) && (entry === false || entry === 'false')),
		)
	);
}

/**
 * The request ID, which HyperVerge puts where others put words: `result.message`.
 *
 * @param answer an answer that was read as a success
 * @returns the ID, or an empty text
 */
export function requestIdOf(answer: ProviderAnswer): string {
	return asText(member(member(answer.json, 'result'), 'message'));
}
