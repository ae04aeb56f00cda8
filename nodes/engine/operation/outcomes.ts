/**
 * What a provider's answer can mean, as closed lists that are the same for every provider,
 * and the branches that the meanings leave through.
 */

/** What a node does. It decides which branches the node has. */
export type OperationKind =
	| 'send'
	| 'verify'
	| 'fetch'
	| 'customer'
	| 'check'
	| 'redeem'
	| 'encrypt'
	| 'decrypt';

/** What the builder does next. */
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

/** Why the provider answered so. Finer than the outcome, and the same words for every provider. */
export type Reason =
	/** The provider said yes in its own explicit words. */
	| 'accepted'
	/** The provider sent the code that is still valid once more. */
	| 'reissued'
	/** The address or number is not one that the provider can send to. */
	| 'invalidRecipient'
	/** The provider does not know this person. */
	| 'recipientNotRegistered'
	/** A field is missing or has a value that the provider does not take. */
	| 'invalidRequest'
	/** The provider tried and could not hand the message over. */
	| 'deliveryFailed'
	/** A template, channel or gateway is not set up at the provider. */
	| 'notConfigured'
	/** The provider does not allow this call for this person or account. */
	| 'notAllowed'
	/** The number of codes for this recipient is used up. */
	| 'sendLimit'
	/** A code went out a moment ago; wait before asking for the next. */
	| 'cooldown'
	/** Too many calls. */
	| 'rateLimited'
	/** The code is wrong. */
	| 'incorrectCode'
	/** The code is wrong or no longer valid; the provider does not say which. */
	| 'incorrectOrExpired'
	/** The code was right once and is no longer valid. */
	| 'codeExpired'
	/** Too many wrong codes. */
	| 'attemptsExhausted'
	/** There is no valid code for this person. */
	| 'noValidCode'
	/** The coupon or the code is wrong; the provider does not say which. */
	| 'incorrectCouponOrCode'
	/** The redemption takes a code, and none was given. */
	| 'codeRequired'
	/** The redemption takes no code, and one was given. */
	| 'codeNotExpected'
	/** The balance is too low. */
	| 'insufficientBalance'
	/** The coupon or the points cannot be redeemed, or not any more. */
	| 'notRedeemable'
	/** The same reference was used before. */
	| 'duplicateReference'
	/** The provider asks to try again later. */
	| 'tryLater'
	/** The provider does not know the customer yet. */
	| 'notOnboarded'
	/** The customer exists and is not verified. */
	| 'customerCreated'
	/** The customer is verified, and a document is missing. */
	| 'documentMissing'
	/** The customer is verified. */
	| 'customerVerified'
	/** The provider took the call, and the customer is not verified all the same. */
	| 'notVerified'
	/** The provider refused with words or a code that no table knows. */
	| 'unclassified';

/** A named output: its label on the canvas, and what leaves through it. */
export interface Branch {
	label: string;
	outcome: Outcome;
	/** Where several branches share an outcome, the reason that leaves through this one. */
	reason?: Reason;
}

/**
 * The branches of each kind of node, worst first and best last. n8n lets items out of the first
 * output when a node is disabled, when *Always Output Data* is on and when a node stops under a
 * *Continue* setting, so the first output never grants anything.
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
const WRONG_CODES: readonly Reason[] = ['incorrectCode', 'incorrectOrExpired', 'incorrectCouponOrCode'];
const SUCCESSES: readonly Reason[] = [
	'accepted',
	'reissued',
	'customerCreated',
	'documentMissing',
	'customerVerified',
];
const ABSENCES: readonly Reason[] = ['noValidCode', 'recipientNotRegistered', 'notOnboarded'];

/**
 * The outcome that a reason stands for. Every reason that is not named here is a refusal, so a
 * reason that is added later can never grant anything by accident.
 *
 * @param kind what the node does
 * @param reason why the provider answered so
 * @returns the outcome; a kind without a matching branch answers with its worst one
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
 * Whether a kind of node has a branch for a reason. A look-up can only say that there is nothing,
 * and encrypting and decrypting have no branches: there, other refusals are faults.
 *
 * @param kind what the node does
 * @param reason why the provider answered so
 */
export function hasBranch(kind: OperationKind, reason: Reason): boolean {
	if (SUCCESSES.includes(reason)) return true;
	if (BRANCHES[kind].length === 1) return false;
	return kind === 'fetch' || kind === 'customer' ? ABSENCES.includes(reason) : true;
}

/**
 * The position of the output that a decision leads to.
 *
 * @param kind what the node does
 * @param decision the outcome and the reason of one item
 */
export function branchIndex(
	kind: OperationKind,
	{ outcome, reason }: { outcome: Outcome; reason: Reason },
): number {
	const index = BRANCHES[kind].findIndex(
		(branch) => branch.outcome === outcome && (branch.reason === undefined || branch.reason === reason),
	);
	return Math.max(0, index);
}

/**
 * Whether an outcome lets the person go on: the code went out, was right, or was found.
 *
 * @param kind what the node does
 * @param outcome the outcome of one item
 */
export function isGranting(kind: OperationKind, outcome: Outcome): boolean {
	const branches = BRANCHES[kind];
	return outcome === branches[branches.length - 1].outcome;
}
