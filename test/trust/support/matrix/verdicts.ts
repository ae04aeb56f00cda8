import type { Fault } from './faults';
import type { Kind, Stage, Subject } from './subjects';
import type { FaultWord } from './words';

/** What has to become of an item that meets a fault. */
export type Verdict =
	/** The answer can be believed all the same. */
	| { as: 'success' }
	/** The provider decided, so the item leaves through a named output. */
	| { as: 'outcome'; output: string; outcome: string; reason: string }
	/** There is no answer to trust. */
	| {
			as: 'fault';
			fault: FaultWord;
			/** Whether the provider may have acted, as far as the node can know. */
			effect: 'unknown' | 'none';
			/** The HTTP status that it names; `null` where there was none. */
			httpStatus: number | null;
	  };

const SUCCESS: Verdict = { as: 'success' };

/** The provider may have acted on a call that it acts on at all. */
const mayHaveActed = (fault: FaultWord, httpStatus: number | null = null) => ({
	fault,
	httpStatus,
	effect: 'unknown' as const,
});

/** The provider has not acted: the request did not leave, or was turned away at the door. */
const hasNotActed = (fault: FaultWord, httpStatus: number | null = null) => ({
	fault,
	httpStatus,
	effect: 'none' as const,
});

type Row = ReturnType<typeof mayHaveActed> | ReturnType<typeof hasNotActed> | 'success' | 'tooManyCalls';

/** The call that a node is for. Written by hand, from what each fault means. */
const OF_THE_CALL: Record<string, Row> = {
	'DNS failure': hasNotActed('unreachable'),
	'connection refused': hasNotActed('unreachable'),
	'unanswered SYN': hasNotActed('unreachable'),
	'connection closed at the TLS client hello': hasNotActed('unreachable'),
	'connection reset at the TLS client hello': hasNotActed('unreachable'),
	'untrusted certificate': hasNotActed('unreachable'),
	'client certificate required in TLS 1.2': hasNotActed('unreachable'),
	'client certificate required in TLS 1.3': hasNotActed('unreachable'),
	'TLS handshake refused': hasNotActed('unreachable'),
	'no TLS at the address': hasNotActed('unreachable'),
	'timeout during the TLS handshake': hasNotActed('unreachable'),
	// A node cannot see whether the other end has read anything.
	'timeout in the TLS session': mayHaveActed('noAnswer'),
	'connection closed in the TLS session': mayHaveActed('noAnswer'),
	'reset before the request is read': mayHaveActed('noAnswer'),
	'timeout after the request is written': mayHaveActed('noAnswer'),
	'reset before the response': mayHaveActed('noAnswer'),
	'reset during the response': mayHaveActed('noAnswer', 200),
	'reset after the response': 'success',
	'301': hasNotActed('redirected', 301),
	'302': hasNotActed('redirected', 302),
	'307': hasNotActed('redirected', 307),
	'308': hasNotActed('redirected', 308),
	'400': mayHaveActed('unreadable', 400),
	'401 in JSON': hasNotActed('credentialsRefused', 401),
	'401 in XML': hasNotActed('credentialsRefused', 401),
	'403': hasNotActed('credentialsRefused', 403),
	'404': hasNotActed('misaddressed', 404),
	'408': mayHaveActed('providerDown', 408),
	'413': mayHaveActed('unreadable', 413),
	'415': hasNotActed('misaddressed', 415),
	'429': 'tooManyCalls',
	'429 with Retry-After in seconds': 'tooManyCalls',
	'429 with Retry-After as a date': 'tooManyCalls',
	'500': mayHaveActed('providerDown', 500),
	'502 in HTML': mayHaveActed('providerDown', 502),
	'503': mayHaveActed('providerDown', 503),
	'504': mayHaveActed('providerDown', 504),
	'200 with an empty body': mayHaveActed('unreadable', 200),
	'200 with truncated JSON': mayHaveActed('unreadable', 200),
	'200 with JSON of the wrong shape': mayHaveActed('unreadable', 200),
	'200 in HTML': mayHaveActed('unreadable', 200),
	'200 in XML': mayHaveActed('unreadable', 200),
	'a body of 50 MB': mayHaveActed('unreadable', 200),
	'a body that never ends': mayHaveActed('noAnswer', 200),
	'invalid gzip': mayHaveActed('unreadable', 200),
	'truncated gzip': mayHaveActed('unreadable', 200),
	'UTF-8 with a byte order mark': 'success',
	'UTF-16 with a byte order mark': 'success',
	'UTF-16 declared in the header': 'success',
	'whitespace that JSON does not allow': 'success',
	'UTF-16 instead of UTF-8': mayHaveActed('unreadable', 200),
	'Latin-1 instead of UTF-8': 'success',
	'a number beyond 2^53': 'success',
	'a key named __proto__ next to the response': 'success',
	'a key named __proto__ that contains the yes': mayHaveActed('unreadable', 200),
};

