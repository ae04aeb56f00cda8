import { startSimulator, type Simulator } from '../../simulator';
import { startN8n, type N8nOptions, type RunningN8n } from '.';

/** A real n8n with this package, and a simulator for its credentials. */
export interface N8nWithSimulator<N extends RunningN8n = RunningN8n> {
	n8n: N;
	simulator: Simulator;
	stop(): Promise<void>;
}

/**
 * Starts both.
 *
 * @param options how to start n8n
 */
export async function startWithSimulator(options: N8nOptions = {}): Promise<N8nWithSimulator> {
	return await addSimulator(await startN8n(options));
}

/**
 * Starts a simulator for an n8n that runs, and stops n8n if that fails.
 *
 * @param port the port of the simulator; any free one if left out
 */
export async function addSimulator<N extends RunningN8n>(
	n8n: N,
	port?: number,
): Promise<N8nWithSimulator<N>> {
	try {
		const simulator = await startSimulator({ port });
		return {
			n8n,
			simulator,
			async stop() {
				await simulator.close();
				await n8n.stop();
			},
		};
	} catch (error) {
		await n8n.stop();
		throw error;
	}
}
