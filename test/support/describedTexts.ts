import type {
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';

import { allCredentials, allNodes } from '../../tools/package';

/** A parameter, wherever it is nested, and where it was found. */
export interface Described {
	/** `node > parameter > inner parameter`, for the names of tests. */
	place: string;
	property: INodeProperties;
}

/** An entry of a dropdown. */
export interface Offered {
	place: string;
	option: INodePropertyOptions;
	/** The dropdown that it is in. */
	of: INodeProperties;
}

type Nested = INodeProperties | INodePropertyCollection | INodePropertyOptions;

function isProperty(entry: Nested): entry is INodeProperties {
	return 'type' in entry;
}

function isGroup(entry: Nested): entry is INodePropertyCollection {
	return 'values' in entry;
}

function walk(place: string, properties: readonly Nested[]): Described[] {
	return properties.flatMap((entry) => {
		const here = `${place} > ${entry.name}`;
		if (isGroup(entry)) return walk(here, entry.values);
		if (!isProperty(entry)) return [];
		const isNested = entry.type === 'collection' || entry.type === 'fixedCollection';
		return [{ place: here, property: entry }, ...(isNested ? walk(here, entry.options ?? []) : [])];
	});
}

/** Every parameter of every node and every field of every credential, nested ones included. */
export function everyParameter(): Described[] {
	return [
		...allNodes().flatMap(({ description }) => walk(description.name, description.properties)),
		...allCredentials().flatMap(({ name, properties }) => walk(name, properties)),
	];
}

/** The groups of fixed collections: they have a label of their own. */
function everyGroup(): Array<{ place: string; group: INodePropertyCollection }> {
	return everyParameter().flatMap(({ place, property }) =>
		(property.options ?? [])
			.filter((entry): entry is INodePropertyCollection => isGroup(entry))
			.map((group) => ({ place: `${place} > ${group.name}`, group })),
	);
}

/** Every entry of every dropdown. */
export function everyOption(): Offered[] {
	return everyParameter().flatMap(({ place, property }) =>
		property.type === 'options' || property.type === 'multiOptions'
			? (property.options ?? []).map((entry) => {
					const option = entry as INodePropertyOptions;
					return { place: `${place} > ${String(option.value)}`, option, of: property };
				})
			: [],
	);
}

/** A text that a person reads, and where it stands. */
export type Text = [place: string, text: string];

/** What an AI agent reads about a node that it may use; `undefined` for one that it may not. */
function toolDescription({ usableAsTool, description }: INodeTypeDescription): string | undefined {
	if (usableAsTool === undefined) return undefined;
	const replaced = typeof usableAsTool === 'object' ? usableAsTool.replacements?.description : undefined;
	return replaced ?? description;
}

/** The descriptions of nodes, also as an AI agent reads them, and of parameters and options. */
export function everyDescription(): Text[] {
	const texts: Array<[string, string | undefined]> = [
		...allNodes().map(({ description }): [string, string] => [description.name, description.description]),
		...allNodes().map(({ description }): [string, string | undefined] => [
			`${description.name} as a tool`,
			toolDescription(description),
		]),
		...everyParameter().map(({ place, property }): [string, string | undefined] => [
			place,
			property.description,
		]),
		...everyOption().map(({ place, option }): [string, string | undefined] => [place, option.description]),
	];
	return texts.filter((entry): entry is Text => entry[1] !== undefined);
}

/** What people click on or look for: labels, names of options, names of nodes and credentials. */
export function everyLabel(): Text[] {
	return [
		...allNodes().map(({ description }): Text => [description.name, description.displayName]),
		...allCredentials().map(({ name, displayName }): Text => [name, displayName]),
		...everyParameter()
			.filter(({ property }) => property.type !== 'notice')
			.map(({ place, property }): Text => [place, property.displayName]),
		...everyGroup().map(({ place, group }): Text => [place, group.displayName]),
		...everyOption().map(({ place, option }): Text => [place, option.name]),
	];
}

/** Everything else that a person reads before anything has run. */
export function everyOtherText(): Text[] {
	return [
		...allNodes().flatMap(({ description }): Text[] => [
			[description.name, String(description.subtitle)],
			...(description.hints ?? []).map(({ message }): Text => [`${description.name} hint`, message]),
		]),
		...everyParameter().flatMap(({ place, property }): Text[] => [
			...(property.placeholder === undefined ? [] : [[place, property.placeholder] as Text]),
			...(property.hint === undefined ? [] : [[place, property.hint] as Text]),
			...(property.type === 'notice' ? [[place, property.displayName] as Text] : []),
		]),
	];
}
