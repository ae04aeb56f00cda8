import type { OperationKind, Outcome, Reason } from '../../nodes/engine/operation/outcomes';

/** What an output means and what the builder does next, in the words of the README. */
interface Advice {
	meaning: string;
	next: string;
}

const SEND: Record<string, Advice> = {
	'Not Sent': {
		meaning: 'The provider says that it did not send. `reason` says why.',
		next: 'Correct the request, or take another channel or provider.',
	},
	Throttled: {
		meaning: 'Too many codes, or too soon after the last one.',
		next: 'Wait, for `retryAfterSeconds` where the provider says it, then try again.',
	},
	Sent: { meaning: 'A message is on its way.', next: 'Ask the person for the code.' },
};

const VERIFY: Record<string, Advice> = {
	Blocked: {
		meaning: 'Attempts used up, too many calls, or a refusal that is not about the code.',
		next: 'Stop. Tell the person to start again later.',
	},
	Expired: { meaning: 'The code is no longer valid.', next: 'Send a new code.' },
	'Wrong Code': {
		meaning:
			'The code is wrong. With `reason` `incorrectOrExpired` the provider does not tell whether it is wrong or too old.',
		next: 'Ask the person again, a limited number of times.',
	},
	Verified: { meaning: 'The provider confirmed the code.', next: 'Go on.' },
};

/** By kind of node and label of the output. */
export const ADVICE: Readonly<Record<OperationKind, Readonly<Record<string, Advice>>>> = {
	send: SEND,
	verify: VERIFY,
	fetch: {
		'Not Found': {
			meaning: 'There is no valid code, or no such customer.',
			next: 'Send a code, or check the customer.',
		},
		Found: { meaning: 'There is a code that is still valid.', next: 'Go on. `expiresAt` says until when.' },
	},
	customer: {
		'Not Found': { meaning: 'The provider does not know the customer yet.', next: 'Register the customer.' },
		Created: {
			meaning: 'The customer exists and is not verified.',
			next: 'Send a code for customer registration.',
		},
		'No OVD': {
			meaning: 'The customer is verified, and an officially valid document (OVD) is missing.',
			next: 'Ask for the document, and register the customer again with it.',
		},
		Verified: {
			meaning: "The customer and the customer's document are verified. It says nothing of a code.",
			next: 'Go on, for example with a code for the transaction.',
		},
	},
	check: {
		'Not Redeemable': {
			meaning: 'The points cannot be redeemed, or the code could not be sent. `reason` says why.',
			next: 'Tell the customer.',
		},
		Redeemable: {
			meaning: 'The points can be redeemed, and with *Issue OTP* on a message is on its way.',
			next: 'Ask the customer for the code, then redeem.',
		},
	},
	redeem: {
		Refused: {
			meaning: 'The provider does not redeem. `reason` says why.',
			next: 'Tell the customer. This call booked nothing.',
		},
		'Wrong Code': {
			meaning:
				'The code is wrong or too old. With `reason` `incorrectCouponOrCode` it may also be the coupon.',
			next: 'Ask the customer again, a limited number of times.',
		},
		Redeemed: { meaning: 'The redemption is booked.', next: 'Go on. Do not redeem again.' },
	},
	encrypt: { Encrypted: { meaning: 'The token is made. Nothing was sent.', next: 'Send it.' } },
	decrypt: {
		Decrypted: {
			meaning: 'The token is opened. It may hold a refusal: read `statusCode`.',
			next: 'Go on, if `statusCode` is the one that you expect.',
		},
	},
};

/** Every `outcome`, in a few words. */
export const OUTCOMES: Readonly<Record<Outcome, string>> = {
	sent: 'a message is on its way',
	throttled: 'too many codes, or too soon',
	notSent: 'the provider says that it did not send',
	verified: 'the provider confirmed the code',
	wrongCode: 'the code is wrong, or perhaps too old',
	expired: 'the code is no longer valid',
	blocked: 'stop: attempts used up, too many calls, or a refusal that is not about the code',
	found: 'the look-up found something',
	notFound: 'the look-up found nothing',
	redeemable: 'the points can be redeemed',
	notRedeemable: 'the points cannot be redeemed, or the code could not be sent',
	redeemed: 'the redemption is booked',
	refused: 'the provider does not redeem',
	encrypted: 'the token is made',
	decrypted: 'the token is opened',
};

/** Every `reason`, in the order of the list in the code. */
export const REASONS: Readonly<Record<Reason, string>> = {
	accepted: 'The provider said yes in its own explicit words.',
	reissued: 'The provider sent the code that is still valid once more.',
	invalidRecipient: 'The address or number is not one that the provider can send to.',
	recipientNotRegistered: 'The provider does not know this person.',
	invalidRequest: 'A field is missing or has a value that the provider does not take.',
	deliveryFailed: 'The provider tried and could not hand the message over.',
	notConfigured: 'A template, channel or gateway is not set up at the provider.',
	notAllowed: 'The provider does not allow this call for this person or account.',
	sendLimit: 'The number of codes for this recipient is used up.',
	cooldown: 'A code went out a moment ago, or another call for the same person is running. Wait.',
	rateLimited: 'Too many calls.',
	incorrectCode: 'The code is wrong.',
	incorrectOrExpired: 'The code is wrong or no longer valid; the provider does not say which.',
	codeExpired: 'The code was right once and is no longer valid.',
	attemptsExhausted: 'Too many wrong codes.',
	noValidCode: 'There is no valid code for this person.',
	incorrectCouponOrCode: 'The coupon or the code is wrong; the provider does not say which.',
	codeRequired: 'The redemption takes a code, and none was given.',
	codeNotExpected: 'The redemption takes no code, and one was given.',
	insufficientBalance: 'The balance is too low.',
	notRedeemable: 'The coupon or the points cannot be redeemed, or not any more.',
	duplicateReference: 'The same reference was used before.',
	tryLater: 'The provider asks to try again later.',
	notOnboarded: 'The provider does not know the customer yet.',
	customerCreated: 'The customer exists and is not verified.',
	documentMissing: 'The customer is verified, and a document is missing.',
	customerVerified: 'The customer is verified.',
	notVerified: 'The provider accepted the call, but the customer is not verified.',
	unclassified: 'The provider refused with words or a code that no table knows.',
};

/** Fields below `reference`, and those that a node adds to the common ones. */
export const REFERENCES: Readonly<Record<string, string>> = {
	requestId: 'names the code that was sent; the nodes that verify and retry take it as *Request ID*',
	returnedRequestId: 'the request ID of the retry, where it differs; verify with `requestId`',
	transactionId: "tracks one person in the provider's dashboard; use it again in the next nodes",
	clientTxnId: "your own ID of this call; the provider's support asks for it",
	messageCode: 'the operation that the token is for',
	username: 'the user name that the call was made with; the validation takes the same one',
	externalRefNumber: 'your reference of the transaction; the validation takes the same one',
	parentTxnId: "iServeU's own ID of the transaction",
	action: 'what the code is for; the next node takes the same one',
	createdId: "Capillary's ID of the request; `1` when the code that is still valid went out again",
	userId: "Capillary's ID of the customer",
	orgId: "Capillary's ID of your organisation",
	externalReferenceNumber: 'your own ID of the redemption; Capillary refuses it a second time',
	redemptionId: "Capillary's ID of the redemption",
	couponCode: 'the coupon',
	token: 'the encrypted payload: whoever holds it can send it, so do not store it longer than needed',
	content: 'what was in the token, without codes and secrets',
	code: 'the code itself, only with *Reveal Code* on',
};
