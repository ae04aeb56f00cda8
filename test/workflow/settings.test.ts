import type { INodeParameters } from 'n8n-workflow';

import { contractOf } from '../contracts';
import { allItems, ERROR_OUTPUT, runNode } from '../support/runs';
import { JOURNEYS } from '../support/scenarios';
import { sendCodes } from '../support/sendCodes';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();
const ITEMS = [{ id: 0 }, { id: 1 }];

// The rules and the options that are refused are in test/engine/fields/branching.test.ts and options.test.ts.
it.each<[what: string, type: string, parameters: INodeParameters, says: string]>([
	[
		'a rule as it is added',
		'hyperVergeSendEmailOtp',
		{ branchOn: 'statusCode', statusCodeRules: { rules: [{ branch: '', codes: [], otherCodes: '' }] } },
		"'Status Code Rules' are invalid: Rule 1",
	],
	[
		'a kind of branching that does not exist',
		'hyperVergeSendEmailOtp',
		{ branchOn: 'message' },
		"'Branch On' must be one of",
	],
	[
		'a wrong option',
		'hyperVergeSendEmailOtp',
		{ options: { batching: { batch: { batchSize: '={{ [5] }}' } } } },
		"'Items per Batch' must be",
	],
	[
		'a way to sign in that does not exist',
		'capillaryGetOtp',
		{ authentication: 'token' },
		"'Authentication' must be one of client, till",
	],
])('sends nothing with %s, and says so for each item', async (_what, type, parameters, says) => {
	const contract = contractOf(type);
	const { status, error } = await runNode(contract, { parameters, items: ITEMS });
	expect(status).toBe('error');
	expect(error?.message).toContain(says);
	expect(error?.description).toMatch(/^[A-Z].*\.$/s);

	const goesOn = await runNode(contract, { parameters, items: ITEMS, settings: ERROR_OUTPUT });
	const told = { fault: 'invalidParameter', message: error?.message };
	expect(goesOn.outputs.Error.map(({ json }) => json)).toEqual(
		ITEMS.map((item) => ({ ...item, error: expect.objectContaining(told) as object })),
	);
	expect(allItems(goesOn)).toHaveLength(2);
	expect(simulator().requests()).toEqual([]);
});

it('leaves the provider response out where it is switched off', async () => {
	const { outputs } = await sendCodes(JOURNEYS.hyperVergeVerifyEmailOtp, ['asha@example.com'], {
		options: { includeResponse: false },
	});
	expect(outputs.Sent[0].json).not.toHaveProperty('response');
});
