import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { Attempts } from '../../../nodes/engine/run/attempts';
import { operation, preparedItem, provider } from '../support/example';

const person = (...identity: string[]) => preparedItem({ identity, recipients: ['jane@example.com'] });
const jane = person('jane@example.com', '123456');
const INTERRUPTED = { fault: 'interrupted', effectLeft: true };

/** n8n keeps a node's context as JSON with the execution. */
function open(stored: string, { execution = 'first', n8n = 'an n8n', of = {} } = {}) {
	const nodeContext = JSON.parse(stored) as IDataObject;
	const context = {
		getContext: () => nodeContext,
		getExecutionId: () => execution,
		getInstanceId: () => n8n,
		evaluateExpression: () => 0,
	} as unknown as IExecuteFunctions;
	return {
		attempts: Attempts.open(context, { ...operation, ...of }),
		store: () => JSON.stringify(nodeContext),
	};
}

function cutOff(): string {
	const { attempts, store } = open('{}');
	attempts.started(0, jane);
	return store();
}

it.each(['first', 'retry'])(
	'remembers an item that was cut off during its request (%s execution)',
	(execution) => {
		const { attempts } = open(cutOff(), { execution });
		expect(attempts.recall(0, person('jane@example.com', '123456'))).toEqual(INTERRUPTED);
		expect(attempts.recall(1, jane)).toBeUndefined();
	},
);

it.each([
	['another recipient', person('joan@example.com', '123456'), {}],
	['another code', person('jane@example.com', '123457'), {}],
	['another operation', jane, { of: { name: 'resend' } }],
	['another provider', jane, { of: { provider: { ...provider, name: 'other' } } }],
	['another n8n', jane, { n8n: 'another n8n' }],
])('does not take a request for the same with %s', (_what, item, where) => {
	expect(open(cutOff(), where).attempts.recall(0, item)).toBeUndefined();
});

it('keeps neither the recipient nor the code', () => {
	expect(cutOff()).toMatch(/"fingerprint":"[\w-]{43}"/);
	expect(cutOff()).not.toMatch(/jane|123456/);
});

it('forgets an item that never left, and everything once the node is done', () => {
	const { attempts, store } = open(cutOff());
	attempts.started(1, jane);
	attempts.forget(1);
	expect([0, 1].map((index) => attempts.recall(index, jane))).toEqual([INTERRUPTED, undefined]);
	attempts.close();
	expect(store()).toBe('{}');
});
