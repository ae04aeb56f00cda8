import { findCode, type CodeRow } from '../shared/codes';
import type { Echo } from '../shared/echo';
import { isSuccess } from '../shared/http';
import { asText, member } from '../shared/json';
import type { Statement } from '../shared/judge';
import type { ProviderAnswer } from '../shared/operation';
import type { WordRow } from './codes';

/** What is longer is no sentence, and looking for words in it would take hours. */
const LONGEST_WORDS = 1000;

/** The other flavor of the API answers with nothing but a ciphertext. */
const ENCRYPTED_HINT =
	"The answer is encrypted ('ResponseData'), so this address belongs to iServeU's encrypted flavor, which these nodes do not speak. Ask iServeU for the address and the client of the plain flavor.";

/** What an operation's answers are read with. */
export interface Tables {
	codes: readonly CodeRow[];
	/** What to look for in the words of a refusal that no code explains. */
	words?: readonly WordRow[];
	/** Codes that come with SUCCESS and say that the customer has not come that far. */
	refusedStates?: readonly string[];
}

/**
 * Reads an answer. iServeU fails with HTTP 200, so only `status` in the body decides, and what
 * `statusCode` means differs from operation to operation.
 *
 * @param tables what the operation's codes and words mean
 * @param answer iServeU's answer
 * @see https://developer.iserveu.in/dmtlite-common-api/send-otp
 */
export function readAnswer(
	{ codes, words = [], refusedStates = [] }: Tables,
	{ json, httpStatus }: ProviderAnswer,
): Statement {
	const status = asText(member(json, 'status')).toUpperCase();
	const message = asText(member(json, 'statusDesc')) || asText(member(json, 'status-desc'));
	const statusCode = asText(member(json, 'statusCode'));
	const isState = refusedStates.includes(statusCode);
	if (status === 'SUCCESS') {
		return { says: isState && isSuccess(httpStatus) ? 'no' : 'yes', statusCode, message };
	}
	if (status !== 'FAILED' || !isSuccess(httpStatus)) {
		const isEncrypted = status === '' && member(json, 'ResponseData') !== undefined;
		return { says: 'neither', statusCode, message, ...(isEncrypted && { hint: ENCRYPTED_HINT }) };
	}
	const worded = words.find((row) => row.words.test(message.slice(0, LONGEST_WORDS)));
	const isDocumented = findCode(codes, statusCode)?.text === message;
	const reason = worded !== undefined && !isDocumented ? worded.reason : isState ? 'unclassified' : undefined;
	return { says: 'no', ...(reason && { reason }), statusCode: statusCode || String(httpStatus), message };
}

/**
 * What iServeU repeats of a request: the customer's number, the reference of the transaction, and
 * the parameters that it hands back unchanged.
 *
 * @param answer iServeU's answer
 * @param sent the fields of the request that it may repeat, by the names that they were sent under
 */
export function echoesOf({ json }: ProviderAnswer, sent: Readonly<Record<string, string>>): Echo[] {
	return Object.entries(sent).map(([name, value]) => ({
		sent: value,
		found: member(json, name),
		as: /mobile/i.test(name) ? 'mobile' : 'exact',
	}));
}
