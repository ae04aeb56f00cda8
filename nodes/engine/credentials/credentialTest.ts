import type { IAuthenticateRuleResponseCode, ICredentialTestRequest } from 'n8n-workflow';

/**
 * The providers have no ping endpoint, so a credential test makes a request that is refused for its
 * content and sends nothing. Any response in the provider's own format means that the credentials were
 * accepted.
 */
export const testRequestOptions: Pick<
	ICredentialTestRequest['request'],
	'ignoreHttpStatusErrors' | 'disableFollowRedirect'
> = {
	ignoreHttpStatusErrors: { ignore: true, except: [401, 403] },
	disableFollowRedirect: true,
};

/** The messages of a failed credential test. */
interface TestTexts {
	/** For HTTP 401. */
	refused: string;
	/** For HTTP 403. */
	denied: string;
	/** For HTTP 404, or a response that is not in the provider's format. */
	elsewhere: string;
}

/** The format of a provider's responses. */
interface AnswerForm {
	/** A key that every response has. */
	key: string;
	/** Paths where a refusal has its code or repeats its HTTP status. */
	codeKeys?: readonly string[];
	/** The provider's own codes that are equivalent to one of the HTTP statuses. */
	codes?: Readonly<Record<string, keyof TestTexts>>;
}

const STATUSES = { 401: 'refused', 403: 'denied', 404: 'elsewhere' } as const;

/** The rules by which n8n selects the message; the first match wins. */
export function testRules(
	texts: TestTexts,
	{ key, codeKeys = [], codes = {} }: AnswerForm,
): ICredentialTestRequest['rules'] {
	const rule = (type: string, properties: object, meaning: keyof TestTexts) => ({
		type,
		properties: { ...properties, message: texts[meaning] },
	});
	const rules = [
		// A 404 comes only from the access token request: the request of the test itself ignores it.
		...Object.entries(STATUSES).map(([status, meaning]) =>
			rule('responseCode', { value: Number(status) }, meaning),
		),
		// Before 2.11, n8n hides all HTTP statuses from a test that ignores some, so the body decides.
		...codeKeys.flatMap((path) =>
			Object.entries({ ...STATUSES, ...codes }).flatMap(([code, meaning]) =>
				[code, Number(code)].map((value) => rule('responseSuccessBody', { key: path, value }, meaning)),
			),
		),
		rule('responseSuccessBody', { key, value: undefined }, 'elsewhere'),
	];
	// n8n accepts both kinds of rules in one list, but its type allows only one kind.
	return rules as IAuthenticateRuleResponseCode[];
}
