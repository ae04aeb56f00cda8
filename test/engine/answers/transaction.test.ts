import { isOwnTransaction, type Correlation } from '../../../nodes/engine/answers/transaction';

// What the providers' answers repeat is in test/contracts; these are the limits of the comparison.
it.each<[as: Correlation['as'], sent: string, own: unknown[], foreign: unknown[]]>([
	['number', 'all', ['all'], ['none']],
	['rounded', 'ten', ['ten'], []],
	['mobile', '9876543210', ['9876543210', '0009876543210', '6543210'], ['3210', '543210', '9876543211']],
	['mobile', '9876543210', ['******3210', '3210 is hidden', 'ends in 3210'], []],
	['mobile', '3210', ['3210'], []],
])('compares as %s what was sent (%s) with what the answer repeats', (as, sent, own, foreign) => {
	const belongs = (found: unknown) => isOwnTransaction([{ sent, found, as }]);
	expect(own.map(belongs)).toEqual(own.map(() => true));
	expect(foreign.map(belongs)).toEqual(foreign.map(() => false));
});
