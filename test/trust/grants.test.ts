import { expectGranted, GRANTS } from '../support/grants';
import { count, howMany } from './support/totals';

const RUNS = howMany(10_000, 500);

it.each(GRANTS)(`$node grants exactly what its contract says, in ${RUNS} generated answers`, async (one) => {
	const { yes, no } = await expectGranted(one, { numRuns: RUNS });
	count('attempts to get in', no);
	expect(Math.min(yes, no)).toBeGreaterThan(RUNS / 20);
});
