import { findCode, type CodeRow } from '../shared/codes';
import { refusalOf, toReading } from '../shared/reading';
import { isFault, type Fault } from '../shared/faults';
import { isSuccess, readByStatus, readRateLimit } from '../shared/http';
import { asText, member } from '../shared/json';
import type { ProviderAnswer, Reading } from '../shared/operation';
import type { OperationKind } from '../shared/outcomes';

interface Complaint {
	statusCode: string;
	message: string;
}

/** What the body says when it is a yes: the success row's code, and what the node adds to the item. */
export type Success = { statusCode: string } & Pick<Reading, 'reference' | 'revealed' | 'expiresAt'>;

/**
 * Reads an answer: first what Capillary complains of, then the explicit yes or no, then the HTTP
 * status, which Capillary's pages disagree on.
 *
 * @param kind what the node does
 * @param codes the operation's codes
 * @param answer Capillary's answer
 * @param readSuccess finds the explicit yes in the body; `undefined` if it is not there
 * @see https://docs.capillarytech.com/reference/errors-and-warnings
 */
export function readAnswer(
	kind: OperationKind,
	codes: readonly CodeRow[],
	answer: ProviderAnswer,
	readSuccess: (json: unknown) => Success | undefined,
): Reading | Fault {
	const complaints = complaintsOf(answer);
	if (complaints.length > 0) return readComplaints(kind, codes, answer, complaints);

	if (member(answer.json, 'entity') === false) {
		return refusalOf(
			kind,
			codes,
			{ statusCode: 'entity:false', message: 'OTP wrong or expired', otherwise: 'unclassified' },
			answer,
		);
	}
	const success = isSuccess(answer.httpStatus) ? readSuccess(answer.json) : undefined;
	if (success === undefined) return readByStatus(kind, answer);

	const row = findCode(codes, success.statusCode);
	const reason = row !== undefined && 'reason' in row ? row.reason : 'unclassified';
	const reading = toReading(
		kind,
		{ reason, statusCode: success.statusCode, message: row?.text ?? '' },
		answer,
	);
	return isFault(reading) ? reading : { ...reading, ...success };
}

/** Several complaints are all kept; the first one that the table knows decides. */
function readComplaints(
	kind: OperationKind,
	codes: readonly CodeRow[],
	answer: ProviderAnswer,
	complaints: Complaint[],
): Reading | Fault {
	const decisive =
		complaints.find(({ statusCode }) => findCode(codes, statusCode) !== undefined) ?? complaints[0];
	const message = complaints.map((complaint) => complaint.message).join('; ');
	const refusal = { statusCode: decisive.statusCode, message };
	const isKnown = findCode(codes, decisive.statusCode) !== undefined;
	if (!isKnown && (answer.httpStatus === 429 || decisive.statusCode === '429')) {
		return readRateLimit(kind, answer, refusal);
	}
	if (!isKnown && [401, 403].includes(answer.httpStatus)) return readByStatus(kind, answer, message);
	const reading = refusalOf(kind, codes, { ...refusal, otherwise: 'unclassified' }, answer);
	if (isFault(reading) || complaints.length === 1) return reading;
	return { ...reading, statusCodes: complaints.map(({ statusCode }) => statusCode) };
}

/**
 * What Capillary complains of: `errors[]` of v2, or `<code>` and `<message>` of an XML body, which
 * can come even when JSON was asked for.
 */
export function complaintsOf({ json, text }: Pick<ProviderAnswer, 'json' | 'text'>): Complaint[] {
	const errors = member(json, 'errors');
	if (Array.isArray(errors) && errors.length > 0) {
		return errors.map((error) => ({
			statusCode: asText(member(error, 'code')),
			message: asText(member(error, 'message')).replace(/^"|"$/g, ''),
		}));
	}
	const errorCode = asText(member(json, 'errorCode'));
	if (errorCode !== '') return [{ statusCode: errorCode, message: asText(member(json, 'errorMessage')) }];
	if (json === undefined && text.trimStart().startsWith('<')) {
		const code = /<code>\s*([A-Za-z0-9]{1,10})\s*<\/code>/.exec(text)?.[1];
		const message = /<message>([^<]{0,300})<\/message>/.exec(text)?.[1].trim() ?? '';
		return code === undefined ? [] : [{ statusCode: code, message }];
	}
	return [];
}
