import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import tls, { createServer as createTlsServer } from 'node:tls';
import { Worker } from 'node:worker_threads';
import { generate } from 'selfsigned';

/** What is wrong with an address at which no request can be made, or none is answered. */
export type DeadEnd =
	| keyof ReturnType<typeof serversOf>
	| 'DNS failure'
	| 'connection refused'
	| 'unanswered SYN';

/** Where base URLs point for faults at the address. */
export type DeadEnds = Awaited<ReturnType<typeof openDeadEnds>>;

async function listening(server: Server): Promise<number> {
	await once(server.listen(0, '127.0.0.1'), 'listening');
	return (server.address() as AddressInfo).port;
}

/** Listens and sleeps, so that whatever the system itself takes stays in its short queue. */
const SLEEPER = `
const { parentPort } = require('node:worker_threads');
const server = require('node:net').createServer();
server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
	parentPort.postMessage(server.address().port);
	setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
});`;

/** A port at which the system drops every SYN, since the queue of whoever listens there is full. */
async function dropping(): Promise<{ port: number; close: () => Promise<unknown> }> {
	const sleeper = new Worker(SLEEPER, { eval: true });
	const [port] = (await once(sleeper, 'message')) as [number];
	const queued: Socket[] = [];
	const isTaken = async () =>
		await new Promise<boolean>((resolve) => {
			const socket = connect(port, '127.0.0.1', () => resolve(true));
			queued.push(socket.on('error', () => {}).setTimeout(500, () => resolve(false)));
		});
	while (await isTaken());
	const close = async () => {
		queued.forEach((socket) => socket.destroy());
		await sleeper.terminate();
	};
	return { port, close };
}

/** The only one that is reached without TLS. */
const CUT = 'reset before the request is read';

type End = (socket: Socket) => void;
const close: End = (socket) => void socket.destroy();
const reset: End = (socket) => void socket.resetAndDestroy();
const atData = (end: End) => (socket: Socket) => void socket.once('data', () => end(socket));

/** A key and a certificate for `localhost`. */
async function selfSigned(): Promise<{ key: string; cert: string }> {
	const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
		keyType: 'ec',
		algorithm: 'sha256',
	});
	return { key, cert };
}

/** Has this process trust a certificate, as n8n does with `NODE_EXTRA_CA_CERTS`. Gives what ends it. */
function trust(ca: string): () => void {
	const { createSecureContext } = tls;
	tls.createSecureContext = (options) => createSecureContext({ ...options, ca });
	return () => {
		tls.createSecureContext = createSecureContext;
	};
}

type Certificate = Awaited<ReturnType<typeof selfSigned>>;

function serversOf(trusted: Certificate, untrusted: Certificate) {
	const asking = { ...trusted, requestCert: true };
	return {
		'connection closed at the TLS client hello': createServer(atData(close)),
		'connection reset at the TLS client hello': createServer(atData(reset)),
		'untrusted certificate': createTlsServer(untrusted),
		'client certificate required in TLS 1.2': createTlsServer({ ...asking, maxVersion: 'TLSv1.2' }),
		// Refuses after the other end has begun to write.
		'client certificate required in TLS 1.3': createTlsServer({ ...asking, minVersion: 'TLSv1.3' }),
		'TLS handshake refused': createTlsServer({}),
		'no TLS at the address': createServer((socket) => void socket.end('this is no TLS')),
		'timeout during the TLS handshake': createServer(),
		'timeout in the TLS session': createTlsServer(trusted),
		'connection closed in the TLS session': createTlsServer(trusted, atData(close)),
		// Later, so that the other end has connected and written by then.
		[CUT]: createServer({ pauseOnConnect: true }, (socket) => void setTimeout(() => reset(socket), 100)),
	};
}

/** Opens them on free ports of this machine. */
export async function openDeadEnds() {
	const sockets = new Set<Socket>();
	const trusted = await selfSigned();
	const servers = serversOf(trusted, await selfSigned());
	for (const server of Object.values(servers)) {
		server.on('tlsClientError', () => {});
		for (const event of ['connection', 'secureConnection']) {
			server.on(event, (socket: Socket) => sockets.add(socket.on('error', () => {})));
		}
	}
	const dropper = await dropping();
	const urls = Object.entries(servers).map(async ([name, server]) => {
		const port = await listening(server);
		return [name, name === CUT ? `http://127.0.0.1:${port}` : `https://localhost:${port}`];
	});
	const distrust = trust(trusted.cert);
	return {
		/** The addresses, by what is wrong with them. */
		urls: {
			...(Object.fromEntries(await Promise.all(urls)) as Record<keyof typeof servers, string>),
			// No name has a part of more than 63 letters, so no server needs to be asked.
			'DNS failure': `https://${'a'.repeat(64)}.invalid`,
			// Port 9 is reserved for a service that throws everything away, and that nobody runs.
			'connection refused': 'http://127.0.0.1:9',
			'unanswered SYN': `https://127.0.0.1:${dropper.port}`,
		},
		close: async () => {
			distrust();
			sockets.forEach((socket) => socket.destroy());
			const closed = Object.values(servers).map(
				async (server) => await new Promise((resolve) => server.close(resolve)),
			);
			await Promise.all([dropper.close(), ...closed]);
		},
	};
}
