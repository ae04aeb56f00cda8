import { OUTPUTS, type Kind } from '../../../contracts/contract';
import type { Fault } from './faults';
import type { Subject } from './subjects';

/** Whether the provider may have acted on a call that ended so, and that it acts on at all. */
export const MAY_HAVE_ACTED = {
	unreachable: false,
	noAnswer: true,
	redirected: false,
	undecryptable: true,
	unreadable: true,
	rejected: false,
	credentialsRefused: false,
	misaddressed: false,
	providerDown: true,
	rateLimited: false,
};

/** What a fault is called in `error.fault`. */
export type FaultWord = keyof typeof MAY_HAVE_ACTED;

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

/** Where an item goes whose provider received too many calls; the other kinds have no output for it. */
const TOO_MANY_CALLS: Partial<Record<Kind, string>> = {
	send: 'Throttled',
	verify: 'Blocked',
	redeem: 'Refused',
};

/** What Decrypt Payload hands on like any other content, because it grants nothing. */
const CONTENT = ['200 with JSON of the wrong shape', 'a key named __proto__ that contains the yes'];

/** What a fault means for the subject's call. Written by hand, from what each fault means. */
function meaningFor({ name, means }: Fault, { stage, kind }: Subject): Fault['means'] {
	if (stage === 'decrypt') {
		// Whatever came instead of the content; without a body that can be read at all, it is another fault.
		const isReached = means !== 'success' && means !== 'noAnswer' && name !== 'invalid gzip';
		return isReached ? 'undecryptable' : means;
	}
	if (stage === 'token') return name === '400' ? 'credentialsRefused' : means;
	if (kind === 'decrypt' && CONTENT.includes(name)) return 'success';
	// Wibmo answers so to a payload or a token that it does not take.
	const isCrypto = stage === 'encrypt' || kind === 'encrypt' || kind === 'decrypt';
	return isCrypto && name === '400' ? 'rejected' : means;
}

/** Whether a fault can strike the subject's call; the address was reached before the later ones */
export const hasVerdict = ({ play }: Fault, { stage }: Subject): boolean =>
	play !== undefined || stage === 'call' || stage === 'encrypt';

/** What has to become of the item. */
export function verdictOn(fault: Fault, subject: Subject): Verdict {
	const { stage, kind, acts } = subject;
	const means = meaningFor(fault, subject);
	if (means === 'success') return { as: 'success' };
	const output = OUTPUTS[kind].find(({ label }) => label === TOO_MANY_CALLS[kind]);
	if (means === 'rateLimited' && stage !== 'token' && output !== undefined) {
		return { as: 'outcome', output: output.label, outcome: output.outcome, reason: means };
	}
	// Nothing has left before there is a token, or something to send.
	const mayHaveActed = acts && (stage === 'call' || stage === 'decrypt') && MAY_HAVE_ACTED[means];
	// It is n8n that asks for an access token, and it shows no answer without one.
	const isUnseen = stage === 'token' && (means === 'noAnswer' || means === 'unreadable');
	return {
		as: 'fault',
		fault: means,
		effect: mayHaveActed ? 'unknown' : 'none',
		httpStatus: isUnseen ? null : fault.httpStatus,
	};
}
