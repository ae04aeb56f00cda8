import type { IDataObject } from 'n8n-workflow';

import { execute } from '../../tools/engine';
import { ERROR_RULES } from '../../tools/engine/errorRules';
import { savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();
const saved = () => savedCredentials('hyperVergeApi');
const settings = { onError: 'continueErrorOutput' as const };

it('states the rule of the installed n8n-core for the error output', async () => {
	const items: IDataObject[] = [
		{ error: 'text' },
		{ error: { message: 'object' } },
		{ error: 'text', message: 'text' },
		{ error: 'text', message: '' },
		{ error: 'text', details: {} },
		{ error: 'text', message: 'text', details: {} },
		{ error: 'text', message: 'text', other: 1 },
		{ error: 'text', other: 1 },
		{ error: '', message: 'text' },
		{ error: null },
		{ message: 'text' },
		{},
	];
	const { run } = await execute(
		{ type: 'hyperVergeSendEmailOtp', parameters: {}, settings: { disabled: true }, startSettings: settings },
		items,
		saved(),
	);
	const [succeeded, faulted] = run.data.resultData.runData.Start[0].data?.main ?? [];
	expect(faulted?.map(({ json }) => json)).toEqual(items.filter((json) => ERROR_RULES.now({ json })));
	expect(succeeded?.map(({ json }) => json)).toEqual(items.filter((json) => !ERROR_RULES.now({ json })));
});

it.each([
	['a parameter', '', 'invalidParameter'],
	['the provider', 'jane@example.com', 'providerDown'],
])('keeps the fields of the input next to a fault of %s, but for an earlier error', async (_, to, fault) => {
	simulator().inject({ provider: 'hyperverge', kind: 'status', status: 503, times: 2 });
	const input = { to, message: 'Welcome, Jane', details: { plan: 'gold' } };
	const error = { message: 'Wibmo did not answer', fault: 'noAnswer' };
	const { outputs } = await execute(
		{ type: 'hyperVergeSendEmailOtp', parameters: { email: '={{ $json.to }}' }, settings },
		[input, { ...input, error }],
		saved(),
	);
	const told = { ...input, error: expect.objectContaining({ provider: 'hyperverge', fault }) as object };
	expect(outputs.Error.map(({ json }) => json)).toEqual([told, told]);
});
