import type fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Spellings } from './spellings';

/** What an operation does. It decides which outputs its node has. */
export type Kind = 'send' | 'verify' | 'fetch' | 'customer' | 'check' | 'redeem' | 'encrypt' | 'decrypt';

/** The types of credentials. */
export type CredentialType =
	| 'capillaryClientApi'
	| 'capillaryTillApi'
	| 'hyperVergeApi'
	| 'iServeUApi'
	| 'wibmoApi';

/** A named output, and what leaves through it. */
interface Output {
	label: string;
	outcome: string;
	/** Where several outputs share an outcome, the reason that leaves through this one. */
	reason?: string;
}

/** The outputs of each kind of node, worst first and best last; see `docs/concepts.md`. */
export const OUTPUTS: Readonly<Record<Kind, readonly Output[]>> = {
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

/** A value that a field can be given and that a request can carry. */
export type Scalar = string | number | boolean;

/** A request as it arrives. Parts of a documented one that nobody can foresee are patterns. */
export interface Request {
	method: string;
	path: string;
	query?: Readonly<Record<string, unknown>>;
	/** Without what n8n's HTTP client and the credential add. */
	headers?: Readonly<Record<string, unknown>>;
	body?: unknown;
}

/** A request of the provider's pages. */
export interface DocumentedRequest extends Request {
	/** Whether the provider acts on it: a message goes out, an attempt counts, points move. */
	acts: boolean;
}

/** An item of the node, and what it makes of it. */
export interface Sample {
	parameters: INodeParameters;
	/** Every request, until the node has its answer. */
	requests: readonly DocumentedRequest[];
	/** The identifiers that the item carries on, whatever the answer is. */
	reference: IDataObject;
}

/** A value that a field refuses: the words after the field's label, or a whole sentence. */
export interface Wrong {
	value: unknown;
	says: string;
	/** What to do about it, where there is more to say than to look at the field. */
	advice?: string;
}

/** Kinds of values that are marked in the leak tests: no two fields of a kind hold the same. */
export type Mark =
	| 'email'
	| 'secondEmail'
	| 'mobile'
	| 'mobileWithCountry'
	| 'secondMobile'
	| 'code'
	| 'shortCode'
	| 'letterCode'
	| 'ovdData'
	| 'pid'
	| 'account'
	| 'madeToken'
	| 'sealedToken';

/** What an empty field does: it is refused, it stays out of the request, or this stands in its place. */
type Empty = 'refused' | 'absent' | RegExp | { is: unknown };

/** A field of the node's form that decides what is sent. */
export interface Field {
	label: string;
	/** Values that work; the first is the most usual. */
	takes: readonly [Scalar, ...Scalar[]];
	/** What the request must hold for a value that works. */
	arrives: (given: Scalar) => unknown;
	/** Reads what arrived from the requests of an item. */
	arrived: (requests: readonly Request[]) => unknown;
	refuses: readonly Wrong[];
	/** What end users type into it, and what becomes of it. */
	typed?: {
		spellings: Spellings;
		/** Of the item whose value cannot be one. */
		reason: string;
		says: string;
	};
	empty: Empty;
	/** Values that count as empty, where the field may be. */
	empties: readonly unknown[];
	/** Parameters without which the field does not count. */
	with?: INodeParameters;
	/** The calls of an item with these parameters, where they are not those of the node. */
	calls?: Contract['calls'];
	/** Fields of the credential without which the field does not count. */
	credential?: IDataObject;
	/** Its value is shown only masked. */
	recipient?: Mark;
	/** Its value is never shown. */
	secret?: Mark;
	/** A retry with another value is another request. */
	identifies?: true;
	/** A number is refused, because it may have lost leading zeros. */
	textOnly?: true;
	/** It decides how n8n signs the request, which only an execution shows. */
	signs?: true;
	/** The same field where other parameters give it another form. */
	also?: readonly Field[];
}

/** An HTTP answer of the provider. */
export interface HttpAnswer {
	status: number;
	/** JSON, or a text that arrives unchanged. */
	body: unknown;
	/** The path of the call that it answers, where that is not the last one. */
	path?: string;
	/** The answers before it, where they are not those of a success. */
	before?: readonly HttpAnswer[];
}

/** What an item says of an answer; a pattern where a sentence is long. */
export interface Says {
	/** Of an item on a named output. */
	reason?: string;
	/** Of an item on the error output. */
	fault?: string;
	/** Where it is not that of the answer. */
	httpStatus?: number;
	statusCode?: string;
	statusCodes?: string[];
	message?: string;
	reference?: IDataObject;
	attemptsRemaining?: number;
	expiresAt?: string;
	/** What the builder should know about an answer that is neither a yes nor a no. */
	hint?: RegExp;
	/** Fields that only this operation has. */
	result?: IDataObject;
	revealed?: IDataObject;
}

/** An answer, and what the item says of it. */
export interface Answer extends HttpAnswer {
	/** What the item says; members that are left out must be missing or empty. */
	says: Says;
	/** Parameters in which the item differs from the minimal one. */
	parameters?: INodeParameters;
}

/** One part of an answer, with values that a yes may have there and values that it may not. */
export interface Part {
	/** `must`: a yes has it. `mustNot`: a yes has nothing of it. */
	rule: 'must' | 'mustNot';
	/** What the page `docs/what-grants.md` says of it; none for parts that stand for a way of writing. */
	text?: string;
	/** Values with which the answer is a yes. `undefined` leaves the member out. */
	good: fc.Arbitrary<unknown>;
	/** Values with which it is none. */
	bad?: fc.Arbitrary<unknown>;
}

/** The values of all parts, by their names. */
export type Parts = Readonly<Record<string, unknown>>;

/** What an answer must say so that its item leaves through the last, granting output. */
export interface Grants {
	/** Parameters besides those of the minimal item, so that the answers have something to repeat. */
	parameters?: INodeParameters;
	parts: Readonly<Record<string, Part>>;
	/** Makes the provider's answers, one for each request. */
	answers: (parts: Parts) => HttpAnswer[];
}

/**
 * The facts of one operation, written from the provider's pages and from what public integrations show,
 * never from the node. The suites in `test/suites` hold every node against its contract.
 */
export interface Facts {
	/** The provider, as messages name it. */
	title: string;
	kind: Kind;
	/** The provider's page. */
	page: string;
	/** The node that has to run first, which sends the code or makes the token, and the sample that it runs as. */
	follows?: readonly [node: string, sample?: string];
	/** The credential types that the node takes; the first is that of the minimal item. */
	credentials: readonly [CredentialType, ...CredentialType[]];
	/** Items by name; there are always one with nothing but what is required, and one with everything. */
	samples: Readonly<Record<string, Sample>> & { minimal: Sample; full: Sample };
	/** By parameter path. Settings of the whole node are no fields. */
	fields: Readonly<Record<string, Field>>;
	/** Values that do not go together, laid over the minimal item. */
	refuses?: ReadonlyArray<{ parameters: INodeParameters; message: string; advice?: string }>;
	/** Members of an answer whose values are never shown, wherever they stand. */
	hides: readonly string[];
	/** Documented answers, and odd ones that are known, by the output; `Error` is n8n's error output. */
	answers: Readonly<Record<string, readonly Answer[]>>;
	/** The output by documented code. */
	codes: Readonly<Record<string, string>>;
	/** Makes the documented answer with a given code. */
	answerWith: (code: string) => HttpAnswer;
	/** The answers to the calls before the one that decides. */
	before?: readonly HttpAnswer[];
	/** What grants; empty for a node without branches. */
	grants: readonly Grants[];
}

/** The facts, with what follows from them and from the path of their file, `<provider>/<operation>.ts`. */
export interface Contract extends Facts {
	provider: string;
	/** As every item names it. */
	operation: string;
	/** The node's type name, without the package. */
	node: string;
	/** The calls of an item in their order, as method and path. The answer to the last one decides. */
	calls: readonly string[];
}
