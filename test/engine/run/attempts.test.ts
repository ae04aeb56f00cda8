import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { Attempts } from '../../../nodes/engine/run/attempts';
import { operation, preparedItem, provider } from '../support/example';

const person = (...identity: string[]) => preparedItem({ identity });
const jane = person('jane@example.com', '123456');

function open(nodeContext: IDataObject, n8n = 'an n8n', of = {}, execution = 'first') {
	const context = {
		getContext: () => nodeContext,
		getExecutionId: () => execution,
		getInstanceId: () => n8n,
		evaluateExpression: () => 0,
	} as unknown as IExecuteFunctions;
	return Attempts.open(context, { ...operation, ...of });
}

it('keeps neither the recipient nor the code, and recalls only the same request', () => {
	const nodeContext = {};
	open(nodeContext).started(0, jane);
	expect(JSON.stringify(nodeContext)).toMatch(/"fingerprint":"[\w-]{43}"/);
	expect(JSON.stringify(nodeContext)).not.toMatch(/jane|123456/);

	const again = open(nodeContext);
	const fresh = person('jane@example.com', '123456');
	expect(again.recall(0, fresh)).toEqual({ fault: 'interrupted', effectLeft: true });
	const others = [
		again.recall(1, jane),
		again.recall(0, person('joan@example.com', '123456')),
		again.recall(0, person('jane@example.com', '123457')),
		open(nodeContext, 'an n8n', { name: 'resend' }).recall(0, jane),
		open(nodeContext, 'an n8n', { provider: { ...provider, name: 'other' } }).recall(0, jane),
	];
	expect(others).toEqual(others.map(() => undefined));
});

it('counts what another instance of n8n has sent as interrupted, and names the setting, in every later attempt', () => {
	const nodeContext = {};
	const attempts = open(nodeContext);
	attempts.started(0, jane);
	attempts.remember(1, jane, { item: { outcome: 'sent' } as never });
	attempts.remember(2, jane, { fault: 'credentialsRefused', effectLeft: true });
	for (const [n8n, execution] of [
		['another n8n', 'second'],
		['another n8n', 'third'],
		['an n8n', 'fourth'],
	]) {
		const later = open(nodeContext, n8n, {}, execution);
		const interrupted = {
			fault: 'interrupted',
			effectLeft: true,
			hint: expect.stringContaining('N8N_INSTANCE_ID') as string,
		};
		const results = [0, 1, 2, 3].map((index) => later.recall(index, person('joan@example.com')));
		expect(results).toEqual([interrupted, interrupted, undefined, undefined]);
	}
});
