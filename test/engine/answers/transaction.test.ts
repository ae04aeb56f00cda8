import { isOwnTransaction, type Correlation } from '../../../nodes/engine/answers/transaction';

it.each<[as: Correlation['as'], sent: string, own: unknown[], foreign: unknown[]]>([
	[undefined, 'TXN-1', ['TXN-1', undefined, ''], ['txn-1', 'TXN-2']],
	['exact', '12', ['12', 12], ['012']],
	['exact', '', ['TXN-1'], []],
	[
		'anyCase',
		'Jane@Example.com',
		['jANE@example.COM', 'j***@example.com', 'j•••@example.com'],
		['tim@example.com'],
	],
	['number', '100', ['100.00', 100], ['101']],
	['number', 'all', ['all'], ['none']],
	['rounded', '10.5', ['11', 10], []],
	['rounded', '10', ['10'], ['11', '9', 'ten']],
	['rounded', 'ten', ['ten'], []],
	['mobile', '9876543210', ['9876543210', '+91 (98765) 432-10', '0009876543210', '6543210'], ['9876543211']],
	['mobile', '9876543210', ['******3210', '3210 is hidden', 'ends in 3210'], ['3210', '543210']],
	['mobile', '919876543210', ['9876543210'], []],
	['mobile', '3210', ['3210'], []],
])('compares as %s what was sent (%s) with what the answer repeats', (as, sent, own, foreign) => {
	const belongs = (found: unknown) => isOwnTransaction([{ sent, found, ...(as && { as }) }]);
	expect(own.map(belongs)).toEqual(own.map(() => true));
	expect(foreign.map(belongs)).toEqual(foreign.map(() => false));
});

it('trusts an answer only if everything that it repeats was sent', () => {
	const own = { sent: '1', found: '1' };
	const foreign = { sent: '2', found: '3' };
	expect([[own, own], [own, foreign], []].map(isOwnTransaction)).toEqual([true, false, true]);
});
