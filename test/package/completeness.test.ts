import { allCredentials, packagedNodes } from '../../tools/package';
import { CONTRACTS } from '../contracts';
import { JOURNEYS } from '../support/scenarios';
import { NODES } from '../trust/support/matrix/subjects';

const sorted = (names: readonly string[]) => [...new Set(names)].sort();

it('has exactly one contract for each registered node, in the folder of its provider', () => {
	const wanted = packagedNodes().map(({ node, operation, folder }) => ({
		node: node.description.name,
		provider: folder.split('/')[1],
		operation: operation.name,
		kind: operation.kind,
		credentials: (node.description.credentials ?? []).map(({ name }) => name),
	}));
	const found = CONTRACTS.map(({ node, provider, operation, kind, credentials }) => ({
		node,
		provider,
		operation,
		kind,
		credentials: [...credentials],
	}));
	const byName = (one: { node: string }, other: { node: string }) => (one.node < other.node ? -1 : 1);
	expect(found.sort(byName)).toEqual(wanted.sort(byName));
});

const verifying = CONTRACTS.filter(({ kind }) => kind === 'verify');

const TABLES: Array<[table: string, types: string[], contracts: typeof CONTRACTS]> = [
	['the fault matrix', NODES.map(({ node }) => node.type), CONTRACTS],
	['journeys', Object.values(JOURNEYS).map(({ verify }) => verify.type), verifying],
];

it.each(TABLES)('names exactly the nodes that belong in the table: %s', (_table, types, contracts) => {
	expect(sorted(types)).toEqual(sorted(contracts.map(({ node }) => node)));
});

it('uses every credential type in the journeys', () => {
	const names = allCredentials().map(({ name }) => name);
	expect(sorted(Object.values(JOURNEYS).map(({ credential }) => credential))).toEqual(sorted(names));
});
