import { createServer, type RequestListener, type Server } from 'node:http';
import {
	connect,
	createServer as createTcpServer,
	type AddressInfo,
	type Server as TcpServer,
	type Socket,
} from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { createServer as createTlsServer } from 'node:tls';

import { selfSignedCertificate, trustCertificate } from '../support/certificate';
import { JOURNEYS } from '../support/scenarios';
import { RETRY, sendCodes } from '../support/sendCodes';
import { savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();
const { HyperVerge } = JOURNEYS;

const savedAt = (baseUrl: string) => ({
	hyperVergeApi: { ...savedCredentials('hyperVergeApi').hyperVergeApi, baseUrl },
});
const sendTo = async (baseUrl: string, timeout = 30_000) =>
	await sendCodes(HyperVerge, ['asha@example.com'], {
		options: { timeout },
		settings: { onError: 'continueErrorOutput' },
		saved: savedAt(baseUrl),
	});

/** Does something with the address of a server, and closes the server with all its connections. */
async function serving<T>(server: Server | TcpServer, act: (url: string) => Promise<T>): Promise<T> {
	const sockets: Socket[] = [];
	server.on('connection', (socket: Socket) => sockets.push(socket));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	try {
		return await act(`http://127.0.0.1:${port}`);
	} finally {
		sockets.forEach((socket) => socket.destroy());
		await new Promise((resolve) => server.close(resolve));
	}
}

async function faultOf(sending: ReturnType<typeof sendTo>) {
	const { outputs, arrived } = await sending;
	expect(arrived).toMatchObject({ Sent: 0, Error: 1 });
	return outputs.Error[0].json.error;
}

const atData = (act: (socket: Socket) => void) => (socket: Socket) => {
	socket.on('error', () => {}).once('data', () => act(socket));
};

const UNKNOWN = { description: expect.stringContaining('Delivery unknown') as string, effect: 'unknown' };
const NOTHING_SENT = {
	description: expect.stringContaining('Nothing was sent.') as string,
	fault: 'unreachable',
	effect: 'none',
};

it.each([
	['that does not come', { kind: 'delay', seconds: 5 }],
	['that never ends', { kind: 'neverEnds' }],
] as const)('gives up on an answer %s', async (_what, fault) => {
	simulator().inject({ provider: 'hyperverge', ...fault });
	const given = await faultOf(sendTo(`${simulator().url}/hyperverge/v1`, 300));
	expect(given).toMatchObject({ ...UNKNOWN, fault: 'noAnswer' });
});

it.each([200, 503])('leaves no connection open to an answer of HTTP %i that never ends', async (status) => {
	const sockets: Socket[] = [];
	const server = createServer(({ socket }, response) => {
		sockets.push(socket);
		response.writeHead(status, { 'content-type': 'application/json' });
		response.write('{"status":');
	});
	await serving(server, async (url) => {
		await faultOf(sendTo(url, 300));
		for (let look = 0; look < 100 && !sockets[0].destroyed; look += 1) await setTimeout(50);
		expect(sockets.map(({ destroyed }) => destroyed)).toEqual([true]);
	});
});

const JSON_TYPE = { 'content-type': 'application/json' };
const trickle: RequestListener = (_request, response) => {
	response.writeHead(200, JSON_TYPE);
	const timer = setInterval(() => response.write(' '), 20);
	response.on('close', () => clearInterval(timer));
};
const brokenGzip: RequestListener = (_request, response) =>
	response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end('this is no gzip');

it.each([
	['trickles in for ever, byte by byte', createServer(trickle), 'noAnswer'],
	['is a broken gzip', createServer(brokenGzip), 'unreadable'],
	['is cut before it begins', createTcpServer(atData((socket) => socket.destroy())), 'noAnswer'],
])('takes an answer that %s as delivery unknown', async (_what, server, fault) => {
	const given = await serving(server, async (url) => await faultOf(sendTo(url, 300)));
	expect(given).toMatchObject({ ...UNKNOWN, fault });
});

it('does not read an answer of 50 MB', async () => {
	let written = 0;
	const chunk = Buffer.alloc(1024 * 1024, 32);
	const server = createServer((_request, response) => {
		const more = () => {
			while (written < 50) {
				written += 1;
				if (!response.write(chunk)) return void response.once('drain', more);
			}
			response.end();
		};
		response.writeHead(200, JSON_TYPE);
		more();
	});
	const given = await serving(server, async (url) => await faultOf(sendTo(url)));
	expect(given).toMatchObject({ ...UNKNOWN, fault: 'unreadable' });
	expect(written).toBeLessThan(50);
});

it.each([
	['the connection is refused', async () => await serving(createTcpServer(), async (url) => url)],
	['the name does not exist', async () => 'https://no-such-host.invalid'],
])('says that nothing was sent when %s', async (_what, address) => {
	expect(await faultOf(sendTo(await address()))).toMatchObject(NOTHING_SENT);
});

it('says that nothing was sent to a server that speaks no TLS', async () => {
	const server = createTcpServer(atData((socket) => socket.end('hello')));
	const given = await serving(server, async (url) => await faultOf(sendTo(url.replace('http:', 'https:'))));
	expect(given).toMatchObject(NOTHING_SENT);
});

it('sends once after all when a firewall closes the first connection at the TLS hello', async () => {
	const certificate = selfSignedCertificate();
	const distrust = trustCertificate(certificate.cert);
	const provider = createTlsServer(certificate, (session) => {
		session.pipe(connect(Number(new URL(simulator().url).port), '127.0.0.1')).pipe(session);
	});
	let connections = 0;
	const firewall = createTcpServer((socket) => {
		connections += 1;
		if (connections > 1) provider.emit('connection', socket);
		else atData(() => socket.destroy())(socket);
	});
	const { outputs } = await serving(firewall, async (url) => {
		const saved = savedAt(`${url.replace('http://127.0.0.1', 'https://localhost')}/hyperverge/v1`);
		return await sendCodes(HyperVerge, ['asha@example.com'], { saved, settings: RETRY });
	});
	distrust();
	expect(outputs.Sent).toHaveLength(1);
	expect(connections).toBe(2);
	expect(simulator().inbox()).toHaveLength(1);
});

const TUNNEL = 'HTTP/1.1 200 Connection established\r\n\r\n';

afterEach(() => {
	delete process.env.HTTPS_PROXY;
});

it.each([
	['closes the connection as nothing sent', atData((socket) => socket.end()), NOTHING_SENT],
	['never answers as nothing sent', () => {}, NOTHING_SENT],
	[
		'leads to a provider that closes at the TLS hello as nothing sent',
		atData((socket) => {
			socket.write(TUNNEL);
			socket.once('data', () => socket.end());
		}),
		NOTHING_SENT,
	],
	// n8n hands the proxy's answer on as if it were the provider's.
	[
		'answers itself as delivery unknown',
		atData((socket) => socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n')),
		{ ...UNKNOWN, fault: 'providerDown' },
	],
])('reads a proxy that %s', async (_what, serve, expected) => {
	const given = await serving(createTcpServer(serve), async (url) => {
		process.env.HTTPS_PROXY = url;
		return await faultOf(sendTo('https://provider.example.com', 500));
	});
	expect(given).toMatchObject(expected);
});

it.each([
	['Wibmo', '/api/v2/encrypt'],
	['Capillary with an API client', '/v3/oauth/token/generate'],
])('sends once after all when the call before the send works at the second try (%s)', async (name, path) => {
	const journey = JOURNEYS[name];
	simulator().inject({ provider: journey.provider, path, kind: 'reset' });
	const { outputs } = await sendCodes(journey, [journey.recipient('asha')], { settings: RETRY });
	expect(outputs.Sent).toHaveLength(1);
	expect(simulator().inbox()).toHaveLength(1);
});
