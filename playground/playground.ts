import { freePort } from '../tools/freePort';
import { startN8n, type N8nOptions } from '../tools/n8n';
import { startCluster } from '../tools/n8n/queue';
import { addSimulator, type N8nWithSimulator } from '../tools/n8n/withSimulator';
import { exampleCredentials } from './credentials';
import { importExamples, type ExampleOptions, type ExampleWorkflow } from './exampleWorkflows';

const EDITOR_PORT = 5678;
const SIMULATOR_PORT = 4010;

/** A real n8n with the package, the simulator, its credentials and the example workflows. */
export interface Playground extends N8nWithSimulator {
	examples: ExampleWorkflow[];
}

/** How to start a playground. */
export interface PlaygroundOptions extends ExampleOptions, Pick<N8nOptions, 'nodes' | 'version' | 'watch'> {
	/** Whether n8n runs in queue mode, with several processes. */
	queue?: boolean;
}

/** Starts everything, on the usual ports if they are free. */
export async function startPlayground({
	version,
	watch,
	nodes,
	queue,
	...options
}: PlaygroundOptions = {}): Promise<Playground> {
	const simulatorPort = await freePort(SIMULATOR_PORT);
	const start = queue
		? startCluster({ port: EDITOR_PORT, nodes, version })
		: startN8n({ port: EDITOR_PORT, nodes, version, watch });
	const running = await addSimulator(await start, simulatorPort);
	try {
		const { n8n, simulator } = running;
		await n8n.rest.createCredentials(exampleCredentials(simulator.url));
		return { ...running, examples: await importExamples(n8n.rest, n8n.webhookUrl, options) };
	} catch (error) {
		await running.stop();
		throw error;
	}
}
