import { findCode, type CodeRow } from '../shared/codes';
import { isSuccess } from '../shared/http';
import { asText, isJsonObject, member } from '../shared/json';
import type { Statement } from '../shared/judge';
import type { ProviderAnswer, Reading } from '../shared/operation';

interface Complaint {
	statusCode: string;
	message: string;
}

/** What the body says when it is a yes: the success row's code, and what the node adds to the item. */
export type Success = { statusCode: string } & Pick<Reading, 'reference' | 'revealed' | 'expiresAt'>;

/**
 * Reads an answer of v2: first what Capillary complains of, then the explicit yes or no. The HTTP
 * status decides nothing by itself, as Capillary's pages disagree on it.
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
	const complaints = complaintsOf(answer);
	if (complaints.length > 0) return readComplaints(codes, answer, complaints);

	if (member(answer.json, 'entity') === false) {
		return { says: 'no', statusCode: 'entity:false', message: 'OTP wrong or expired' };
	}
	const success = readSuccess(answer.json);
	// Without a 2xx, the status tells more about what went wrong than the success in the body.
	if (success === undefined || !isSuccess(answer.httpStatus)) return { says: 'neither' };
	return { says: 'yes', message: findCode(codes, success.statusCode)?.text ?? '', ...success };
}

/** Several complaints are all kept; the first one that the table knows decides. */
function readComplaints(
	codes: readonly CodeRow[],
	{ httpStatus }: ProviderAnswer,
	complaints: Complaint[],
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
 * What Capillary complains of: `errors` of v2, the status of a v1.1 envelope that says no, or `<code>`
 * and `<message>` of an XML body, which can come even when JSON was asked for.
 */
export function complaintsOf({ json, text }: Pick<ProviderAnswer, 'json' | 'text'>): Complaint[] {
	const errors = member(json, 'errors');
	const list: unknown[] = Array.isArray(errors) ? errors : isNothing(errors) ? [] : [errors];
	if (list.length > 0) {
		return list.map((error) => ({
			statusCode: asText(member(error, 'code')),
			message: (asText(member(error, 'message')) || asText(error)).replace(/^"|"$/g, ''),
		}));
	}
	const errorCode = asText(member(json, 'errorCode'));
	if (errorCode !== '') return [{ statusCode: errorCode, message: asText(member(json, 'errorMessage')) }];
	const status = member(member(json, 'response') ?? json, 'status');
	if (saysOf(status) === 'no') {
		return [{ statusCode: asText(member(status, 'code')), message: asText(member(status, 'message')) }];
	}
	if (json === undefined && text.trimStart().startsWith('<')) {
		const code = /<code>\s*([A-Za-z0-9]{1,10})\s*<\/code>/.exec(text)?.[1];
		const message = /<message>([^<]{0,300})<\/message>/.exec(text)?.[1].trim() ?? '';
		return code === undefined ? [] : [{ statusCode: code, message }];
	}
	return [];
}

function isNothing(value: unknown): boolean {
	return (
		value === undefined ||
		value === null ||
		value === '' ||
		(isJsonObject(value) && Object.keys(value).length === 0)
	);
}

/**
 * What a `status` or `item_status` of a v1.1 envelope says. Some carry `status` in place of `success`.
 *
 * @param status the object
 * @see https://docs.capillarytech.com/reference/errors-and-warnings
 */
export function saysOf(status: unknown): 'yes' | 'no' | undefined {
	const words = ['success', 'status'].map((key) => String(member(status, key)));
	if (words.includes('false')) return 'no';
	return words.includes('true') ? 'yes' : undefined;
}
