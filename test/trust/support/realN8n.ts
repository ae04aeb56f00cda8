import type { N8nOptions } from '../../../tools/n8n';
import type { Credential } from '../../../tools/n8n/restClient';
import { startWithSimulator, type N8nWithSimulator } from '../../../tools/n8n/withSimulator';
import { simulatorCredentials } from '../../../tools/simulatorCredentials';

/** A real n8n with this package, a simulator, and a credential of each type for it. */
export interface RealN8n extends N8nWithSimulator {
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
	let running: N8nWithSimulator | undefined;
	let credentials: RealN8n['credentials'] = {};
	beforeAll(async () => {
		running = await startWithSimulator({ nodes: 'dist', ...options() });
		const { n8n, simulator } = running;
		credentials = await n8n.rest.createCredentials(simulatorCredentials(simulator.url));
	});
	afterAll(async () => await running?.stop());
	return () => {
		if (running === undefined) throw new Error('n8n is not running');
		return { ...running, credentials };
	};
}
