import { startSimulator, type Simulator } from '../simulator';
import { simulatorCredentials } from './credentials';
import { importExamples, type ExampleWorkflow } from './example-workflows';
import { startN8n, type RunningN8n } from './n8n';
import type { Credential } from './rest-client';
import { freePort } from './setup/free-port';
import { withProgress } from './setup/progress';

const EDITOR_PORT = 5678;
const SIMULATOR_PORT = 4010;

/** A real n8n with the package, the simulator, a credential of each type and the example workflows. */
export interface Playground {
	n8n: RunningN8n;
	simulator: Simulator;
	credentials: Credential[];
	examples: ExampleWorkflow[];
	stop(): Promise<void>;
}

/** Starts everything, on the usual ports if they are free. */
export async function startPlayground(): Promise<Playground> {
	const n8n = await withProgress('Building the package and starting n8n', () =>
		startN8n({ port: EDITOR_PORT }),
	);
	let simulator: Simulator | undefined;
	const stop = async () => {
		await simulator?.close();
		await n8n.stop();
	};
	try {
		simulator = await startSimulator({ port: await freePort(SIMULATOR_PORT) });
		const credentials: Credential[] = [];
		for (const [type, { name, data }] of Object.entries(simulatorCredentials(simulator.url))) {
			credentials.push(await n8n.rest.createCredential(type, name, data));
		}
		const examples = await importExamples(n8n.rest, n8n.url, credentials);
		return { n8n, simulator, credentials, examples, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
