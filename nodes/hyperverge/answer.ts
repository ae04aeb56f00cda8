import {
	asText,
	type CodeRow,
	findCode,
	isJsonObject,
	type JsonObject,
	member,
	type ProviderAnswer,
	type Reason,
	type Statement,
} from '../engine';
import { ABOUT_REQUEST, type PhraseRow, sendCodes, sendPhrases, verifyCodes, verifyPhrases } from './codes';
import {
	confirmsSent,
	confirmsVerified,
	isIdentifier,
	isVerified,
	LONGEST_SENTENCE,
	contradictionsIn,
	normalized,
} from './result';

interface Reader {
	codes: readonly CodeRow[];
	phrases: readonly PhraseRow[];
	/** Whether a message confirms a success. */
	agrees: (sentence: string) => boolean;
	/** Whether `result` confirms a success. */
	isYes: (result: unknown) => boolean;
	/** The reason of a refusal with an unknown code and message. */
	otherwise: Reason;
	/** Advice if the envelope says success and the rest does not confirm it. */
	hint: string;
}

const send: Reader = {
	codes: sendCodes,
	phrases: sendPhrases,
	agrees: (sentence) => confirmsSent(sentence) || isRequestId(sentence),
	isYes: () => true,
	otherwise: 'unclassified',
	hint: 'HyperVerge processed the request but did not confirm that a code was sent. Ask HyperVerge support what its message means.',
};

const verify: Reader = {
	codes: verifyCodes,
	phrases: verifyPhrases,
	agrees: confirmsVerified,
	isYes: isVerified,
	otherwise: 'incorrectOrExpired',
	hint: 'HyperVerge processed the request but did not explicitly confirm the code. HyperVerge does not document the responses of this operation: ask HyperVerge support what this one means.',
};

/**
 * Reads the answer to a send or a retry.
 *
 * @param transactionId of the request; other HyperVerge APIs repeat it under `metadata`
 * @see https://documentation.hyperverge.co/api-reference/india_api/Email%20OTP%20Verification%20APIs/send_email_OTP_api
 */
export function readSent(transactionId: string, answer: ProviderAnswer): Statement {
	return read(send, transactionId, answer);
}

/**
 * Reads the answer to a verification, whose format is not documented.
 *
 * @param transactionId of the request; other HyperVerge APIs repeat it under `metadata`
 * @see https://documentation.hyperverge.co/api-reference/india_api/Email%20OTP%20Verification%20APIs/verify_email_OTP_api
 */
export function readVerified(transactionId: string, answer: ProviderAnswer): Statement {
	return read(verify, transactionId, answer);
}

/**
 * The request ID, which HyperVerge returns in `result.message`.
 *
 * @returns the ID, or an empty text
 */
export function requestIdOf({ json }: ProviderAnswer): string {
	const result = member(json, 'result');
	const id = asText(isJsonObject(result) ? member(result, 'message') : result);
	return isRequestId(id) ? id : '';
}

/** HyperVerge may return a message in place of the ID. */
function isRequestId(text: string): boolean {
	return isIdentifier(text) && reasonOf(sendPhrases, text) === undefined;
}

/** The code is text in a success and a number in an error; the message is in `message` or `error`. */
function read(reader: Reader, transactionId: string, { json, httpStatus }: ProviderAnswer): Statement {
	const error = member(json, 'error');
	const message = asText(member(json, 'message')) || asText(member(error, 'message')) || asText(error);
	const statusCode = asText(member(json, 'statusCode'));
	const correlations = ['metadata', 'metaData'].map((key) => ({
		sent: transactionId,
		found: member(member(json, key), 'transactionId'),
	}));
	if (isJsonObject(json)) {
		const { status } = json;
		if (status === 'success') return { ...readSuccess(reader, json, message), correlations };
		const isRefusal = status === 'failure' || status === 'error';
		if (isRefusal && (httpStatus !== 404 || isAboutRequest(message))) {
			return { ...readRefusal(reader, statusCode || String(httpStatus), message), correlations };
		}
	}
	return { says: 'neither', statusCode, message, correlations };
}

/** Whether a 404 is about the request ID or code. For an unknown path, the gateway repeats the path. */
function isAboutRequest(message: string): boolean {
	return !message.includes('/') && ABOUT_REQUEST.test(normalized(message));
}

function readRefusal({ codes, phrases, otherwise }: Reader, statusCode: string, message: string): Statement {
	if (/^5[0-9]{2}$/.test(statusCode)) return { says: 'neither', fault: 'providerDown', statusCode, message };
	// 400 only says that the request was refused; the message may say why.
	const isGeneric = statusCode === '400' || findCode(codes, statusCode) === undefined;
	const reason = isGeneric ? reasonOf(phrases, message) : undefined;
	return { says: 'no', reason, otherwise, statusCode, message };
}

/** `status: "success"` means that the request was processed, not that it succeeded: the rest must confirm it. */
function readSuccess(reader: Reader, json: JsonObject, topMessage: string): Statement {
	const statusCode = asText(json.statusCode);
	if (json.statusCode !== undefined && statusCode !== '200') {
		return { says: 'neither', fault: 'unreadable', statusCode, message: topMessage };
	}
	const { denials, unclear, isDenied, code } = contradictionsIn(json, reader.agrees);
	const contradictions = [...denials, ...unclear];
	const message = contradictions.map(withoutTokens).join('; ');
	if (code !== '') return readRefusal(reader, code, message);

	const reason = reasonOf(reader.phrases, denials.join('; '));
	if (reason !== undefined || isDenied) {
		return { says: 'no', reason: reason ?? reader.otherwise, statusCode, message };
	}
	if (contradictions.length > 0 || !reader.isYes(json.result)) {
		const result = asText(json.result) || asText(member(json.result, 'message'));
		return {
			says: 'neither',
			fault: 'unreadable',
			statusCode,
			message: message || withoutTokens(result),
			hint: reader.hint,
		};
	}
	return { says: 'yes', statusCode: '200', message: 'success' };
}

/** A message without anything that may be a token, whose format is unknown. */
function withoutTokens(sentence: string): string {
	if (sentence.length > LONGEST_SENTENCE) return '…';
	return sentence
		.split(/\s+/)
		.map((part) => (part.length < SHORTEST_TOKEN || isReadable(part) ? part : '…'))
		.join(' ');
}

const SHORTEST_TOKEN = 12;
const WORD = /^([A-Z]?[a-z]+([A-Z][a-z]+)*|[A-Z]+|[0-9]{1,6})?$/;

/** Whether a text consists of words, short numbers and punctuation, or is an address, which the engine masks. */
function isReadable(text: string): boolean {
	return text.includes('@') || text.split(/[^0-9A-Za-z]/).every((part) => WORD.test(part));
}

function reasonOf(rows: readonly PhraseRow[], message: string): Reason | undefined {
	const text = message.split('; ').map(normalized).join('; ');
	return rows.find(([, ...patterns]) => patterns.every((pattern) => pattern.test(text)))?.[0];
}
