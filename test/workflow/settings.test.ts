import type { IDataObject } from 'n8n-workflow';

import { execute } from '../../tools/engine';
import { contractOf } from '../contracts';
import { BAD_OPTIONS, badRules, type Setting } from '../support/badSettings';
import { savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();

const ITEMS: IDataObject[] = [{ id: 0 }, { id: 1 }];

const SETTINGS: Array<[node: string, settings: Setting[]]> = [
	['hyperVergeSendEmailOtp', [...badRules('429'), ...BAD_OPTIONS]],
	['wibmoVerifyEmailOtp', badRules('1017')],
	[
		'capillaryGetOtp',
		[
			{
				name: 'a way to sign in that does not exist',
				parameters: { authentication: 'token' },
				names: "'Authentication'",
				says: 'must be one of client, till',
			},
		],
	],
];

describe.each(SETTINGS)('%s', (type, settings) => {
	const { credentials, samples } = contractOf(type);

	it.each(settings.map((setting): [string, Setting] => [setting.name, setting]))(
		'sends nothing with %s, and says so for each item',
		async (_name, { parameters, names, says }) => {
			const node = { type, parameters: { ...samples.minimal.parameters, ...parameters } };
			const saved = savedCredentials(credentials[0]);
			const { status, error } = await execute(node, ITEMS, saved);
			expect(status).toBe('error');
			expect(error?.message).toContain(names);
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
