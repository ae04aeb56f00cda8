import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

import { selfSignedCertificate } from './certificate';

/** Addresses at which no request can be made, by what is wrong with them. */
export interface DeadEnds {
	noSuchName: string;
	refused: string;
	untrustedCertificate: string;
	noHandshake: string;
	noTls: string;
	/** Takes a connection and never says a word, so that no TLS session begins. */
	silent: string;
	/** Takes a connection and cuts it before it has read anything. */
	cut: string;
	close: () => Promise<void>;
}

async function listening(server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

/** Opens them on free ports of this machine. */
export async function openDeadEnds(): Promise<DeadEnds> {
	const sockets = new Set<Socket>();
	const untrusted = createTlsServer(selfSignedCertificate());
	const withoutCertificate = createTlsServer({});
	const plain = createServer((socket) => void socket.end('this is no TLS'));
	const silent = createServer();
	const cutting = createServer((socket) => void socket.resetAndDestroy());
	const servers: Server[] = [untrusted, withoutCertificate, plain, silent, cutting];
	for (const server of [untrusted, withoutCertificate]) server.on('tlsClientError', () => {});
	for (const server of servers) {
		server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => {})));
	}
	const [untrustedPort, noHandshakePort, plainPort, silentPort, cutPort] = await Promise.all(
		servers.map(listening),
	);
	return {
		// No name has a part of more than 63 letters, so no server needs to be asked.
		noSuchName: `https://${'a'.repeat(64)}.invalid`,
		// Port 9 is reserved for a service that throws everything away, and that nobody runs.
		refused: 'http://127.0.0.1:9',
		untrustedCertificate: `https://127.0.0.1:${untrustedPort}`,
		noHandshake: `https://127.0.0.1:${noHandshakePort}`,
		noTls: `https://127.0.0.1:${plainPort}`,
		silent: `https://127.0.0.1:${silentPort}`,
		cut: `http://127.0.0.1:${cutPort}`,
		close: async () => {
			sockets.forEach((socket) => socket.destroy());
			await Promise.all(servers.map(async (server) => await new Promise((resolve) => server.close(resolve))));
		},
	};
}
