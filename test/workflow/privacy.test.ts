import type { IDataObject } from 'n8n-workflow';

import { execute } from '../../tools/engine';
import { JOURNEYS } from '../support/scenarios';
import { lastMessageTo, savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();

describe('Capillary Get OTP', () => {
	async function get(parameters: IDataObject) {
		const to = 'asha@example.com';
		await execute(JOURNEYS['Capillary with a till'].send, [{ to }], savedCredentials('capillaryTillApi'));
		const { outputs } = await execute(
			{
				type: 'capillaryGetOtp',
				parameters: { identifierName: 'email', identifierValue: to, ...(parameters as object) },
			},
			[{}],
			savedCredentials('capillaryTillApi'),
		);
		return { outputs, code: lastMessageTo(to).code };
	}

	it('finds the code and keeps it to itself', async () => {
		const { outputs, code } = await get({});
		expect(outputs.Found).toHaveLength(1);
		expect(outputs.Found[0].json).toMatchObject({
			outcome: 'found',
			expiresAt: expect.any(String) as string,
		});
		expect(JSON.stringify(outputs)).not.toContain(code);
	});

	it('puts the code into one field where the builder asked for it', async () => {
		const { outputs, code } = await get({ revealCode: true });
		expect(outputs.Found[0].json.code).toBe(code);
		expect(JSON.stringify(outputs).split(code)).toHaveLength(2);
	});

	it('leaves through Not Found when there is no valid code', async () => {
		const { outputs } = await get({ scope: 'POINTS' });
		expect(outputs['Not Found'][0].json).toMatchObject({
			outcome: 'notFound',
			reason: 'noValidCode',
			statusCode: '9001',
		});
	});
});

it('quotes a provider that talks at length only in part', async () => {
	const { send } = JOURNEYS.HyperVerge;
	const body = JSON.stringify({ status: 'failure', statusCode: 500, error: 'word '.repeat(500) });
	simulator().inject({ provider: 'hyperverge', kind: 'body', status: 500, body });
	const { error } = await execute(send, [{ to: 'asha@example.com' }], savedCredentials('hyperVergeApi'));
	expect(error?.description).toContain('word word');
	expect(error?.description?.length).toBeLessThan(600);
});

it('leaves the provider response out where it is switched off', async () => {
	const { send } = JOURNEYS.HyperVerge;
	const { outputs } = await execute(
		{ ...send, parameters: { ...send.parameters, options: { includeResponse: false } } },
		[{ to: 'asha@example.com' }],
		savedCredentials('hyperVergeApi'),
	);
	expect(outputs.Sent[0].json).not.toHaveProperty('response');
});
