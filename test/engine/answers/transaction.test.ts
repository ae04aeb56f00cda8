import { isOwnTransaction, type Correlation } from '../../../nodes/engine/answers/transaction';

it.each<[Correlation, boolean]>([
	[{ sent: 'TXN-1', found: 'TXN-1' }, true],
	[{ sent: 'TXN-1', found: 'txn-1' }, false],
	[{ sent: 'TXN-1', found: 'TXN-2' }, false],
	[{ sent: 'TXN-1', found: undefined }, true],
	[{ sent: 'TXN-1', found: '' }, true],
	[{ sent: '', found: 'TXN-1' }, true],
	[{ sent: '12', found: 12 }, true],
	[{ sent: 'Jane@Example.com', found: 'jANE@example.COM', as: 'anyCase' }, true],
	[{ sent: 'jane@example.com', found: 'tim@example.com', as: 'anyCase' }, false],
	[{ sent: 'jane@example.com', found: 'j***@example.com', as: 'anyCase' }, true],
	[{ sent: 'jane@example.com', found: 'j•••@example.com', as: 'anyCase' }, true],
	[{ sent: '100', found: '100.00', as: 'number' }, true],
	[{ sent: '100', found: 100, as: 'number' }, true],
	[{ sent: '100', found: '101', as: 'number' }, false],
	[{ sent: 'all', found: 'all', as: 'number' }, true],
	[{ sent: 'all', found: 'none', as: 'number' }, false],
	[{ sent: '10.5', found: '11', as: 'rounded' }, true],
	[{ sent: '10.5', found: 10, as: 'rounded' }, true],
	[{ sent: '10', found: '10', as: 'rounded' }, true],
	[{ sent: '10', found: '11', as: 'rounded' }, false],
	[{ sent: '10', found: '9', as: 'rounded' }, false],
	[{ sent: '10', found: 'ten', as: 'rounded' }, false],
	[{ sent: 'ten', found: 'ten', as: 'rounded' }, true],
	[{ sent: '9876543210', found: '9876543210', as: 'mobile' }, true],
	[{ sent: '9876543210', found: '+91 (98765) 432-10', as: 'mobile' }, true],
	[{ sent: '919876543210', found: '9876543210', as: 'mobile' }, true],
	[{ sent: '9876543210', found: '0009876543210', as: 'mobile' }, true],
	[{ sent: '9876543210', found: '9876543211', as: 'mobile' }, false],
	[{ sent: '9876543210', found: '3210', as: 'mobile' }, false],
	[{ sent: '9876543210', found: '543210', as: 'mobile' }, false],
	[{ sent: '9876543210', found: '6543210', as: 'mobile' }, true],
	[{ sent: '3210', found: '3210', as: 'mobile' }, true],
	[{ sent: '9876543210', found: '******3210', as: 'mobile' }, true],
	[{ sent: '9876543210', found: '3210 is hidden', as: 'mobile' }, true],
	[{ sent: '9876543210', found: 'ends in 3210', as: 'mobile' }, true],
])('%j belongs to the same transaction: %s', (echo, expected) => {
	expect(isOwnTransaction([echo])).toBe(expected);
});

it('takes an answer for its own only if everything that it repeats was sent', () => {
	expect(
		isOwnTransaction([
			{ sent: '1', found: '1' },
			{ sent: '2', found: '3' },
		]),
	).toBe(false);
	expect(isOwnTransaction([])).toBe(true);
});
