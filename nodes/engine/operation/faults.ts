import type { OperationKind } from './outcomes';

/**
 * Why there is no trustworthy answer. Unlike an outcome, a fault is thrown, so that n8n's own *On Error*
 * setting, error output and error workflow apply.
 */
export type FaultKind =
	| 'credentialsRefused'
	| 'misaddressed'
	| 'redirected'
	| 'unreachable'
	| 'noAnswer'
	| 'providerDown'
	| 'rateLimited'
	| 'rejected'
	| 'unreadable'
	| 'undecryptable'
	| 'mismatched'
	| 'interrupted'
	| 'notRecorded';

/** A fault as reported by a provider's reader or the transport. Redacted before it is shown. */
export interface Fault {
	fault: FaultKind;
	/** The provider's own code, if it gave one. */
	statusCode?: string;
	httpStatus?: number;
	/** The provider's own message. */
	providerMessage?: string;
	/** Identifiers that the provider returned nevertheless, such as a redemption ID. */
	reference?: Record<string, string>;
	/** Advice for the builder about this answer, instead of the general advice. */
	hint?: string;
	/** Secrets from the exchange, which the message may repeat. Never stored. */
	secrets?: readonly string[];
	/** Whether the provider certainly received nothing: no connection became usable (DNS, TCP, TLS). */
	neverReceived?: boolean;
	/** Whether a request with an effect had been sent when the fault occurred. */
	effectLeft?: boolean;
}

/** Tells a fault from what the engine has in its place: a decision, an answer or a result. */
export function isFault(value: object): value is Fault {
	return 'fault' in value;
}

/** What the builder reads about a kind of fault. */
interface FaultText {
	/** `{provider}` is replaced with the provider's name. */
	message: string;
	advice: string;
	/** Whether the provider may have acted on the request. */
	effectUnknown: boolean;
}

/** The texts of every kind of fault. */
export const FAULTS: Readonly<Record<FaultKind, FaultText>> = {
	credentialsRefused: {
		message: '{provider} did not accept the credentials',
		advice:
			"Open the credential, compare each value with the provider's console, and check that the base URL or cluster belongs to the same environment (sandbox or production).",
		effectUnknown: false,
	},
	misaddressed: {
		message: '{provider} did not recognize the request URL',
		advice:
			"Open the credential and check the base URL or cluster and, if there is one, 'Path Prefix'. If the node has 'Path' under 'Provider Quirks', check it too.",
		effectUnknown: false,
	},
	redirected: {
		message: '{provider} returned a redirect, which is not followed',
		advice:
			'Check the base URL or cluster in the credential: it must be the final URL of the API, with https.',
		effectUnknown: false,
	},
	unreachable: {
		message: '{provider} could not be reached',
		advice:
			'Check the base URL or cluster in the credential for typos. If it is correct, ask your n8n administrator whether this instance can connect to it (DNS, firewall, proxy, certificate, SSRF protection for private addresses), and ask the provider whether the IP address of this instance must be added to an allowlist. The provider received no request, so it is safe to run it again.',
		effectUnknown: false,
	},
	noAnswer: {
		message: '{provider} did not respond in time, or the connection was lost',
		advice: "If this happens often, increase 'Timeout' under 'Options'.",
		effectUnknown: true,
	},
	providerDown: {
		message: '{provider} is currently unavailable',
		advice: "Check the provider's status page, or contact its support.",
		effectUnknown: true,
	},
	rateLimited: {
		message: '{provider} received too many requests',
		advice:
			"Wait, then run it again. For many items, add 'Batching' under 'Options' with fewer 'Items per Batch' or a longer 'Batch Interval'.",
		effectUnknown: false,
	},
	rejected: {
		message: '{provider} rejected the request',
		advice: "Check the fields of the node against the provider's message.",
		effectUnknown: false,
	},
	unreadable: {
		message: '{provider} returned an unexpected response',
		advice:
			"Check the base URL or cluster in the credential. If it is correct, contact the provider's support.",
		effectUnknown: true,
	},
	undecryptable: {
		message: 'The response from {provider} could not be decrypted',
		advice:
			"Check 'Crypto Base URL' in the credential: it must belong to the same environment as 'Operations Base URL'.",
		effectUnknown: true,
	},
	mismatched: {
		message: 'The response from {provider} belongs to another transaction',
		advice: "The response was discarded. Contact the provider's support.",
		effectUnknown: true,
	},
	interrupted: {
		message: 'A previous attempt was interrupted before {provider} responded',
		advice: 'The request was not repeated.',
		effectUnknown: true,
	},
	notRecorded: {
		message: 'The request to {provider} could not be recorded first, so it was not made',
		advice:
			"Save the workflow, check the database of this n8n, and run it again: 'Send Once Per' needs a record before a message is sent.",
		effectUnknown: false,
	},
};

/** What to do if the provider may have acted. */
export const EFFECT_UNKNOWN: Readonly<Record<OperationKind, string>> = {
	send: 'Delivery unknown: the message may have been sent. Check before sending again.',
	verify: 'The code may have been used up. Do not treat the user as verified; request a new code.',
	redeem: 'The redemption may have been booked. Check before redeeming again.',
	fetch: 'Nothing was changed at the provider. It is safe to run it again.',
	customer: 'Nothing was changed at the provider. It is safe to run it again.',
	check: 'A code may have been sent. Check before running it again.',
	encrypt: 'Nothing was sent. It is safe to run it again.',
	decrypt: 'Nothing was sent. It is safe to run it again.',
};

const NOTHING_HAPPENED: Readonly<Record<OperationKind, string>> = {
	send: 'Nothing was sent.',
	verify: 'The code was not checked.',
	redeem: 'Nothing was redeemed.',
	fetch: 'Nothing was fetched.',
	customer: 'Nothing was looked up.',
	check: 'Nothing was checked.',
	encrypt: 'Nothing was encrypted.',
	decrypt: 'Nothing was decrypted.',
};

/** A fault as an error or an item reports it. */
export interface FaultReport {
	message: string;
	description: string;
	/** `none`: the provider did nothing. `unknown`: it may have acted. */
	effect: 'none' | 'unknown';
}

/** Whether the provider may have acted on the request. */
export function effectOf({ fault, effectLeft }: Fault): FaultReport['effect'] {
	return effectLeft && FAULTS[fault].effectUnknown ? 'unknown' : 'none';
}

/**
 * Describes a fault: what happened, whether the provider may have acted, and what to do. n8n's own default
 * texts advise to retry, which would send a message twice.
 */
export function describeFault(fault: Fault, kind: OperationKind, providerName: string): FaultReport {
	const { message, advice } = FAULTS[fault.fault];
	const effect = effectOf(fault);
	const details = [
		fault.httpStatus === undefined ? '' : `HTTP ${fault.httpStatus}`,
		fault.statusCode === undefined ? '' : `code ${fault.statusCode}`,
		fault.providerMessage ? `"${fault.providerMessage}"` : '',
		...Object.entries(fault.reference ?? {}).map(([name, value]) => `${name} ${value}`),
	].filter((part) => part !== '');
	return {
		message: message.replace('{provider}', providerName),
		description: [
			effect === 'unknown' ? EFFECT_UNKNOWN[kind] : NOTHING_HAPPENED[kind],
			fault.hint ?? advice,
			details.length > 0 ? `${providerName} responded: ${details.join(', ')}.` : '',
		]
			.filter((part) => part !== '')
			.join(' '),
		effect,
	};
}
