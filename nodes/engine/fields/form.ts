import type { INodeProperties } from 'n8n-workflow';

import type { OperationKind } from '../operation/outcomes';
import type { CodeRow } from '../operation/statusCodes';
import { branchOnProperties } from './branching';
import type { FormPart } from './field';
import { QUIRKS } from './fields';
import { optionsOf } from './options';

/**
 * The complete form of a node, in the order of n8n's own nodes: its fields, *Branch On*, collections of
 * optional fields, *Options*, *Provider Quirks*.
 */
export function toProperties({
	kind,
	codes,
	form,
}: {
	kind: OperationKind;
	codes: readonly CodeRow[];
	form: readonly FormPart[];
}): INodeProperties[] {
	const of = (parts: readonly FormPart[]) => parts.map(({ property }) => property);
	const isQuirks = ({ property }: FormPart) => property.name === QUIRKS;
	return [
		...of(form.filter((part) => !('members' in part))),
		...branchOnProperties(kind, codes),
		...of(form.filter((part) => 'members' in part && !isQuirks(part))),
		optionsOf(kind),
		...of(form.filter(isQuirks)),
	];
}
