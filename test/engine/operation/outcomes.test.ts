import {
	branchIndex,
	isGranting,
	outcomeOf,
	type OperationKind,
	type Reason,
} from '../../../nodes/engine/operation/outcomes';

const REFUSALS: Reason[] = [
	...(['invalidRecipient', 'recipientNotRegistered', 'invalidRequest', 'deliveryFailed'] as const),
	...(['notConfigured', 'notAllowed', 'sendLimit', 'cooldown', 'rateLimited', 'incorrectCode'] as const),
	...(['incorrectOrExpired', 'codeExpired', 'attemptsExhausted', 'noValidCode', 'unclassified'] as const),
];
const BRANCHING: OperationKind[] = ['send', 'verify', 'fetch', 'customer', 'check', 'redeem'];

it.each(BRANCHING)('never grants at a %s node for a refusal', (kind) => {
	const grants = (reason: Reason) => isGranting(kind, outcomeOf(kind, reason));
	expect(REFUSALS.filter(grants)).toEqual([]);
	expect((['accepted', 'reissued'] as const).every(grants)).toBe(true);
});

it('routes what a node has no branch for to its first output, which never grants', () => {
	expect(branchIndex('customer', { outcome: 'found', reason: 'accepted' })).toBe(0);
	expect(branchIndex('verify', { outcome: 'sent', reason: 'accepted' })).toBe(0);
});
