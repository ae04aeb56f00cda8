import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Credential } from '../operation/provider';
import type { InvalidParameter, Parameters } from './parameters';

/** What a reader gets of a field: the item's parameters, and where among them the field is. */
export interface FieldInput {
	parameters: Parameters;
	/** The parameter's path, such as `additionalFields.widgetId`. */
	path: string;
	property: INodeProperties;
	/** Whether the field must have a value. */
	isRequired: boolean;
	credential: Credential;
	/** Reads a field outside of collections of the same item. */
	of: <Value>(other: Field<string, Value>) => Value;
	/**
	 * @param expected what the field must be, as the end of a sentence
	 * @param description what to do, if there is more to say
	 * @returns the refusal, to be thrown
	 */
	refusal: (expected: string, description?: string) => InvalidParameter;
}

/** Reads and checks the value of a field. */
export interface Reader<Value> {
	/**
	 * @returns the value; `undefined` if the field is empty
	 * @throws InvalidParameter if the value is malformed
	 */
	read: (input: FieldInput) => Value;
	/** What the field must be, as the end of a sentence, for a required field that is empty. */
	expected: string;
}

/** What a field is besides a value in the request. */
export interface Roles<Value = never> {
	/** n8n fills the field with its default, so an expression that gives nothing is a mistake. */
	filled?: boolean;
	/** Never shown: a code, an Aadhaar number. */
	secret?: boolean;
	/** The address or number of a person, shown only masked. */
	recipient?: boolean;
	/** The same for a field with several of them. */
	recipients?(value: Value): readonly string[];
	/** Identifies the request: a retry with another value is a new request. */
	identity?: boolean;
	/** Part of `reference` in the item, under the field's name, because the next step needs it. */
	reference?: boolean;
}

/** A field of a node: n8n's literal, how it is read, and what it is. Declared once. */
export interface Field<Name extends string = string, Value = unknown> {
	property: INodeProperties & { name: Name };
	reader: Reader<Value>;
	roles: Roles<Value>;
}

/** A field's value: a required one is never empty. */
type Filled<Value, IsRequired> = true extends IsRequired ? Exclude<Value, undefined> : Value;

/**
 * @param property n8n's literal
 * @param reader how the value is read
 * @param roles what the field is besides a value in the request
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

/**
 * A field whose value is one of its options.
 *
 * @param property n8n's literal, with the options
 * @param roles what the field is besides a value in the request
 */
export function choiceField<Name extends string, Value extends string>(
	property: INodeProperties & {
		name: Name;
		options: ReadonlyArray<INodePropertyOptions & { value: Value }>;
	},
	roles: Roles<Value> = {},
): Field<Name, Value> {
	return { property, reader: choice as Reader<Value>, roles };
}

const choice: Reader<string> = {
	expected: 'filled in',
	read({ parameters, path, property, isRequired, refusal }) {
		const allowed = (property.options as INodePropertyOptions[]).map(({ value }) => value);
		// n8n leaves a field of a collection out until the builder adds it.
		const isOptional = path.includes('.') && !isRequired;
		const value = parameters.raw(path) ?? (isOptional ? property.default : undefined);
		const text = typeof value === 'number' ? String(value) : value;
		const found = allowed.find((candidate) => candidate === text);
		if (found === undefined) throw refusal(`one of ${allowed.join(', ')}`);
		return String(found);
	},
};

/**
 * The same field with other words, or under another name.
 *
 * @param original the field
 * @param changes what differs in n8n's literal
 * @param roles the roles that differ
 */
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

/** Fields that the builder adds one by one. */
export interface Collection<Members extends readonly Field[] = readonly Field[]> {
	property: INodeProperties;
	members: Members;
}

/**
 * @param property n8n's literal without its options
 * @param members the fields, in alphabetical order of their labels
 */
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

/** A sentence in the form that asks for nothing. */
export interface Notice {
	property: INodeProperties & { type: 'notice' };
}

/** What the form of a node is made of. */
export type FormPart = Field | Collection | Notice;

type ShownField<Part> = Part extends Field<infer Name, infer Value> ? Field<Name, Value | undefined> : never;

type Shown<Part> = Part extends Field
	? ShownField<Part>
	: Part extends Collection<infer Members>
		? Collection<{ [Index in keyof Members]: ShownField<Members[Index]> }>
		: Part;

/**
 * Shows parts of the form only where a choice has one of some values. What is not shown is not read.
 *
 * @param choice the field that decides
 * @param values its values
 * @param parts what to show
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

/** The values of a form's fields by their names; `undefined` for a field that is empty or not shown. */
export type Values<Parts extends readonly FormPart[]> = {
	[Part in Leaf<Parts[number]> as Part['property']['name']]: Part extends Field<string, infer Value>
		? Value
		: never;
};

/** A field of a form, and where its value is. */
export interface Placed {
	field: Field;
	path: string;
}

/** A choice may also come as a number, which its reader takes as text. */
function isShown({ displayOptions }: INodeProperties, parameters: Parameters): boolean {
	return Object.entries(displayOptions?.show ?? {}).every(([name, values]) =>
		values?.some((value) => value === String(parameters.raw(name))),
	);
}

/**
 * @param form a node's form
 * @param parameters the item's parameters
 * @returns the fields that are shown for the item
 */
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
 * @param placed the field, and where its value is
 * @param parameters the item's parameters
 * @param credential the decrypted credential
 * @returns its value
 * @throws InvalidParameter if it is missing or malformed
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
	});
	if (value === undefined && isRequired) throw refusal(reader.expected);
	return value;
}
