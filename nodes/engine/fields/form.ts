import type { INodeProperties } from 'n8n-workflow';

import type { OperationKind } from '../operation/outcomes';
import type { CodeRow } from '../operation/statusCodes';
import { branchOnProperties } from './branching';
import type { FormPart } from './field';
import { QUIRKS } from './fields';
import { optionsOf } from './options';

/**
 * The complete form of a node, in the order of n8n's own nodes: the text for a model, its fields, *Branch On*,
 * collections of optional fields, *Options*, *Provider Quirks*.
 */
export function toProperties({
	kind,
	codes,
	form,
	tool,
}: {
	kind: OperationKind;
	codes: readonly CodeRow[];
	form: readonly FormPart[];
	tool?: string;
}): INodeProperties[] {
	const of = (parts: readonly FormPart[]) => parts.map(({ property }) => property);
	const isQuirks = ({ property }: FormPart) => property.name === QUIRKS;
	return [
		...(tool === undefined ? [] : toolProperties(tool)),
		...of(form.filter((part) => !('members' in part))),
		...branchOnProperties(kind, codes),
		...of(form.filter((part) => 'members' in part && !isQuirks(part))),
		optionsOf(kind),
		...of(form.filter(isQuirks)),
	];
}

/** The text that a model reads, which only AI tools show. Without it, n8n gives the model the node's description. */
function toolProperties(tool: string): INodeProperties[] {
	const displayOptions = { show: { '@tool': [true] } };
	return [
		// n8n 1.88 reads `toolDescription` only with this value.
		{
			displayName: 'Description Type',
			name: 'descriptionType',
			type: 'hidden',
			default: 'manual',
			displayOptions,
		},
		{
			displayName: 'Tool Description',
			name: 'toolDescription',
			type: 'string',
			typeOptions: { rows: 4 },
			required: true,
			default: tool,
			description: 'What the model reads about this tool',
			displayOptions,
		},
	];
}
