import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Reason } from '../operation/outcomes';
import type { Credential } from '../operation/provider';
import { MistypedValue, type InvalidParameter, type Parameters } from './parameters';

/** What a reader needs to read a field of an item. */
export interface FieldInput {
	parameters: Parameters;
	/** The parameter's path, such as `additionalFields.widgetId`. */
	path: string;
	property: INodeProperties;
	isRequired: boolean;
	credential: Credential;
	/** Reads another field of the same item, which must not be in a collection. */
	of: <Value>(other: Field<string, Value>) => Value;
	/**
	 * Makes the error to throw.
	 *
	 * @param expected completes "must be …"
	 * @param description what to do, if the default advice is not enough
	 */
	refusal: (expected: string, description?: string) => InvalidParameter;
	/**
	 * Makes the error to throw for a value that the end user mistyped: its item is routed like a refusal of
	 * the provider with that reason.
	 *
	 * @param expected completes "must be …"
	 */
	mistyped: (reason: Reason, expected: string) => MistypedValue;
}

/** Reads and checks the value of a field. */
export interface Reader<Value> {
	/**
	 * @returns `undefined` if the field is empty
	 * @throws InvalidParameter if the builder made a mistake
	 * @throws MistypedValue if the end user did
	 */
	read: (input: FieldInput) => Value;
	/** Completes "must be …" for a required field that is empty. */
	expected: string;
}

/** What a field is, in addition to a value in the request. */
export interface Roles<Value = never> {
	/** n8n fills in the default, so an empty value is a mistake in an expression. */
	filled?: boolean;
	/** Never shown, such as a code or an Aadhaar number. */
	secret?: boolean;
	/** The address or number of a recipient, shown only masked. */
	recipient?: boolean;
	/** The same for a field with several recipients. */
	recipients?(value: Value): readonly string[];
	/** Identifies the request: a retry with a different value is a new request. */
	identity?: boolean;
	/** Copied to `reference` in the item, under the field's name, for the next step. */
	reference?: boolean;
}

/** A field of a node: its n8n property, its reader and its roles. */
export interface Field<Name extends string = string, Value = unknown> {
	property: INodeProperties & { name: Name };
	reader: Reader<Value>;
	roles: Roles<Value>;
}

/** The value of a field. A required one is never empty. */
type Filled<Value, IsRequired> = true extends IsRequired ? Exclude<Value, undefined> : Value;

/**
 * Declares a field of a node. Its value has the reader's type; a field that is neither `required` in the
 * n8n property nor `filled` may also be `undefined`.
 *
 * @param property as n8n's form shows it; `required` makes an empty value an error
 */
export function field<
	Name extends string,
	Value,
	IsRequired extends boolean = false,
	IsFilled extends boolean = false,
>(
	property: INodeProperties & { name: Name; required?: IsRequired },
	reader: Reader<Value>,
	roles: Roles<Value> & { filled?: IsFilled } = {},
): Field<Name, Filled<Value, IsRequired | IsFilled>> {
	return { property, reader, roles } as Field<Name, Filled<Value, IsRequired | IsFilled>>;
}

/** A field whose value is one of its options; numbers from expressions are accepted as text. */
export function choiceField<Name extends string, Value extends string>(
	property: INodeProperties & {
		name: Name;
		options: ReadonlyArray<INodePropertyOptions & { value: Value }>;
	},
	roles: Roles<Value> = {},
): Field<Name, Value> {
	return { property, reader: choice as Reader<Value>, roles };
}

/** An expression may return the value of a choice as a number. */
const choiceOf = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

const choice: Reader<string> = {
	expected: 'filled in',
	read({ parameters, path, property, isRequired, refusal }) {
		const allowed = (property.options as INodePropertyOptions[]).map(({ value }) => value);
		// n8n omits a field of a collection until the builder adds it.
		const isOptional = path.includes('.') && !isRequired;
		const value = parameters.raw(path) ?? (isOptional ? property.default : undefined);
		const found = allowed.find((candidate) => candidate === choiceOf(value));
		if (found === undefined) throw refusal(`one of ${allowed.join(', ')}`);
		return String(found);
	},
};

/** A copy of a field with other texts, another name or other roles. */
export function vary<
	OldName extends string,
	Value,
	Name extends string = OldName,
	IsRequired extends boolean | undefined = undefined,
