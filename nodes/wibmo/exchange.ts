import type { CodeRow } from '../shared/codes';
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

/** Wibmo's words may repeat a token, and whoever holds one can send it again. */
function withSecrets<T extends Reading | Fault>(found: T, tokens: string[]): T {
	return { ...found, secrets: [...(found.secrets ?? []), ...tokens] };
}

/**
 * Wibmo's three calls: encrypt the payload, send the token to the operation, decrypt its answer.
 * A payload that an Encrypt Payload node has encrypted before skips the first call.
 *
 * @param operation what to call and how to read it
 * @param credential the decrypted credential
 * @param payload the plaintext, or a token
 * @see https://developer.wibmo.com/reference/prepaid-apis-introduction
 */
export function* sealedExchange(
	operation: SealedOperation,
	credential: Credential,
	payload: Payload | { token: string },
): Exchange {
	const token = 'token' in payload ? payload.token : yield* encrypt(operation.kind, credential, payload);
	if (typeof token !== 'string') return token;

	const answer = yield operationRequest(credential, operation.name, token);
	const sealed = asText(member(answer.json, 'token'));
	if (sealed === '') {
		const message = asText(member(answer.json, 'message'));
		return withSecrets(readByStatus(operation.kind, answer, message), [token]);
	}

	const opened = yield cryptoRequest(credential, 'decrypt', { token: sealed });
	const content = isSuccess(opened.httpStatus) ? objectIn(opened.json) : undefined;
	if (content === undefined) return { fault: 'undecryptable', httpStatus: opened.httpStatus };
	const clientTxnId = 'token' in payload ? '' : payload.clientTxnId;
	return withSecrets(readContent(operation, { ...answer, json: content }, clientTxnId), [token, sealed]);
}

/** The decrypted object; Wibmo's page does not say whether it can come as a string or nested. */
function objectIn(json: unknown): JsonObject | undefined {
	const value = typeof json === 'string' ? parseJson(json) : json;
	if (!isJsonObject(value)) return undefined;
	if (asText(member(value, 'responseCode')) !== '') return value;
	return Object.values(value)
		.map((entry) => (typeof entry === 'string' ? parseJson(entry) : entry))
		.filter(isJsonObject)
		.find((entry) => asText(member(entry, 'responseCode')) !== '');
}

/**
 * Reads the decrypted answer. Success is `responseCode` "00", and nothing else; `messageCode` only
 * names the operation.
 */
function readContent(
	{ kind, codes }: SealedOperation,
	answer: ProviderAnswer,
	clientTxnId: string,
): Reading | Fault {
	const statusCode = asText(member(answer.json, 'responseCode'));
	const message = asText(member(answer.json, 'responseMessage'));
	const echo = asText(member(answer.json, 'clientTxnId'));
	if (clientTxnId !== '' && echo !== '' && echo !== clientTxnId) return { fault: 'mismatched', statusCode };
	if (statusCode !== '00')
		return refusalOf(kind, codes, { statusCode, message, otherwise: 'unclassified' }, answer);
	if (!isSuccess(answer.httpStatus))
		return { fault: 'unreadable', statusCode, httpStatus: answer.httpStatus };

	const reading = toReading(kind, { reason: 'accepted', statusCode, message }, answer);
	return isFault(reading) || echo === '' ? reading : { ...reading, reference: { clientTxnId: echo } };
}
