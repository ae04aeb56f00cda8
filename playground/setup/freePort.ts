import { createServer } from 'node:net';

/** A port on loopback that nobody listens on: the preferred one, or else any. */
export async function freePort(preferred?: number): Promise<number> {
	if (preferred !== undefined && (await canListen(preferred)) !== undefined) return preferred;
	const port = await canListen(0);
	if (port === undefined) throw new Error('No free port on 127.0.0.1');
	return port;
}

async function canListen(port: number): Promise<number | undefined> {
	return await new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => {
			resolve(undefined);
		});
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => {
				resolve(typeof address === 'object' && address ? address.port : undefined);
			});
		});
	});
}
