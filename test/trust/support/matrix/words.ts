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
		'Check the address in the credential (base URL or cluster) for typos. If it is right, ask the administrator of this n8n whether it may connect to that address (DNS, firewall, proxy, certificate, SSRF protection for private addresses), and ask the provider whether it has to allow the IP address of this n8n (allow-list). The provider received no request, so it is safe to run it again.',
	),
	noAnswer: unclear(
		'{provider} did not answer in time, or the connection broke',
		"If this happens often, raise 'Timeout' under 'Options'.",
	),
	redirected: turnedAway(
		'{provider} answered with a redirect, which is not followed',
		'Check the address in the credential (base URL or cluster): it must be the final address of the API, with https.',
	),
	undecryptable: unclear(
		"{provider}'s answer could not be decrypted",
		"Check 'Crypto Base URL' in the credential: it must belong to the same environment as 'Operations Base URL'.",
	),
	unreadable: unclear(
		'{provider} answered with something that is neither a yes nor a no',
		'Check the address in the credential (base URL or cluster). If it is right, ask the support of the provider.',
	),
	rejected: turnedAway(
		'{provider} did not accept the request',
		"Check the fields of the node against the provider's words.",
	),
	credentialsRefused: turnedAway(
		'{provider} did not accept the credentials',
		"Open the credential, compare each value with the provider's console, and check that its address (base URL or cluster) belongs to the same environment (sandbox or production).",
	),
	misaddressed: turnedAway(
		'{provider} does not know the address that was called',
		"Open the credential and check its address (base URL or cluster) and, where there is one, 'Path Prefix'. Then check 'Path' under 'Provider Quirks' of the node, where there is one.",
	),
	providerDown: unclear(
		'{provider} is not working properly at the moment',
		"Look at the provider's status page, or ask its support.",
	),
	rateLimited: turnedAway(
		'{provider} received too many calls',
		"Wait and run it again. For many items, add 'Batching' under 'Options', with fewer 'Items per Batch' or a longer 'Batch Interval'.",
	),
};

export type FaultWord = keyof typeof WORDS;

/**
 * Whether something was sent: where the provider may have acted, and where it has not. Nodes that only
 * ask, encrypt or decrypt change nothing at the provider.
 */
export const EFFECT: Record<Kind, { unknown?: string; none: string }> = {
	send: {
		unknown: 'Delivery unknown: the message may have gone out. Check before sending again.',
		none: 'Nothing was sent.',
	},
	verify: {
		unknown:
			'It is not known whether the code was used up. Do not treat the person as verified; ask for a new code.',
		none: 'The code was not checked.',
	},
	redeem: {
		unknown: 'It is not known whether the redemption was booked. Check before redeeming again.',
		none: 'Nothing was redeemed.',
	},
	check: { unknown: 'Check whether a code went out before running it again.', none: 'Nothing was checked.' },
	fetch: { none: 'Nothing was fetched.' },
	customer: { none: 'Nothing was looked up.' },
	encrypt: { none: 'Nothing was encrypted.' },
	decrypt: { none: 'Nothing was decrypted.' },
};
