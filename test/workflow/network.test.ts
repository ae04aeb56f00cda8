import { createServer, type Server } from 'node:http';
import {
	connect,
	createServer as createTcpServer,
	type AddressInfo,
	type Server as TcpServer,
	type Socket,
} from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { createServer as createTlsServer } from 'node:tls';

import { execute } from '../../tools/engine';
import { selfSignedCertificate, trustCertificate } from '../support/certificate';
import { JOURNEYS } from '../support/scenarios';
import { savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();
const { send } = JOURNEYS.HyperVerge;

async function sendTo(baseUrl: string, timeout = 30_000) {
	return await execute(
		{
			...send,
			parameters: { ...send.parameters, options: { timeout } },
			settings: { onError: 'continueErrorOutput' },
		},
		[{ to: 'asha@example.com' }],
		{ hyperVergeApi: { ...savedCredentials('hyperVergeApi').hyperVergeApi, baseUrl } },
	);
}

async function listening<T extends Server | TcpServer>(
	server: T,
): Promise<{ url: string; close: () => Promise<void> }> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		close: async () => {
			if ('closeAllConnections' in server) server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function theFault({ outputs }: Awaited<ReturnType<typeof sendTo>>) {
	expect(outputs.Sent).toHaveLength(0);
	expect(outputs.Error).toHaveLength(1);
	return outputs.Error[0].json.error;
}

const UNKNOWN = expect.stringContaining('Delivery unknown') as string;
const NOTHING = expect.stringContaining('Nothing was sent.') as string;

it('gives up on an answer that does not come', async () => {
	simulator().inject({ provider: 'hyperverge', kind: 'delay', seconds: 5 });
	const fault = theFault(await sendTo(`${simulator().url}/hyperverge/v1`, 200));
	expect(fault).toMatchObject({ description: UNKNOWN, fault: 'noAnswer', effect: 'unknown' });
});

it('gives up on an answer that never ends', async () => {
	simulator().inject({ provider: 'hyperverge', kind: 'neverEnds' });
	const fault = theFault(await sendTo(`${simulator().url}/hyperverge/v1`, 300));
	expect(fault).toMatchObject({ description: UNKNOWN, fault: 'noAnswer' });
});

it.each([200, 503])('leaves no connection open to an answer of HTTP %i that never ends', async (status) => {
	const sockets: Socket[] = [];
	const server = createServer(({ socket }, response) => {
		sockets.push(socket);
		response.writeHead(status, { 'content-type': 'application/json' });
		response.write('{"status":');
	});
	const { url, close } = await listening(server);
	theFault(await sendTo(url, 300));
	for (let look = 0; look < 100 && !sockets[0].destroyed; look += 1) await setTimeout(50);
	const left = sockets.map(({ destroyed }) => destroyed);
	await close();
	expect(left).toEqual([true]);
});

it('gives up on an answer that trickles in for ever, byte by byte', async () => {
	const timers: NodeJS.Timeout[] = [];
	const server = createServer((_request, response) => {
		response.writeHead(200, { 'content-type': 'application/json' });
		timers.push(setInterval(() => response.write(' '), 20));
	});
	const { url, close } = await listening(server);
	const fault = theFault(await sendTo(url, 300));
	timers.forEach(clearInterval);
	await close();
	expect(fault).toMatchObject({ description: UNKNOWN, fault: 'noAnswer' });
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
		response.writeHead(200, { 'content-type': 'application/json' });
		more();
	});
	const { url, close } = await listening(server);
	const fault = theFault(await sendTo(url));
	await close();
	expect(fault).toMatchObject({ description: UNKNOWN, fault: 'unreadable' });
	expect(written).toBeLessThan(50);
});

it('does not crash on a broken gzip', async () => {
	const server = createServer((_request, response) => {
		response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
		response.end('this is no gzip');
	});
	const { url, close } = await listening(server);
	const fault = theFault(await sendTo(url));
	await close();
	expect(fault).toMatchObject({ description: UNKNOWN });
});

it('says that nothing was sent when the connection is refused', async () => {
	const { url, close } = await listening(createTcpServer());
	await close();
	expect(theFault(await sendTo(url))).toMatchObject({
		description: NOTHING,
		fault: 'unreachable',
		effect: 'none',
	});
});

it('says that nothing was sent when the name does not exist', async () => {
	const fault = theFault(await sendTo('https://no-such-host.invalid'));
	expect(fault).toMatchObject({ description: NOTHING, fault: 'unreachable', effect: 'none' });
});

const atData = (act: (socket: Socket) => void) => (socket: Socket) => {
	socket.on('error', () => {}).once('data', () => act(socket));
};

