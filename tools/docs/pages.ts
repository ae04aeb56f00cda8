import { startSimulator } from '../../simulator';
import { allCredentials, packagedNodes } from '../package';
import { exampleOf, FAULT_EXAMPLE } from './examples';
import { renderGrants } from './grants';
import { madeBy } from './markdown';
import { renderNodeIndex } from './nodeIndex';
import { pageOf, renderNodePage } from './nodePage';
import { play } from './play';
import { renderStatusCodes } from './statusCodes';

/**
 * Renders every page that is generated from the code. The items in the examples are the output of the
 * nodes in n8n's engine.
 *
 * @returns the pages by their path from `docs/`
 */
export async function renderPages(): Promise<Map<string, string>> {
	const nodes = packagedNodes();
	const credentialNames = Object.fromEntries(
		allCredentials().map(({ name, displayName }) => [name, displayName]),
	);
	const simulator = await startSimulator();
	try {
		const pages = new Map([
			['status-codes.md', renderStatusCodes()],
			['what-grants.md', renderGrants()],
		]);
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
			pages.set(pageOf(packaged), renderNodePage(packaged, { ...example, played }, credentialNames));
		}
		const { node, answer } = FAULT_EXAMPLE;
		pages.set(
			'nodes/README.md',
			renderNodeIndex(nodes, await play(simulator, node, exampleOf(node), answer)),
		);
		return new Map([...pages].map(([path, text]) => [path, madeBy('npm run docs') + text]));
	} finally {
		await simulator.close();
	}
}
