import fc from 'fast-check';

import { EACH } from '../contracts';
import { isGranted } from '../support/grants';

const PARTS = EACH.flatMap(([node, contract]) =>
	contract.grants.flatMap((grants) =>
		Object.entries(grants.parts).map(([name, part]) => ({ node, name, contract, grants, part })),
	),
);

it.each(EACH.filter(([, { grants }]) => grants.length > 0))(
	'%s grants when every part of the answer is that of a yes',
	async (_node, contract) => {
		for (const grants of contract.grants) {
			const all = Object.fromEntries(Object.entries(grants.parts).map(([name, { good }]) => [name, good]));
			await fc.assert(
				fc.asyncProperty(fc.record(all), async (parts) => {
					expect(await isGranted(contract, grants, parts)).toBe(true);
				}),
				{ numRuns: 200, seed: 1 },
			);
		}
	},
);

it.each(PARTS.filter(({ part: { bad } }) => bad !== undefined))(
	'$node does not grant when only "$name" says otherwise',
	async ({ name: wrong, contract, grants }) => {
		const all = Object.fromEntries(
			Object.entries(grants.parts).map(([name, { good, bad = good }]) => [name, name === wrong ? bad : good]),
		);
		await fc.assert(
			fc.asyncProperty(fc.record(all), async (parts) => {
				expect(await isGranted(contract, grants, parts)).toBe(false);
			}),
			{ numRuns: 40, seed: 1 },
		);
	},
);
