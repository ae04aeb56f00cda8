import {
	asText,
	type Credential,
	type Correlation,
	type Call,
	faultOfStatus,
	findCode,
	isJsonObject,
	isSuccess,
	type JsonObject,
	member,
	parseJson,
	type ProviderAnswer,
	type Statement,
} from '../engine';
import { cryptoCodes, verifyCodes } from './codes';
import type { Payload, Plaintext } from './payloads';
import { cryptoRequest, operationRequest } from './provider';

const SUCCESS = '00';

/**
 * Reads an answer that is not encrypted. Wibmo may refuse a client before it can encrypt an answer, so a
 * refusal is trusted. A success is not: it would be encrypted.
 */
function readUnencrypted({ json, httpStatus }: ProviderAnswer): Statement {
	const statusCode = asText(member(json, 'responseCode'));
	const message = asText(member(json, 'responseMessage')) || asText(member(json, 'message'));
	// For an unknown code, an HTTP status such as 401 or 503 is more specific.
	const isRefusal =
		statusCode !== SUCCESS &&
		statusCode !== '' &&
		(findCode(verifyCodes, statusCode) !== undefined || faultOfStatus(httpStatus) === 'unreadable');
	return { says: isRefusal ? 'no' : 'neither', statusCode, message };
}

/** Reads an answer of the Encrypt or Decrypt API without a usable result. */
export function readCryptoRefusal(answer: ProviderAnswer): Statement {
	const statement = readUnencrypted(answer);
	const isRejected = answer.httpStatus === 400 || answer.httpStatus === 422;
	return statement.says === 'neither' && isRejected ? { ...statement, fault: 'rejected' } : statement;
}

/**
 * The decrypted content, as an object or as JSON text: Wibmo does not document which.
 *
 * @returns `undefined` if the API refused or returned no object
 */
export function decryptedIn({ json, httpStatus }: ProviderAnswer): JsonObject | undefined {
	const content = objectIn(json);
	return isSuccess(httpStatus) && !isClientRefused(content) ? content : undefined;
}

function objectIn(value: unknown): JsonObject | undefined {
	const parsed = typeof value === 'string' ? parseJson(value) : value;
	return isJsonObject(parsed) ? parsed : undefined;
}

/** Whether the Decrypt API itself refused: decrypted content names the operation and the transaction. */
function isClientRefused(content: JsonObject | undefined): boolean {
	return (
		findCode(cryptoCodes, asText(member(content, 'responseCode'))) !== undefined &&
		member(content, 'messageCode') === undefined &&
		member(content, 'clientTxnId') === undefined
	);
}

interface Context {
	call: Call;
	credential: Credential;
}

/**
 * Encrypts a payload.
 *
 * @returns the token, or the statement of a refusal
 */
export async function encrypt(
	plaintext: Plaintext,
	{ call, credential }: Context,
): Promise<string | Statement> {
	const answer = await call(cryptoRequest(credential, 'encrypt', plaintext));
	const token = asText(member(answer.json, 'token'));
	const statement = readCryptoRefusal(answer);
	return isSuccess(answer.httpStatus) && token !== '' && statement.says !== 'no' ? token : statement;
}

/**
 * Makes Wibmo's three requests: encrypt the payload, send the token to the operation, decrypt its answer.
 * If the item already has a token from an Encrypt Payload node, the first request is skipped.
 *
 * @param name the last part of the operation's path
 * @see https://developer.wibmo.com/reference/prepaid-apis-introduction
 */
export async function performEncrypted<
	Item extends { token: string | undefined; clientTxnId: string | undefined },
>(item: Item, name: string, payload: Payload<Item>, context: Context): Promise<Statement> {
	const { call, credential } = context;
	const token = item.token ?? (await encrypt(payload.toPlaintext(item), context));
	if (typeof token !== 'string') return token;
	const answer = await call(operationRequest(credential, name, token));
	const encrypted = asText(member(answer.json, 'token'));
	// Wibmo's message may repeat a token, which anyone could use to send the request again.
	const secrets = [token, encrypted];
	const unencrypted = readUnencrypted(answer);
	if (encrypted === '') return { ...unencrypted, secrets };

	const decrypted = await call(cryptoRequest(credential, 'decrypt', { token: encrypted }));
	const content = answerIn(decryptedIn(decrypted));
	if (content === undefined) {
		const { statusCode, message } = readUnencrypted(decrypted);
		return { says: 'neither', fault: 'undecryptable', statusCode, message, secrets };
	}
	return {
		...readContent(payload.messageCode, credential, item.clientTxnId, content),
		answer: { ...answer, json: content },
		contradicted: unencrypted.says === 'no' || containsRefusal(decrypted.json),
		secrets,
	};
}

/**
 * The object with the code. Wibmo does not document whether it can be nested. Several such objects could
 * contradict each other, so there must be only one.
 */
function answerIn(content: JsonObject | undefined): JsonObject | undefined {
	const hasCode = (value: unknown) => asText(member(value, 'responseCode')) !== '';
	if (content === undefined || hasCode(content)) return content;
	const nested = Object.values(content).map(objectIn).filter(hasCode);
	return nested.length === 1 ? nested[0] : undefined;
}

/** Whether any part of the decrypted content, including JSON text, has a code other than success. */
function containsRefusal(value: unknown): boolean {
	if (typeof value === 'string') {
		const parsed = parseJson(value);
		// A large number stays text.
		return parsed !== value && containsRefusal(parsed);
	}
	if (typeof value !== 'object' || value === null) return false;
	const code = member(value, 'responseCode');
	return (code !== undefined && asText(code) !== SUCCESS) || Object.values(value).some(containsRefusal);
}

/** Wibmo answers with the message code after that of the request; in some samples it repeats the request's. */
function messageCodeCorrelation(messageCode: number, content: JsonObject): Correlation {
	const found = asText(member(content, 'messageCode'));
	const isRepeated = found === String(messageCode);
	return { sent: String(messageCode + 1), found: isRepeated ? '' : found, as: 'number' };
}

/**
 * Reads the decrypted answer. Only `responseCode` "00" is a success; `messageCode` only names the operation.
 */
function readContent(
	messageCode: number,
	credential: Credential,
	sentTxnId: string | undefined,
	content: JsonObject,
): Statement {
	const statusCode = asText(member(content, 'responseCode'));
	const clientTxnId = asText(member(content, 'clientTxnId'));
	return {
		says: statusCode === SUCCESS ? 'yes' : 'no',
		statusCode,
		message: asText(member(content, 'responseMessage')),
		correlations: [
			{ sent: sentTxnId, found: clientTxnId },
			{ sent: asText(credential.clientId), found: member(content, 'clientId'), as: 'anyCase' },
			{ sent: asText(credential.bankId), found: member(content, 'bankId'), as: 'number' },
			messageCodeCorrelation(messageCode, content),
		],
		...(clientTxnId !== '' && { reference: { clientTxnId } }),
	};
}
