import type { INodeProperties } from 'n8n-workflow';

import { allCredentials, allNodes, packagedNodes } from '../../tools/package';
import { partsOf } from './form';

/** A parameter, wherever it is nested, and where it was found. */
export interface Described {
	/** `node > path`, for the names of tests. */
	place: string;
	property: INodeProperties;
}

const within = (name: string, properties: INodeProperties[]): Described[] =>
	partsOf(properties).map(({ path, property }) => ({ place: `${name} > ${path}`, property }));

/** Every parameter of every node and every field of every credential, nested ones included. */
export const everyParameter = (): Described[] => [
	...allNodes().flatMap(({ description }) => within(description.name, description.properties)),
	...allCredentials().flatMap(({ name, properties }) => within(name, properties)),
];

/** The groups of fixed collections: they have a label of their own. */
const everyGroup = () =>
	everyParameter().flatMap(({ place, property }) =>
		(property.options ?? []).flatMap((group) =>
			'values' in group ? [{ place: `${place} > ${group.name}`, group }] : [],
		),
	);

/** Every entry of every dropdown, and the dropdown that it is in. */
export const everyOption = () =>
	everyParameter().flatMap(({ place, property }) =>
		(property.options ?? []).flatMap((option) =>
			'value' in option ? [{ place: `${place} > ${String(option.value)}`, option, of: property }] : [],
		),
	);

/** A text that a person reads, and where it stands. */
export type Text = [place: string, text: string];

const known = (...texts: Array<[place: string, text: string | undefined]>) =>
	texts.filter((entry): entry is Text => entry[1] !== undefined);

/** The descriptions of nodes, also as an AI agent reads them, and of parameters and options. */
export const everyDescription = (): Text[] => [
	...packagedNodes().flatMap(({ node: { description }, operation: { tool } }) =>
		known([description.name, description.description], [`${description.name} as a tool`, tool]),
	),
	...everyParameter().flatMap(({ place, property }) => known([place, property.description])),
	...everyOption().flatMap(({ place, option }) => known([place, option.description])),
];

/** What people click on or look for: labels, names of options, names of nodes and credentials. */
export const everyLabel = (): Text[] => [
	...allNodes().map(({ description }): Text => [description.name, description.displayName]),
	...allCredentials().map(({ name, displayName }): Text => [name, displayName]),
	...everyParameter()
		.filter(({ property }) => property.type !== 'notice')
		.map(({ place, property }): Text => [place, property.displayName]),
	...everyGroup().map(({ place, group }): Text => [place, group.displayName]),
	...everyOption().map(({ place, option }): Text => [place, option.name]),
];

/** Everything else that a person reads before anything has run. */
export const everyOtherText = (): Text[] => [
	...allNodes().flatMap(({ description: { name, subtitle, hints = [] } }) => [
		...known([name, subtitle]),
		...hints.map(({ message }): Text => [`${name} hint`, message]),
	]),
	...everyParameter().flatMap(({ place, property: { placeholder, hint, type, displayName } }) =>
		known([place, placeholder], [place, hint], [place, type === 'notice' ? displayName : undefined]),
	),
];
