/** What n8n's guidelines ask authors to leave out of what is said to a user. */
export const UNFRIENDLY = /\b(errors?|problems?|fail(s|ed|ure|ures)?|mistakes?)\b/i;

/** The same value with every pattern in it as what `expect` compares with. */
export function asExpected(value: unknown): unknown {
	if (value instanceof RegExp) return expect.stringMatching(value);
	if (Array.isArray(value)) return value.map(asExpected);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, asExpected(entry)]));
}
