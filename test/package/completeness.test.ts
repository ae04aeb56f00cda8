import { packagedNodes, type PackagedNode } from '../../docs/build/operations';
import { BRANCHES } from '../../nodes/shared/outcomes';
import { CONTRACT_CODES } from '../support/contractCodes';
import { allCredentials } from '../support/package';
import { answerOf, parametersOf, play } from '../support/pure';
import { JOURNEYS } from '../support/scenarios';
import { savedCredentials } from '../support/simulator';
import { filesBelow, read } from '../support/sources';
import { VALID_ITEMS } from '../support/validItems';
import { ACTING } from '../trust/support/acting';
import { GATES } from '../trust/support/gates';
import { LANDINGS } from '../trust/support/landings';
import { LOADS } from '../trust/support/loads';
import { MARKED } from '../trust/support/markedValues';
import { NODES } from '../trust/support/matrix/subjects';

const hasNamedOutputs = ({ operation }: PackagedNode) => BRANCHES[operation.kind].length > 1;
const isVerification = ({ operation }: PackagedNode) => operation.kind === 'verify';

/** Whether an output of the node lets a person go on. A sent code proves nothing about the person. */
const letsPeopleThrough = (node: PackagedNode) => hasNamedOutputs(node) && node.operation.kind !== 'send';

/** Whether the provider acts on a request of the node, with the node's switches off or on. */
function acts({ node, operation }: PackagedNode): boolean {
	const { name, properties } = node.description;
	const { credential, values } = VALID_ITEMS[name];
	const data = savedCredentials(credential, 'https://api.example.com')[credential];
	const switches = properties.filter(({ type }) => type === 'boolean').map((property) => property.name);
	const answers = Array.from({ length: 3 }, () => answerOf(200, { token: 'sealed' }));
	return [false, true].some((on) => {
		const switched = Object.fromEntries(switches.map((field) => [field, on]));
		const parameters = parametersOf(node, { ...values, ...switched });
		return play(operation, parameters, data, answers).requests.some(({ effect }) => effect);
	});
}

/** The node types that the tests of refused fields are about. */
const typesInInputTests = () =>
	filesBelow('test/workflow')
		.filter((path) => /\/input-[a-z]+\.test\.ts$/.test(path))
		.flatMap((path) => [...read(path).matchAll(/\btype: '([a-z]\w+)'/g)].map(([, type]) => type));

const everyNode = () => true;

const TABLES: Array<[table: string, types: () => string[], belongs: (node: PackagedNode) => boolean]> = [
	['VALID_ITEMS, a valid item', () => Object.keys(VALID_ITEMS), everyNode],
	['LANDINGS, where fields arrive', () => Object.keys(LANDINGS), everyNode],
	[
		'LOADS, the nodes under load',
		() => Object.values(LOADS).flatMap((row) => row.map(({ type }) => type)),
		everyNode,
	],
	['NODES, the fault matrix', () => NODES.map(({ type }) => type), everyNode],
	['the tests of refused fields', typesInInputTests, everyNode],
	[
		'CONTRACT_CODES, the documented codes',
		() => Object.values(CONTRACT_CODES).flatMap(({ nodes }) => nodes),
		hasNamedOutputs,
	],
	['GATES, the granting nodes', () => GATES.map(({ type }) => type), letsPeopleThrough],
	['ACTING, the acting nodes', () => Object.values(ACTING).map(({ node }) => node.type), acts],
	[
		'JOURNEYS, the verifications',
		() => Object.values(JOURNEYS).map(({ verify }) => verify.type),
		isVerification,
	],
];

const sorted = (names: readonly string[]) => [...new Set(names)].sort();

it.each(TABLES)('%s: has every node that belongs there, and no other', (_table, types, belongs) => {
	const nodes = packagedNodes().filter(belongs);
	expect(sorted(types())).toEqual(sorted(nodes.map(({ node }) => node.description.name)));
});

it('MARKED, the marked values: has every node with every credential that it takes, and no other', () => {
	const taken = packagedNodes().flatMap(({ node: { description } }) =>
		(description.credentials ?? []).map(({ name }) => `${description.name} with ${name}`),
	);
	expect(sorted(MARKED.map(({ type, credential }) => `${type} with ${credential}`))).toEqual(sorted(taken));
});

it('JOURNEYS: signs in with every credential', () => {
	const names = allCredentials().map(({ name }) => name);
	expect(sorted(Object.values(JOURNEYS).map(({ credential }) => credential))).toEqual(sorted(names));
});
