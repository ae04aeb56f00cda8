import { BRANCHES } from '../../nodes/engine/operation/outcomes';
import { allCredentials, type PackagedNode, packagedNodes } from '../../tools/package';
import { CONTRACT_CODES } from '../support/contractCodes';
import { answerOf, parametersOf, play } from '../support/pure';
import { JOURNEYS } from '../support/scenarios';
import { savedCredentials } from '../support/simulator';
import { VALID_ITEMS } from '../support/validItems';
import { ACTING } from '../trust/support/acting';
import { GATES } from '../trust/support/gates';
import { LANDINGS } from '../trust/support/landings';
import { LOADS } from '../trust/support/loads';
import { MARKED } from '../trust/support/markedValues';
import { NODES } from '../trust/support/matrix/subjects';

const hasNamedOutputs = ({ operation }: PackagedNode) => BRANCHES[operation.kind].length > 1;
const hasCodes = ({ operation }: PackagedNode) => operation.codes.length > 0;
const isVerification = ({ operation }: PackagedNode) => operation.kind === 'verify';

/** Whether the node has an output that grants. A code that was sent grants nothing yet. */
const grants = (node: PackagedNode) => hasNamedOutputs(node) && node.operation.kind !== 'send';

/** Whether a request of the node has an effect, with every switch of the node off or on. */
async function acts({ node, operation }: PackagedNode): Promise<boolean> {
	const { name, properties } = node.description;
	const { credential, values } = VALID_ITEMS[name];
	const data = savedCredentials(credential, 'https://api.example.com')[credential];
	const switches = properties.filter(({ type }) => type === 'boolean').map((property) => property.name);
	const answers = Array.from({ length: 3 }, () => answerOf(200, { token: 'sealed' }));
	for (const on of [false, true]) {
		const switched = Object.fromEntries(switches.map((field) => [field, on]));
		const parameters = parametersOf(node, { ...values, ...switched });
		const { requests } = await play(operation, parameters, data, answers);
		if (requests.some(({ effect }) => effect)) return true;
	}
	return false;
}

const everyNode = () => true;

type Belongs = (node: PackagedNode) => boolean | Promise<boolean>;

const TABLES: Array<[table: string, types: () => string[], belongs: Belongs]> = [
	['valid items', () => Object.keys(VALID_ITEMS), everyNode],
	['where fields arrive', () => Object.keys(LANDINGS), everyNode],
	['loads', () => Object.values(LOADS).flatMap((row) => row.map(({ type }) => type)), everyNode],
	['the fault matrix', () => NODES.map(({ type }) => type), everyNode],
	['documented codes', () => Object.values(CONTRACT_CODES).flatMap(({ nodes }) => nodes), hasCodes],
	['granting nodes', () => GATES.map(({ type }) => type), grants],
	['acting nodes', () => Object.values(ACTING).map(({ node }) => node.type), acts],
	['journeys', () => Object.values(JOURNEYS).map(({ verify }) => verify.type), isVerification],
];

const sorted = (names: readonly string[]) => [...new Set(names)].sort();

it.each(TABLES)('names exactly the nodes that belong in the table: %s', async (_table, types, belongs) => {
	const nodes: PackagedNode[] = [];
	for (const node of packagedNodes()) if (await belongs(node)) nodes.push(node);
	expect(sorted(types())).toEqual(sorted(nodes.map(({ node }) => node.description.name)));
});

it('names every node with every credential that it accepts in the table: marked values', () => {
	const taken = packagedNodes().flatMap(({ node: { description } }) =>
		(description.credentials ?? []).map(({ name }) => `${description.name} with ${name}`),
	);
	expect(sorted(MARKED.map(({ type, credential }) => `${type} with ${credential}`))).toEqual(sorted(taken));
});

it('uses every credential type in the journeys', () => {
	const names = allCredentials().map(({ name }) => name);
	expect(sorted(Object.values(JOURNEYS).map(({ credential }) => credential))).toEqual(sorted(names));
});
