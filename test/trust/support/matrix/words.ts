import type { Kind } from '../../../contracts/contract';

/** What a person reads first, and last; and whether the provider may have acted on a call that it acts on at all. */
const words = (mayHaveActed: boolean) => (happened: string, advice: string) => ({
	happened: (provider: string) => happened.replace('{provider}', provider),
	advice,
	mayHaveActed,
});
const turnedAway = words(false);
const unclear = words(true);

/** What a person reads about a fault, by what it is called in `error.fault`. */
export const WORDS = {
	unreachable: turnedAway(
		'{provider} could not be reached',
		'Check the base URL or cluster in the credential for typos. If it is correct, ask your n8n administrator whether this instance can connect to it (DNS, firewall, proxy, certificate, SSRF protection for private addresses), and ask the provider whether the IP address of this instance must be added to an allowlist. The provider received no request, so it is safe to run it again.',
	),
	noAnswer: unclear(
		'{provider} did not respond in time, or the connection was lost',
		"If this happens often, increase 'Timeout' under 'Options'.",
	),
	redirected: turnedAway(
		'{provider} returned a redirect, which is not followed',
		'Check the base URL or cluster in the credential: it must be the final URL of the API, with https.',
	),
	undecryptable: unclear(
		'The response from {provider} could not be decrypted',
		"Check 'Crypto Base URL' in the credential: it must belong to the same environment as 'Operations Base URL'.",
	),
	unreadable: unclear(
		'{provider} returned an unexpected response',
		"Check the base URL or cluster in the credential. If it is correct, contact the provider's support.",
	),
	rejected: turnedAway(
		'{provider} rejected the request',
		"Check the fields of the node against the provider's message.",
	),
	credentialsRefused: turnedAway(
		'{provider} did not accept the credentials',
		"Open the credential, compare each value with the provider's console, and check that the base URL or cluster belongs to the same environment (sandbox or production).",
	),
	misaddressed: turnedAway(
		'{provider} did not recognize the request URL',
		"Open the credential and check the base URL or cluster and, if there is one, 'Path Prefix'. If the node has 'Path' under 'Provider Quirks', check it too.",
	),
	providerDown: unclear(
		'{provider} is currently unavailable',
		"Check the provider's status page, or contact its support.",
	),
	rateLimited: turnedAway(
		'{provider} received too many requests',
		"Wait, then run it again. For many items, add 'Batching' under 'Options' with fewer 'Items per Batch' or a longer 'Batch Interval'.",
	),
};

export type FaultWord = keyof typeof WORDS;

/**
 * Whether something was sent: where the provider may have acted, and where it has not. Nodes that only
 * ask, encrypt or decrypt change nothing at the provider.
 */
export const EFFECT: Record<Kind, { unknown?: string; none: string }> = {
	send: {
		unknown: 'Delivery unknown: the message may have been sent. Check before sending again.',
		none: 'Nothing was sent.',
	},
	verify: {
		unknown: 'The code may have been used up. Do not treat the user as verified; request a new code.',
		none: 'The code was not checked.',
	},
	redeem: {
		unknown: 'The redemption may have been booked. Check before redeeming again.',
		none: 'Nothing was redeemed.',
	},
	check: {
		unknown: 'A code may have been sent. Check before running it again.',
		none: 'Nothing was checked.',
	},
	fetch: { none: 'Nothing was fetched.' },
	customer: { none: 'Nothing was looked up.' },
	encrypt: { none: 'Nothing was encrypted.' },
	decrypt: { none: 'Nothing was decrypted.' },
};
