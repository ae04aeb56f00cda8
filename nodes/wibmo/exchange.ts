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
 * Reads an answer that is not encrypted. Wibmo may refuse a caller before it can encrypt anything for
 * them, so a refusal is trusted. A success is not: it would be encrypted.
 *
 * @param answer the answer of the Encrypt or Decrypt API, or of an operation
 */
function readInTheClear({ json, httpStatus }: ProviderAnswer): Statement {
	const statusCode = asText(member(json, 'responseCode'));
	const message = asText(member(json, 'responseMessage')) || asText(member(json, 'message'));
	// With a code that no table knows, an HTTP status such as 401 or 503 says more.
	const isRefusal =
		statusCode !== SUCCESS &&
		statusCode !== '' &&
		(findCode(verifyCodes, statusCode) !== undefined || faultOfStatus(httpStatus) === 'unreadable');
	return { says: isRefusal ? 'no' : 'neither', statusCode, message };
}

/** Reads an answer of the Encrypt or Decrypt API that has nothing to go on with. */
export function readCryptoRefusal(answer: ProviderAnswer): Statement {
	const statement = readInTheClear(answer);
	const isRejected = answer.httpStatus === 400 || answer.httpStatus === 422;
	return statement.says === 'neither' && isRejected ? { ...statement, fault: 'rejected' } : statement;
}

/**
 * What the Decrypt API decrypted. Wibmo's page does not say whether it can come as JSON within a text.
 *
 * @returns the decrypted object; `undefined` if the API refused or answered with something else
 */
export function decryptedIn({ json, httpStatus }: ProviderAnswer): JsonObject | undefined {
	const content = objectIn(json);
	return isSuccess(httpStatus) && !isCallerRefused(content) ? content : undefined;
}

function objectIn(value: unknown): JsonObject | undefined {
	const parsed = typeof value === 'string' ? parseJson(value) : value;
	return isJsonObject(parsed) ? parsed : undefined;
}

/** Whether the Decrypt API speaks for itself: what it decrypts names the operation and the transaction. */
function isCallerRefused(content: JsonObject | undefined): boolean {
	return (
		findCode(cryptoCodes, asText(member(content, 'responseCode'))) !== undefined &&
		member(content, 'messageCode') === undefined &&
		member(content, 'clientTxnId') === undefined
	);
}

/** How to make a request, and the decrypted credential. */
interface Context {
	call: Call;
	credential: Credential;
}

/**
 * Encrypts a payload and reads the token.
 *
 * @returns the token, or what Wibmo says in its place
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
 * Wibmo's three calls: encrypt the payload, send the token to the operation, decrypt its answer.
 * A payload that an Encrypt Payload node has encrypted before skips the first call.
 *
 * @param item the item's fields, with a token if its payload was encrypted before
 * @param name the last part of the operation's path
 * @param payload the operation's payload
 * @param context how to make a request, and the decrypted credential
 * @see https://developer.wibmo.com/reference/prepaid-apis-introduction
 */
export async function performSealed<
	Item extends { token: string | undefined; clientTxnId: string | undefined },
>(item: Item, name: string, payload: Payload<Item>, context: Context): Promise<Statement> {
	const { call, credential } = context;
	const token = item.token ?? (await encrypt(payload.toPlaintext(item), context));
	if (typeof token !== 'string') return token;
	const answer = await call(operationRequest(credential, name, token));
	const sealed = asText(member(answer.json, 'token'));
	// Wibmo's words may repeat a token, and whoever holds one can send it again.
	const secrets = [token, sealed];
	const inTheClear = readInTheClear(answer);
	if (sealed === '') return { ...inTheClear, secrets };

	const decrypted = await call(cryptoRequest(credential, 'decrypt', { token: sealed }));
	const content = answerIn(decryptedIn(decrypted));
	if (content === undefined) {
		const { statusCode, message } = readInTheClear(decrypted);
		return { says: 'neither', fault: 'undecryptable', statusCode, message, secrets };
	}
	return {
		...readContent(payload.messageCode, credential, item.clientTxnId, content),
		answer: { ...answer, json: content },
		contradicted: inTheClear.says === 'no' || holdsRefusal(decrypted.json),
		secrets,
	};
}

/**
 * The object with the code. Wibmo's page does not say whether it can be nested; several of them may
 * contradict each other, so there must be only one.
 */
function answerIn(content: JsonObject | undefined): JsonObject | undefined {
	const hasCode = (value: unknown) => asText(member(value, 'responseCode')) !== '';
	if (content === undefined || hasCode(content)) return content;
	const nested = Object.values(content).map(objectIn).filter(hasCode);
	return nested.length === 1 ? nested[0] : undefined;
}

/** Whether any part of what was decrypted, also of JSON within a text, has another code than a success. */
function holdsRefusal(value: unknown): boolean {
	if (typeof value === 'string') {
		const parsed = parseJson(value);
		// A large number stays a text.
		return parsed !== value && holdsRefusal(parsed);
	}
	if (typeof value !== 'object' || value === null) return false;
	const code = member(value, 'responseCode');
	return (code !== undefined && asText(code) !== SUCCESS) || Object.values(value).some(holdsRefusal);
}

/** Wibmo answers with the number after that of the request; some of its samples repeat the request's. */
function messageCodeCorrelation(messageCode: number, content: JsonObject): Correlation {
	const found = asText(member(content, 'messageCode'));
	const isRequests = found === String(messageCode);
	return { sent: String(messageCode + 1), found: isRequests ? '' : found, as: 'number' };
}

/**
 * Reads the decrypted answer. Success is `responseCode` "00", and nothing else; `messageCode` only
 * names the operation.
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
