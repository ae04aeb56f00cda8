import { Readable } from 'node:stream';
import type { IExecuteFunctions } from 'n8n-workflow';

import { Memory } from '../../nodes/shared/memory';
import type { Exchange, Operation, ProviderRequest } from '../../nodes/shared/operation';
import type { Ready } from '../../nodes/shared/prepare';
import { Sender } from '../../nodes/shared/send';

const request: ProviderRequest = {
	method: 'POST',
	baseUrl: 'https://api.example.com',
	path: '/send',
	effect: true,
};

const operation: Operation = {
	provider: {
		name: 'example',
		displayName: 'Example',
		checkCredential: () => {},
		secretCredentialFields: [],
		secretAnswerKeys: [],
	},
	name: 'send',
	kind: 'send',
	codes: [],
	credentialType: () => 'exampleApi',
	prepare: () => {
		throw new Error('The items are prepared already');
	},
};

function ready(exchange: () => Exchange): Ready {
	return {
		prepared: { exchange, recipients: [], secrets: [], identity: [], reference: {} },
		credential: { type: 'exampleApi', data: {} },
		fingerprint: 'same',
	};
}

function* tripping(): Exchange {
	yield request;
	throw new TypeError('a body that nobody thought of');
}

function* trippingBefore(): Exchange {
	if (request.effect) throw new TypeError('nothing was asked for yet');
	return { fault: 'rejected', httpStatus: (yield request).httpStatus };
}

function* reading(): Exchange {
	const { httpStatus, json } = yield request;
	return { outcome: 'sent', reason: 'accepted', statusCode: '0', message: 'ok', httpStatus, response: json };
}

type Answer = () => Promise<unknown>;

/** A run of the node in one execution: what is remembered is in `nodeContext`. */
function senderIn(nodeContext: object, answer: Answer): Sender {
	const context = {
		getContext: () => nodeContext,
		evaluateExpression: () => 0,
		getExecutionCancelSignal: () => undefined,
		helpers: { httpRequestWithAuthentication: answer },
	} as unknown as IExecuteFunctions;
	const settings = { batchSize: 10, batchIntervalMs: 0, timeoutMs: 5000, includeResponse: true };
	return new Sender(context, operation, settings, Memory.open(context));
}

const accepted: Answer = async () => ({
	statusCode: 202,
	headers: {},
	body: Readable.from([Buffer.from('{"ok":true}')]),
});

it('calls a body that a reader trips over unreadable, and loses none of the other items', async () => {
	const sender = senderIn({}, accepted);
	const ended = await sender.sendAll([ready(tripping), ready(reading), ready(trippingBefore)], true);
	expect(ended).toMatchObject([
		{ result: { fault: 'unreadable', httpStatus: 202, effectLeft: true }, remembered: false },
		{ result: { item: { outcome: 'sent', response: { ok: true } } }, remembered: false },
		{ result: { fault: 'unreadable', effectLeft: false }, remembered: false },
	]);
	expect(ended[2]?.result).not.toHaveProperty('item');

	const again = await sender.sendAll([ready(tripping), ready(reading)], true);
	expect(again.map((end) => end?.remembered)).toEqual([true, true]);
});

it('does not send an item again whose first try was cut off before the answer came', async () => {
	const nodeContext = {};
	let requests = 0;
	const cutOff = senderIn(nodeContext, async () => {
		requests += 1;
		return await new Promise(() => {});
	});
	void cutOff.sendAll([ready(reading)], true);
	await new Promise(setImmediate);
	expect(requests).toBe(1);

	const ended = await senderIn(nodeContext, accepted).sendAll([ready(reading)], true);
	expect(ended).toEqual([{ result: { fault: 'interrupted' }, remembered: true }]);
});
