import { FAULTS, describeFault, type FaultKind } from '../../../nodes/engine/operation/faults';
import type { OperationKind } from '../../../nodes/engine/operation/outcomes';
import { UNFRIENDLY } from '../../support/patterns';

const MAY_HAVE_ACTED = [
	'noAnswer',
	'providerDown',
	'unreadable',
	'undecryptable',
	'mismatched',
	'interrupted',
];
const REPEATABLE = 'It is safe to run it again\\.';

it.each<[OperationKind, nothingHappened: string, unknown: string]>([
	['send', 'Nothing was sent.', 'Delivery unknown.*Check before sending again\\.'],
	['verify', 'The code was not checked.', 'The code may have been used up\\. .*request a new code\\.'],
	['redeem', 'Nothing was redeemed.', 'The redemption may have been booked\\. .*'],
	['fetch', 'Nothing was fetched.', `Nothing was changed at the provider\\. ${REPEATABLE}`],
	['customer', 'Nothing was looked up.', `Nothing was changed at the provider\\. ${REPEATABLE}`],
	['check', 'Nothing was checked.', 'A code may have been sent\\. Check before running it again\\.'],
	['encrypt', 'Nothing was encrypted.', `Nothing was sent\\. ${REPEATABLE}`],
	['decrypt', 'Nothing was decrypted.', `Nothing was sent\\. ${REPEATABLE}`],
])('says of every fault of a %s node what the provider did, and what to do', (kind, nothing, unknown) => {
	for (const fault of Object.keys(FAULTS) as FaultKind[]) {
		const before = describeFault({ fault }, kind, 'Wibmo');
		expect(before.message).toMatch(/^(?=.*Wibmo)[A-Z].{14,}[A-Za-z]$/);
		expect(before.effect).toBe('none');
		expect(before.description.startsWith(`${nothing} `)).toBe(true);
		expect(before.description.slice(nothing.length)).toMatch(/^ [A-Z].*\.$/);

		const after = describeFault({ fault, effectLeft: true }, kind, 'Wibmo');
		if (MAY_HAVE_ACTED.includes(fault)) {
			expect(after.effect).toBe('unknown');
			expect(after.description).toMatch(new RegExp(`^${unknown} [A-Z]`));
			if (/^(send|verify|redeem)$/.test(kind)) expect(after.description).not.toMatch(/safe to run/i);
		} else expect(after).toEqual(before);
		for (const { message, description } of [before, after]) {
			expect(`${message} ${description}`).not.toMatch(UNFRIENDLY);
			// No placeholder is left.
			expect(message + description).not.toMatch(/[{}]/);
		}
	}
});

it('quotes what the provider said, as far as it said something', () => {
	const said = (more: object) =>
		describeFault({ fault: 'rejected', ...more }, 'send', 'Wibmo').description.split('message. ')[1];
	expect(said({ httpStatus: 400, statusCode: '5', providerMessage: 'no', reference: { id: '7' } })).toBe(
		'Wibmo responded: HTTP 400, code 5, "no", id 7.',
	);
	expect(said({ httpStatus: 400 })).toBe('Wibmo responded: HTTP 400.');
	expect(said({ statusCode: '5', providerMessage: '' })).toBe('Wibmo responded: code 5.');
	expect(said({})).toBeUndefined();
});
