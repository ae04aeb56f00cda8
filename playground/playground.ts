import { startSimulator, type Simulator } from '../simulator';
import { ownCredentials, simulatorCredentials } from './credentials';
import { importExamples, type ExampleOptions, type ExampleWorkflow } from './exampleWorkflows';
import { startN8n, type RunningN8n } from './n8n';
import type { Credential } from './restClient';
import { freePort } from './setup/freePort';
import type { PackageSource } from './setup/installPackage';
import { withProgress } from './setup/progress';

const EDITOR_PORT = 5678;
const SIMULATOR_PORT = 4010;

/** A real n8n with the package, the simulator, its credentials and the example workflows. */
export interface Playground {
	n8n: RunningN8n;
	simulator: Simulator;
	credentials: Credential[];
	examples: ExampleWorkflow[];
	stop(): Promise<void>;
}

export interface PlaygroundOptions extends ExampleOptions {
	/** Where the package comes from: the source, built first, or `dist` as it is. */
	nodes?: PackageSource;
	/** Whether n8n takes over each change of the source while it runs. */
	watch?: boolean;
}

/** Starts everything, on the usual ports if they are free. */
export async function startPlayground({
	nodes = 'source',
	watch,
	...options
}: PlaygroundOptions = {}): Promise<Playground> {
	const n8n = await withProgress('Building the package and starting n8n', () =>
		startN8n({ port: EDITOR_PORT, nodes, watch }),
	);
	let simulator: Simulator | undefined;
	const stop = async () => {
		await simulator?.close();
		await n8n.stop();
	};
	try {
		simulator = await startSimulator({ port: await freePort(SIMULATOR_PORT) });
		const credentials: Credential[] = [];
		const wanted = { ...simulatorCredentials(simulator.url), ...ownCredentials() };
		for (const [type, { name, data }] of Object.entries(wanted)) {
			credentials.push(await n8n.rest.createCredential(type, name, data));
		}
		const examples = await importExamples(n8n.rest, n8n.url, options);
		return { n8n, simulator, credentials, examples, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
