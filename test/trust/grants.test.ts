import fc from 'fast-check';

import { EACH } from '../contracts';
import type { Contract, Grants, Parts } from '../contracts/contract';
import { isGranted } from '../support/grants';
import { count, howMany } from './support/totals';

/** Answers for which the contract says whether they are a yes: mostly one, or one but for a part or two. */
function answersOf({ parts }: Grants): fc.Arbitrary<{ parts: Parts; isYes: boolean }> {
	const names = Object.keys(parts);
	return fc
		.record(
			Object.fromEntries(
				Object.entries(parts).map(([name, { good, bad }]) => {
					const yes = { weight: 4 * names.length, arbitrary: good.map((value) => ({ value, isYes: true })) };
					if (bad === undefined) return [name, yes.arbitrary];
					return [
						name,
						fc.oneof(yes, { weight: 4, arbitrary: bad.map((value) => ({ value, isYes: false })) }),
					];
				}),
			),
		)
		.map((picked) => ({
			parts: Object.fromEntries(Object.entries(picked).map(([name, { value }]) => [name, value])),
			isYes: Object.values(picked).every(({ isYes }) => isYes),
		}));
}

const RUNS = howMany(10_000, 500);

describe.each(
	EACH.flatMap(([node, contract]) =>
		contract.grants.map((grants): [string, Contract, Grants] => [node, contract, grants]),
	),
)('%s', (_node, contract, grants) => {
	it(`grants exactly what its contract says, in ${RUNS} generated answers`, async () => {
		const granted = { yes: 0, no: 0 };
		await fc.assert(
			fc.asyncProperty(answersOf(grants), async ({ parts, isYes }) => {
				expect(await isGranted(contract, grants, parts)).toBe(isYes);
				granted[isYes ? 'yes' : 'no'] += 1;
			}),
			{ numRuns: RUNS },
		);
		count('attempts to get in', granted.no);
		expect(granted.yes).toBeGreaterThan(RUNS / 20);
		expect(granted.no).toBeGreaterThan(RUNS / 20);
	});
});
