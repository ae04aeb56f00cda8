import type { IDataObject } from 'n8n-workflow';

import type { FaultKind } from '../operation/faults';
import type { Outcome, Reason } from '../operation/outcomes';
import type { ProviderAnswer } from '../operation/provider';
import type { Correlation } from './transaction';

interface Details {
	/** The answer to judge, if it is not the last one unchanged. */
	answer?: ProviderAnswer;
	/** The provider's own code; empty or omitted if it gave none. */
	statusCode?: string;
	/** The provider's own message. */
	message?: string;
	/** Whether anything in the answer contradicts the yes. Has no effect on a refusal. */
	contradicted?: boolean;
	/** Values of the request that the answer repeats. */
	correlations?: readonly Correlation[];
	/** Identifiers from the provider. Kept even if the answer turns out to be a fault. */
	reference?: Record<string, string>;
	/** Secrets from the exchange, which the message may repeat. */
	secrets?: readonly string[];
}

/** An explicit yes: the success token that the provider documents for this operation. */
interface Yes extends Details, Pick<Decision, 'expiresAt' | 'revealed'> {
	says: 'yes';
	/** Must be a success code in the operation's table. */
	statusCode: string;
	/** Fields of the item beyond the common ones. */
	result?: IDataObject;
	/** Replaces the provider's body; `undefined` if `result` already contains it. */
	response?: unknown;
}

/** A refusal in the provider's own format. */
interface No extends Details {
	says: 'no';
	/** The reason that the message gives, if it is more specific than the code. */
	reason?: Reason;
	/** The reason of a code that the table does not list; `unclassified` by default. */
	otherwise?: Reason;
	/** All codes, if the provider gave several. */
	statusCodes?: string[];
}

/** Neither an explicit yes nor a refusal. */
interface Neither extends Details {
	says: 'neither';
	/** The fault, if the body is more specific than the HTTP status. */
	fault?: FaultKind;
	/** Advice for the builder about this answer, in one or two sentences. */
	hint?: string;
}

/** What an answer says, as translated by the provider's reader. A reader never decides what is granted. */
export type Statement = Yes | No | Neither;

/** What an answer means, as decided by {@link judge}. */
export interface Decision {
	outcome: Outcome;
	reason: Reason;
	/** The provider's own code, always a string. */
	statusCode: string;
	/** The provider's own message. */
	message: string;
	/** `null` if no request was made. */
	httpStatus: number | null;
	/** Identifiers from the provider, for the next step. */
	reference?: Record<string, string>;
	retryAfterSeconds?: number;
	attemptsRemaining?: number;
	/** ISO 8601, as the provider returned it. */
	expiresAt?: string;
	/** Fields of the item beyond the common ones; redacted like the rest. */
	result?: IDataObject;
	/** The secret that the node exists to return, such as a token or a code. Not redacted. */
	revealed?: IDataObject;
	/** All codes, if the provider gave several. */
	statusCodes?: string[];
	/** Secrets from the exchange, which must not appear outside `revealed`. */
	secrets?: readonly string[];
	response: unknown;
}
