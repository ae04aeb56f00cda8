import type { INodeProperties, NodeHint } from 'n8n-workflow';

import type { Statement } from '../answers/statement';
import type { CredentialInUse } from '../credentials/accessToken';
import { readField, shownFields, type FormPart, type Placed, type Values } from '../fields/field';
import { toProperties } from '../fields/form';
import { readSendOncePer } from '../fields/options';
import { MistypedValue, type InvalidParameter, type Parameters } from '../fields/parameters';
import { hasBranch, type OperationKind, type Reason } from './outcomes';
import type { Credential, Provider, ProviderAnswer, ProviderRequest } from './provider';
import type { CodeRow } from './statusCodes';

/**
 * Makes a request for an item: at most once, within the timeout and with a fresh access token. Without an
 * answer it does not return, and the item ends with a fault.
 */
export type Call = (request: ProviderRequest) => Promise<ProviderAnswer>;

/** An item that is checked and ready to be sent. */
export interface PreparedItem {
	state: 'prepared';
	/** Shared by items with the same credential, so that all of them use a renewed access token. */
	credential: CredentialInUse;
	/** Makes the item's requests one after the other and reads the last answer. */
	perform: (call: Call) => Promise<Statement>;
	/** Shown only masked. */
	recipients: readonly string[];
	/** Values that must never be shown, such as the code. */
	secrets: readonly string[];
	/** Values that identify the request; a retry with different values is a new request. */
	identity: readonly unknown[];
	/** Identifiers for the next step that are known before the answer. */
	reference: Record<string, string>;
	/** Once an item with this value has been sent, no other is, in any execution of the node. */
	sendOncePer?: string;
}

/**
 * An item whose end user mistyped a value. Nothing is sent for it, and it is routed like a refusal of the
 * provider.
 */
export interface MistypedItem {
	state: 'mistyped';
	reason: Reason;
	/** Names the field and what it must be, and never contains the value. */
	message: string;
	/** Those that can be read; shown only masked. */
	recipients: readonly string[];
	reference: Record<string, string>;
}

/** An operation as its provider declares it. */
interface Definition<Form extends readonly FormPart[]> {
	provider: Provider;
	/** The value of `operation` in every item. */
	name: string;
	kind: OperationKind;
	/** What it does, in n8n's node panel. */
	description: string;
	/** What it does, for a model; left out if it must not be an AI tool. */
	tool?: string;
	/** Hints that n8n shows in the node's panel. */
	hints?: NodeHint[];
	/** The codes that the operation may return. */
	codes: readonly CodeRow[];
	/** In the order of the form. */
	form: Form;
	/**
	 * Checks the combination of fields.
	 *
	 * @param refusal makes the error to throw
	 * @throws InvalidParameter if the combination is invalid
	 */
	check?: (fields: Values<Form>, refusal: Refusal<keyof Values<Form>>) => void;
	/**
	 * Makes the item's requests and reads the last answer.
	 *
	 * @param context `credential` is decrypted
	 */
	perform: (fields: Values<Form>, context: { call: Call; credential: Credential }) => Promise<Statement>;
	/** Keys of secret values in this operation's answers, in addition to those of the provider. */
	secretAnswerKeys?: readonly string[];
	/** Keys of `reference` that come from the provider. */
	identifiers?: readonly string[];
	/** Fields of the item beyond the common ones, with their JSON types. */
	result?: Readonly<Record<string, 'string' | 'object'>>;
	/** Keywords for n8n's node search, in addition to the name. */
	searchWords: readonly string[];
}

type Refusal<Name> = (name: Name, expected: string, description?: string) => InvalidParameter;

