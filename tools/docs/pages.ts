import { startSimulator } from '../../simulator';
import { allCredentials, packagedNodes } from '../package';
import { exampleOf, FAULT_EXAMPLE } from './examples';
import { renderGrants } from './grants';
import { madeBy } from './markdown';
import { renderNodeIndex } from './nodeIndex';
import { pageOf, renderNodePage } from './nodePage';
import { play } from './play';
import { renderStatusCodes } from './statusCodes';

const generated = (pages: ReadonlyArray<[path: string, text: string]>) =>
	new Map(pages.map(([path, text]) => [path, madeBy('npm run docs') + text]));

/** @returns the pages that are tables of the code, by their path from `docs/` */
export const renderTables = (): Map<string, string> =>
	generated([
		['status-codes.md', renderStatusCodes()],
		['what-grants.md', renderGrants()],
	]);

/**
 * Renders the page of every node, and their index. The items in the examples are the output of the
 * nodes in n8n's engine.
 *
 * @returns the pages by their path from `docs/`
 */
export async function renderNodePages(): Promise<Map<string, string>> {
	const nodes = packagedNodes();
	const credentialNames = Object.fromEntries(
		allCredentials().map(({ name, displayName }) => [name, displayName]),
	);
	const simulator = await startSimulator();
	try {
		const pages: Array<[path: string, text: string]> = [];
		for (const packaged of nodes) {
			const type = packaged.node.description.name;
			const example = exampleOf(type);
			const played = [];
			for (const { answer, output } of example.shown) {
				const left = await play(simulator, type, example, answer);
				if (left.output !== output)
					throw new Error(`${type} sent its item through ${left.output} instead of ${output}`);
				played.push(left);
			}
			pages.push([pageOf(packaged), renderNodePage(packaged, { ...example, played }, credentialNames)]);
		}
		const { node, answer } = FAULT_EXAMPLE;
		const faulted = await play(simulator, node, exampleOf(node), answer);
		return generated([...pages, ['nodes/README.md', renderNodeIndex(nodes, faulted)]]);
	} finally {
		await simulator.close();
	}
}
