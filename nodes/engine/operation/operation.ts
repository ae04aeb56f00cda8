import type { INodeProperties } from 'n8n-workflow';

import type { Statement } from '../answers/statement';
import type { CredentialInUse } from '../credentials/accessToken';
import { readField, shownFields, type FormPart, type Placed, type Values } from '../fields/field';
import { toProperties } from '../fields/form';
import type { InvalidParameter, Parameters } from '../fields/parameters';
import type { OperationKind } from './outcomes';
import type { Credential, Provider, ProviderAnswer, ProviderRequest } from './provider';
import type { CodeRow } from './statusCodes';

/**
 * Makes a request of an item. Everything that must hold for a request sits behind it: at most once,
 * the deadline, a fresh access token. Where there is no answer it does not return, and the item ends.
 */
export type Call = (request: ProviderRequest) => Promise<ProviderAnswer>;

/** One item, checked and ready to be sent. */
export interface PreparedItem {
	state: 'prepared';
	/** Shared by the items that have the same, so that a renewed access token serves them all. */
	credential: CredentialInUse;
	/** Makes the item's requests, one after the other, and says what the last answer says. */
	perform: (call: Call) => Promise<Statement>;
	/** The address or number of the person, shown only masked. */
	recipients: readonly string[];
	/** Values of this item that must never be shown: the code, an Aadhaar number. */
	secrets: readonly string[];
	/** Values that identify the request; a retry with different values is a new request. */
	identity: readonly unknown[];
	/** Identifiers that the next step needs and that are known before the answer. */
	reference: Record<string, string>;
}

/** What a provider's operation is, told once. */
interface Definition<Form extends readonly FormPart[]> {
	provider: Provider;
	/** The name in the `operation` field of every item. */
	name: string;
	kind: OperationKind;
	/** The codes that this operation's answers may carry. */
	codes: readonly CodeRow[];
	/** The fields of the node, in the order of the form. */
	form: Form;
	/**
	 * Checks what no single field can tell.
	 *
	 * @param fields the values of the item's fields
	 * @param refusal makes what to throw: the field, what it must be, and what to do
	 * @throws InvalidParameter if the fields do not fit together
	 */
	check?: (fields: Values<Form>, refusal: Refusal<keyof Values<Form>>) => void;
	/**
	 * Makes the item's requests.
	 *
	 * @param fields the values of the item's fields
	 * @param context how to make a request, and the decrypted credential
	 * @returns what the last answer says
	 */
	perform: (fields: Values<Form>, context: { call: Call; credential: Credential }) => Promise<Statement>;
	/** Keys of this operation's answers that are secret, besides those of the provider. */
	secretAnswerKeys?: readonly string[];
	/** Identifiers in `reference` that the provider gives. */
	identifiers?: readonly string[];
	/** What the item holds beyond the common fields, with its JSON type. */
	result?: Readonly<Record<string, 'string' | 'object'>>;
	/** Words by which people find the node, besides its name. */
	searchWords: readonly string[];
}

type Refusal<Name> = (name: Name, expected: string, description?: string) => InvalidParameter;

/** One operation of a provider, as the engine runs it. */
export interface Operation
	extends Pick<Definition<readonly FormPart[]>, 'provider' | 'name' | 'kind' | 'codes' | 'searchWords'> {
	/** Keys of the answers whose values are secret or name a person. */
	secretAnswerKeys: readonly string[];
	/** Names of everything that `reference` may hold. */
	references: readonly string[];
	/** What the item holds beyond the common fields, with its JSON type. */
	result: Readonly<Record<string, 'string' | 'object'>>;
	/** The form of the node. */
	properties: INodeProperties[];
	/**
	 * Checks the item's parameters, without any I/O.
	 *
	 * @param parameters the item's parameters
	 * @param credential the item's credential
	 * @throws InvalidParameter if a parameter is missing or malformed
	 */
	prepare: (parameters: Parameters, credential: CredentialInUse) => PreparedItem;
}

/** @param definition what the operation is */
export function defineOperation<const Form extends readonly FormPart[]>(
	definition: Definition<Form>,
): Operation {
	const { provider, name, kind, codes, searchWords, form } = definition;
	return {
		provider,
		name,
		kind,
		codes,
		searchWords,
		secretAnswerKeys: [...provider.secretAnswerKeys, ...(definition.secretAnswerKeys ?? [])],
		references: [...new Set([...referencesIn(form), ...(definition.identifiers ?? [])])],
		result: definition.result ?? {},
		properties: toProperties({ kind, codes, form }),
		prepare: (parameters, credential) => prepareItem(definition, parameters, credential),
	};
}

function referencesIn(form: readonly FormPart[]): string[] {
	const fields = form.flatMap((part) => ('members' in part ? part.members : 'reader' in part ? [part] : []));
	return fields.filter(({ roles }) => roles.reference).map(({ property }) => property.name);
}

function prepareItem<Form extends readonly FormPart[]>(
	{ form, check, perform }: Definition<Form>,
	parameters: Parameters,
	credential: CredentialInUse,
): PreparedItem {
	const placed = shownFields(form, parameters);
	const read = placed.map((place) => ({
		...place.field,
		name: place.field.property.name,
		value: readField(place, parameters, credential.data),
	}));
	// A field may stand in the form twice, shown for different items; the one that is filled in counts.
	const filled = read.filter(({ value }) => value !== undefined);
	const fields = Object.fromEntries(
		[...read, ...filled].map(({ name, value }) => [name, value]),
	) as Values<Form>;
	check?.(fields, (name, expected, description) =>
		parameters.refusal(pathOf(placed, String(name)), expected, description),
	);
	return {
		state: 'prepared',
		credential,
		recipients: filled.flatMap(
			({ roles, value }) => roles.recipients?.(value) ?? (roles.recipient ? [String(value)] : []),
		),
		secrets: filled.filter(({ roles }) => roles.secret).map(({ value }) => String(value)),
		identity: read.filter(({ roles }) => roles.identity).map(({ value }) => value ?? ''),
		reference: Object.fromEntries(
			filled.filter(({ roles }) => roles.reference).map(({ name, value }) => [name, String(value)]),
		),
		perform: async (call) => await perform(fields, { call, credential: credential.data }),
	};
}

function pathOf(placed: readonly Placed[], name: string): string {
	return placed.find(({ field }) => field.property.name === name)?.path ?? name;
}
