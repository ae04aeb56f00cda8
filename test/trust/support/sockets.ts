import dns from 'node:dns';
import net, { createServer, type AddressInfo } from 'node:net';

/** An outgoing connection that this process tried to open. */
export interface Attempt {
	host: string;
	port: number;
}

/** Who is watching, see {@link watchSockets}. */
export interface SocketWatch {
	/** Connections that were tried since the last call, in their order. */
	take(): Attempt[];
	/** Ends the watch. */
	stop(): void;
}

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

/**
 * Watches every connection and every name lookup of this process, below n8n and its HTTP client.
 * A connection to anywhere but this machine's loopback is refused, as if nobody listened there.
 */
export function watchSockets(): SocketWatch {
	const realConnect = net.Socket.prototype.connect;
	const realLookup = dns.lookup;
	let attempts: Attempt[] = [];

	net.Socket.prototype.connect = function connect(this: net.Socket, ...given: unknown[]) {
		const { host = 'localhost', port, path = null } = targetOf(given);
		attempts.push({ host: path ?? host, port: Number(port) });
		if (['127.0.0.1', '::1', 'localhost'].includes(host) && path === null) {
			return Reflect.apply(realConnect, this, given) as net.Socket;
		}
		const refusal = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
		process.nextTick(() => this.destroy(refusal));
		return this;
	} as typeof realConnect;
	dns.lookup = ((name: string, ...rest: unknown[]) => {
		if (net.isIP(name) === 0 && name !== 'localhost') attempts.push({ host: name, port: 53 });
		return Reflect.apply(realLookup, dns, [name, ...rest]) as unknown;
	}) as typeof realLookup;

	return {
		take() {
			const taken = attempts;
			attempts = [];
			return taken;
		},
		stop() {
			net.Socket.prototype.connect = realConnect;
			dns.lookup = realLookup;
		},
	};
}

/** A server that nobody has any reason to talk to. */
export interface EvilServer {
	port: number;
	/** How many connections it got. */
	visits(): number;
	close(): Promise<void>;
}

/** Starts an {@link EvilServer} on loopback, where a mistake about hosts would end up. */
export async function startEvilServer(): Promise<EvilServer> {
	let visits = 0;
	const server = createServer((socket) => {
		visits += 1;
		socket.destroy();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		visits: () => visits,
		close: async () => {
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
