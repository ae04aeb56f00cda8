import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { Worker } from 'node:worker_threads';

import { selfSignedCertificate, trustCertificate } from '../../../support/certificate';

/** Addresses at which no request can be made, or none is answered, by what is wrong with them. */
export interface DeadEnds {
	noSuchName: string;
	refused: string;
	/** Answers no SYN, so that no connection comes about. */
	dropped: string;
	untrustedCertificate: string;
	noHandshake: string;
	noTls: string;
	/** Takes a connection and never says a word, so that no TLS session begins. */
	silent: string;
	/** Takes a connection and closes it at the TLS hello. */
	closedAtHello: string;
	/** Takes a connection and resets it at the TLS hello. */
	resetAtHello: string;
	clientCertificateInTls12: string;
	/** Refuses after the other end has begun to write. */
	clientCertificateInTls13: string;
	/** Begins a TLS session and never answers. */
	silentInTls: string;
	/** Begins a TLS session and closes it at the request. */
	closedInTls: string;
	/** Takes a connection and cuts it before it has read anything. */
	cut: string;
	close: () => Promise<void>;
}

async function listening(server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
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
	const port = await new Promise<number>((resolve) => sleeper.once('message', resolve));
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

/** Opens them on free ports of this machine. */
export async function openDeadEnds(): Promise<DeadEnds> {
	const sockets = new Set<Socket>();
	const trusted = selfSignedCertificate();
	const asking = { ...trusted, requestCert: true };
	const atData = (end: (socket: Socket) => void) => (socket: Socket) =>
		void socket.once('data', () => end(socket));
	const servers = {
		untrustedCertificate: createTlsServer(selfSignedCertificate()),
		noHandshake: createTlsServer({}),
		noTls: createServer((socket) => void socket.end('this is no TLS')),
		silent: createServer(),
		closedAtHello: createServer(atData((socket) => socket.destroy())),
		resetAtHello: createServer(atData((socket) => socket.resetAndDestroy())),
		clientCertificateInTls12: createTlsServer({ ...asking, maxVersion: 'TLSv1.2' }),
		clientCertificateInTls13: createTlsServer({ ...asking, minVersion: 'TLSv1.3' }),
		silentInTls: createTlsServer(trusted),
		closedInTls: createTlsServer(
			trusted,
			atData((socket) => socket.destroy()),
		),
		cut: createServer({ pauseOnConnect: true }, (socket) => {
			// Later, so that the other end has connected and written by then.
			setTimeout(() => socket.resetAndDestroy(), 100);
		}),
	};
	for (const server of Object.values(servers)) {
		server.on('tlsClientError', () => {});
		for (const event of ['connection', 'secureConnection']) {
			server.on(event, (socket: Socket) => sockets.add(socket.on('error', () => {})));
		}
	}
	const dropper = await dropping();
	const urls = Object.entries(servers).map(async ([name, server]) => {
		const port = await listening(server);
		return [name, name === 'cut' ? `http://127.0.0.1:${port}` : `https://localhost:${port}`];
	});
	const distrust = trustCertificate(trusted.cert);
	return {
		...(Object.fromEntries(await Promise.all(urls)) as Record<keyof typeof servers, string>),
		dropped: `https://127.0.0.1:${dropper.port}`,
		// No name has a part of more than 63 letters, so no server needs to be asked.
		noSuchName: `https://${'a'.repeat(64)}.invalid`,
		// Port 9 is reserved for a service that throws everything away, and that nobody runs.
		refused: 'http://127.0.0.1:9',
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
