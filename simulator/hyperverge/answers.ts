import { json, type Answer } from '../shared/provider';
import { jwtLike } from '../shared/text';

/**
 * The answers of HyperVerge. `statusCode` is a text on success and a number on failure, as printed on
 * https://documentation.hyperverge.co/api-reference/india_api/Email%20OTP%20Verification%20APIs/send_email_OTP_api
 */
export function success(message: string): Answer {
	return json(200, { status: 'success', statusCode: '200', result: { message } });
}

/** A refusal; `statusCode` is also the HTTP status. */
export function failure(statusCode: number, message: string): Answer {
	return json(statusCode, { message, statusCode, status: 'failure' });
}

/** HTTP 400 in the words of the jsonschema validator, whose style the documentation's sample has. */
export function inputError(problem: string): Answer {
	return failure(400, `Input Validation Error: ${problem}`);
}

export const missingCredentials = (): Answer => failure(401, 'Missing/Invalid credentials');

/** Assumption: the body of a 429 is not printed; its text is, and the other errors give the shape. */
export const rateLimited = (): Answer => failure(429, 'Rate limit exceeded');

/** Assumption: the answer to a wrong, expired, used or unknown code is not published; one body for all. */
export const notMatched = (): Answer => failure(400, 'OTP not matched');

/**
 * Assumption: the success body of the verify calls is not published. The trio looks like the OTP
 * widget of MSG91, whose verify call returns a token, so `result.message` carries one.
 */
export function verified(claims: Record<string, unknown>): Answer {
	return success(jwtLike(claims));
}
