import type { CodeRow } from '../shared/codes';
import { refusalOf, toReading } from '../shared/reading';
import type { Fault } from '../shared/faults';
import { isSuccess, readByStatus } from '../shared/http';
import { asText, member } from '../shared/json';
import type { ProviderAnswer, Reading } from '../shared/operation';
import type { OperationKind } from '../shared/outcomes';
import { INVALID_REQUEST_WORDS } from './codes';

/**
 * Reads an answer. Success is a 2xx with `status: "success"`, and with `statusCode: "200"` where
 * there is one. The code is a string on success and a number in an error; the words are in
 * `message`, or in `error` as a string or an object.
 *
 * @param kind what the node does
 * @param codes the operation's codes
 * @param answer HyperVerge's answer
 * @see https://documentation.hyperverge.co/api-reference/india_api/Email%20OTP%20Verification%20APIs/send_email_OTP_api
 */
export function readAnswer(
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

/**
 * The request ID, which HyperVerge puts where others put words: `result.message`.
 *
 * @param answer an answer that was read as a success
 * @returns the ID, or an empty text
 */
export function requestIdOf(answer: ProviderAnswer): string {
	return asText(member(member(answer.json, 'result'), 'message'));
}
