import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';

import { EFFECT_UNKNOWN } from '../../nodes/engine/operation/faults';
import {
	branchIndex,
	BRANCHES,
	hasBranch,
	outcomeOf,
	type OperationKind,
} from '../../nodes/engine/operation/outcomes';
import type { CodeRow } from '../../nodes/engine/operation/statusCodes';
import { manifest, type PackagedNode } from '../package';
import type { NodeExample, Shown } from './examples';
import { noticesOf, renderFields } from './fields';
import { anchor, code, jsonBlock, plain, sentence, table } from './markdown';
import type { Played } from './play';
import { ADVICE, REFERENCES } from './words';

const root = join(__dirname, '..', '..');

/** A node's example, with its output items. */
export type PlayedExample = NodeExample & { played: Played[] };

/** Where a node's page is, from `docs/`. */
export function pageOf({ node, operation }: PackagedNode): string {
	return `nodes/${operation.provider.name}/${node.description.name}.md`;
}

/** Display names of the credential types, by type name. */
export type CredentialNames = Readonly<Record<string, string>>;

/**
 * @param packaged the node
 * @param example its example
 * @param credentialNames see {@link CredentialNames}
 * @returns the page of a node
 */
export function renderNodePage(
	packaged: PackagedNode,
	example: PlayedExample,
	credentialNames: CredentialNames,
): string {
	const { description } = packaged.node;
	const { properties } = description;
	return [
		`# ${description.displayName}`,
		'',
		sentence(plain(description.description)),
		'',
		...[...noticesOf(properties), ...(description.hints ?? []).map(({ message }) => plain(message))].flatMap(
			(note) => [`> ${note}`, ''],
		),
		factsOf(packaged, credentialNames),
		'',
		'## Fields',
		'',
		renderFields(properties),
		'',
		'## Outputs',
		'',
		outputsOf(packaged),
		'',
		'## Output item',
		'',
		itemOf(packaged),
		'',
		'## Example',
		'',
		exampleOf(example, properties),
		'',
		'## Codes',
		'',
		codesOf(packaged),
		'',
		'## Retry On Fail',
		'',
		retryOf(packaged),
		'',
		'## As an AI tool',
		'',
		toolOf(packaged),
		'',
		...workflowsOf(packaged),
		'---',
		'',
		'Generated from the node itself. [All nodes](../README.md)',
		'',
	].join('\n');
}

function factsOf({ node, operation, folder }: PackagedNode, credentialNames: CredentialNames): string {
	const { description } = node;
	const credentials = (description.credentials ?? []).map(({ name }) => credentialNames[name]).join(' or ');
	const { name, displayName } = operation.provider;
	return table(
		['', ''],
		[
			['Provider', `[${displayName}](../../providers/${name}.md)`],
			[
				'Credential',
				`${credentials}${(description.credentials ?? []).length > 1 ? ', chosen with *Authentication*' : ''}`,
			],
			['Type name', code(`n8n-nodes-otp-providers.${description.name}`)],
			['`provider` and `operation` in the item', `${code(operation.provider.name)}, ${code(operation.name)}`],
			['Source', `[${folder}](../../../${folder})`],
		],
	);
}

function outputsOf({ node, operation }: PackagedNode): string {
	const { kind } = operation;
	const branches = BRANCHES[kind];
	const rows = branches.map(({ label, outcome }) => {
		const { meaning, next } = ADVICE[kind][label];
		return [branches.length === 1 ? 'the only one' : label, code(outcome), meaning, next];
	});
	rows.push([
		'*Error*',
		'',
		'There is no response to trust, or a field is invalid. n8n shows this output if *On Error* is *Continue (using error output)*; otherwise the workflow stops.',
		`Read the message: [Troubleshooting](../../troubleshooting.md#error-messages). If the provider may have acted anyway, it says: "${EFFECT_UNKNOWN[kind]}"`,
	]);
	const list = table(['Output', '`outcome`', 'Meaning', 'What to do'], rows);
	if (typeof node.description.outputs !== 'string') return list;
	return [
		list,
		'',
		'*Branch On* changes the outputs: *Status Code* has `Other` and one output for each rule, *Single Output* has `Result`. See [Branching](../../concepts.md#branching).',
	].join('\n');
}

function itemOf({ operation: { references, result } }: PackagedNode): string {
	const rows = [
		...references.map((name) => [code(`reference.${name}`), REFERENCES[name]]),
		...Object.keys(result).map((name) => [code(name), REFERENCES[name]]),
	];
	const common = 'Every node outputs [the same fields](../README.md#output-item).';
	if (rows.length === 0) return `${common} For this node, \`reference\` is empty.`;
	return [`${common} This node adds:`, '', table(['Field', 'Description'], rows)].join('\n');
}

