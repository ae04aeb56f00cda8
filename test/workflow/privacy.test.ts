import type { INodeParameters } from 'n8n-workflow';

import { execute } from '../../tools/engine';
import { JOURNEYS } from '../support/scenarios';
import { sendCodes } from '../support/sendCodes';
import { lastMessageTo, savedCredentials, useSimulator } from '../support/simulator';

useSimulator();

describe('Capillary Get OTP', () => {
	async function get(parameters: INodeParameters) {
		const to = 'asha@example.com';
		await sendCodes(JOURNEYS['Capillary with a till'], [to]);
		const { outputs } = await execute(
			{
				type: 'capillaryGetOtp',
				parameters: { identifierName: 'email', identifierValue: to, ...parameters },
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
});

it('leaves the provider response out where it is switched off', async () => {
	const { outputs } = await sendCodes(JOURNEYS.HyperVerge, ['asha@example.com'], {
		options: { includeResponse: false },
	});
	expect(outputs.Sent[0].json).not.toHaveProperty('response');
});
