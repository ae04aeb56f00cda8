import dns from 'node:dns';
import net, { createServer, type AddressInfo } from 'node:net';

interface Target {
	host?: string;
	port?: number | string;
	path?: string | null;
}

/** The target of a connection, in every form that `connect` takes. */
function targetOf(given: unknown[]): Target {
	const [first, second] = Array.isArray(given[0]) ? (given[0] as unknown[]) : given;
	if (typeof first === 'object' && first !== null) return first as Target;
	return { port: Number(first), host: typeof second === 'string' ? second : undefined };
}

let attempts: string[] = [];

/** Watches below n8n and its HTTP client; only this machine's loopback can be reached. */
function watch(): () => void {
	const realConnect = net.Socket.prototype.connect;
	const realLookup = dns.lookup;

	net.Socket.prototype.connect = function connect(this: net.Socket, ...given: unknown[]) {
		const { host = 'localhost', port, path = null } = targetOf(given);
		attempts.push(`${path ?? host}:${Number(port)}`);
		if (['127.0.0.1', '::1', 'localhost'].includes(host) && path === null) {
			return Reflect.apply(realConnect, this, given) as net.Socket;
		}
		const refusal = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
		process.nextTick(() => this.destroy(refusal));
		return this;
	} as typeof realConnect;
	dns.lookup = ((name: string, ...rest: unknown[]) => {
		if (net.isIP(name) === 0 && name !== 'localhost') attempts.push(`${name}:53`);
		return Reflect.apply(realLookup, dns, [name, ...rest]) as unknown;
	}) as typeof realLookup;

	return () => {
		net.Socket.prototype.connect = realConnect;
		dns.lookup = realLookup;
	};
}

/**
 * For the tests of a file: watches every connection and every name lookup of this process, refuses
 * those that leave this machine as if nobody listened there, and starts a server that a mistake
 * about hosts would end up at. No test passes if anybody talks to it.
 */
export function useSocketWatch() {
	let stop: () => void;
	let visits = 0;
	const evil = createServer((socket) => {
		visits += 1;
		socket.destroy();
	});

	beforeAll(async () => {
		await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
		stop = watch();
	});
	beforeEach(() => {
		attempts = [];
	});
	afterEach(() => expect(visits).toBe(0));
	afterAll(async () => {
		stop();
		await new Promise((resolve) => evil.close(resolve));
	});

	return {
		/** The connections that were tried since the last call, as `host:port`, each once. */
		attempts() {
			const taken = [...new Set(attempts)];
			attempts = [];
			return taken;
		},
		/** Where a server listens that nobody has any reason to talk to. */
		evilPort: () => (evil.address() as AddressInfo).port,
	};
}
