import type { Echo } from '../shared/echo';
import { isSuccess } from '../shared/http';
import { asText, isJsonObject, member, parseJson, type JsonObject } from '../shared/json';
import type { Statement, Testimony } from '../shared/judge';
import type { Credential, Exchange, ProviderAnswer, ProviderRequest } from '../shared/operation';
import type { Payload } from './payloads';
import { cryptoRequest, operationRequest } from './provider';

/** What a sealed operation needs to know. */
export interface SealedOperation {
	/** The last part of the operation's path. */
	name: string;
	/** The number of the operation in its payload; Wibmo answers with the next one. */
	messageCode: number;
}

const SUCCESS = '00';

/**
 * Reads an answer that is not encrypted. Wibmo may refuse a caller before it can encrypt anything for
 * them, so a refusal is trusted. A success is not: it would be encrypted.
 *
 * @param answer the answer of the Encrypt or Decrypt API, or of an operation
 */
export function readInTheClear({ json }: ProviderAnswer): Statement {
	const statusCode = asText(member(json, 'responseCode'));
	const message = asText(member(json, 'responseMessage')) || asText(member(json, 'message'));
	return { says: statusCode === '' || statusCode === SUCCESS ? 'neither' : 'no', statusCode, message };
}

/**
 * Reads an answer of the Encrypt or Decrypt API that holds nothing to go on with.
 *
 * @param answer the answer
 */
export function readCryptoRefusal(answer: ProviderAnswer): Statement {
	const statement = readInTheClear(answer);
	const isRejected = answer.httpStatus === 400 || answer.httpStatus === 422;
	return statement.says === 'neither' && isRejected ? { ...statement, fault: 'rejected' } : statement;
}

/**
 * Encrypts a payload and reads the token.
 *
 * @param credential the decrypted credential
 * @param payload what to encrypt
 * @returns the token, or what Wibmo answered in its place
 */
export function* encrypt(
	credential: Credential,
	payload: Payload,
): Generator<ProviderRequest, string | Testimony, ProviderAnswer> {
	const answer = yield cryptoRequest(credential, 'encrypt', payload.plaintext);
	const token = asText(member(answer.json, 'token'));
	const statement = readCryptoRefusal(answer);
	return isSuccess(answer.httpStatus) && token !== '' && statement.says !== 'no'
		? token
		: { answer, statement };
}

/**
 * Wibmo's three calls: encrypt the payload, send the token to the operation, decrypt its answer.
 * A payload that an Encrypt Payload node has encrypted before skips the first call.
 *
 * @param operation what to call and how to read it
 * @param credential the decrypted credential
 * @param payload the plaintext, or a token and the transaction that is in it, as far as it is known
 * @see https://developer.wibmo.com/reference/prepaid-apis-introduction
 */
export function* sealedExchange(
	operation: SealedOperation,
	credential: Credential,
	payload: Payload | { token: string; clientTxnId: string },
): Exchange {
	const token = 'token' in payload ? payload.token : yield* encrypt(credential, payload);
	if (typeof token !== 'string') return token;
	const answer = yield operationRequest(credential, operation.name, token);
	const sealed = asText(member(answer.json, 'token'));
	// Wibmo's words may repeat a token, and whoever holds one can send it again.
	const secrets = [token, sealed];
	const inTheClear = readInTheClear(answer);
	if (sealed === '') return { answer, statement: { ...inTheClear, secrets } };

	const decrypted = yield cryptoRequest(credential, 'decrypt', { token: sealed });
	const content = isSuccess(decrypted.httpStatus) ? objectIn(decrypted.json) : undefined;
	if (content === undefined) {
		const { statusCode, message } = readInTheClear(decrypted);
		return {
			answer: decrypted,
			statement: { says: 'neither', fault: 'undecryptable', statusCode, message, secrets },
		};
	}
	const statement = readContent(operation, credential, payload.clientTxnId, content);
	const contradicted = inTheClear.says === 'no' || isContradicted(content);
	return { answer: { ...answer, json: content }, statement: { ...statement, contradicted, secrets } };
}

/**
 * The decrypted object; Wibmo's page does not say whether it can come as a string or nested. Several
 * of them may contradict each other, so there must be only one.
 */
function objectIn(json: unknown): JsonObject | undefined {
	const value = typeof json === 'string' ? parseJson(json) : json;
	if (!isJsonObject(value)) return undefined;
	if (asText(member(value, 'responseCode')) !== '') return value;
	const nested = Object.values(value)
		.map((entry) => (typeof entry === 'string' ? parseJson(entry) : entry))
		.filter(isJsonObject)
		.filter((entry) => asText(member(entry, 'responseCode')) !== '');
	return nested.length === 1 ? nested[0] : undefined;
}

/** Wibmo answers with the number after that of the request; some of its samples repeat the request's. */
function messageCodeEcho({ messageCode }: SealedOperation, content: JsonObject): Echo {
	const found = asText(member(content, 'messageCode'));
	const isRequests = found === String(messageCode);
	return { sent: String(messageCode + 1), found: isRequests ? '' : found, as: 'number' };
}

/** Whether something inside of a success has a code of its own that is none. */
function isContradicted(content: JsonObject): boolean {
	return Object.values(content).some((entry) => {
		const code = member(entry, 'responseCode');
		return code !== undefined && code !== SUCCESS;
	});
}

/**
 * Reads the decrypted answer. Success is `responseCode` "00", and nothing else; `messageCode` only
 * names the operation.
 */
function readContent(
	operation: SealedOperation,
	credential: Credential,
	sentTxnId: string,
	content: JsonObject,
): Statement {
	const statusCode = asText(member(content, 'responseCode'));
	const clientTxnId = asText(member(content, 'clientTxnId'));
	return {
		says: statusCode === SUCCESS ? 'yes' : 'no',
		statusCode,
		message: asText(member(content, 'responseMessage')),
		echoes: [
			{ sent: sentTxnId, found: clientTxnId },
			{ sent: asText(credential.clientId), found: member(content, 'clientId'), as: 'anyCase' },
			{ sent: asText(credential.bankId), found: member(content, 'bankId'), as: 'number' },
			messageCodeEcho(operation, content),
		],
		...(clientTxnId !== '' && { reference: { clientTxnId } }),
	};
}
