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
import { ABOUT_REQUEST, sendCodes, sendWords, verifyCodes, verifyWords, type WordRow } from './codes';
import {
	confirmsSent,
	confirmsVerified,
	isIdentifier,
	isVerified,
	LONGEST_SENTENCE,
	objectionsIn,
	wordsOf,
} from './result';

interface Reader {
	codes: readonly CodeRow[];
	words: readonly WordRow[];
	/** Whether a sentence agrees with a success. */
	agrees: (sentence: string) => boolean;
	/** Whether `result` is that of a success. */
	isYes: (result: unknown) => boolean;
	/** What a refusal means whose code and words are known nowhere. */
	otherwise: Reason;
	/** What to do where the envelope says success and the rest does not. */
	hint: string;
}

const send: Reader = {
	codes: sendCodes,
	words: sendWords,
	agrees: (sentence) => confirmsSent(sentence) || isRequestId(sentence),
	isYes: () => true,
	otherwise: 'unclassified',
	hint: 'HyperVerge processed the request but did not confirm that a code was sent. Ask HyperVerge support what its message means.',
};

const verify: Reader = {
	codes: verifyCodes,
	words: verifyWords,
	agrees: confirmsVerified,
	isYes: isVerified,
	otherwise: 'incorrectOrExpired',
	hint: 'HyperVerge processed the request but did not explicitly confirm the code. HyperVerge does not document the responses of this operation: ask HyperVerge support what this one means.',
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

/**
 * The request ID, which HyperVerge puts where others put words: `result.message`.
 *
 * @returns the ID, or an empty text
 */
export function requestIdOf({ json }: ProviderAnswer): string {
	const result = member(json, 'result');
	const id = asText(isJsonObject(result) ? member(result, 'message') : result);
	return isRequestId(id) ? id : '';
}

/** A sentence where the ID should be is none. */
function isRequestId(text: string): boolean {
	return isIdentifier(text) && reasonOf(sendWords, text) === undefined;
}

/** The code is a text in a success and a number in an error; words are in `message` or in `error`. */
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

/** Whether a 404 means the request of a code. A gateway that does not know the path repeats the path. */
function isAboutRequest(message: string): boolean {
	return !message.includes('/') && ABOUT_REQUEST.test(wordsOf(message));
}

function readRefusal({ codes, words, otherwise }: Reader, statusCode: string, message: string): Statement {
	if (/^5[0-9]{2}$/.test(statusCode)) return { says: 'neither', fault: 'providerDown', statusCode, message };
	// 400 only says that the request was refused; its words may say why.
	const isOpen = statusCode === '400' || findCode(codes, statusCode) === undefined;
	const reason = isOpen ? reasonOf(words, message) : undefined;
	return { says: 'no', reason, otherwise, statusCode, message };
}

/** `status: "success"` says that the call was processed, not that it ended well: the rest must agree. */
function readSuccess(reader: Reader, json: JsonObject, topMessage: string): Statement {
	const statusCode = asText(json.statusCode);
	if (json.statusCode !== undefined && statusCode !== '200') {
		return { says: 'neither', fault: 'unreadable', statusCode, message: topMessage };
	}
	const { words, unclear, isDenied, code } = objectionsIn(json, reader.agrees);
	const objections = [...words, ...unclear];
	const message = objections.map(withoutTokens).join('; ');
	if (code !== '') return readRefusal(reader, code, message);

	const reason = reasonOf(reader.words, words.join('; '));
	if (reason !== undefined || isDenied) {
		return { says: 'no', reason: reason ?? reader.otherwise, statusCode, message };
	}
	if (objections.length > 0 || !reader.isYes(json.result)) {
		const said = asText(json.result) || asText(member(json.result, 'message'));
		return {
			says: 'neither',
			fault: 'unreadable',
			statusCode,
			message: message || withoutTokens(said),
			hint: reader.hint,
		};
	}
	return { says: 'yes', statusCode: '200', message: 'success' };
}

/** A sentence to show. What stands in place of words may be a token, in any form. */
function withoutTokens(sentence: string): string {
	if (sentence.length > LONGEST_SENTENCE) return '…';
	return sentence
		.split(/\s+/)
		.map((part) => (part.length < SHORTEST_TOKEN || isWords(part) ? part : '…'))
		.join(' ');
}

const SHORTEST_TOKEN = 12;
const WORD = /^([A-Z]?[a-z]+([A-Z][a-z]+)*|[A-Z]+|[0-9]{1,6})?$/;

/** Words and short numbers with signs between them, or an address, which the engine masks. */
function isWords(text: string): boolean {
	return text.includes('@') || text.split(/[^0-9A-Za-z]/).every((part) => WORD.test(part));
}

function reasonOf(rows: readonly WordRow[], message: string): Reason | undefined {
	const words = message.split('; ').map(wordsOf).join('; ');
	return rows.find(([, ...patterns]) => patterns.every((pattern) => pattern.test(words)))?.[0];
}
