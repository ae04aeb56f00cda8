/** Also matches an unterminated string, so that every character is scanned only once. */
const STRING_OR_NUMBER = /"(?:\\.|[^"\\])*"?|-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/g;

const BEGINNING = /^(?:["[{]|true|false|null|-?(?:0(?![0-9])|[1-9]))/;

/** Shorter integers are below 2^53. */
const LONG_NUMBER = /[0-9]{16}/;

/**
 * Parses JSON without losing digits: integers beyond 2^53 become strings instead of being rounded. A byte
 * order mark and any whitespace around the text are ignored, although JSON allows only some whitespace.
 *
 * @returns the value, or `undefined` if the text is not JSON
 */
export function parseJson(text: string): unknown {
	const json = text.trim();
	// An error is expensive, and most texts that are no JSON do not begin like JSON.
	if (!BEGINNING.test(json)) return undefined;
	let value: unknown;
	try {
		value = JSON.parse(json);
	} catch {
		return undefined;
	}
	if (!LONG_NUMBER.test(json)) return value;
	// In valid JSON every string is terminated, so the expression scans each only once.
	const exact = json.replace(STRING_OR_NUMBER, (token) =>
		/^-?[0-9]+$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
	);
	return JSON.parse(exact) as unknown;
}

/** An object as JSON has it: not an array, not `null`. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object (not an array, not `null`). */
export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member of an object, never an inherited one. */
export function member(value: unknown, key: string): unknown {
	return isJsonObject(value) && Object.prototype.hasOwnProperty.call(value, key) ? value[key] : undefined;
}

/** A string or number as trimmed text; empty for any other value. */
export function asText(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
