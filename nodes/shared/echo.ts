import type { Fault } from './faults';
import { isFault } from './faults';
import { asText } from './json';
import type { ProviderAnswer, Reading } from './operation';

/** How two spellings of the same thing are told from two things. */
type Likeness = 'exact' | 'anyCase' | 'number' | 'mobile';

/** Something of a request that the provider repeats in its answer. */
export interface Echo {
	/** What was sent; nothing is compared where it is empty. */
	sent: string;
	/** What the answer says. One that says nothing, or hides it behind signs, is believed. */
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
 * Holds an answer against the request that it answers. What it says is not believed where it
 * repeats something that was never sent: it speaks of another transaction.
 *
 * @param reading what the answer means
 * @param answer the provider's answer
 * @param echoes what was sent, and what the answer says of it
 * @returns the reading, or the fault that stands in its place
 */
export function believed(
	reading: Reading | Fault,
	answer: ProviderAnswer,
	echoes: readonly Echo[],
): Reading | Fault {
	if (isFault(reading)) return reading;
	const isItsOwn = echoes.every(({ sent, found, as = 'exact' }) => {
		const text = asText(found);
		return sent === '' || text === '' || COMPARE[as](sent, text);
	});
	if (isItsOwn) return reading;
	return { fault: 'mismatched', statusCode: reading.statusCode, httpStatus: answer.httpStatus };
}
