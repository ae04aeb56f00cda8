import {
	asText,
	type CodeRow,
	type Correlation,
	faultOfStatus,
	findCode,
	isSuccess,
	member,
	type ProviderAnswer,
	type Reason,
	type Statement,
} from '../engine';
import type { WordRow } from './codes';

/** Longer texts are not sentences, and searching them for words would take hours. */
const LONGEST_WORDS = 1000;

const ENCRYPTED_HINT =
	"The response is encrypted ('ResponseData'): the Base URL belongs to iServeU's encrypted API, which these nodes do not support. Ask iServeU for the Base URL, Client ID and Client Secret of the unencrypted API.";

/** What iServeU says with SUCCESS, and is a refusal: the customer has not come that far. */
const STATES: readonly Reason[] = ['notOnboarded', 'notVerified'];

/**
 * Reads an answer. iServeU fails with HTTP 200, so `status` in the body decides, and what `statusCode`
 * means differs from operation to operation.
 *
 * @param codes the operation's table
 * @param words what the words of a refusal mean; iServeU gives the same code to different refusals
 * @see https://developer.iserveu.in/dmtlite-common-api/send-otp
 */
export function readAnswer(
	{ json, httpStatus }: ProviderAnswer,
	codes: readonly CodeRow[],
	words: readonly WordRow[] = [],
): Statement {
	const status = asText(member(json, 'status')).toUpperCase();
	const statusCode = asText(member(json, 'statusCode'));
	const message = asText(member(json, 'statusDesc')) || asText(member(json, 'status-desc'));
	const row = findCode(codes, statusCode);
	const isState = row !== undefined && 'reason' in row && STATES.includes(row.reason);

	if (status === 'SUCCESS') {
		return { says: isState && isSuccess(httpStatus) ? 'no' : 'yes', statusCode, message };
	}
	if (status === 'FAILED' && faultOfStatus(httpStatus) === 'unreadable') {
		const worded = words.find((candidate) => candidate.words.test(message.slice(0, LONGEST_WORDS)));
		const reason = worded?.reason ?? (isState ? 'unclassified' : undefined);
		return { says: 'no', reason, statusCode, message };
	}
	const isEncrypted = status === '' && member(json, 'ResponseData') !== undefined;
	return { says: 'neither', statusCode, message, hint: isEncrypted ? ENCRYPTED_HINT : undefined };
}

/**
 * What iServeU repeats of a request: the customer's number, the reference of the transaction, and
 * the parameters that it hands back unchanged.
 *
 * @param sent the fields of the item
 * @param names those that iServeU may repeat, under the same names
 */
export function correlationsOf<Name extends string>(
	{ json }: ProviderAnswer,
	sent: Readonly<Record<NoInfer<Name>, string | undefined>>,
	names: readonly Name[],
): Correlation[] {
	return names.map((name) => ({
		sent: sent[name],
		found: member(json, name),
		as: /mobile/i.test(name) ? 'mobile' : 'exact',
	}));
}
