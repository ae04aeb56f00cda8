import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';

import type { Answer } from '../shared/provider';
import { send } from '../shared/send';
import type { Fault } from '../types';

const ANSWER_TO_CUT = '{"status":"success","message":"this answer is cut off in the middle"}';

/**
 * Answers a request as the fault says.
 * @param fault any kind but `delay`
 * @param processed the provider's own answer, if the request was processed
 */
export function answerWithFault(reply: FastifyReply, fault: Fault, processed?: Answer): void {
	switch (fault.kind) {
		case 'reset':
			reply.hijack();
			reply.raw.socket?.resetAndDestroy();
			return;
		case 'resetAfterHeaders':
			startAndStop(reply, fault, () => reply.raw.socket?.resetAndDestroy());
			return;
		case 'neverEnds':
			startAndStop(reply, fault);
			return;
		default: {
			const answer = replacement(fault, processed);
			send(reply, { ...answer, headers: { ...answer.headers, ...fault.headers } });
		}
	}
}

function replacement(fault: Fault, processed?: Answer): Answer {
	const status = fault.status ?? 200;
	switch (fault.kind) {
		case 'status': {
			const code = fault.status ?? 500;
			const body = fault.body ?? JSON.stringify({ message: STATUS_CODES[code] ?? 'Unknown' });
			return { status: code, contentType: 'application/json', body };
		}
		case 'redirect':
			return {
				status: fault.status ?? 302,
				contentType: 'text/plain',
				body: fault.body ?? '',
				headers: { location: fault.location ?? '/' },
			};
		case 'halfJson': {
			const whole = fault.body ?? processed?.body ?? ANSWER_TO_CUT;
			return { status, contentType: 'application/json', body: whole.slice(0, Math.floor(whole.length / 2)) };
		}
		case 'html':
			return {
				status,
				contentType: 'text/html; charset=utf-8',
				body: fault.body ?? '<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>',
			};
		case 'xml':
			return {
				status,
				contentType: 'application/xml',
				body: fault.body ?? '<?xml version="1.0"?><error><message>Unavailable</message></error>',
			};
		case 'empty':
			return { status, contentType: 'application/json', body: '' };
		default:
			return { status, contentType: 'application/json', body: fault.body ?? '' };
	}
}

/** Sends headers that promise more than the few bytes that follow them. */
function startAndStop(reply: FastifyReply, fault: Fault, afterFlush: () => void = () => undefined): void {
	reply.hijack();
	reply.raw.writeHead(fault.status ?? 200, {
		'content-type': 'application/json',
		'content-length': '4096',
		...fault.headers,
	});
	reply.raw.write(fault.body ?? '{"status":"succ', afterFlush);
}
