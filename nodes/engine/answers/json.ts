/** A string that is not closed counts too, so that every character is looked at once. */
const STRING_OR_NUMBER = /"(?:\\.|[^"\\])*"?|-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/g;

/**
 * Reads JSON without losing digits: integers beyond 2^53 become strings instead of being rounded.
 * A byte order mark and every kind of space around it are no part of it, though JSON allows only some.
 *
 * @param text a body as it arrived
 * @returns the value, or `undefined` if the text is not JSON
 */
export function parseJson(text: string): unknown {
	const json = text.trim();
	try {
		// Only of JSON is it certain that every string ends, so that each is looked through once.
		JSON.parse(json);
	} catch {
		return undefined;
	}
	const exact = json.replace(STRING_OR_NUMBER, (token) =>
		/^-?[0-9]+$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
	);
	return JSON.parse(exact) as unknown;
}

/** A JSON object with unknown members. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * @param value anything
 * @returns whether it is a JSON object (not an array, not `null`)
 */
export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The own member of an object, never one that it inherits.
 *
 * @param value anything
 * @param key the member's name
 */
export function member(value: unknown, key: string): unknown {
	return isJsonObject(value) && Object.prototype.hasOwnProperty.call(value, key) ? value[key] : undefined;
}

/**
 * A string or number as text.
 *
 * @param value anything
 * @returns the text, trimmed; empty for everything else
 */
export function asText(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
