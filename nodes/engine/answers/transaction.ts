import { asText } from './json';

/** How two spellings of the same thing are told from two things. */
type Likeness = 'exact' | 'anyCase' | 'number' | 'rounded' | 'mobile';

/** Something of a request that the provider repeats in its answer. */
export interface Correlation {
	/** What was sent; nothing is compared where it is empty. */
	sent: string | undefined;
	/** What the answer says. A missing or masked value counts as a match. */
	found: unknown;
	/** `exact` unless said otherwise. */
	as?: Likeness;
}

/** The shortest part of a number that tells one telephone from another, without its country code. */
const SHORTEST_NUMBER = 7;

const COMPARE: Readonly<Record<Likeness, (sent: string, found: string) => boolean>> = {
	exact: (sent, found) => sent === found,
	anyCase: (sent, found) => /[*•]/.test(found) || sent.toLowerCase() === found.toLowerCase(),
	number: (sent, found) => sent === found || Number(sent) === Number(found),
	rounded: (sent, found) => sent === found || Math.abs(Number(sent) - Number(found)) < 1,
	mobile: (sent, found) => !/^[0-9+() -]+$/.test(found) || isSameNumber(digitsOf(sent), digitsOf(found)),
};

function digitsOf(text: string): string {
	return text.replace(/[^0-9]/g, '').replace(/^0+/, '');
}

/** The same with and without a country code. */
function isSameNumber(one: string, other: string): boolean {
	const [short, long] = one.length < other.length ? [one, other] : [other, one];
	return one === other || (short.length >= SHORTEST_NUMBER && long.endsWith(short));
}

/**
 * Whether an answer belongs to the request that it answers. One that repeats something that was never
 * sent speaks of another transaction.
 *
 * @param correlations what was sent, and what the answer says of it
 */
export function isOwnTransaction(correlations: readonly Correlation[]): boolean {
	return correlations.every(({ sent, found, as = 'exact' }) => {
		const text = asText(found);
		return sent === undefined || sent === '' || text === '' || COMPARE[as](sent, text);
	});
}
