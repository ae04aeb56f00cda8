import type { FastifyInstance, FastifyReply } from 'fastify';

import { parseFault } from './faults/parse';
import { inboxPage } from './inboxPage';
import { fieldsOf } from './shared/provider';
import type { State } from './state';
import type { Simulator } from './types';

/** The paths by which users and other processes inspect and control the simulator. */
export function addControlRoutes(app: FastifyInstance, state: State, simulator: () => Simulator): void {
	app.get('/', async (_request, reply) => reply.redirect('/inbox'));
	app.get('/inbox', async (_request, reply) => {
		const page = inboxPage(state.outbox.newest(200), state.outbox.size);
		return reply
			.headers({
				'content-type': 'text/html; charset=utf-8',
				'content-security-policy': page.contentSecurityPolicy,
			})
			.send(page.html);
	});
	app.get('/inbox.json', async () => state.outbox.all());
	app.get('/requests.json', async (request) => {
		const { path } = fieldsOf(request.query);
		return typeof path === 'string'
			? state.requests.filter((one) => one.path.endsWith(path))
			: state.requests;
	});

	app.post('/control/faults', async (request, reply) => {
		const fault = parseFault(parsed(request.body));
		if ('error' in fault) return refuse(reply, fault.error);
		simulator().inject(fault);
		return { ok: true };
	});
	app.post('/control/clock', async (request, reply) => {
		const { advanceSeconds } = fieldsOf(parsed(request.body));
		if (typeof advanceSeconds !== 'number' || advanceSeconds < 0) {
			return refuse(reply, 'advanceSeconds has to be a number of at least 0');
		}
		simulator().advance(advanceSeconds);
		return { ok: true };
	});
	app.post('/control/tokens', async (request, reply) => {
		const { revoke, ttlSeconds } = fieldsOf(parsed(request.body));
		if (revoke !== undefined && typeof revoke !== 'boolean')
			return refuse(reply, 'revoke has to be a boolean');
		if (ttlSeconds !== undefined && (typeof ttlSeconds !== 'number' || ttlSeconds < 0)) {
			return refuse(reply, 'ttlSeconds has to be a number of at least 0');
		}
		if (revoke) simulator().revokeTokens();
		if (typeof ttlSeconds === 'number') simulator().setTokenTtl(ttlSeconds);
		return { ok: true };
	});
	app.post('/control/reset', async () => {
		simulator().reset();
		return { ok: true };
	});
}

function refuse(reply: FastifyReply, error: string): FastifyReply {
	return reply.code(400).send({ error });
}

function parsed(body: unknown): unknown {
	try {
		return JSON.parse(String(body));
	} catch {
		return undefined;
	}
}
