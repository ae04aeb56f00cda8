import type { INodeProperties } from 'n8n-workflow';

import { member } from '../answers/json';
import {
	branchIndex,
	BRANCHES,
	isGranting,
	outcomeOf,
	type OperationKind,
	type Outcome,
	type Reason,
} from '../operation/outcomes';
import { codeOptions, findCode, type CodeRow } from '../operation/statusCodes';
import { choiceField, readField } from './field';
import { InvalidParameter, type Parameters } from './parameters';

/** How the items of a node are routed to its outputs. */
export type Routing =
	| { branchOn: 'outcome' }
	| { branchOn: 'singleOutput' }
	| { branchOn: 'statusCode'; rules: readonly (readonly string[])[] };

/**
 * The `outputs` of a node's description: an expression, because they depend on *Branch On*. n8n evaluates
 * it in the editor and in the engine, so it can use only the node's parameters.
 */
export function outputsOf({ kind }: { kind: OperationKind }): `={{${string}}}` {
	const branches = BRANCHES[kind].map(({ label }) => ({ type: 'main', displayName: label }));
	return `={{ ((parameters) => {
		if (parameters.branchOn === 'singleOutput') return [{ type: 'main', displayName: 'Result' }];
		if (parameters.branchOn !== 'statusCode') return ${JSON.stringify(branches)};
		const rules = (parameters.statusCodeRules && parameters.statusCodeRules.rules) || [];
		const nameOf = (rule, index) =>
			rule && typeof rule.branch === 'string' && rule.branch ? rule.branch : 'Rule ' + (index + 1);
		return [{ type: 'main', displayName: 'Other' }].concat(
			rules.map((rule, index) => ({ type: 'main', displayName: nameOf(rule, index) })),
		);
	})($parameter) }}`;
}

function branchOnField(kind: OperationKind) {
	const labels = BRANCHES[kind].map(({ label }) => label);
	return choiceField({
		displayName: 'Branch On',
		name: 'branchOn',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Outcome',
				value: 'outcome',
				description: `One output per outcome: ${labels.join(', ')}`,
			},
			{
				name: 'Single Output',
				value: 'singleOutput',
				description: "A single output for all items; the 'outcome' field tells them apart",
			},
			{
				name: 'Status Code',
				value: 'statusCode',
				description: "One output per rule that you define with the provider's own codes",
			},
		],
		default: 'outcome',
		description:
			'What determines the output that an item is routed to. Connections keep their position when you change this, so check them afterwards.',
		displayOptions: { hide: { '@tool': [true] } },
	});
}

/** The *Branch On* parameter and its rules; none for a node with one output. */
export function branchOnProperties(kind: OperationKind, codes: readonly CodeRow[]): INodeProperties[] {
	if (BRANCHES[kind].length === 1) return [];
	return [
		branchOnField(kind).property,
		{
			displayName: 'Status Code Rules',
			name: 'statusCodeRules',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add Rule',
			default: { rules: [{ codes: [], otherCodes: '', branch: '' }] },
			description:
				"Each rule adds an output. Items whose code is in no rule are routed to 'Other', the first output.",
			displayOptions: { show: { branchOn: ['statusCode'] }, hide: { '@tool': [true] } },
			options: [
				{
					displayName: 'Rule',
					name: 'rules',
					values: [
						{
							displayName: 'Branch Name',
							name: 'branch',
							type: 'string',
							default: '',
							placeholder: 'e.g. Ask Again',
							description: 'The name of the output on the canvas',
						},
						{
							displayName: 'Codes',
							name: 'codes',
							type: 'multiOptions',
							options: codeOptions(kind, codes),
							default: [],
							description: 'Codes that the provider documents for this operation',
						},
						{
							displayName: 'Other Codes',
							name: 'otherCodes',
							type: 'string',
							default: '',
							placeholder: 'e.g. 1056, 1057',
							description: 'Codes that are not in the list, separated by commas',
						},
					],
				},
			],
		},
	];
}

/** Names that a rule cannot have: the first output, and n8n's error output. */
const RESERVED_NAMES = ['Other', 'Error'];

interface Rule {
	branch?: unknown;
	codes?: unknown;
	otherCodes?: unknown;
}

const LONGEST_NAME = 100;
const LONGEST_CODES = 10_000;

const isCode = (value: unknown) =>
	typeof value === 'number' || (typeof value === 'string' && value.length <= LONGEST_CODES);

