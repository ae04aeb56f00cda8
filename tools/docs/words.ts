import type { OperationKind, Outcome, Reason } from '../../nodes/engine/operation/outcomes';

/** What an output means and what to do next, as in the README. */
interface Advice {
	meaning: string;
	next: string;
}

const SEND: Record<string, Advice> = {
	'Not Sent': {
		meaning: 'Nothing was sent: the provider refused, or a value was mistyped. `reason` says why.',
		next: 'Ask the user to correct it, or use another channel or provider.',
	},
	Throttled: {
		meaning: 'Too many codes, or too soon after the last one.',
		next: 'Wait (`retryAfterSeconds`, if the provider gives it), then try again.',
	},
	Sent: { meaning: 'A message is on its way.', next: 'Ask the user for the code.' },
};

const VERIFY: Record<string, Advice> = {
	Blocked: {
		meaning: 'No attempts left, too many calls, or a refusal that is not about the code.',
		next: 'Stop. Tell the user to start again later.',
	},
	Expired: { meaning: 'The code is no longer valid.', next: 'Send a new code.' },
	'Wrong Code': {
		meaning:
			'The code is wrong. With `reason` `incorrectOrExpired` it may also have expired; with `malformedCode` the text cannot be a code.',
		next: 'Ask the user again, a limited number of times.',
	},
	Verified: { meaning: 'The provider confirmed the code.', next: 'Continue.' },
};

/** By kind of node and label of the output. */
export const ADVICE: Readonly<Record<OperationKind, Readonly<Record<string, Advice>>>> = {
	send: SEND,
	verify: VERIFY,
	fetch: {
		'Not Found': {
			meaning: 'There is no valid code or no such customer, or the number or address was mistyped.',
			next: 'Send a code, or check the customer.',
		},
		Found: {
			meaning: 'There is a valid code.',
			next: 'Continue. `expiresAt` says until when the code is valid.',
		},
	},
	customer: {
		'Not Found': {
			meaning: 'The provider does not know the customer yet, or the number was mistyped.',
			next: 'Register the customer, or ask for the number again.',
		},
		Created: {
			meaning: 'The customer exists but is not verified.',
			next: 'Send a code for customer registration.',
		},
		'No OVD': {
			meaning: 'The customer is verified, but an officially valid document (OVD) is missing.',
			next: 'Ask for the document, then register the customer again with it.',
		},
		Verified: {
			meaning: "The customer and the customer's document are verified. This is not about a code.",
			next: 'Continue, for example with a code for the transaction.',
		},
	},
	check: {
		'Not Redeemable': {
			meaning:
				'The points cannot be redeemed, the code could not be sent, or a value was mistyped. `reason` says why.',
			next: 'Tell the customer.',
		},
		Redeemable: {
			meaning: 'The points can be redeemed. With *Issue OTP* on, a message is on its way.',
			next: 'Ask the customer for the code, then redeem.',
		},
	},
	redeem: {
		Refused: {
			meaning: 'The provider refuses the redemption, or a value was mistyped. `reason` says why.',
			next: 'Tell the customer. This call booked nothing.',
		},
		'Wrong Code': {
			meaning:
				'The code is wrong or expired. With `reason` `incorrectCouponOrCode` it may also be the coupon; with `malformedCode` the text cannot be a code.',
			next: 'Ask the customer again, a limited number of times.',
		},
		Redeemed: { meaning: 'The redemption is booked.', next: 'Continue. Do not redeem again.' },
	},
	encrypt: { Encrypted: { meaning: 'The payload is encrypted. Nothing was sent.', next: 'Send the token.' } },
	decrypt: {
		Decrypted: {
			meaning: 'The token is decrypted. It may contain a refusal: check `statusCode`.',
			next: 'Continue if `statusCode` is the one that you expect.',
		},
	},
};

