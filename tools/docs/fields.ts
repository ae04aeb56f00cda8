import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { code, plain, sentence } from './markdown';

type Entry = INodeProperties | INodePropertyCollection | INodePropertyOptions;

const TYPES: Partial<Record<INodeProperties['type'], string>> = {
	string: 'text',
	number: 'number',
	boolean: 'switch',
	options: 'choice',
	multiOptions: 'several choices',
	collection: 'group of optional fields',
	fixedCollection: 'group of fields',
};

/** Replaces the providers' codes, which have their own section. */
export const CODES_SECTION = '[Codes](#codes)';

function optionsOf(property: INodeProperties): INodePropertyOptions[] {
	return (property.options ?? []).filter(
		(entry): entry is INodePropertyOptions => 'value' in entry && 'name' in entry,
	);
}

function shownWhen(property: INodeProperties, siblings: readonly INodeProperties[]): string {
	const { show = {}, hide = {} } = property.displayOptions ?? {};
	const conditions = Object.entries(show).map(([name, values]) => {
		const decisive = siblings.find((sibling) => sibling.name === name);
		const names = (values as unknown[]).map((value) => {
			const option = decisive && optionsOf(decisive).find((candidate) => candidate.value === value);
			return `*${option?.name ?? String(value)}*`;
		});
		return `*${decisive?.displayName ?? name}* is ${names.join(' or ')}`;
	});
	return [
		conditions.length > 0 ? `Shown when ${conditions.join(' and ')}.` : '',
		'@tool' in hide ? 'Not shown in an AI tool.' : '',
	]
		.filter((text) => text !== '')
		.join(' ');
}

function defaultOf(property: INodeProperties): string {
	const value = property.default;
	if (property.type === 'boolean') return `Default: ${value === true ? 'on' : 'off'}.`;
	if (property.type === 'options') {
		const option = optionsOf(property).find((candidate) => candidate.value === value);
		return `Default: *${option?.name ?? String(value)}*.`;
	}
	if (typeof value === 'number') return `Default: ${value}.`;
	return typeof value === 'string' && value !== '' ? `Default: ${code(value)}.` : '';
}

function rangeOf({ typeOptions }: INodeProperties): string {
	const { minValue, maxValue } = typeOptions ?? {};
	if (minValue !== undefined && maxValue !== undefined) return `From ${minValue} to ${maxValue}.`;
	return minValue === undefined ? '' : `At least ${minValue}.`;
}

function factsOf(property: INodeProperties): string {
	const facts = [
		code(property.name),
		TYPES[property.type] ?? property.type,
		...(property.required ? ['required'] : []),
		...(property.typeOptions?.password ? ['masked'] : []),
		...(property.typeOptions?.multipleValues ? ['one or more'] : []),
		...(property.noDataExpression ? ['fixed value only'] : []),
	];
	return facts.join(', ');
}

function example({ placeholder }: INodeProperties): string {
	return placeholder?.startsWith('e.g. ') ? `Example: ${code(placeholder.slice('e.g. '.length))}.` : '';
}

function optionLines(property: INodeProperties): string[] {
	if (property.name === 'codes') return [`- The codes under ${CODES_SECTION} that are routed to an output`];
	return optionsOf(property).map(
		({ name, value, description }) =>
			`- *${plain(name)}* (${code(String(value))})${description ? `: ${plain(sentence(description))}` : ''}`,
	);
}

function nestedLines(property: INodeProperties): string[] {
	if (property.type === 'collection') return fieldLines((property.options ?? []) as INodeProperties[]);
	if (property.type !== 'fixedCollection') return [];
	return ((property.options ?? []) as INodePropertyCollection[]).flatMap(({ displayName, name, values }) => [
		`- **${displayName}** (${code(name)})`,
		...indent(fieldLines(values)),
	]);
}

function indent(lines: readonly string[]): string[] {
	return lines.map((line) => `  ${line}`);
}

function fieldLines(properties: readonly INodeProperties[]): string[] {
	return properties.flatMap((property) => {
		const parts = [
			property.description ? plain(sentence(property.description)) : '',
			shownWhen(property, properties),
			rangeOf(property),
			defaultOf(property),
			example(property),
		].filter((part) => part !== '');
		return [
			`- **${plain(property.displayName)}** (${factsOf(property)}). ${parts.join(' ')}`.trimEnd(),
			...indent([...optionLines(property), ...nestedLines(property)]),
		];
	});
}

/**
 * @param properties the properties of a node
 * @returns a list of its fields, nested as in the editor
 */
export function renderFields(properties: readonly INodeProperties[]): string {
	return fieldLines(properties.filter((property) => !isNotice(property) && !isToolText(property))).join('\n');
}

/** The page shows the text that a model reads in a section of its own. */
const isToolText = ({ displayOptions }: INodeProperties) => '@tool' in (displayOptions?.show ?? {});

/** @returns the notices among a node's fields */
export function noticesOf(properties: readonly INodeProperties[]): string[] {
	return properties.filter(isNotice).map(({ displayName }) => plain(displayName));
}

function isNotice(property: Entry): property is INodeProperties {
	return 'type' in property && property.type === 'notice';
}
