import type { IAuthenticateRuleResponseCode, ICredentialTestRequest } from 'n8n-workflow';

/**
 * What a credential's test asks of the answer. The providers have no ping, so a test makes a call
 * that is refused for its content and sends nothing to anybody: any answer in the provider's own
 * form means that the credentials were accepted.
 */
export const anyAnswerButRefusedCredentials: Pick<
	ICredentialTestRequest['request'],
	'ignoreHttpStatusErrors' | 'disableFollowRedirect'
> = {
	ignoreHttpStatusErrors: { ignore: true, except: [401, 403] },
	disableFollowRedirect: true,
};

/** The form of a provider's answers. */
export interface AnswerForm {
	/** A key that every answer has. */
	key: string;
	/** The paths at which a refusal repeats its HTTP status. */
	statusKeys?: readonly string[];
	/** The provider's own code for HTTP 403. */
	deniedCode?: number;
}

/**
 * The sentences that a credential's test ends with.
 *
 * @param texts `refused` for HTTP 401, `denied` for HTTP 403, `elsewhere` for an answer that is not
 * in the provider's form, or for a path that does not exist
 * @param form how to tell the provider's answers
 */
export function testRules(
	{ refused, denied, elsewhere }: { refused: string; denied: string; elsewhere: string },
	{ key, statusKeys = [], deniedCode = 403 }: AnswerForm,
): ICredentialTestRequest['rules'] {
	const meanings = Object.entries({ 401: refused, 403: denied, [deniedCode]: denied, 404: elsewhere });
	const rules = [
		{ type: 'responseCode', properties: { value: 401, message: refused } },
		{ type: 'responseCode', properties: { value: 403, message: denied } },
		// The call for an access token throws on a 404; the call of the test itself ignores it.
		{ type: 'responseCode', properties: { value: 404, message: elsewhere } },
		// Before 2.11, n8n hides every HTTP status from a test that ignores some, so the body has to tell.
		...statusKeys.flatMap((path) =>
			meanings.flatMap(([status, message]) =>
				[Number(status), status].map((value) => ({
					type: 'responseSuccessBody',
					properties: { key: path, value, message },
				})),
			),
		),
		{ type: 'responseSuccessBody', properties: { key, value: undefined, message: elsewhere } },
	];
	// n8n reads rules of both kinds from one list, but its type allows only one kind in a list.
	return rules as IAuthenticateRuleResponseCode[];
}