/** Every `outcome`, in short. */
export const OUTCOMES: Readonly<Record<Outcome, string>> = {
	sent: 'a message is on its way',
	throttled: 'too many codes, or too soon',
	notSent: 'nothing was sent: the provider refused, or a value was mistyped',
	verified: 'the provider confirmed the code',
	wrongCode: 'the code is wrong, or possibly expired',
	expired: 'the code is no longer valid',
	blocked: 'no attempts left, too many calls, or a refusal that is not about the code',
	found: 'the lookup found something',
	notFound: 'the lookup found nothing',
	redeemable: 'the points can be redeemed',
	notRedeemable: 'the points cannot be redeemed, or the code could not be sent',
	redeemed: 'the redemption is booked',
	refused: 'the provider refuses the redemption',
	encrypted: 'the payload is encrypted',
	decrypted: 'the token is decrypted',
};

/** Every `reason`, in the order of the list in the code. */
export const REASONS: Readonly<Record<Reason, string>> = {
	accepted: 'The provider explicitly confirmed.',
	reissued: 'The provider resent the code that is still valid.',
	invalidRecipient: 'The text is no address or number, or the provider cannot send to it.',
	recipientNotRegistered: 'The recipient is not registered with the provider.',
	invalidRequest: 'A value was mistyped, or the provider does not accept it or misses one.',
	deliveryFailed: 'The provider could not deliver the message.',
	notConfigured: 'A template, channel or gateway is not set up at the provider.',
	notAllowed: 'The provider does not allow this call for this recipient or account.',
	sendLimit: 'The recipient has reached the limit of codes.',
	cooldown: 'A code was sent a moment ago, or another call for the same recipient is running. Wait.',
	rateLimited: 'Too many calls.',
	malformedCode: 'What the user typed cannot be a code. Nothing was sent, and no attempt was used.',
	incorrectCode: 'The code is wrong.',
	incorrectOrExpired: 'The code is wrong or has expired; the provider does not say which.',
	codeExpired: 'The code has expired.',
	attemptsExhausted: 'Too many wrong codes.',
	noValidCode: 'There is no valid code for this recipient.',
	incorrectCouponOrCode: 'The coupon or the code is wrong; the provider does not say which.',
	codeRequired: 'The redemption requires a code, but none was given.',
	codeNotExpected: 'The redemption takes no code, but one was given.',
	insufficientBalance: 'The balance is too low.',
	notRedeemable: 'The coupon or the points cannot be redeemed, or no longer can.',
	duplicateReference: 'The same reference was used before.',
	tryLater: 'The provider asks to try again later.',
	notOnboarded: 'The provider does not know the customer yet.',
	customerCreated: 'The customer exists but is not verified.',
	documentMissing: 'The customer is verified, but a document is missing.',
	customerVerified: 'The customer is verified.',
	notVerified: 'The provider accepted the call, but the customer is not verified.',
	unclassified: 'The provider refused with an unknown code or message.',
};

/** Fields below `reference`, and those that a node adds to the common ones. */
export const REFERENCES: Readonly<Record<string, string>> = {
	requestId: 'identifies the code that was sent; the verify and retry nodes take it as *Request ID*',
	returnedRequestId: 'the request ID of the retry, if it differs; verify with `requestId`',
	transactionId: "tracks one user in the provider's dashboard; reuse it in the next nodes",
	clientTxnId: "your own ID of this call; the provider's support asks for it",
	messageCode: 'the operation that the token is for',
	username: 'the username of the call; verify with the same one',
	externalRefNumber: 'your reference of the transaction; verify with the same one',
	parentTxnId: "iServeU's own ID of the transaction",
	action: 'the purpose of the code; use the same one in the next node',
	createdId: "Capillary's ID of the request; `1` if the code that is still valid was resent",
	userId: "Capillary's ID of the customer",
	orgId: "Capillary's ID of your organization",
	externalReferenceNumber: 'your own ID of the redemption; Capillary accepts it only once',
	redemptionId: "Capillary's ID of the redemption",
	couponCode: 'the code of the coupon',
	token: 'the encrypted payload; anyone who has it can send it, so do not store it longer than needed',
	content: 'the content of the token, without codes and secrets',
	code: 'the code itself; only with *Reveal Code* on',
};
