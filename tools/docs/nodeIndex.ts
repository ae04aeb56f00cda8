import { BRANCHES } from '../../nodes/engine/operation/outcomes';
import { type PackagedNode } from '../package';
import { code, jsonBlock, plain, table } from './markdown';
import { pageOf } from './nodePage';
import type { Played } from './play';
import { OUTCOMES, REASONS } from './words';

const FIELDS: ReadonlyArray<readonly [string, string]> = [
	['`provider`, `operation`', 'which provider, and what was asked of it'],
	['`outcome`', 'what to do next; [the list](#outcome) is the same for every provider'],
	['`reason`', 'why, in finer words; [the list](#reason) is the same for every provider'],
	['`statusCode`', "the provider's own code, always a text"],
	['`statusCodes`', 'every code, only where the provider gave several at once'],
	['`message`', "the provider's own words, without codes and with addresses masked"],
	['`httpStatus`', 'the HTTP status of the answer'],
	['`reference`', 'what the next node needs'],
	['`recipient`', 'the address or number, masked; `null` where the node does not know it'],
	['`retryAfterSeconds`', 'how long the provider asks to wait, else `null`'],
	['`attemptsRemaining`', 'how many tries are left, where the provider says it, else `null`'],
	['`expiresAt`', 'until when the code is valid, where the provider says it, else `null`'],
	[
		'`response`',
		"the provider's answer without secrets; *Options > Include Provider Response* switches it off",
	],
];

const FAULT_FIELDS: ReadonlyArray<readonly [string, string]> = [
	['`error.message`', 'what happened'],
	['`error.description`', 'what it means for the recipient, and what to do'],
	['`error.fault`', 'the kind of fault; see [Outcomes and faults](../concepts.md#outcomes-and-faults)'],
	['`error.effect`', '`none`: the provider did nothing. `unknown`: it may have acted'],
	['`error.provider`, `error.operation`', 'as above'],
	['`error.statusCode`, `error.httpStatus`', "the provider's code and HTTP status, or `null`"],
	['`error.reference`, `error.recipient`', 'as above, as far as they are known'],
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
 * @param faulted an item that left through the error output
 * @returns the page `docs/nodes/README.md`
 */
export function renderNodeIndex(nodes: readonly PackagedNode[], faulted: Played): string {
	const providers = [...new Set(nodes.map(({ operation }) => operation.provider.displayName))];
	return [
		'# Nodes',
		'',
		'A page for each node: its fields, outputs, codes, an example, and what a retry does.',
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
		'## The item that leaves',
		'',
		'The same for every provider, so that one can stand in for another.',
		'',
		table(['Field', 'What it is'], FIELDS),
		'',
		'### `outcome`',
		'',
		table(
			['`outcome`', 'It means'],
			Object.entries(OUTCOMES).map(([outcome, text]) => [code(outcome), text]),
		),
		'',
		'### `reason`',
		'',
		table(
			['`reason`', 'It means'],
			Object.entries(REASONS).map(([reason, text]) => [code(reason), text]),
		),
		'',
		'## The item on the error output',
		'',
		'With *On Error* set to *Continue (using error output)*, an item without an answer to trust has the fields of its input and `error`, an object:',
		'',
		table(['Field', 'What it is'], FAULT_FIELDS),
		'',
		'HyperVerge Send Email OTP, when HyperVerge answers with HTTP 500:',
		'',
		jsonBlock(faulted.item),
		'',
	].join('\n');
}
