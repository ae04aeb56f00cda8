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

interface ReportedError {
	statusCode: string;
	message: string;
}

/** An explicit yes: the code of its row, and the fields of the item that it provides. */
export type Success = { statusCode: string } & Pick<Decision, 'reference' | 'revealed' | 'expiresAt'>;

/**
 * Reads an answer of v2: first its errors, then the explicit yes or no.
 *
 * @param readSuccess returns the explicit yes in the body, if there is one
 * @see https://docs.capillarytech.com/reference/errors-and-warnings
 */
export function readAnswer(
	codes: readonly CodeRow[],
	answer: ProviderAnswer,
	readSuccess: (json: unknown) => Success | undefined,
): Statement {
	const { json } = answer;
	const errors = reportedErrors(answer);
	if (errors.length > 0) return readErrors(codes, answer, errors);
	if (member(json, 'entity') === false) {
		return { says: 'no', statusCode: 'entity:false', message: 'OTP wrong or expired' };
	}
	const success = readSuccess(json);
	if (success === undefined) return { says: 'neither' };
	const denial = listOf(member(json, 'warnings')).map(toReportedError).find(isDenial(codes));
	if (denial !== undefined) return { says: 'neither', ...denial };
	return {
		says: 'yes',
		message: findCode(codes, success.statusCode)?.text ?? '',
		contradicted: verdictsOf(json).length > 0 && verdictOf(json) !== 'yes',
		...success,
	};
}

/** A warning means that a side effect failed, unless it has the code of a refusal of the operation itself. */
function isDenial(codes: readonly CodeRow[]): (warning: ReportedError) => boolean {
	return ({ statusCode }) => {
		const row = findCode(codes, statusCode);
		return row !== undefined && !('reason' in row && row.reason === 'unclassified');
	};
}

/**
 * Reads a refusal. All errors are kept; the first one with a known code decides.
 *
 * @param errors not empty
 */
export function readErrors(
	codes: readonly CodeRow[],
	{ httpStatus }: ProviderAnswer,
	errors: readonly ReportedError[],
): Statement {
	const known = errors.find(({ statusCode }) => findCode(codes, statusCode) !== undefined);
	const { statusCode } = known ?? errors[0];
	const message = errors.map((error) => error.message).join('; ');
	if (known === undefined && (statusCode === '429' || httpStatus === 429)) {
		return { says: 'neither', fault: 'rateLimited', statusCode, message };
	}
	if (known === undefined && [401, 403].includes(httpStatus)) return { says: 'neither', statusCode, message };
	const statusCodes = errors.length > 1 ? errors.map((error) => error.statusCode) : undefined;
	return { says: 'no', statusCode, message, ...(statusCodes && { statusCodes }) };
}

/**
 * The errors of an answer: `errors` of v2, `errorCode`, or a negative verdict on the whole request. An XML
 * answer, which Capillary may return even if JSON was requested, may have a code without a verdict.
 *
 * @see https://docs.capillarytech.com/reference/errors-and-warnings
 */
export function reportedErrors({ json, text }: Pick<ProviderAnswer, 'json' | 'text'>): ReportedError[] {
	const body = json ?? Object.values(parseXml(text) ?? {})[0];
	const places = [...new Set([body, envelopeOf(body)])];
	const entries = places.flatMap((place) => [
		...listOf(member(place, 'errors')),
		...listOf(member(place, 'error')),
	]);
	if (entries.length > 0) return entries.map(toReportedError);

	const [errorCode, errorMessage] = [member(body, 'errorCode'), member(body, 'errorMessage')];
	if (!isNothing(errorCode) || !isNothing(errorMessage)) {
		return [{ statusCode: asText(errorCode), message: asText(errorMessage) }];
	}

	const verdict = verdictOf(envelopeOf(body));
	const status = requestStatusOf(body);
	const isRefusal =
		verdict === 'no' || (json === undefined && verdict === undefined && status.statusCode !== '');
	return isRefusal ? [status] : [];
}

/** Capillary returns the messages of 600 and 602 in quotation marks. */
function toReportedError(error: unknown): ReportedError {
	return {
		statusCode: asText(member(error, 'code')),
		message: (asText(member(error, 'message')) || asText(error)).replace(/^"([^]*)"$/, '$1'),
	};
}

/** The part of an answer about the whole request; older answers have no `response` around it. */
export function envelopeOf(body: unknown): unknown {
	return member(body, 'response') ?? body;
}

/** The code and message of an answer for the whole request. */
export function requestStatusOf(body: unknown): ReportedError {
	const envelope = envelopeOf(body);
	const status = member(envelope, 'status');
	return toReportedError(isJsonObject(status) ? status : envelope);
}

/**
 * The verdict of a part of an answer in its `success` and its `status`, which may be an object with both
 * members. Some answers of v1.1 have `status` instead of `success`.
 *
 * @see https://docs.capillarytech.com/reference/errors-and-warnings
 */
export function verdictOf(part: unknown): 'yes' | 'no' | undefined {
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

/** Capillary returns some members as a list, as a single entry, or not at all. */
export function listOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	return isNothing(value) ? [] : [value];
}

function isNothing(value: unknown): boolean {
	const isEmpty = isJsonObject(value) && Object.keys(value).length === 0;
	return value === undefined || value === null || value === '' || isEmpty;
}
