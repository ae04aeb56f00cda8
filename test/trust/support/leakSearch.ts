import { count } from './totals';

/**
 * Finds a value in a text however it is encoded: the text is decoded, not the value encoded. Written
 * without a look at `nodes/engine/privacy`, so that neither forgets what the other forgot.
 */

const NAMES: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
};

const DECODERS: ReadonlyArray<(text: string) => string> = [
	(text) =>
		text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
			try {
				return decodeURIComponent(encoded);
			} catch {
				return encoded;
			}
		}),
	(text) =>
		text.replace(/&#(x?)([0-9a-f]{1,5});/gi, (_entity, x: string, digits: string) =>
			String.fromCodePoint(parseInt(digits, x === '' ? 10 : 16)),
		),
	(text) => text.replace(/&([a-z]+);/g, (entity, name: string) => NAMES[name] ?? entity),
	(text) =>
		text.replace(
			/\\(?:u[0-9a-f]{4}|["\\/bfnrt])/gi,
			(escape) => JSON.parse(`"${escape.toLowerCase()}"`) as string,
		),
];

/** All runs of base64 that are text but for what stands before and behind it. */
function fromBase64(text: string): string {
	const runs = [...new Set(text.match(/[\w+/-]{6,}/g))];
	return runs
		.flatMap((run) => [0, 1, 2, 3].map((start) => Buffer.from(run.slice(start), 'base64').toString()))
		.filter((decoded) => /^.{0,2}[^\p{Cc}\ufffd]{3,}.{0,2}$/u.test(decoded))
		.join('\n');
}

/** A text as it is, and after each step of decoding it. */
function* stepsOf(text: string): Generator<string, string> {
	let current = text;
	yield current;
	for (let isDecoded = true; isDecoded; ) {
		isDecoded = false;
		for (const decode of DECODERS) {
			const decoded = decode(current);
			if (decoded === current) continue;
			current = decoded;
			isDecoded = true;
			yield current;
		}
	}
	return current;
}

/** The same, and what stands in it in base64, also twice. */
function* textsIn(text: string, depth = 0): Generator<string> {
	const inside = fromBase64(yield* stepsOf(text));
	if (inside !== '' && depth < 2) yield* textsIn(inside, depth + 1);
}

/** In one case, and as a form would be read. */
const plain = (text: string) => text.toLowerCase().replace(/[+\s]/g, ' ');

/** A number may stand in parts, and what is short counts only where it stands alone. */
function patternOf(value: string): string {
	const isShort = value.length < 8;
	const isNumber = /^[0-9]+$/.test(value);
	const signs = [...plain(value)].map((sign) => sign.replace(/[^\w\s]/g, '\\$&'));
	const pattern = signs.join(isNumber ? `[ .()-]{0,${isShort ? 1 : 3}}` : '');
	return isShort ? `(?<![a-z0-9])${pattern}(?![a-z0-9])` : pattern;
}

/** A value may itself look as if it were encoded. */
const searchFor = (value: string) => new RegExp([...stepsOf(value)].map(patternOf).join('|'));

/** Large files are searched in parts, which overlap. */
const PART = 1_000_000;
const OVERLAP = 10_000;

/** The values that are in a text, however they are encoded, with the decoded text around them. */
export function leaksIn(text: string, values: readonly string[]): Array<{ value: string; around: string }> {
	const sought = new Map(values.map((value) => [value, searchFor(value)]));
	const leaks: Array<{ value: string; around: string }> = [];
	for (let start = 0; start === 0 || start < text.length; start += PART) {
		for (const step of textsIn(text.slice(start, start + PART + OVERLAP))) {
			const searched = plain(step);
			for (const [value, pattern] of sought) {
				const at = searched.search(pattern);
				if (at < 0) continue;
				leaks.push({ value, around: step.slice(Math.max(0, at - 200), at + 80) });
				sought.delete(value);
			}
		}
	}
	return leaks;
}

/** Looks for values in a text, and counts them. None is found, or the test fails and says where. */
export function expectNoneIn(place: string, text: string, values: readonly string[]): void {
	const found = leaksIn(text, values);
	count('marked values searched for', values.length);
	count('marked values found', found.length);
	expect({ place, found }).toEqual({ place, found: [] });
}