/**
 * Reads and checks *Branch On* and its rules.
 *
 * @param parameters those of the first item; the outputs are the same for all items
 * @throws InvalidParameter if a rule is empty or has no name, or if a code or name is used twice
 */
export function readRouting(kind: OperationKind, parameters: Parameters): Routing {
	if (BRANCHES[kind].length === 1) return { branchOn: 'singleOutput' };
	const branchOn = readField({ field: branchOnField(kind), path: 'branchOn' }, parameters);
	if (branchOn !== 'statusCode') return { branchOn };

	const path = 'statusCodeRules';
	const label = parameters.label(path);
	const found = member(parameters.raw(path), 'rules');
	const rules = (Array.isArray(found) ? found : []) as Rule[];
	if (rules.length === 0)
		throw new InvalidParameter(
			`${label} must have at least one rule`,
			"Add a rule with a code and a branch name, or set 'Branch On' to 'Outcome'.",
		);

	const names = new Set<string>();
	const taken = new Set<string>();
	return {
		branchOn,
		rules: rules.map(({ branch, codes, otherCodes }, index) => {
			const rule = `Rule ${index + 1}`;
			const name = typeof branch === 'string' ? branch.trim() : '';
			if (name === '')
				throw new InvalidParameter(
					`${label} are invalid: ${rule} has no branch name`,
					`Fill in 'Branch Name' of ${rule}.`,
				);
			if (name.length > LONGEST_NAME)
				throw new InvalidParameter(
					`${label} are invalid: ${rule} has a branch name of more than ${LONGEST_NAME} characters`,
					`Shorten 'Branch Name' of ${rule}.`,
				);
			if (names.has(name) || RESERVED_NAMES.includes(name))
				throw new InvalidParameter(
					`${label} are invalid: ${rule} has a branch name that is already in use: '${name}'`,
					`Give ${rule} a unique branch name. The first output is called 'Other'.`,
				);
			names.add(name);

			const chosen = Array.isArray(codes) ? (codes as unknown[]) : [codes ?? ''];
			const typed = otherCodes ?? '';
			if (![...chosen, typed].every(isCode))
				throw new InvalidParameter(
					`${label} are invalid: ${rule} contains a value that is not a code`,
					`Select codes in 'Codes' of ${rule}, or enter them in 'Other Codes', separated by commas.`,
				);
			const all = [...chosen.map(String), ...String(typed).split(',')]
				.map((code) => code.trim())
				.filter((code) => code !== '');
			if (all.length === 0)
				throw new InvalidParameter(
					`${label} are invalid: ${rule} has no code`,
					`Select a code in 'Codes' of ${rule}, or enter one in 'Other Codes'.`,
				);
			for (const code of new Set(all)) {
				if (taken.has(code))
					throw new InvalidParameter(
						`${label} are invalid: code ${code} is in two rules`,
						`Remove code ${code} from one of the rules.`,
					);
				taken.add(code);
			}
			return all;
		}),
	};
}

/** How many outputs the node has, without n8n's error output. */
export function outputCount(kind: OperationKind, routing: Routing): number {
	if (routing.branchOn === 'singleOutput') return 1;
	return routing.branchOn === 'outcome' ? BRANCHES[kind].length : routing.rules.length + 1;
}

/**
 * The index of the output that an item is routed to.
 *
 * A rule that lists a success code takes only items that succeeded, even if it lists other codes too:
 * a refusal with the code of a success must not be routed like a success.
 *
 * @param result `statusCodes` if the item has several codes
 */
export function outputOf(
	{ kind, codes }: { kind: OperationKind; codes: readonly CodeRow[] },
	routing: Routing,
	{
		outcome,
		reason,
		statusCode,
		statusCodes = [statusCode],
	}: { outcome: Outcome; reason: Reason; statusCode: string; statusCodes?: string[] },
): number {
	if (routing.branchOn === 'singleOutput') return 0;
	if (routing.branchOn === 'outcome') return branchIndex(kind, { outcome, reason });
	const isSuccess = isGranting(kind, outcome);
	const isCodeOfSuccess = (code: string) => {
		const row = findCode(codes, code);
		return row !== undefined && 'reason' in row && isGranting(kind, outcomeOf(kind, row.reason));
	};
	if (isCodeOfSuccess(statusCode) !== isSuccess) return 0;
	const takes = (rule: readonly string[]) =>
		rule.some(isCodeOfSuccess) === isSuccess && statusCodes.some((code) => rule.includes(code));
	return routing.rules.findIndex(takes) + 1;
}
