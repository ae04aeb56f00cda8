import { exampleCredentials } from '../../playground/credentials';
import { startN8n, type RunningN8n } from '../../tools/n8n';
import type { Credential } from '../../tools/n8n/restClient';
import { addSimulator, type N8nWithSimulator } from '../../tools/n8n/withSimulator';

/** A real n8n with this package, a simulator, and the credentials of the example workflows for it. */
export interface RealN8n<N extends RunningN8n = RunningN8n> extends N8nWithSimulator<N> {
	/** By type. */
	credentials: Record<string, Credential>;
}

/**
 * Starts them for the tests of a file.
 *
 * @param start starts n8n; by default a single process with the package from `dist`, which has to be built
 * @returns gives them to a test
 */
export function useRealN8n(): () => RealN8n;
export function useRealN8n<N extends RunningN8n>(start: () => Promise<N>): () => RealN8n<N>;
export function useRealN8n(start = () => startN8n({ nodes: 'dist' })): () => RealN8n {
	let running: N8nWithSimulator | undefined;
	let credentials: RealN8n['credentials'] = {};
	beforeAll(async () => {
		running = await addSimulator(await start());
		const { n8n, simulator } = running;
		credentials = await n8n.rest.createCredentials(exampleCredentials(simulator.url));
	});
	afterAll(async () => await running?.stop());
	return () => {
		if (running === undefined) throw new Error('n8n is not running');
		return { ...running, credentials };
	};
}