it('says that nothing was sent to a server that speaks no TLS', async () => {
	const { url, close } = await listening(createTcpServer(atData((socket) => socket.end('hello'))));
	const fault = theFault(await sendTo(url.replace('http:', 'https:')));
	await close();
	expect(fault).toMatchObject({ description: NOTHING, fault: 'unreachable', effect: 'none' });
});

it('sends once after all when a firewall closes the first connection at the TLS hello', async () => {
	const certificate = selfSignedCertificate();
	const distrust = trustCertificate(certificate.cert);
	const provider = createTlsServer(certificate, (session) => {
		session.pipe(connect(Number(new URL(simulator().url).port), '127.0.0.1')).pipe(session);
	});
	const connections: Socket[] = [];
	const { url, close } = await listening(
		createTcpServer((socket) => {
			if (connections.push(socket) > 1) provider.emit('connection', socket);
			else atData(() => socket.destroy())(socket);
		}),
	);
	const { outputs } = await execute(
		{ ...send, settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 } },
		[{ to: 'asha@example.com' }],
		{
			hyperVergeApi: {
				...savedCredentials('hyperVergeApi').hyperVergeApi,
				baseUrl: `${url.replace('http://127.0.0.1', 'https://localhost')}/hyperverge/v1`,
			},
		},
	);
	distrust();
	connections.forEach((socket) => socket.destroy());
	await close();
	expect(outputs.Sent).toHaveLength(1);
	expect(connections).toHaveLength(2);
	expect(simulator().inbox()).toHaveLength(1);
});

const TUNNEL = 'HTTP/1.1 200 Connection established\r\n\r\n';

afterEach(() => {
	delete process.env.HTTPS_PROXY;
});

it.each([
	['closes the connection as nothing sent', atData((socket) => socket.end()), 'unreachable', NOTHING],
	['never answers as nothing sent', () => {}, 'unreachable', NOTHING],
	[
		'leads to a provider that closes at the TLS hello as nothing sent',
		atData((socket) => {
			socket.write(TUNNEL);
			socket.once('data', () => socket.end());
		}),
		'unreachable',
		NOTHING,
	],
	// n8n hands the proxy's answer on as if it were the provider's.
	[
		'answers itself as delivery unknown',
		atData((socket) => socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n')),
		'providerDown',
		UNKNOWN,
	],
])('reads a proxy that %s', async (_what, serve, fault, message) => {
	const sockets: Socket[] = [];
	const { url, close } = await listening(
		createTcpServer((socket) => {
			sockets.push(socket);
			serve(socket);
		}),
	);
	process.env.HTTPS_PROXY = url;
	const json = theFault(await sendTo('https://provider.example.com', 500));
	sockets.forEach((socket) => socket.destroy());
	await close();
	expect(json).toMatchObject({ description: message, fault });
});

it('takes a connection that is cut before any answer as delivery unknown', async () => {
	const { url, close } = await listening(
		createTcpServer((socket) => void socket.once('data', () => socket.destroy())),
	);
	const fault = theFault(await sendTo(url));
	await close();
	expect(fault).toMatchObject({ description: UNKNOWN, fault: 'noAnswer' });
});

it.each([
	['120', 120],
	['not a date', null],
])('hands on how long to wait (%s)', async (value, seconds) => {
	simulator().inject({
		provider: 'hyperverge',
		kind: 'body',
		status: 429,
		headers: { 'retry-after': value },
		body: '{"message":"Rate limit exceeded","statusCode":429,"status":"failure"}',
	});
	const { outputs } = await sendTo(`${simulator().url}/hyperverge/v1`);
	expect(outputs.Throttled[0].json).toMatchObject({ reason: 'rateLimited', retryAfterSeconds: seconds });
});

it('keeps every digit of an identifier beyond 2^53', async () => {
	simulator().inject({ kind: 'body', body: '{"createdId":12345678901234567890,"warnings":[]}' });
	const { outputs } = await execute(
		{ type: 'capillaryGenerateOtp', parameters: { entityValue: '919876543210' } },
		[{}],
		savedCredentials('capillaryTillApi'),
	);
	expect(outputs.Sent[0].json.reference).toMatchObject({ createdId: '12345678901234567890' });
});

it.each([
	['Wibmo', '/api/v2/encrypt'],
	['Capillary with an API client', '/v3/oauth/token/generate'],
])('sends once after all when the call before the send works at the second try (%s)', async (name, path) => {
	const { send: sending, credential, provider, recipient } = JOURNEYS[name];
	simulator().inject({ provider, path, kind: 'reset' });
	const { outputs } = await execute(
		{ ...sending, settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 } },
		[{ to: recipient('asha') }],
		savedCredentials(credential),
	);
	expect(outputs.Sent).toHaveLength(1);
	expect(simulator().inbox()).toHaveLength(1);
});
