/**
 * A minimal provider, in a process of its own: it checks that a request has its key, and says yes after a
 * set time. `standInProcess.ts` starts it and talks to it.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ENDPOINTS, type Body } from './answers';
import type { Latency, Order, Report } from './standInProcess';

let latency: Latency = { ms: 0 };
let requests = 0;
let inFlight = 0;
let mostInFlight = 0;

const server = createServer((request, response) => {
	requests += 1;
	inFlight += 1;
	mostInFlight = Math.max(mostInFlight, inFlight);
	response.once('close', () => (inFlight -= 1));
	const { ms, slowEvery = Infinity } = latency;
	const waitMs = requests % slowEvery === 0 ? ms * 10 : ms;
	const chunks: Buffer[] = [];
	request.on('data', (chunk: Buffer) => chunks.push(chunk));
	request.on('end', () => {
		const respond = () => {
			const endpoint = ENDPOINTS[(request.url ?? '').split('?')[0]];
			const isKnown = endpoint !== undefined && request.headers[endpoint.key] !== undefined;
			const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Body;
			response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' });
			response.end(JSON.stringify(isKnown ? endpoint.answer(body, request.headers, requests) : {}));
		};
		if (waitMs === 0) respond();
		else setTimeout(respond, waitMs);
	});
});

const report = (message: Report) => process.send?.(message);

process.on('message', (order: Order) => {
	latency = order.latency;
	report({ requests, mostInFlight });
	[requests, mostInFlight] = [0, 0];
});
process.once('disconnect', () => process.exit());

server.listen(0, '127.0.0.1', () => {
	report({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
