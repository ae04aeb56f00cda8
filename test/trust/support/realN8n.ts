import { simulatorCredentials } from '../../../playground/credentials';
import { startN8n, type N8nOptions, type RunningN8n } from '../../../playground/n8n';
import type { Credential } from '../../../playground/restClient';
import { startSimulator, type Simulator } from '../../../simulator';

/** A real n8n with this package, a simulator, and a credential of each type for it. */
export interface RealN8n {
	n8n: RunningN8n;
	simulator: Simulator;
	/** By type. */
	credentials: Record<string, Credential>;
}

/**
 * Starts them for the tests of a file. The package is taken from `dist`, which has to be built.
 *
 * @param options how to start n8n
 * @returns gives them to a test
 */
export function useRealN8n(options: () => N8nOptions = () => ({})): () => RealN8n {
	let running: RealN8n | undefined;
	beforeAll(async () => {
		const [n8n, simulator] = await Promise.all([startN8n({ nodes: 'dist', ...options() }), startSimulator()]);
		const credentials: Record<string, Credential> = {};
		running = { n8n, simulator, credentials };
		for (const [type, { name, data }] of Object.entries(simulatorCredentials(simulator.url))) {
			credentials[type] = await n8n.rest.createCredential(type, name, data);
		}
	});
	afterAll(async () => {
		await running?.n8n.stop();
		await running?.simulator.close();
	});
	return () => {
		if (running === undefined) throw new Error('n8n is not running');
		return running;
	};
}
