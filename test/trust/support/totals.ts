import { addTo } from '../../../tools/jest/totals';

/** What the attacks count. `npm run test:trust` prints the sums and fails where one is off. */
type Total =
	| 'cells of the fault matrix'
	| 'messages expected'
	| 'messages sent'
	| 'attempts to get in'
	| 'items granted without a success'
	| 'marked values searched for'
	| 'marked values found'
	| 'hostile inputs tried'
	| 'items under load'
	| 'items lost';

export const count = (total: Total, parts = 1): void => addTo(total, parts);

/** Whether everything is tried (`npm run test:trust`), or a share (`npm run test:trust:share`). */
export const isFull = (globalThis as { TRUST_SHARE?: boolean }).TRUST_SHARE !== true;

/** How many of something are tried, in the full run or in the share. */
export const howMany = (full: number, share: number): number => (isFull ? full : share);

/** Every so many of a list; another turn takes others. */
export const everyNth = <T>(list: readonly T[], every: number, turn: number): T[] =>
	list.filter((_, index) => index % every === turn % every);

/** Compares how many messages arrived with what was expected by hand, and adds both to the totals. */
export function expectMessages(arrived: readonly number[], expected: readonly number[]): void {
	expect(arrived).toEqual(expected);
	count('messages expected', sum(expected));
	count('messages sent', sum(arrived));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
