import { asText } from './json';

/** How a sent value is compared with the one in the answer. */
type Comparison = 'exact' | 'anyCase' | 'number' | 'rounded' | 'mobile';

/** A value of the request that the provider repeats in its answer. */
export interface Correlation {
	/** Not compared if empty. */
	sent: string | undefined;
	/** A missing or masked value counts as a match. */
	found: unknown;
	/** `exact` by default. */
	as?: Comparison;
}

/** Fewest digits that identify a phone number without its country code. */
const SHORTEST_NUMBER = 7;

const COMPARE: Readonly<Record<Comparison, (sent: string, found: string) => boolean>> = {
	exact: (sent, found) => sent === found,
	anyCase: (sent, found) => /[*•]/.test(found) || sent.toLowerCase() === found.toLowerCase(),
	number: (sent, found) => sent === found || Number(sent) === Number(found),
	rounded: (sent, found) => sent === found || Math.abs(Number(sent) - Number(found)) < 1,
	mobile: (sent, found) => !/^[0-9+() -]+$/.test(found) || isSameNumber(digitsOf(sent), digitsOf(found)),
};

function digitsOf(text: string): string {
	return text.replace(/[^0-9]/g, '').replace(/^0+/, '');
}

/** Ignores the country code. */
function isSameNumber(one: string, other: string): boolean {
	const [short, long] = one.length < other.length ? [one, other] : [other, one];
	return one === other || (short.length >= SHORTEST_NUMBER && long.endsWith(short));
}

/**
 * Whether an answer belongs to its request. An answer that repeats a value that was never sent belongs to
 * another transaction.
 */
export function isOwnTransaction(correlations: readonly Correlation[]): boolean {
	return correlations.every(({ sent, found, as = 'exact' }) => {
		const text = asText(found);
		return !sent || text === '' || COMPARE[as](sent, text);
	});
}
