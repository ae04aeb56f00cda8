import { findCode, type CodeRow } from '../shared/codes';
import { asText, isJsonObject, member, type JsonObject } from '../shared/json';
import type { Statement } from '../shared/judge';
import type { ProviderAnswer } from '../shared/operation';
import type { Reason } from '../shared/outcomes';
import { INVALID_REQUEST_WORDS, sendCodes, sendWords, verifyCodes, verifyWords } from './codes';
import {
	isHarmlessWhenSent,
	isHarmlessWhenVerified,
	isIdentifier,
	isVerified,
	objectionsIn,
	wordsOf,
} from './result';

interface Reader {
	codes: readonly CodeRow[];
	words: ReadonlyArray<readonly [RegExp, Reason]>;
	isHarmless: (sentence: string) => boolean;
	/** Whether `result` may stand in an answer that says success. */
	isYes: (result: unknown) => boolean;
	/** What a refusal means whose code and words are known nowhere. */
	otherwise: Reason;
}

const send: Reader = {
	codes: sendCodes,
	words: sendWords,
	isHarmless: isHarmlessWhenSent,
	isYes: () => true,
	otherwise: 'unclassified',
};

const verify: Reader = {
	codes: verifyCodes,
	words: verifyWords,
	isHarmless: isHarmlessWhenVerified,
	isYes: isVerified,
	otherwise: 'incorrectOrExpired',
};

/**
 * Reads the answer to a send or a retry.
 *
 * @param transactionId what was sent, which HyperVerge's other APIs repeat under `metadata`
 * @param answer HyperVerge's answer
 * @see https://documentation.hyperverge.co/api-reference/india_api/Email%20OTP%20Verification%20APIs/send_email_OTP_api
 */
export function readSent(transactionId: string, answer: ProviderAnswer): Statement {
	return read(send, transactionId, answer);
}

/**
 * Reads the answer to a verification, whose form is not published.
 *
 * @param transactionId what was sent, which HyperVerge's other APIs repeat under `metadata`
 * @param answer HyperVerge's answer
 * @see https://documentation.hyperverge.co/api-reference/india_api/Email%20OTP%20Verification%20APIs/verify_email_OTP_api
 */
export function readVerified(transactionId: string, answer: ProviderAnswer): Statement {
	return read(verify, transactionId, answer);
}

/** The code is a text in a success and a number in an error; words are in `message` or in `error`. */
function read(reader: Reader, transactionId: string, { json, httpStatus }: ProviderAnswer): Statement {
	const status = member(json, 'status');
	const error = member(json, 'error');
	const message = asText(member(json, 'message')) || asText(member(error, 'message')) || asText(error);
	const code = asText(member(json, 'statusCode'));
	const echoes = ['metadata', 'metaData'].map((key) => ({
		sent: transactionId,
		found: member(member(json, key), 'transactionId'),
	}));
	if (isJsonObject(json) && status === 'success') return { ...readSuccess(reader, json, code), echoes };

	const isRefusal = status === 'failure' || (status === 'error' && isAboutRequest(httpStatus, message));
	if (!isRefusal) return { says: 'neither', statusCode: code, message, echoes };
	return { ...readRefusal(reader, code || String(httpStatus), message), echoes };
}

/** An unknown request may be answered with 404, which is then not about the address. */
function isAboutRequest(httpStatus: number, message: string): boolean {
	return httpStatus !== 404 || /\b(otp|req|reqid|request)\b/.test(wordsOf(message));
}

function readRefusal(reader: Reader, statusCode: string, message: string): Statement {
	if (INVALID_REQUEST_WORDS.test(message))
		return { says: 'no', reason: 'invalidRequest', statusCode, message };
	if (/^5[0-9]{2}$/.test(statusCode)) return { says: 'neither', fault: 'providerDown', statusCode, message };
	// 400 only says that the request was refused; its words may say why.
	const isOpen = statusCode === '400' || findCode(reader.codes, statusCode) === undefined;
	const reason = isOpen ? reasonOf(reader, [message]) : undefined;
	return { says: 'no', ...(reason && { reason }), otherwise: reader.otherwise, statusCode, message };
}

/** `status: "success"` says that the call was processed, not that it ended well: the rest must agree. */
function readSuccess(reader: Reader, json: JsonObject, code: string): Statement {
	// A success with another code is none, which is for the engine to see.
	if (code !== '' && code !== '200') return { says: 'yes', statusCode: code };
	const rest = { ...json, statusCode: undefined };
	const { sentences, statusCode = '', isDenied, isDoubtful } = objectionsIn(rest, reader.isHarmless);
	const message = sentences.join('; ');
	if (statusCode !== '') return readRefusal(reader, statusCode, message);

	const reason = reasonOf(reader, sentences);
	if (reason !== undefined || isDenied) {
		return { says: 'no', reason: reason ?? reader.otherwise, statusCode: code, message };
	}
	if (sentences.length > 0 || isDoubtful || !reader.isYes(json.result)) {
		return { says: 'neither', fault: 'unreadable', statusCode: code, message };
	}
	return { says: 'yes', statusCode: '200', message: 'success' };
}

function reasonOf({ words }: Reader, sentences: readonly string[]): Reason | undefined {
	const said = sentences.map(wordsOf).join(' ; ');
	return words.find(([pattern]) => pattern.test(said))?.[1];
}

/**
 * The request ID, which HyperVerge puts where others put words: `result.message`.
 *
 * @param answer an answer that was read as a success
 * @returns the ID, or an empty text
 */
export function requestIdOf({ json }: ProviderAnswer): string {
	const result = member(json, 'result');
	const id = asText(isJsonObject(result) ? member(result, 'message') : result);
	return isIdentifier(id) ? id : '';
}
