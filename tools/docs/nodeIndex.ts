import { BRANCHES } from '../../nodes/engine/operation/outcomes';
import { type PackagedNode } from '../package';
import { code, jsonBlock, plain, table } from './markdown';
import { pageOf } from './nodePage';
import type { Played } from './play';
import { OUTCOMES, REASONS } from './words';

const FIELDS: ReadonlyArray<readonly [string, string]> = [
	['`provider`, `operation`', 'which provider and operation the item is from'],
	['`outcome`', 'the decision; [the list](#outcome) is the same for every provider'],
	['`reason`', 'the reason for it; [the list](#reason) is the same for every provider'],
	['`statusCode`', "the provider's own code, always as text; empty if no request was made"],
	['`statusCodes`', 'every code; only if the provider returned several at once'],
	[
		'`message`',
		"the provider's own message, without codes and with recipients masked; what a mistyped value must be",
	],
	['`httpStatus`', 'the HTTP status of the response; `null` if no request was made'],
	['`reference`', 'what the next node needs'],
	[
		'`recipient`',
		'the address or number, masked; `null` if the node does not know it, or cannot read what was typed',
	],
	['`retryAfterSeconds`', 'how long the provider asks to wait, or `null`'],
	['`attemptsRemaining`', 'how many attempts are left, if the provider says, or `null`'],
	['`expiresAt`', 'until when the code is valid, if the provider says, or `null`'],
	[
		'`response`',
		"the provider's response without secrets, `null` if no request was made; *Options > Include Provider Response* turns it off",
	],
];

const FAULT_FIELDS: ReadonlyArray<readonly [string, string]> = [
	['`error.message`', 'what happened'],
	['`error.description`', 'what it means for the recipient, and what to do'],
	['`error.fault`', 'the kind of fault; see [Outcomes and faults](../concepts.md#outcomes-and-faults)'],
	['`error.effect`', '`none`: the provider did nothing. `unknown`: it may have acted'],
	['`error.provider`, `error.operation`', 'as above'],
	['`error.statusCode`, `error.httpStatus`', "the provider's code and HTTP status, or `null`"],
	['`error.reference`, `error.recipient`', 'as above, if known'],
];

function nodeRows(nodes: readonly PackagedNode[]): string[][] {
	return nodes.map((packaged) => {
		const { description } = packaged.node;
		const branches = BRANCHES[packaged.operation.kind];
		return [
			`[${description.displayName}](${pageOf(packaged).replace(/^nodes\//, '')})`,
			plain(description.description),
			branches.length === 1 ? 'one' : branches.map(({ label }) => label).join(' · '),
			description.usableAsTool === undefined ? '' : 'yes',
		];
	});
}

/**
 * @param nodes every node
 * @param faulted an item of the error output
 * @returns the page `docs/nodes/README.md`
 */
export function renderNodeIndex(nodes: readonly PackagedNode[], faulted: Played): string {
	const providers = [...new Set(nodes.map(({ operation }) => operation.provider.displayName))];
	return [
		'# Nodes',
		'',
		'One page per node: its fields, outputs, codes, an example, and what a retry does.',
		'',
		...providers.flatMap((provider) => {
			const own = nodes.filter(({ operation }) => operation.provider.displayName === provider);
			const { name } = own[0].operation.provider;
			return [
				`## ${provider}`,
				'',
				`Credentials, limits and quirks: [${provider}](../providers/${name}.md)`,
				'',
				table(['Node', 'What it does', 'Outputs', 'AI tool'], nodeRows(own)),
				'',
			];
		}),
		'## Output item',
		'',
		'The same for every provider, so you can swap providers.',
		'',
		table(['Field', 'Description'], FIELDS),
		'',
		'### `outcome`',
		'',
		table(
			['`outcome`', 'Meaning'],
			Object.entries(OUTCOMES).map(([outcome, text]) => [code(outcome), text]),
		),
		'',
		'### `reason`',
		'',
		table(
			['`reason`', 'Meaning'],
			Object.entries(REASONS).map(([reason, text]) => [code(reason), text]),
		),
		'',
		'## Error output item',
		'',
		'With *On Error* set to *Continue (using error output)*, a failed item has the fields of its input and `error`, an object:',
		'',
		table(['Field', 'Description'], FAULT_FIELDS),
		'',
		'HyperVerge Send Email OTP, if HyperVerge returns HTTP 500:',
		'',
		jsonBlock(faulted.item),
		'',
	].join('\n');
}
