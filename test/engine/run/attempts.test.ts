import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { Attempts } from '../../../nodes/engine/run/attempts';
import { operation, preparedItem, provider } from '../support/example';

const person = (...identity: string[]) => preparedItem({ identity });
const jane = person('jane@example.com', '123456');

function open(nodeContext: IDataObject, n8n = 'an n8n', of = {}) {
	const context = {
		getContext: () => nodeContext,
		getExecutionId: () => 'first',
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
		open(nodeContext, 'another n8n').recall(0, jane),
		open(nodeContext, 'an n8n', { name: 'resend' }).recall(0, jane),
		open(nodeContext, 'an n8n', { provider: { ...provider, name: 'other' } }).recall(0, jane),
	];
	expect(others).toEqual(others.map(() => undefined));
});
