import Fastify from 'fastify';

import { addControlRoutes } from './control';
import { addProviderRoutes } from './providerRoutes';
import { State } from './state';
import type { Simulator } from './types';

export { SIMULATOR_ACCOUNTS } from './accounts';
export type { Channel, Fault, FaultKind, Message, ProviderName, RecordedRequest, Simulator } from './types';

/**
 * Starts a simulator of the four providers. Several can run in one process; they share nothing.
 * @param options `port` 0 (the default) takes a free one; `host` is the loopback address by default
 */
export async function startSimulator(options: { port?: number; host?: string } = {}): Promise<Simulator> {
	const state = new State();
	const app = Fastify({ forceCloseConnections: true, bodyLimit: 8 * 1024 * 1024 });
	// Providers have to see a body exactly as it was sent, also one that is broken.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
	addProviderRoutes(app, state);
	addControlRoutes(app, state, () => simulator);
	const url = await app.listen({ port: options.port ?? 0, host: options.host ?? '127.0.0.1' });

	const simulator: Simulator = {
		url,
		inbox: () => state.outbox.all(),
		requests: () => [...state.requests],
		inject: (fault) => state.faults.inject(fault),
		advance: (seconds) => state.clock.advance(seconds),
		revokeTokens: () => state.capillary.revokeTokens(),
		setTokenTtl: (seconds) => state.capillary.setTokenTtl(seconds),
		reset: () => state.reset(),
		close: () => app.close(),
	};
	return simulator;
}
