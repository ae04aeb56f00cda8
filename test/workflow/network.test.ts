import { createServer, type Server } from 'node:http';
import {
	createServer as createTcpServer,
	type AddressInfo,
	type Server as TcpServer,
	type Socket,
} from 'node:net';
import { setTimeout } from 'node:timers/promises';

import { JOURNEYS } from '../support/scenarios';
import { sendCodes } from '../support/sendCodes';
import { savedCredentials, useSimulator } from '../support/simulator';

useSimulator();

/** Does something with the address of a server, and closes the server with all its connections. */
async function serving(server: Server | TcpServer, act: (url: string) => Promise<void>): Promise<void> {
	const sockets: Socket[] = [];
	server.on('connection', (socket: Socket) => sockets.push(socket));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	try {
		await act(`http://127.0.0.1:${port}`);
	} finally {
		sockets.forEach((socket) => socket.destroy());
		await new Promise((resolve) => server.close(resolve));
	}
}

/** What became of a message that was to go out over this address. */
async function faultAt(baseUrl: string, timeout: number) {
	const { outputs } = await sendCodes(JOURNEYS.hyperVergeVerifyEmailOtp, ['asha@example.com'], {
		options: { timeout },
		settings: { onError: 'continueErrorOutput' },
		saved: { hyperVergeApi: { ...savedCredentials('hyperVergeApi').hyperVergeApi, baseUrl } },
	});
	return outputs.Error[0].json.error;
}

it.each([200, 503])('leaves no connection open to an answer of HTTP %i that never ends', async (status) => {
	const sockets: Socket[] = [];
	const server = createServer(({ socket }, response) => {
		sockets.push(socket);
		response.writeHead(status, { 'content-type': 'application/json' });
		response.write('{"status":');
	});
	await serving(server, async (url) => {
		expect(await faultAt(url, 300)).toMatchObject({ fault: 'noAnswer', effect: 'unknown' });
		for (let look = 0; look < 100 && !sockets[0].destroyed; look += 1) await setTimeout(50);
		expect(sockets.map(({ destroyed }) => destroyed)).toEqual([true]);
	});
});

const atData = (act: (socket: Socket) => void) => (socket: Socket) => {
	socket.on('error', () => {}).once('data', () => act(socket));
};
const NOTHING_SENT = { fault: 'unreachable', effect: 'none' };

afterEach(() => {
	delete process.env.HTTPS_PROXY;
});

it.each([
	['closes the connection as nothing sent', atData((socket) => socket.end()), NOTHING_SENT],
	['never answers as nothing sent', () => {}, NOTHING_SENT],
	[
		'leads to a provider that closes at the TLS hello as nothing sent',
		atData((socket) => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			socket.once('data', () => socket.end());
		}),
		NOTHING_SENT,
	],
	// n8n hands the proxy's answer on as if it were the provider's.
	[
		'answers itself as delivery unknown',
		atData((socket) => socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n')),
		{ fault: 'providerDown', effect: 'unknown' },
	],
])('reads a proxy that %s', async (_what, serve, expected) => {
	await serving(createTcpServer(serve), async (url) => {
		process.env.HTTPS_PROXY = url;
		expect(await faultAt('https://provider.example.com', 500)).toMatchObject(expected);
	});
});