function settingsOf({ parameters }: NodeExample, properties: readonly INodeProperties[]): string {
	const rows = Object.entries(parameters).map(([name, value]) => {
		const property = properties.find((candidate) => candidate.name === name);
		const option = property?.options?.find((entry) => 'value' in entry && entry.value === value);
		const shown =
			option !== undefined && 'name' in option
				? `*${option.name}*`
				: code(typeof value === 'string' ? value.replace(/^=/, '') : JSON.stringify(value));
		return [`*${property?.displayName ?? name}*`, shown];
	});
	return table(['Field', 'Value'], rows);
}

function shownOf({ answer }: Shown, { output, item }: Played): string {
	const through = output === 'Success' ? 'the only output' : `*${output}*`;
	return [
		`HTTP ${answer.status}:`,
		'',
		'```json',
		JSON.stringify(answer.body),
		'```',
		'',
		`The item leaves through ${through}:`,
		'',
		jsonBlock(item),
	].join('\n');
}

function exampleOf(example: PlayedExample, properties: readonly INodeProperties[]): string {
	return [
		'Input item:',
		'',
		jsonBlock(example.input),
		'',
		'Settings; the other fields keep their defaults:',
		'',
		settingsOf(example, properties),
		'',
		`The responses are those of the [contract of the operation](../../../${example.contract}), written from [the provider's page](${example.page}).`,
		'',
		...example.shown.flatMap((shown, index) => [shownOf(shown, example.played[index]), '']),
	]
		.join('\n')
		.trimEnd();
}

/** The label of the output that a code leaves through; `undefined` for an error. */
function labelOf(kind: OperationKind, row: CodeRow): string | undefined {
	if ('fault' in row || !hasBranch(kind, row.reason)) return undefined;
	return BRANCHES[kind][branchIndex(kind, { outcome: outcomeOf(kind, row.reason), reason: row.reason })]
		.label;
}

function codesOf({ node, operation }: PackagedNode): string {
	const { codes, kind, provider } = operation;
	if (codes.length === 0) {
		return `This node does not interpret codes: anything that is not a success is an error. \`statusCode\` is the one that ${provider.displayName} returned.`;
	}
	const of = (label: string | undefined) => {
		const found = codes.filter((row) => labelOf(kind, row) === label).map((row) => code(row.code));
		return found.length > 0 ? found.join(', ') : 'none documented';
	};
	const rows = [...BRANCHES[kind].map(({ label }) => [label, of(label)]), ['*Error*', of(undefined)]];
	const section = `../../status-codes.md#${anchor(node.description.displayName)}`;
	return [
		table(['Output', 'Codes'], rows),
		'',
		`See [what each code means](${section}), with its \`reason\` and source.`,
	].join('\n');
}

const ASKS_AGAIN =
	'n8n runs the node again for all its items and repeats each request, which changes nothing at the provider.';
const REMEMBERS =
	'n8n runs the node again for all its items. Items whose request left return their stored result and are not sent again, including those that ended in an error. Only items that certainly never left are sent.';

function retryOf({ operation }: PackagedNode): string {
	const more = 'See [Nothing is sent twice](../../concepts.md#nothing-is-sent-twice).';
	switch (operation.kind) {
		case 'check':
			return `With *Issue OTP* on: ${REMEMBERS} With it off: ${ASKS_AGAIN} ${more}`;
		case 'send':
		case 'verify':
		case 'redeem':
			return `${REMEMBERS} ${more}`;
		default:
			return `${ASKS_AGAIN} ${more}`;
	}
}

function toolOf({ operation }: PackagedNode): string {
	if (operation.tool === undefined) {
		return 'No: it reveals a code or a token, or its call has a side effect. See [As AI tools](../../concepts.md#as-ai-tools).';
	}
	return [
		'Yes. Everything leaves through the first output, whatever the outcome. The model reads:',
		'',
		`> ${plain(operation.tool)}`,
	].join('\n');
}

interface WorkflowFile {
	name: string;
	nodes: Array<{ type: string }>;
}

function workflowsOf({ node }: PackagedNode): string[] {
	const type = `${manifest.name}.${node.description.name}`;
	const links = readdirSync(join(root, 'workflows'))
		.filter((file) => file.endsWith('.json'))
		.sort()
		.flatMap((file) => {
			const workflow = JSON.parse(readFileSync(join(root, 'workflows', file), 'utf8')) as WorkflowFile;
			return workflow.nodes.some((used) => used.type === type)
				? [`- [${workflow.name}](../../../workflows/${file})`]
				: [];
		});
	return links.length === 0 ? [] : ['## Workflows with this node', '', ...links, ''];
}
