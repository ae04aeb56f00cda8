import type { IDataObject } from 'n8n-workflow';

import { execute } from '../../tools/engine';
import { contractOf } from '../contracts';
import { badRules, type Setting } from '../support/badSettings';
import { savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();

const ITEMS: IDataObject[] = [{ id: 0 }, { id: 1 }];

/** One of each kind; the values that each option refuses are those of its reader. */
const BAD_OPTIONS: Setting[] = [
	{ option: 'Items per Batch', options: { batching: { batch: { batchSize: '={{ [5] }}' } } } },
	{ option: 'Batch Interval (Ms)', options: { batching: { batch: { batchInterval: -1 } } } },
	{ option: 'Timeout', options: { timeout: '={{ ({}) }}' } },
	{ option: 'Include Provider Response', options: { includeResponse: '={{ "false" }}' } },
].map(({ option, options }) => ({
	name: `a wrong ${option}`,
	parameters: { options },
	says: `'${option}' must be`,
}));

const NO_SIGN_IN: Setting = {
	name: 'a way to sign in that does not exist',
	parameters: { authentication: 'token' },
	says: "'Authentication' must be one of client, till",
};

const SETTINGS: Array<[node: string, settings: Setting[]]> = [
	['hyperVergeSendEmailOtp', [...badRules('429'), ...BAD_OPTIONS]],
	['capillaryGetOtp', [NO_SIGN_IN]],
];

describe.each(SETTINGS)('%s', (type, settings) => {
	const { credentials, samples } = contractOf(type);

	it.each(settings.map((setting): [string, Setting] => [setting.name, setting]))(
		'sends nothing with %s, and says so for each item',
		async (_name, { parameters, says }) => {
			const node = { type, parameters: { ...samples.minimal.parameters, ...parameters } };
			const saved = savedCredentials(credentials[0]);
			const { status, error } = await execute(node, ITEMS, saved);
			expect(status).toBe('error');
			expect(error?.message).toContain(says);
			expect(error?.description).toMatch(/^[A-Z].*\.$/s);

			const settings = { onError: 'continueErrorOutput' as const };
			const { outputs } = await execute({ ...node, settings }, ITEMS, saved);
			expect(outputs.Error.map(({ json }) => json)).toEqual(
				ITEMS.map((item) => ({
					...item,
					error: expect.objectContaining({ fault: 'invalidParameter', message: error?.message }) as object,
				})),
			);
			expect(Object.values(outputs).flat()).toHaveLength(2);
			expect(simulator().requests()).toEqual([]);
		},
	);
});
