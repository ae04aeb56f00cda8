import { json, type Answer } from '../shared/provider';

/** One entry of a v2 `errors` list. */
export interface V2Error {
	code: number;
	message: string;
}

/** Codes whose sample has no `warnings` next to `errors`; the samples of the others have it. */
const CODES_OF_PLAIN_ENVELOPE = new Set([600, 601, 602, 603, 604]);

/**
 * A v2 failure with everything that is wrong, as on
 * https://docs.capillarytech.com/reference/errors-and-warnings
 */
export function v2Failure(status: number, errors: V2Error[]): Answer {
	const list = errors.map(({ code, message }) => ({ status: false, code, message }));
	return errors.every(({ code }) => CODES_OF_PLAIN_ENVELOPE.has(code))
		? json(status, { errors: list })
		: json(status, { warnings: [], errors: list });
}

/** The item of a v1.1 answer that says how it went. */
export interface ItemStatus {
	success: boolean;
	code: number;
	message: string;
}

/**
 * A v1.1 answer, shapes after https://docs.capillarytech.com/reference/redeem-points. A failed request
 * has HTTP 200, too; the business code stands in the header `status_code`, as recorded there.
 * @param wrap puts the item into the container of the operation
 */
export function v11(
	item: Record<string, unknown>,
	itemStatus: ItemStatus,
	wrap: (item: Record<string, unknown>) => Record<string, unknown>,
): Answer {
	const status = itemStatus.success
		? { success: 'true', code: 200, message: 'Success' }
		: { success: 'false', code: 500, message: 'All requests have failed due to errors' };
	const whole = { ...item, item_status: { ...itemStatus, success: String(itemStatus.success) } };
	return json(200, { response: { status, ...wrap(whole) } }, { status_code: String(itemStatus.code) });
}

/** A v1.1 request that was not understood. Assumption: HTTP status and body code are the same. */
export function v11BadRequest(code: number, message: string): Answer {
	return json(code, { response: { status: { success: 'false', code, message } } });
}

/**
 * Refused credentials. An integration reads these tags out of the answer to a JSON call.
 * Assumption: the element around them, and the text.
 */
export function refusedCredentials(): Answer {
	return {
		status: 401,
		contentType: 'application/xml',
		body: '<response><status><success>false</success><code>401</code><message>Invalid username or password</message></status></response>',
	};
}
