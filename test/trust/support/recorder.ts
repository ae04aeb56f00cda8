import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Recorded {
	path: string;
	headers: IncomingHttpHeaders;
	body: string;
}

/** A server that says yes to everybody, and keeps what they sent. */
export interface Recorder {
	url: string;
	requests: Recorded[];
	close(): Promise<void>;
}

/**
 * Starts a {@link Recorder}.
 *
 * @param answer the body for a request
 */
export async function startRecorder(answer: (request: Recorded) => object): Promise<Recorder> {
	const requests: Recorded[] = [];
	const server = createServer((incoming, response) => {
		const chunks: Buffer[] = [];
		incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
		incoming.on('end', () => {
			const { url = '', headers } = incoming;
			const request = { path: url, headers, body: Buffer.concat(chunks).toString('utf8') };
			requests.push(request);
			// Answers overtake each other, as they do at a provider.
			setTimeout(
				() => {
					response.writeHead(200, { 'content-type': 'application/json' });
					response.end(JSON.stringify(answer(request)));
				},
				Math.floor(Math.random() * 10),
			);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
