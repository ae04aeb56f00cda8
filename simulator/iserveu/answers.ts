import { fieldsOf, type Answer, type ProviderRequest } from '../shared/provider';

type Members = Record<string, unknown>;

const PASS_THROUGH = ['paramA', 'paramB', 'paramC'] as const;

/** An answer laid out like the samples of https://developer.iserveu.in/dmtlite-common-api/send-otp */
export function printed(status: number, members: Members): Answer {
	const parts = Object.entries(members).map(
		([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
	);
	return { status, contentType: 'application/json', body: `{ ${parts.join(', ')} }` };
}

/** A refusal; HTTP 200 like every answer of the code tables. */
export function failed(statusCode: string, statusDesc: string, more: Members = {}): Answer {
	return printed(200, { status: 'FAILED', statusCode, statusDesc, ...more });
}

/** The refusal of a wrong field; the code is printed for the amount. Assumption: it is that of the others, too. */
export const invalidField = (statusDesc: string): Answer => failed('-1', statusDesc);

/**
 * The pass-through parameters as they were sent.
 * @param blank what the documentation's sample shows for one that was not sent; undefined to leave it out
 */
export function passThrough(request: ProviderRequest, blank?: string): Members {
	const fields = fieldsOf(request.body);
	const members: Members = {};
	for (const name of PASS_THROUGH) {
		const value = fields[name] ?? blank;
		if (value !== undefined) members[name] = value;
	}
	return members;
}
