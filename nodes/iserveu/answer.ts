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
import type { PhraseRow } from './codes';

/** Longer texts are not messages, and matching them would block n8n. */
const LONGEST_MESSAGE = 1000;

const ENCRYPTED_HINT =
	"The response is encrypted ('ResponseData'): the Base URL belongs to iServeU's encrypted API, which these nodes do not support. Ask iServeU for the Base URL, Client ID and Client Secret of the unencrypted API.";

/** Refusals that iServeU returns with SUCCESS: the customer has not reached the required status. */
const STATES: readonly Reason[] = ['notOnboarded', 'notVerified'];

/**
 * Reads an answer. iServeU returns HTTP 200 for refusals too, so `status` in the body decides. The meaning of
 * `statusCode` depends on the operation.
 *
 * @param phrases for refusals: iServeU uses the same code for different reasons
 * @see https://developer.iserveu.in/dmtlite-common-api/send-otp
 */
export function readAnswer(
	{ json, httpStatus }: ProviderAnswer,
	codes: readonly CodeRow[],
	phrases: readonly PhraseRow[] = [],
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
		const match = phrases.find(({ pattern }) => pattern.test(message.slice(0, LONGEST_MESSAGE)));
		const reason = match?.reason ?? (isState ? 'unclassified' : undefined);
		return { says: 'no', reason, statusCode, message };
	}
	const isEncrypted = status === '' && member(json, 'ResponseData') !== undefined;
	return { says: 'neither', statusCode, message, hint: isEncrypted ? ENCRYPTED_HINT : undefined };
}

/**
 * The values of the request that iServeU repeats: the customer's number, the transaction reference, and the
 * parameters that it returns unchanged.
 *
 * @param names the fields that iServeU may repeat under the same name
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