/** Wibmo's encrypt call, before a send or a verify operation: nothing has left by then. */
const OF_ENCRYPTING: Record<string, Row> = {
	'connection refused': hasNotActed('unreachable'),
	'unanswered SYN': hasNotActed('unreachable'),
	'connection closed at the TLS client hello': hasNotActed('unreachable'),
	'client certificate required in TLS 1.2': hasNotActed('unreachable'),
	'client certificate required in TLS 1.3': hasNotActed('unreachable'),
	'timeout after the request is written': hasNotActed('noAnswer'),
	'reset before the response': hasNotActed('noAnswer'),
	'reset during the response': hasNotActed('noAnswer', 200),
	'302': hasNotActed('redirected', 302),
	'400': hasNotActed('rejected', 400),
	'401 in JSON': hasNotActed('credentialsRefused', 401),
	'403': hasNotActed('credentialsRefused', 403),
	'404': hasNotActed('misaddressed', 404),
	'429': 'tooManyCalls',
	'500': hasNotActed('providerDown', 500),
	'502 in HTML': hasNotActed('providerDown', 502),
	'503': hasNotActed('providerDown', 503),
	'200 with an empty body': hasNotActed('unreadable', 200),
	'200 with truncated JSON': hasNotActed('unreadable', 200),
	'200 with JSON of the wrong shape': hasNotActed('unreadable', 200),
	'200 in HTML': hasNotActed('unreadable', 200),
	'invalid gzip': hasNotActed('unreadable', 200),
	'UTF-8 with a byte order mark': 'success',
	'a number beyond 2^53': 'success',
};

/** Wibmo's decrypt call, after a send or a verify operation: by then the provider has acted. */
const OF_DECRYPTING: Record<string, Row> = {
	'timeout after the request is written': mayHaveActed('noAnswer'),
	'reset before the response': mayHaveActed('noAnswer'),
	'reset during the response': mayHaveActed('noAnswer', 200),
	'302': mayHaveActed('undecryptable', 302),
	'400': mayHaveActed('undecryptable', 400),
	'401 in JSON': mayHaveActed('undecryptable', 401),
	'403': mayHaveActed('undecryptable', 403),
	'404': mayHaveActed('undecryptable', 404),
	'429': mayHaveActed('undecryptable', 429),
	'500': mayHaveActed('undecryptable', 500),
	'502 in HTML': mayHaveActed('undecryptable', 502),
	'503': mayHaveActed('undecryptable', 503),
	'200 with an empty body': mayHaveActed('undecryptable', 200),
	'200 with truncated JSON': mayHaveActed('undecryptable', 200),
	'200 with JSON of the wrong shape': mayHaveActed('undecryptable', 200),
	'200 in HTML': mayHaveActed('undecryptable', 200),
	'invalid gzip': mayHaveActed('unreadable', 200),
	'UTF-8 with a byte order mark': 'success',
	'a number beyond 2^53': 'success',
};

