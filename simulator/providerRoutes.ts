import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { capillaryMount } from './capillary';
import { answerWithFault } from './faults/answers';
import { hypervergeMount } from './hyperverge';
import { iserveuMount } from './iserveu';
import type { Mount, ProviderRequest } from './shared/provider';
import { send } from './shared/send';
import type { State } from './state';
import type { RecordedRequest } from './types';
import { wibmoMount } from './wibmo';

const MOUNTS: readonly Mount[] = [wibmoMount, iserveuMount, capillaryMount, hypervergeMount];

/** Serves every provider below `/<name>`: records the request, lets a fault strike, or answers. */
export function addProviderRoutes(app: FastifyInstance, state: State): void {
	for (const mount of MOUNTS) {
		app.all(`/${mount.name}/*`, async (request, reply) => {
			await serve(state, mount, request, reply);
			return reply;
		});
	}
}

async function serve(
	state: State,
	mount: Mount,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<void> {
	const { recorded, seen } = read(state, mount, request);
	const provider = state.provider(mount.name);
	state.requests.push({ ...recorded, account: provider.account?.(seen) });
	const fault = state.faults.take({
		provider: mount.name,
		path: recorded.path,
		content: () =>
			[recorded.text, ...Object.values(recorded.query), provider.plaintext?.(seen) ?? ''].join('\n'),
	});
	if (!fault) return send(reply, provider.answer(seen));

	const processed = fault.afterProcessing ? provider.answer(seen) : undefined;
	const stillWaiting = await pause(fault.seconds ?? 0, reply);
	if (!stillWaiting) {
		reply.hijack();
		return;
	}
	if (fault.kind === 'delay') send(reply, processed ?? provider.answer(seen));
	else answerWithFault(reply, fault, processed);
}

function read(
	state: State,
	mount: Mount,
	request: FastifyRequest,
): { recorded: RecordedRequest; seen: ProviderRequest } {
	const url = new URL(request.raw.url ?? '/', 'http://simulator');
	const route = url.pathname.slice(mount.name.length + 1);
	const prefix = mount.prefixes.find((candidate) => route.startsWith(`${candidate}/`)) ?? '';
	const text = typeof request.body === 'string' ? request.body : '';
	const body = parsed(text);
	const recorded: RecordedRequest = {
		at: state.clock.iso(),
		provider: mount.name,
		method: request.method,
		path: route.slice(prefix.length),
		query: Object.fromEntries(url.searchParams),
		headers: headersAsSent(request.raw.rawHeaders),
		text,
		body,
	};
	const declaredJson = /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
	return {
		recorded,
		seen: {
			method: request.method,
			route,
			path: recorded.path,
			query: recorded.query,
			header: (name) => request.headers[name.toLowerCase()]?.toString(),
			body: declaredJson ? body : undefined,
		},
	};
}

function headersAsSent(rawHeaders: string[]): Record<string, string> {
	const headers: Record<string, string> = {};
	for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
		const name = rawHeaders[index] ?? '';
		const value = rawHeaders[index + 1] ?? '';
		headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
	}
	return headers;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Waits real seconds; false if the caller disconnected meanwhile. */
async function pause(seconds: number, reply: FastifyReply): Promise<boolean> {
	if (seconds > 0) {
		await new Promise<void>((resolve) => {
			const done = (): void => {
				clearTimeout(timer);
				resolve();
			};
			const timer = setTimeout(done, seconds * 1000);
			reply.raw.once('close', done);
		});
	}
	return !reply.raw.destroyed;
}
