import type {
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';

/** A parameter, wherever it is nested. */
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

/** Every parameter, with the lists that hold others and the notices. */
export function partsOf(
	entries: readonly Nested[],
	prefix = '',
	row = '',
	lists: string[] = [],
): DescribedField[] {
	return entries.flatMap((entry): DescribedField[] => {
		const path = prefix + entry.name;
		if ('values' in entry) return partsOf(entry.values, `${path}${row}.`, '', lists);
		if (!('type' in entry)) return [];
		const { displayName: label, typeOptions, options = [] } = entry;
		const isList = entry.type === 'fixedCollection' && typeOptions?.multipleValues === true;
		const inner = partsOf(options, `${path}.`, isList ? '[0]' : '', [...lists, label]);
		return [{ path, label, lists, property: entry }, ...inner];
	});
}

/** @returns every field of a node that a user can fill in, unless only AI tools show it, in the order of the UI, each once */
export function fieldsOf({ properties }: INodeTypeDescription): DescribedField[] {
	const fields = partsOf(properties).filter(
		({ property: { type, displayOptions } }) =>
			!/^(notice|collection|fixedCollection)$/.test(type) && !('@tool' in (displayOptions?.show ?? {})),
	);
	return fields.filter(({ path }, index) => fields.findIndex((field) => field.path === path) === index);
}
