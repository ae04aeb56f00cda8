import { once } from 'node:events';
import {
	Agent,
	createServer,
	request as httpRequest,
	type IncomingMessage,
	type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What the provider itself answers to a call. */
export interface ProviderAnswer {
	status: number;
	headers: Record<string, string>;
	body: Buffer;
}

/** A call that is struck. */
export interface StruckCall {
	response: ServerResponse;
	/** Hands the call to the provider, which acts on it, and gives its answer. */
	forward: () => Promise<ProviderAnswer>;
}

/** Plays a fault on a call. */
export type Play = (call: StruckCall) => Promise<void> | void;

/** Which calls are struck, and how. */
export interface Strike {
	/** The end of their path. */
	path: string;
	/** Which of those, by what they carry and their number, counted from 1; every one if missing. */
	isMeant?: (content: string, number: number) => boolean;
	play: Play;
}

/**
 * Starts what stands between the nodes and the simulator at `target`. It hands on every call but those that
 * are to be struck, and counts them all.
 */
export async function startProxy(target: string) {
	const agent = new Agent({ keepAlive: true });
	let paths: string[] = [];
	let candidates = 0;
	let struck = 0;
	let strike: Strike | undefined;
	let noticeCall = () => {};

	const forward = async (incoming: IncomingMessage, body: Buffer): Promise<ProviderAnswer> => {
		const { method, headers: sent, url } = incoming;
		const outgoing = httpRequest(`${target}${url}`, { agent, method, headers: sent });
		const [answer] = (await once(outgoing.end(body), 'response')) as [IncomingMessage];
		const headers = answer.headers as Record<string, string>;
		return { status: answer.statusCode as number, headers, body: await buffer(answer) };
	};

	const isStruck = (path: string, content: string): boolean => {
		if (strike === undefined || !path.endsWith(strike.path)) return false;
		candidates += 1;
		return strike.isMeant?.(content, candidates) ?? true;
	};

	const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
		noticeCall();
		const body = await buffer(incoming);
		const { pathname, searchParams } = new URL(incoming.url as string, target);
		paths.push(pathname);
		const content = [body.toString(), ...searchParams.values()].join('\n');
		if (strike !== undefined && isStruck(pathname, content)) {
			struck += 1;
			await strike.play({ response, forward: async () => await forward(incoming, body) });
			return;
		}
		const answer = await forward(incoming, body);
		response.writeHead(answer.status, answer.headers).end(answer.body);
	};

	const server = createServer((incoming, response) => {
		// A node that hangs up breaks the call that it made, and nothing else.
		serve(incoming, response).catch(() => response.destroy());
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		/** The calls that arrived since the last reset whose path ends so. */
		countOf: (path: string) => paths.filter((candidate) => candidate.endsWith(path)).length,
		/** How many calls were struck since the last reset. */
		struck: () => struck,
		/** Waits for the next call to arrive. */
		nextCall: async () => await new Promise<void>((resolve) => (noticeCall = resolve)),
		/** Forgets what arrived, hangs up on whoever still waits, and strikes so from now on. */
		reset: (next?: Strike) => {
			server.closeAllConnections();
			paths = [];
			candidates = 0;
			struck = 0;
			strike = next;
		},
		close: async () => {
			server.closeAllConnections();
			agent.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
