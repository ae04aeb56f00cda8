import { startSimulator, type Simulator } from '../../simulator';
import { startN8n, type N8nOptions, type RunningN8n } from '.';

/** A real n8n with this package, and a simulator for its credentials. */
export interface N8nWithSimulator {
	n8n: RunningN8n;
	simulator: Simulator;
	stop(): Promise<void>;
}

/**
 * Starts both.
 *
 * @param options how to start n8n, and the port for the simulator; any free one if left out
 */
export async function startWithSimulator({
	simulatorPort,
	...options
}: N8nOptions & { simulatorPort?: number } = {}): Promise<N8nWithSimulator> {
	const n8n = await startN8n(options);
	try {
		const simulator = await startSimulator({ port: simulatorPort });
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
