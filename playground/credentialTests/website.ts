import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const PAGE = '<!doctype html><html><head><title>404</title></head><body>Not found</body></html>';

export interface Website {
	url: string;
	close(): Promise<void>;
}

/** Starts a website without any page, as behind a mistyped address. */
export async function startWebsite(): Promise<Website> {
	const server = createServer((_request, response) => {
		response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', resolve);
	});
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
