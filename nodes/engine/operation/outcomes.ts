/**
 * What a provider's answer can mean, as closed lists that are the same for every provider, and the
 * branches that each meaning is routed to.
 */

/** What a node does. Determines its branches. */
export type OperationKind =
	| 'send'
	| 'verify'
	| 'fetch'
	| 'customer'
	| 'check'
	| 'redeem'
	| 'encrypt'
	| 'decrypt';

/** What the builder branches on. */
export type Outcome =
	| 'sent'
	| 'throttled'
	| 'notSent'
	| 'verified'
	| 'wrongCode'
	| 'expired'
	| 'blocked'
	| 'found'
	| 'notFound'
	| 'redeemable'
	| 'notRedeemable'
	| 'redeemed'
	| 'refused'
	| 'encrypted'
	| 'decrypted';

/** Why the provider decided so: more specific than the outcome, and the same for every provider. */
export type Reason =
	/** The provider explicitly said yes. */
	| 'accepted'
	/** The provider sent the code that is still valid again. */
	| 'reissued'
	/** The address or number is not one that the provider can send to. */
	| 'invalidRecipient'
	/** The provider does not know this recipient. */
	| 'recipientNotRegistered'
	/** A field is missing or has a value that the provider does not accept. */
	| 'invalidRequest'
	/** The provider could not deliver the message. */
	| 'deliveryFailed'
	/** A template, channel or gateway is not set up at the provider. */
	| 'notConfigured'
	/** The provider does not allow this request for this recipient or account. */
	| 'notAllowed'
	/** The recipient has reached the maximum number of codes. */
	| 'sendLimit'
	/** A code was sent recently; wait before requesting the next one. */
	| 'cooldown'
	/** Too many requests. */
	| 'rateLimited'
	/** The text that the user typed cannot be a code. Nothing was sent, and no attempt was used. */
	| 'malformedCode'
	/** The code is wrong. */
	| 'incorrectCode'
	/** The code is wrong or no longer valid; the provider does not say which. */
	| 'incorrectOrExpired'
	/** The code is correct but no longer valid. */
	| 'codeExpired'
	/** Too many wrong codes. */
	| 'attemptsExhausted'
	/** There is no valid code for this recipient. */
	| 'noValidCode'
	/** The coupon or the code is wrong; the provider does not say which. */
	| 'incorrectCouponOrCode'
	/** The redemption requires a code, and none was given. */
	| 'codeRequired'
	/** The redemption takes no code, and one was given. */
	| 'codeNotExpected'
	/** The balance is too low. */
	| 'insufficientBalance'
	/** The coupon or the points cannot be redeemed, or can no longer be redeemed. */
	| 'notRedeemable'
	/** The same reference was used before. */
	| 'duplicateReference'
	/** The provider asks to try again later. */
	| 'tryLater'
	/** The provider does not know the customer yet. */
	| 'notOnboarded'
	/** The customer exists but is not verified. */
	| 'customerCreated'
	/** The customer is verified, but a document is missing. */
	| 'documentMissing'
	/** The customer is verified. */
	| 'customerVerified'
	/** The provider accepted the request, but the customer is not verified. */
	| 'notVerified'
	/** The provider refused with an unknown code or message. */
	| 'unclassified';

/** A named output, and the items that are routed to it. */
export interface Branch {
	label: string;
	outcome: Outcome;
	/** The reason that is routed to this branch, if several branches share an outcome. */
	reason?: Reason;
}

/**
 * The branches of each kind of node, worst first and best last. n8n routes items to the first output when a
 * node is disabled, when *Always Output Data* is on and when a node stops under a *Continue* setting, so
 * the first output never grants anything.
 */
export const BRANCHES: Readonly<Record<OperationKind, readonly Branch[]>> = {
	send: [
		{ label: 'Not Sent', outcome: 'notSent' },
		{ label: 'Throttled', outcome: 'throttled' },
		{ label: 'Sent', outcome: 'sent' },
	],
	verify: [
		{ label: 'Blocked', outcome: 'blocked' },
		{ label: 'Expired', outcome: 'expired' },
		{ label: 'Wrong Code', outcome: 'wrongCode' },
		{ label: 'Verified', outcome: 'verified' },
	],
	fetch: [
		{ label: 'Not Found', outcome: 'notFound' },
		{ label: 'Found', outcome: 'found' },
	],
	customer: [
		{ label: 'Not Found', outcome: 'notFound' },
		{ label: 'Created', outcome: 'found', reason: 'customerCreated' },
		{ label: 'No OVD', outcome: 'found', reason: 'documentMissing' },
		{ label: 'Verified', outcome: 'found', reason: 'customerVerified' },
	],
	check: [
		{ label: 'Not Redeemable', outcome: 'notRedeemable' },
		{ label: 'Redeemable', outcome: 'redeemable' },
	],
	redeem: [
		{ label: 'Refused', outcome: 'refused' },
		{ label: 'Wrong Code', outcome: 'wrongCode' },
		{ label: 'Redeemed', outcome: 'redeemed' },
	],
	encrypt: [{ label: 'Encrypted', outcome: 'encrypted' }],
	decrypt: [{ label: 'Decrypted', outcome: 'decrypted' }],
};

const THROTTLES: readonly Reason[] = ['cooldown', 'sendLimit', 'rateLimited'];
const WRONG_CODES: readonly Reason[] = [
	'malformedCode',
	'incorrectCode',
	'incorrectOrExpired',
	'incorrectCouponOrCode',
];
const SUCCESSES: readonly Reason[] = [
	'accepted',
	'reissued',
	'customerCreated',
	'documentMissing',
	'customerVerified',
];
const ABSENCES: readonly Reason[] = [
	'noValidCode',
	'invalidRecipient',
	'recipientNotRegistered',
	'notOnboarded',
];

/**
 * The outcome of a reason. Every reason that is not listed above is a refusal, so a reason that is added
 * later cannot grant anything by accident.
 *
 * @returns the worst outcome of the kind, if it has no matching branch
 */
export function outcomeOf(kind: OperationKind, reason: Reason): Outcome {
	const branches = BRANCHES[kind];
	if (SUCCESSES.includes(reason)) return branches[branches.length - 1].outcome;

	const wanted: Outcome | undefined = THROTTLES.includes(reason)
		? 'throttled'
		: WRONG_CODES.includes(reason)
			? 'wrongCode'
			: reason === 'codeExpired'
				? 'expired'
				: undefined;
	return branches.find(({ outcome }) => outcome === wanted)?.outcome ?? branches[0].outcome;
}

/**
 * Whether a kind of node has a branch for a reason. The only refusal of a lookup is that nothing was found,
 * and encrypting and decrypting have no branches: their other refusals are faults.
 */
export function hasBranch(kind: OperationKind, reason: Reason): boolean {
	if (SUCCESSES.includes(reason)) return true;
	if (BRANCHES[kind].length === 1) return false;
	return kind === 'fetch' || kind === 'customer' ? ABSENCES.includes(reason) : true;
}

/** The index of the output that a decision is routed to. */
export function branchIndex(
	kind: OperationKind,
	{ outcome, reason }: { outcome: Outcome; reason: Reason },
): number {
	const index = BRANCHES[kind].findIndex(
		(branch) => branch.outcome === outcome && (branch.reason === undefined || branch.reason === reason),
	);
	return Math.max(0, index);
}

/** Whether an outcome is the success of its kind: the code was sent, verified or found. */
export function isGranting(kind: OperationKind, outcome: Outcome): boolean {
	const branches = BRANCHES[kind];
	return outcome === branches[branches.length - 1].outcome;
}
