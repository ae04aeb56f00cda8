import { allCredentials, packagedNodes } from '../../tools/package';
import { CONTRACTS } from '../contracts';
import { JOURNEYS } from '../support/scenarios';

const sorted = (names: readonly string[]) => [...new Set(names)].sort();

it('has exactly one contract for each registered node, in the folder of its provider', () => {
	const wanted = packagedNodes().map(({ node, operation, folder }) => ({
		node: node.description.name,
		provider: folder.split('/')[1],
		operation: operation.name,
		kind: operation.kind,
		credentials: (node.description.credentials ?? []).map(({ name }) => name),
	}));
	const byName = (one: { node: string }, other: { node: string }) => (one.node < other.node ? -1 : 1);
	expect([...CONTRACTS].sort(byName)).toMatchObject(wanted.sort(byName));
});

it('has a journey to every node that verifies, with every type of credential', () => {
	const journeys = Object.values(JOURNEYS);
	const verifying = CONTRACTS.filter(({ kind }) => kind === 'verify');
	expect(sorted(journeys.map(({ verify }) => verify.type))).toEqual(
		sorted(verifying.map(({ node }) => node)),
	);
	const types = allCredentials().map(({ name }) => name);
	expect(sorted(journeys.map(({ credential }) => credential))).toEqual(sorted(types));
});
