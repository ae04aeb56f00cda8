import { setTimeout as sleep } from 'node:timers/promises';
import Fastify, { type FastifyRequest } from 'fastify';

/** A request as it arrived. */
export interface Recorded extends Pick<FastifyRequest, 'headers'> {
	path: string;
	body: string;
}

/**
 * Starts a server that says yes to everybody, and keeps what they sent.
 *
 * @param answer the body for a request
 */
export async function startRecorder(answer: (request: Recorded) => object) {
	const requests: Recorded[] = [];
	const server = Fastify({ forceCloseConnections: true });
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
	server.all('*', async ({ url, headers, body }) => {
		const request = { path: url, headers, body: String(body ?? '') };
		requests.push(request);
		// Answers overtake each other, as they do at a provider.
		await sleep(Math.floor(Math.random() * 10));
		return answer(request);
	});
	const url = await server.listen({ host: '127.0.0.1', port: 0 });
	return { url, requests, close: async () => await server.close() };
}
