import { freePort } from '../tools/freePort';
import type { N8nOptions } from '../tools/n8n';
import { startWithSimulator, type N8nWithSimulator } from '../tools/n8n/withSimulator';
import { simulatorCredentials } from '../tools/simulatorCredentials';
import { ownCredentials } from './credentials';
import { importExamples, type ExampleOptions, type ExampleWorkflow } from './exampleWorkflows';

const EDITOR_PORT = 5678;
const SIMULATOR_PORT = 4010;

/** A real n8n with the package, the simulator, its credentials and the example workflows. */
export interface Playground extends N8nWithSimulator {
	examples: ExampleWorkflow[];
}

/** Starts everything, on the usual ports if they are free. */
export async function startPlayground({
	watch,
	nodes,
	...options
}: ExampleOptions & Pick<N8nOptions, 'watch' | 'nodes'> = {}): Promise<Playground> {
	const simulatorPort = await freePort(SIMULATOR_PORT);
	const running = await startWithSimulator({ port: EDITOR_PORT, simulatorPort, watch, nodes });
	try {
		const { n8n, simulator } = running;
		await n8n.rest.createCredentials({ ...simulatorCredentials(simulator.url), ...ownCredentials() });
		return { ...running, examples: await importExamples(n8n.rest, n8n.url, options) };
	} catch (error) {
		await running.stop();
		throw error;
	}
}
