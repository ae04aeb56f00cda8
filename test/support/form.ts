import type {
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';

/** A field that a person can fill in, wherever it is nested. */
export interface DescribedField {
	/** As n8n names it, e.g. `additionalFields.email`, `channels.channel[0].type`. */
	path: string;
	/** As the UI calls it. */
	label: string;
	/** What the UI calls the lists that it stands in. */
	lists: string[];
	property: INodeProperties;
}

type Nested = INodeProperties | INodePropertyCollection | INodePropertyOptions;

function fieldsIn(entries: readonly Nested[], prefix = '', row = '', lists: string[] = []): DescribedField[] {
	return entries.flatMap((entry): DescribedField[] => {
		const path = prefix + entry.name;
		if ('values' in entry) return fieldsIn(entry.values, `${path}${row}.`, '', lists);
		if (!('type' in entry) || entry.type === 'notice') return [];
		const within = [...lists, entry.displayName];
		if (entry.type === 'collection') return fieldsIn(entry.options ?? [], `${path}.`, '', within);
		if (entry.type === 'fixedCollection') {
			const isList = entry.typeOptions?.multipleValues === true;
			return fieldsIn(entry.options ?? [], `${path}.`, isList ? '[0]' : '', within);
		}
		return [{ path, label: entry.displayName, lists, property: entry }];
	});
}

/** @returns every field of a node, in the order of the UI, each once */
export function fieldsOf({ properties }: INodeTypeDescription): DescribedField[] {
	const fields = fieldsIn(properties);
	return fields.filter(({ path }, index) => fields.findIndex((field) => field.path === path) === index);
}
