import {
	asText,
	type CodeRow,
	findCode,
	isJsonObject,
	member,
	type ProviderAnswer,
	type Decision,
	type Statement,
} from '../engine';
import { parseXml } from './xml';

interface Complaint {
	statusCode: string;
	message: string;
}

/** What the body says when it is a yes: the success row's code, and what the node adds to the item. */
export type Success = { statusCode: string } & Pick<Decision, 'reference' | 'revealed' | 'expiresAt'>;

/**
 * Reads an answer of v2: first what Capillary complains of, then the explicit yes or no.
 *
 * @param codes the operation's codes
 * @param answer Capillary's answer
 * @param readSuccess finds the explicit yes in the body; `undefined` if it is not there
 * @see https://docs.capillarytech.com/reference/errors-and-warnings
 */
export function readAnswer(
	codes: readonly CodeRow[],
	answer: ProviderAnswer,
	readSuccess: (json: unknown) => Success | undefined,
): Statement {
	const { json } = answer;
	const complaints = complaintsOf(answer);
	if (complaints.length > 0) return readComplaints(codes, answer, complaints);
	if (member(json, 'entity') === false) {
		return { says: 'no', statusCode: 'entity:false', message: 'OTP wrong or expired' };
	}
	const success = readSuccess(json);
	if (success === undefined) return { says: 'neither' };
	const denial = listOf(member(json, 'warnings')).map(complaintOf).find(isDenial(codes));
	if (denial !== undefined) return { says: 'neither', ...denial };
	return {
		says: 'yes',
		message: findCode(codes, success.statusCode)?.text ?? '',
		contradicted: verdictsOf(json).length > 0 && saysOf(json) !== 'yes',
		...success,
	};
}

/** A warning means that a side action failed, unless its code is that of a refusal of the operation itself. */
function isDenial(codes: readonly CodeRow[]): (warning: Complaint) => boolean {
	return ({ statusCode }) => {
		const row = findCode(codes, statusCode);
		return row !== undefined && !('reason' in row && row.reason === 'unclassified');
	};
}

/**
 * What a refusal means. All complaints are kept; the first one that the table knows decides.
 *
 * @param codes the operation's codes
 * @param answer Capillary's answer
 * @param complaints what it complains of; not empty
 */
export function readComplaints(
	codes: readonly CodeRow[],
	{ httpStatus }: ProviderAnswer,
	complaints: readonly Complaint[],
): Statement {
	const known = complaints.find(({ statusCode }) => findCode(codes, statusCode) !== undefined);
	const { statusCode } = known ?? complaints[0];
	const message = complaints.map((complaint) => complaint.message).join('; ');
	if (known === undefined && (statusCode === '429' || httpStatus === 429)) {
		return { says: 'neither', fault: 'rateLimited', statusCode, message };
	}
	if (known === undefined && [401, 403].includes(httpStatus)) return { says: 'neither', statusCode, message };
	const statusCodes = complaints.length > 1 ? complaints.map((complaint) => complaint.statusCode) : undefined;
	return { says: 'no', statusCode, message, ...(statusCodes && { statusCodes }) };
}

/**
 * What Capillary complains of: `errors` of v2, `errorCode`, or a verdict of the whole answer that is no.
 * An answer in XML, which can come even when JSON was asked for, may give a code without a verdict.
 *
 * @see https://docs.capillarytech.com/reference/errors-and-warnings
 */
export function complaintsOf({ json, text }: Pick<ProviderAnswer, 'json' | 'text'>): Complaint[] {
	const body = json ?? Object.values(parseXml(text) ?? {})[0];
	const places = [...new Set([body, envelopeOf(body)])];
	const errors = places.flatMap((place) => [
		...listOf(member(place, 'errors')),
		...listOf(member(place, 'error')),
	]);
	if (errors.length > 0) return errors.map(complaintOf);

	const [errorCode, errorMessage] = [member(body, 'errorCode'), member(body, 'errorMessage')];
	if (!isNothing(errorCode) || !isNothing(errorMessage)) {
		return [{ statusCode: asText(errorCode), message: asText(errorMessage) }];
	}

	const said = saysOf(envelopeOf(body));
	const complaint = requestStatusOf(body);
	const isRefusal =
		said === 'no' || (json === undefined && said === undefined && complaint.statusCode !== '');
	return isRefusal ? [complaint] : [];
}

/** Texts of 600 and 602 are printed with quotation marks around them. */
function complaintOf(error: unknown): Complaint {
	return {
		statusCode: asText(member(error, 'code')),
		message: (asText(member(error, 'message')) || asText(error)).replace(/^"([^]*)"$/, '$1'),
	};
}

/** The part of an answer that speaks of the whole request; older answers have no `response` around it. */
export function envelopeOf(body: unknown): unknown {
	return member(body, 'response') ?? body;
}

/** The code and the words that an answer has for the whole request. */
export function requestStatusOf(body: unknown): Complaint {
	const envelope = envelopeOf(body);
	const status = member(envelope, 'status');
	return complaintOf(isJsonObject(status) ? status : envelope);
}

/**
 * What a part of an answer says by its `success` and its `status`, which may hold both in turn. Some
 * answers of v1.1 have `status` in place of `success`.
 *
 * @see https://docs.capillarytech.com/reference/errors-and-warnings
 */
export function saysOf(part: unknown): 'yes' | 'no' | undefined {
	const verdicts = verdictsOf(part);
	if (verdicts.some((verdict) => verdict === false || verdict === 'false')) return 'no';
	const isYes = verdicts.length > 0 && verdicts.every((verdict) => verdict === true || verdict === 'true');
	return isYes ? 'yes' : undefined;
}

function verdictsOf(part: unknown): unknown[] {
	const status = member(part, 'status');
	const verdicts = isJsonObject(status)
		? [member(part, 'success'), member(status, 'success'), member(status, 'status')]
		: [member(part, 'success'), status];
	return verdicts.filter((verdict) => !isNothing(verdict));
}

/** What Capillary gives as a list, as a single entry, or not at all. */
export function listOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	return isNothing(value) ? [] : [value];
}

function isNothing(value: unknown): boolean {
	const isEmpty = isJsonObject(value) && Object.keys(value).length === 0;
	return value === undefined || value === null || value === '' || isEmpty;
}
