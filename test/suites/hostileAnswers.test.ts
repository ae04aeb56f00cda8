import { EACH } from '../contracts';
import { allAnswers } from '../support/contracts';
import { isGranted } from '../support/grants';

/** Long enough that searching it would take minutes, were its time to grow faster than its length. */
const LENGTH = 200_000;

// Bodies that are no JSON object are in test/trust: for every node in faultMatrix.test.ts, with words of a success in
// nobodyGetsIn.test.ts.

/** One node of each reader. */
const READERS = EACH.filter(
	([, { grants }], index) =>
		grants.length > 0 && EACH.findIndex(([, other]) => other.grants[0]?.parts === grants[0].parts) === index,
);

describe.each(READERS)('%s', (_node, contract) => {
	it.each([
		...['otp ', 'invalid ', 'wrong ', 'expired ', 'otp_', 'req-', 'a', 'A', 'Aa', '0', '-', ' ', '@'],
		...['\ud83d\ude00', 'otp sent to 0', '<code>', '<message>'],
	])('grants nothing for a long text of "%s" in every place, and does not hold up n8n', async (piece) => {
		const words = piece.repeat(LENGTH / piece.length);
		const failed = { status: 'FAILED', statusCode: 4, statusDesc: words, message: words, error: words };
		const ok = { status: 'success', statusCode: '200' };
		const bodies = [
			{ ...failed, errors: [{ code: 4, message: words }] },
			{ ...failed, status: 'success', result: { message: words } },
			{ ...ok, result: { message: words, [words]: words, reason: `otp sent to ${words} x` } },
			{ ...ok, result: { message: `${words}.x` } },
			{ status: 'error', message: words },
		];
		const answers = [...bodies.map((body) => ({ status: 200, body })), { status: 400, body: words }];
		for (const answer of answers) expect(await isGranted(contract, allAnswers(contract, answer))).toBe(false);
	});
});