>(
	original: Field<OldName, Value>,
	changes: Partial<INodeProperties> & { name?: Name; required?: IsRequired },
	roles: Roles<Value> = {},
): Field<Name, false extends IsRequired ? Value | undefined : Filled<Value, IsRequired>> {
	return {
		property: { ...original.property, ...changes },
		reader: original.reader,
		roles: { ...original.roles, ...roles },
	} as Field<Name, false extends IsRequired ? Value | undefined : Filled<Value, IsRequired>>;
}

/** Optional fields that the builder adds one by one. */
export interface Collection<Members extends readonly Field[] = readonly Field[]> {
	property: INodeProperties;
	members: Members;
}

/** @param members in alphabetical order of their labels, as n8n's lint requires */
export function collection<const Members extends readonly Field[]>(
	property: Omit<INodeProperties, 'type' | 'default' | 'options'>,
	members: Members,
): Collection<Members> {
	return {
		property: {
			...property,
			type: 'collection',
			default: {},
			options: members.map((member) => member.property),
		},
		members,
	};
}

/** A sentence in the form, without a value. */
export interface Notice {
	property: INodeProperties & { type: 'notice' };
}

/** What the form of a node consists of. */
export type FormPart = Field | Collection | Notice;

type ShownField<Part> = Part extends Field<infer Name, infer Value> ? Field<Name, Value | undefined> : never;

type Shown<Part> = Part extends Field
	? ShownField<Part>
	: Part extends Collection<infer Members>
		? Collection<{ [Index in keyof Members]: ShownField<Members[Index]> }>
		: Part;

/**
 * Shows parts of the form only for some values of a choice. Hidden parts are not read.
 */
export function shown<Value, const Parts extends readonly FormPart[]>(
	choice: Field<string, Value>,
	values: ReadonlyArray<Value & string>,
	...parts: Parts
): { [Index in keyof Parts]: Shown<Parts[Index]> } {
	const displayOptions = { show: { [choice.property.name]: [...values] } };
	return parts.map((part) => ({ ...part, property: { ...part.property, displayOptions } })) as {
		[Index in keyof Parts]: Shown<Parts[Index]>;
	};
}

type Leaf<Part> =
	Part extends Collection<infer Members> ? Members[number] : Part extends Field ? Part : never;

/** The values of a form by field name; `undefined` for a field that is empty or hidden. */
export type Values<Parts extends readonly FormPart[]> = {
	[Part in Leaf<Parts[number]> as Part['property']['name']]: Part extends Field<string, infer Value>
		? Value
		: never;
};

/** A field of a form, and the path of its value. */
export interface Placed {
	field: Field;
	path: string;
}

function isShown({ displayOptions }: INodeProperties, parameters: Parameters): boolean {
	return Object.entries(displayOptions?.show ?? {}).every(([name, values]) =>
		values?.some((value) => value === choiceOf(parameters.raw(name))),
	);
}

/** The fields that are shown for an item. */
export function shownFields(form: readonly FormPart[], parameters: Parameters): Placed[] {
	return form
		.filter(({ property }) => isShown(property, parameters))
		.flatMap((part) => {
			if ('members' in part) {
				const { name } = part.property;
				return part.members.map((field) => ({ field, path: `${name}.${field.property.name}` }));
			}
			return 'reader' in part ? [{ field: part, path: part.property.name }] : [];
		});
}

/**
 * Reads a field of an item.
 *
 * @param parameters those of the item
 * @param credential decrypted; needed only by readers that fall back to it
 * @throws InvalidParameter if the value is missing or malformed
 */
export function readField<Value>(
	{ field, path }: { field: Field<string, Value>; path: string },
	parameters: Parameters,
	credential: Credential = {},
): Value {
	const { property, reader, roles } = field;
	const isRequired = property.required === true || roles.filled === true;
	const refusal = (expected: string, description?: string) => parameters.refusal(path, expected, description);
	const value = reader.read({
		parameters,
		path,
		property,
		isRequired,
		credential,
		of: (other) => readField({ field: other, path: other.property.name }, parameters, credential),
		refusal,
		mistyped: (reason, expected) => new MistypedValue(refusal(expected), reason),
	});
	if (value === undefined && isRequired) throw refusal(reader.expected);
	return value;
}
