import {
	BRANCHES,
	branchIndex,
	hasBranch,
	outcomeOf,
	type OperationKind,
} from '../../nodes/engine/operation/outcomes';
import type { CodeRow } from '../../nodes/engine/operation/statusCodes';
import { type PackagedNode, packagedNodes } from '../package';

const INTRODUCTION = `# Status codes

Every code that a node knows, what it means, and the output that its item is routed to. Generated
from the tables that the nodes use (\`nodes/<provider>/codes.ts\`).

Codes marked *error* are faults: n8n's *On Error* setting decides. A code that is not in the table is
\`unclassified\`: it is routed to the first output and never counts as a success. In *Status Code*
mode, a rule can name any code that is routed to an output.

An item whose number, address, code or other value was [mistyped](concepts.md#what-people-type) has no
code: no request was made. In *Status Code* mode it leaves through \`Other\`.
`;

function rowOf(kind: OperationKind, row: CodeRow): string {
	const [outcome, reason, output] = meaningOf(kind, row);
	const source = row.source.replace(/https:\/\/[^\s)]+/g, (url) => `[page](${url})`);
	return `| \`${row.code}\` | ${row.text} | ${outcome} | \`${reason}\` | ${output} | ${source} |`;
}

function meaningOf(kind: OperationKind, row: CodeRow): [string, string, string] {
	if ('fault' in row) return ['', row.fault, '*error*'];
	if (!hasBranch(kind, row.reason)) return ['', row.reason, '*error*'];
	const outcome = outcomeOf(kind, row.reason);
	const { label } = BRANCHES[kind][branchIndex(kind, { outcome, reason: row.reason })];
	return [`\`${outcome}\``, row.reason, label];
}

function sectionOf({ node, operation }: PackagedNode): string {
	return [
		`## ${node.description.displayName}`,
		'',
		'| Code | The provider says | `outcome` | `reason` | Output | Source |',
		'|---|---|---|---|---|---|',
		...operation.codes.map((row) => rowOf(operation.kind, row)),
		'',
	].join('\n');
}

/** @returns the page `docs/status-codes.md` */
export function renderStatusCodes(): string {
	const sections = packagedNodes()
		.filter(({ operation }) => operation.codes.length > 0)
		.map(sectionOf);
	return [INTRODUCTION, ...sections].join('\n');
}
