import { CONTRACTS } from '../../test/contracts';
import { packagedNodes } from '../package';
import { table } from './markdown';

const INTRODUCTION = `# Success conditions

What a provider's response must contain for an item to leave through the last output of a node: *Sent*, *Verified*, *Found*, *Redeemable*, *Redeemed*. This is an allow-list: every condition on the left must hold, and nothing on the right may be present. Anything else is a refusal or an error, whatever else the response says.

One function decides this for every node (\`nodes/engine/answers/judge.ts\`). This page is generated from the contracts in \`test/contracts/\`, which are written from the providers' pages and not from the nodes. \`test/trust/grants.test.ts\` plays 10,000 generated responses for each node, most of them a success except for one or two parts, and fails if the node and this table differ for any of them.

A success never comes with a message that its provider documents for a refusal. A value that is missing, empty or masked with asterisks counts as a match, not as another transaction.
`;

/** @returns the page `docs/what-grants.md` */
export function renderGrants(): string {
	const labels = new Map(
		packagedNodes().map(({ node }) => [node.description.name, node.description.displayName]),
	);
	// Nodes with the same conditions stand together.
	const all = CONTRACTS.flatMap(({ grants }) => grants.map(({ parts }) => parts));
	const rows = [...new Set(all)].map((parts) => {
		const nodes = CONTRACTS.filter(({ grants }) => grants.some((one) => one.parts === parts));
		const texts = (rule: 'must' | 'mustNot') =>
			Object.values(parts)
				.filter((part) => part.rule === rule && part.text !== undefined)
				.map(({ text }) => text)
				.join('<br>');
		return [nodes.map(({ node }) => labels.get(node)).join('<br>'), texts('must'), texts('mustNot')];
	});
	return `${INTRODUCTION}\n${table(['Node', 'Must be present', 'Must not be present'], rows)}\n`;
}
