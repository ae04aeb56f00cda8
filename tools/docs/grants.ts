import { GRANTS } from '../../test/contracts/grants';
import { packagedNodes } from '../package';
import { table } from './markdown';

const INTRODUCTION = `# What grants

What a provider's answer must say so that an item leaves through the last output of a node: *Sent*, *Verified*, *Found*, *Redeemable*, *Redeemed*. A yes is an allow-list. Every condition on the left must hold, and nothing on the right may be there; anything else is a refusal or an error, whatever else the answer says.

One function decides this for every node (\`nodes/engine/answers/judge.ts\`). This page is made from \`test/contracts/grants.ts\`, which is written from the providers' pages and not from the nodes. \`test/trust/grants.test.ts\` plays 10,000 generated answers for each node, most of them a success but for a part or two, and fails when the node and this table differ in one of them.

No yes has the words next to it that its provider documents for a refusal. A part that is missing, empty, or hidden behind asterisks repeats nothing, and so does not speak of another transaction.
`;

/** @returns the page `docs/what-grants.md` */
export function renderGrants(): string {
	const labels = new Map(
		packagedNodes().map(({ node }) => [node.description.name, node.description.displayName]),
	);
	const rows = GRANTS.flatMap(({ nodes, parts }) => {
		const texts = (rule: 'must' | 'mustNot') =>
			Object.values(parts)
				.filter((part) => part.rule === rule && part.text !== undefined)
				.map(({ text }) => text)
				.join('<br>');
		return [[nodes.map((node) => labels.get(node)).join('<br>'), texts('must'), texts('mustNot')]];
	});
	return `${INTRODUCTION}\n${table(['Node', 'Must be there', 'Must not be there'], rows)}\n`;
}
