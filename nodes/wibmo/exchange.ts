import type { CodeRow } from '../shared/codes';
import { believed, type Echo } from '../shared/echo';
import { refusalOf, toReading } from '../shared/reading';
import { isFault, type Fault } from '../shared/faults';
import { isSuccess, readByStatus } from '../shared/http';
import { asText, isJsonObject, member, parseJson, type JsonObject } from '../shared/json';
import type { Credential, Exchange, ProviderAnswer, Reading } from '../shared/operation';
import type { OperationKind } from '../shared/outcomes';
import type { Payload } from './payloads';
import { cryptoRequest, operationRequest } from './provider';

/** What a sealed operation needs to know. */
export interface SealedOperation {
	kind: OperationKind;
	codes: readonly CodeRow[];
	/** The last part of the operation's path. */
	name: string;
	/** The number of the operation in its payload; Wibmo answers with the next one. */
	messageCode: number;
}

/**
 * Encrypts a payload and reads the token.
 *
 * @param kind what the node does
 * @param credential the decrypted credential
 * @param payload what to encrypt
 * @returns the token, or why there is none
 */
export function* encrypt(
	kind: OperationKind,
	credential: Credential,
	payload: Payload,
): Generator<ReturnType<typeof cryptoRequest>, string | Reading | Fault, ProviderAnswer> {
	const answer = yield cryptoRequest(credential, 'encrypt', payload.plaintext);
	const token = asText(member(answer.json, 'token'));
	if (isSuccess(answer.httpStatus) && token !== '') return token;
	const message = asText(member(answer.json, 'message'));
	if (answer.httpStatus === 400 || answer.httpStatus === 422) {
		return { fault: 'rejected', httpStatus: answer.httpStatus, providerMessage: message };
	}
	return readByStatus(kind, answer, message);
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
	const token = 'token' in payload ? payload.token : yield* encrypt(operation.kind, credential, payload);
	if (typeof token !== 'string') return token;
	const answer = yield operationRequest(credential, operation.name, token);
	const sealed = asText(member(answer.json, 'token'));
	const reading = yield* unsealed(operation, credential, payload.clientTxnId, answer, sealed);
	// Wibmo's words may repeat a token, and whoever holds one can send it again.
	return { ...reading, secrets: [token, sealed] };
}

function* unsealed(
	operation: SealedOperation,
	credential: Credential,
	clientTxnId: string,
	answer: ProviderAnswer,
	sealed: string,
): Exchange {
	if (sealed === '') {
		return readByStatus(operation.kind, answer, asText(member(answer.json, 'message')));
	}

	const decrypted = yield cryptoRequest(credential, 'decrypt', { token: sealed });
	const content = isSuccess(decrypted.httpStatus) ? objectIn(decrypted.json) : undefined;
	if (content === undefined) return { fault: 'undecryptable', httpStatus: decrypted.httpStatus };
	const opened = { ...answer, json: content };
	return believed(readContent(operation, opened), opened, [
		{ sent: clientTxnId, found: member(content, 'clientTxnId') },
		{ sent: asText(credential.clientId), found: member(content, 'clientId'), as: 'anyCase' },
		{ sent: asText(credential.bankId), found: member(content, 'bankId'), as: 'number' },
		messageCodeEcho(operation, content),
	]);
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

/**
 * Reads the decrypted answer. Success is `responseCode` "00", and nothing else; `messageCode` only
 * names the operation.
 */
function readContent({ kind, codes }: SealedOperation, answer: ProviderAnswer): Reading | Fault {
	const statusCode = asText(member(answer.json, 'responseCode'));
	const message = asText(member(answer.json, 'responseMessage'));
	const echo = asText(member(answer.json, 'clientTxnId'));
	if (statusCode !== '00')
		return refusalOf(kind, codes, { statusCode, message, otherwise: 'unclassified' }, answer);
	if (!isSuccess(answer.httpStatus))
		return { fault: 'unreadable', statusCode, httpStatus: answer.httpStatus };

	const reading = toReading(kind, { reason: 'accepted', statusCode, message }, answer);
	return isFault(reading) || echo === '' ? reading : { ...reading, reference: { clientTxnId: echo } };
}