/** An operation of a provider, as the engine runs it. */
export interface Operation
	extends Pick<
		Definition<readonly FormPart[]>,
		'provider' | 'name' | 'kind' | 'description' | 'tool' | 'hints' | 'codes' | 'searchWords'
	> {
	/** Keys of values in answers that are secret or personal. */
	secretAnswerKeys: readonly string[];
	/** All keys that `reference` may have. */
	references: readonly string[];
	/** Fields of the item beyond the common ones, with their JSON types. */
	result: Readonly<Record<string, 'string' | 'object'>>;
	properties: INodeProperties[];
	/**
	 * Checks the item's parameters, without any I/O.
	 *
	 * @throws InvalidParameter if the builder made a mistake, such as an empty field
	 */
	prepare: (parameters: Parameters, credential: CredentialInUse) => PreparedItem | MistypedItem;
}

/**
 * Makes an operation that the engine can run. Form, labels in errors, secrets, recipients and the preview
 * of the output follow from the fields.
 */
export function defineOperation<const Form extends readonly FormPart[]>(
	definition: Definition<Form>,
): Operation {
	const { provider, name, kind, description, tool, hints, codes, searchWords, form } = definition;
	return {
		provider,
		name,
		kind,
		description,
		tool,
		hints,
		codes,
		searchWords,
		secretAnswerKeys: [...provider.secretAnswerKeys, ...(definition.secretAnswerKeys ?? [])],
		references: [...new Set([...referencesIn(form), ...(definition.identifiers ?? [])])],
		result: definition.result ?? {},
		properties: toProperties({ kind, codes, form, tool }),
		prepare: (parameters, credential) => prepareItem(definition, parameters, credential),
	};
}

function referencesIn(form: readonly FormPart[]): string[] {
	const fields = form.flatMap((part) => ('members' in part ? part.members : 'reader' in part ? [part] : []));
	return fields.filter(({ roles }) => roles.reference).map(({ property }) => property.name);
}

function prepareItem<Form extends readonly FormPart[]>(
	{ kind, form, check, perform }: Definition<Form>,
	parameters: Parameters,
	credential: CredentialInUse,
): PreparedItem | MistypedItem {
	const placed = shownFields(form, parameters);
	const mistyped: MistypedValue[] = [];
	const valueOf = (place: Placed): unknown => {
		try {
			return readField(place, parameters, credential.data);
		} catch (error) {
			mistyped.push(mistypedOf(error, kind));
			return undefined;
		}
	};
	const read = placed.map((place) => ({
		...place.field,
		name: place.field.property.name,
		value: valueOf(place),
	}));
	// A form may have a field twice, shown for different items; the one with a value counts.
	const filled = read.filter(({ value }) => value !== undefined);
	const fields = Object.fromEntries(
		[...read, ...filled].map(({ name, value }) => [name, value]),
	) as Values<Form>;
	const shown = {
		recipients: filled.flatMap(
			({ roles, value }) => roles.recipients?.(value) ?? (roles.recipient ? [String(value)] : []),
		),
		reference: Object.fromEntries(
			filled.filter(({ roles }) => roles.reference).map(({ name, value }) => [name, String(value)]),
		),
	};
	if (mistyped.length > 0) {
		const [{ reason, message }] = mistyped;
		return { state: 'mistyped', reason, message, ...shown };
	}
	check?.(fields, (name, expected, description) =>
		parameters.refusal(pathOf(placed, String(name)), expected, description),
	);
	return {
		state: 'prepared',
		credential,
		...shown,
		secrets: filled.filter(({ roles }) => roles.secret).map(({ value }) => String(value)),
		identity: read.filter(({ roles }) => roles.identity).map(({ value }) => value ?? ''),
		sendOncePer: kind === 'send' ? readSendOncePer(parameters) : undefined,
		perform: async (call) => await perform(fields, { call, credential: credential.data }),
	};
}

/** @throws the error, unless it is a value that the end user mistyped and the node has an output for it */
function mistypedOf(error: unknown, kind: OperationKind): MistypedValue {
	if (error instanceof MistypedValue && hasBranch(kind, error.reason)) return error;
	throw error;
}

function pathOf(placed: readonly Placed[], name: string): string {
	return placed.find(({ field }) => field.property.name === name)?.path ?? name;
}
