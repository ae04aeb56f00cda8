import type { FastifyReply } from 'fastify';

import type { Answer } from './provider';

/** Sends an answer unchanged; as bytes, because fastify would add a charset to the type of a text. */
export function send(reply: FastifyReply, answer: Answer): void {
	void reply
		.code(answer.status)
		.headers({ 'content-type': answer.contentType, ...answer.headers })
		.send(Buffer.from(answer.body, 'utf8'));
}