/** Capillary's call for an access token: without one, n8n makes no other call. */
const OF_THE_TOKEN: Record<string, Row> = {
	'timeout after the request is written': hasNotActed('noAnswer'),
	'reset before the response': hasNotActed('noAnswer'),
	'reset during the response': hasNotActed('noAnswer'),
	'302': hasNotActed('redirected', 302),
	'400': hasNotActed('credentialsRefused', 400),
	'401 in JSON': hasNotActed('credentialsRefused', 401),
	'403': hasNotActed('credentialsRefused', 403),
	'404': hasNotActed('misaddressed', 404),
	'429': hasNotActed('rateLimited', 429),
	'500': hasNotActed('providerDown', 500),
	'502 in HTML': hasNotActed('providerDown', 502),
	'503': hasNotActed('providerDown', 503),
	'200 with an empty body': hasNotActed('unreadable'),
	'200 with truncated JSON': hasNotActed('unreadable'),
	'200 with JSON of the wrong shape': hasNotActed('unreadable'),
	'200 in HTML': hasNotActed('unreadable'),
	'invalid gzip': hasNotActed('unreadable'),
	'UTF-8 with a byte order mark': 'success',
	'a number beyond 2^53': 'success',
};

const ROWS: Record<Stage, Record<string, Row>> = {
	call: OF_THE_CALL,
	encrypt: OF_ENCRYPTING,
	decrypt: OF_DECRYPTING,
	token: OF_THE_TOKEN,
};

/** Where an item goes whose provider received too many calls; the other kinds have no output for it. */
const TOO_MANY_CALLS: Partial<Record<Kind, Verdict>> = {
	send: { as: 'outcome', output: 'Throttled', outcome: 'throttled', reason: 'rateLimited' },
	verify: { as: 'outcome', output: 'Blocked', outcome: 'blocked', reason: 'rateLimited' },
	redeem: { as: 'outcome', output: 'Refused', outcome: 'refused', reason: 'rateLimited' },
};

/** What differs at some nodes, and why. */
const EXCEPTIONS: ReadonlyArray<{ kinds: Kind[]; fault: string; row: Row; why: string }> = [
	{
		kinds: ['encrypt', 'decrypt'],
		fault: '400',
		row: hasNotActed('rejected', 400),
		why: 'Wibmo answers so to a payload or a token that it does not take',
	},
	{
		kinds: ['decrypt'],
		fault: '200 with JSON of the wrong shape',
		row: 'success',
		why: 'Decrypt Payload hands on whatever the content is, and grants nothing',
	},
	{
		kinds: ['decrypt'],
		fault: 'a key named __proto__ that contains the yes',
		row: 'success',
		why: 'Decrypt Payload hands on whatever the content is, and grants nothing',
	},
];

/** @returns whether a fault can strike the subject's call, so that there is a verdict on it */
export function hasVerdict(fault: Fault, subject: Subject): boolean {
	return fault.name in ROWS[subject.stage];
}

/**
 * @param fault what goes wrong
 * @param subject the node, and the call of it that is struck
 * @returns what has to become of the item
 */
export function verdictOn(fault: Fault, subject: Subject): Verdict {
	const exception =
		subject.stage === 'call'
			? EXCEPTIONS.find(({ kinds, fault: name }) => name === fault.name && kinds.includes(subject.kind))
			: undefined;
	const row = exception?.row ?? ROWS[subject.stage][fault.name];
	if (row === 'success') return SUCCESS;
	if (row === 'tooManyCalls') {
		return TOO_MANY_CALLS[subject.kind] ?? { as: 'fault', ...hasNotActed('rateLimited', 429) };
	}
	// A call that changes nothing at the provider has no effect that could be unknown.
	return { as: 'fault', ...row, effect: subject.acts ? row.effect : 'none' };
}
