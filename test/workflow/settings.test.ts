import { execute } from '../../tools/engine';
import { contractOf } from '../contracts';
import { badRules, type Setting } from '../support/badSettings';
import { savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();

const ITEMS = [{ id: 0 }, { id: 1 }];

/** The values that each option refuses are those of its reader. */
const BAD_OPTION: Setting = {
	name: 'a wrong option',
	says: "'Items per Batch' must be",
	parameters: { options: { batching: { batch: { batchSize: '={{ [5] }}' } } } },
};

const NO_SIGN_IN: Setting = {
	name: 'a way to sign in that does not exist',
	says: "'Authentication' must be one of client, till",
	parameters: { authentication: 'token' },
};

describe.each<[type: string, settings: Setting[]]>([
	['hyperVergeSendEmailOtp', [...badRules('429'), BAD_OPTION]],
	['capillaryGetOtp', [NO_SIGN_IN]],
])('%s', (type, cases) => {
	const { credentials, samples } = contractOf(type);

	it.each(cases)('sends nothing with $name, and says so for each item', async ({ parameters, says }) => {
		const node = { type, parameters: { ...samples.minimal.parameters, ...parameters } };
		const saved = savedCredentials(credentials[0]);
		const { status, error } = await execute(node, ITEMS, saved);
		expect(status).toBe('error');
		expect(error?.message).toContain(says);
		expect(error?.description).toMatch(/^[A-Z].*\.$/s);

		const settings = { onError: 'continueErrorOutput' as const };
		const { outputs } = await execute({ ...node, settings }, ITEMS, saved);
		const told = { fault: 'invalidParameter', message: error?.message };
		expect(outputs.Error.map(({ json }) => json)).toEqual(
			ITEMS.map((item) => ({ ...item, error: expect.objectContaining(told) as object })),
		);
		expect(Object.values(outputs).flat()).toHaveLength(2);
		expect(simulator().requests()).toEqual([]);
	});
});
