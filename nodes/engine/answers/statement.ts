import type { IDataObject } from 'n8n-workflow';

import type { FaultKind } from '../operation/faults';
import type { Outcome, Reason } from '../operation/outcomes';
import type { ProviderAnswer } from '../operation/provider';
import type { Correlation } from './transaction';

interface Particulars {
	/** The answer that this is about, where it is not the last one unchanged. */
	answer?: ProviderAnswer;
	/** The provider's own code; empty or left out if it gave none. */
	statusCode?: string;
	/** The provider's own words. */
	message?: string;
	/** Whether something in the answer speaks against the yes; a refusal needs no second word. */
	contradicted?: boolean;
	/** What the answer repeats of the request. */
	correlations?: readonly Correlation[];
	/** Identifiers that the provider gave. They are kept whatever becomes of the answer. */
	reference?: Record<string, string>;
	/** Secrets that came up on the way and that the words may repeat. */
	secrets?: readonly string[];
}

/** An explicit yes: the success token that the provider documents for this very operation. */
interface Yes extends Particulars, Pick<Decision, 'expiresAt' | 'revealed'> {
	says: 'yes';
	/** The code of the yes; the operation's table must list it as one. */
	statusCode: string;
	/** More of what the provider said, beyond the common fields. */
	result?: IDataObject;
	/** Takes the place of the provider's body; `undefined` where `result` holds it already. */
	response?: unknown;
}

/** A refusal in the provider's own form. */
interface No extends Particulars {
	says: 'no';
	/** What the words mean, where they are more telling than the code. */
	reason?: Reason;
	/** What a code means that no table knows; `unclassified` if left out. */
	otherwise?: Reason;
	/** Every code, where the provider gave several at once. */
	statusCodes?: string[];
}

/** Anything else. */
interface Neither extends Particulars {
	says: 'neither';
	/** What went wrong, where the body tells it better than the HTTP status. */
	fault?: FaultKind;
	/** What the builder should know about this answer, in a sentence or two. */
	hint?: string;
}

/** What an answer says, as the provider's reader translates it. A reader never decides what it grants. */
export type Statement = Yes | No | Neither;

/** What an answer means, as the engine judges it. */
export interface Decision {
	outcome: Outcome;
	reason: Reason;
	/** The provider's own code, always a string. */
	statusCode: string;
	/** The provider's own words. */
	message: string;
	httpStatus: number;
	/** Identifiers that the provider gave, for the next step. */
	reference?: Record<string, string>;
	retryAfterSeconds?: number;
	attemptsRemaining?: number;
	/** ISO 8601, as the provider says. */
	expiresAt?: string;
	/** More of what the provider said, beyond the common fields; scrubbed like the rest. */
	result?: IDataObject;
	/** The secret that the node is for, shown as it is: a token, a code. */
	revealed?: IDataObject;
	/** Every code, where the provider gave several at once. */
	statusCodes?: string[];
	/** Secrets that came up on the way, which must not be shown beyond `revealed`. */
	secrets?: readonly string[];
	/** The provider's body. */
	response: unknown;
}
