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

/**
 * The sentences that a credential's test ends with.
 *
 * @param texts `refused` for HTTP 401, `denied` for HTTP 403, `elsewhere` for an answer that is not
 * in the provider's form, or for HTTP 404
 * @param answerKey a key that every answer of the provider has
 */
export function testRules(
	texts: { refused: string; denied: string; elsewhere: string },
	answerKey: string,
): ICredentialTestRequest['rules'] {
	const rules = [
		{ type: 'responseCode', properties: { value: 401, message: texts.refused } },
		{ type: 'responseCode', properties: { value: 403, message: texts.denied } },
		{ type: 'responseCode', properties: { value: 404, message: texts.elsewhere } },
		{
			type: 'responseSuccessBody',
			properties: { key: answerKey, value: undefined, message: texts.elsewhere },
		},
	];
	// n8n reads rules of both kinds from one list, but its type allows only one kind in a list.
	return rules as IAuthenticateRuleResponseCode[];
}
