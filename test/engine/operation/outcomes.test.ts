import {
	branchIndex,
	BRANCHES,
	hasBranch,
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

it('has a branch for what a look-up can tell, and for every answer of the others', () => {
	const kindsWith = (reason: Reason) =>
		(Object.keys(BRANCHES) as OperationKind[]).filter((kind) => hasBranch(kind, reason)).sort();
	for (const reason of ['unclassified', 'rateLimited'] as const)
		expect(kindsWith(reason)).toEqual(['check', 'redeem', 'send', 'verify']);
	for (const reason of ['noValidCode', 'recipientNotRegistered', 'notOnboarded'] as const)
		expect(kindsWith(reason)).toEqual([...BRANCHING].sort());
	expect(kindsWith('accepted')).toEqual(Object.keys(BRANCHES).sort());
});

it.each<[OperationKind, Partial<Record<Reason, string>>]>([
	[
		'send',
		{ cooldown: 'throttled', sendLimit: 'throttled', rateLimited: 'throttled', codeExpired: 'notSent' },
	],
	['verify', { incorrectOrExpired: 'wrongCode', codeExpired: 'expired', rateLimited: 'blocked' }],
	['redeem', { incorrectCode: 'wrongCode', incorrectCouponOrCode: 'wrongCode', codeExpired: 'refused' }],
])('tells waiting, wrong and expired apart where a %s node has a branch for it', (kind, outcomes) => {
	for (const [reason, outcome] of Object.entries(outcomes))
		expect([reason, outcomeOf(kind, reason as Reason)]).toEqual([reason, outcome]);
});

it('routes what a node has no branch for to its first output, which never grants', () => {
	expect(branchIndex('customer', { outcome: 'found', reason: 'accepted' })).toBe(0);
	expect(branchIndex('verify', { outcome: 'sent', reason: 'accepted' })).toBe(0);
});
