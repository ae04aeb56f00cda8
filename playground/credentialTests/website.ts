import fastify from 'fastify';

const PAGE = '<!doctype html><html><head><title>404</title></head><body>Not found</body></html>';

/** A website that is running. */
export interface Website {
	url: string;
	close(): Promise<void>;
}

/** Starts a website without any page, as behind a mistyped address. */
export async function startWebsite(): Promise<Website> {
	const server = fastify({ forceCloseConnections: true });
	server.setNotFoundHandler((_request, reply) => reply.code(404).type('text/html; charset=utf-8').send(PAGE));
	const url = await server.listen({ host: '127.0.0.1', port: 0 });
	return { url, close: async () => await server.close() };
}
