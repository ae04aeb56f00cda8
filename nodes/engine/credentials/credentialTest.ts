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

/** The sentences that a credential's test ends with. */
interface TestTexts {
	/** For HTTP 401. */
	refused: string;
	/** For HTTP 403. */
	denied: string;
	/** For HTTP 404, or an answer that is not in the provider's form. */
	elsewhere: string;
}

/** The form of a provider's answers. */
interface AnswerForm {
	/** A key that every answer has. */
	key: string;
	/** The paths at which a refusal has its code, or repeats its HTTP status. */
	codeKeys?: readonly string[];
	/** The provider's own codes that mean the same as one of the HTTP statuses. */
	codes?: Readonly<Record<string, keyof TestTexts>>;
}

const STATUSES = { 401: 'refused', 403: 'denied', 404: 'elsewhere' } as const;

/** The rules by which n8n chooses the sentence; the first one that holds counts. */
export function testRules(
	texts: TestTexts,
	{ key, codeKeys = [], codes = {} }: AnswerForm,
): ICredentialTestRequest['rules'] {
	const rule = (type: string, properties: object, meaning: keyof TestTexts) => ({
		type,
		properties: { ...properties, message: texts[meaning] },
	});
	const rules = [
		// A 404 gets here only from the call for an access token: the call of the test itself ignores it.
		...Object.entries(STATUSES).map(([status, meaning]) =>
			rule('responseCode', { value: Number(status) }, meaning),
		),
		// Before 2.11, n8n hides every HTTP status from a test that ignores some, so the body has to tell.
		...codeKeys.flatMap((path) =>
			Object.entries({ ...STATUSES, ...codes }).flatMap(([code, meaning]) =>
				[code, Number(code)].map((value) => rule('responseSuccessBody', { key: path, value }, meaning)),
			),
		),
		rule('responseSuccessBody', { key, value: undefined }, 'elsewhere'),
	];
	// n8n reads rules of both kinds from one list, but its type allows only one kind in a list.
	return rules as IAuthenticateRuleResponseCode[];
}
