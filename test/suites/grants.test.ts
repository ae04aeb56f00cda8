import { expectGranted, GRANTS } from '../support/grants';

/** Of a hundred answers for each part, every third is a success, and another third is one but for a single part. */
it.each(GRANTS)('$node grants exactly what its contract says', async (one) => {
	const numRuns = 100 * Object.keys(one.grants.parts).length;
	const { yes, no } = await expectGranted(one, { numRuns, seed: 1, endOnFailure: true });
	expect(Math.min(yes, no)).toBeGreaterThan(numRuns / 20);
});
