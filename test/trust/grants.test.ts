import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { isFault } from '../../nodes/engine/operation/faults';
import { isGranting } from '../../nodes/engine/operation/outcomes';
import { namedOutputNodes, operationOf } from '../../tools/package';
import { GRANTS, type Grants, type Parts } from '../contracts/grants';
import { answerOf, parametersOf, play } from '../support/pure';
import { VALID_ITEMS } from '../support/validItems';
import { count } from './support/totals';

const url = 'https://api.example.com';
const credential = {
	baseUrl: url,
	cryptoBaseUrl: url,
	operationsBaseUrl: url,
	cluster: url,
	username: 'agent',
	clientId: '7001',
	bankId: '7002',
};

/** Answers for which the table says whether they are a yes: mostly one, or one but for a part or two. */
function answersOf({ parts }: Grants): fc.Arbitrary<{ parts: Parts; isYes: boolean }> {
	const names = Object.keys(parts);
	return fc
		.record(
			Object.fromEntries(
				Object.entries(parts).map(([name, { good, bad }]) => {
					const yes = { weight: 4 * names.length, arbitrary: good.map((value) => ({ value, isYes: true })) };
					if (bad === undefined) return [name, yes.arbitrary];
					return [
						name,
						fc.oneof(yes, { weight: 4, arbitrary: bad.map((value) => ({ value, isYes: false })) }),
					];
				}),
			),
		)
		.map((picked) => ({
			parts: Object.fromEntries(Object.entries(picked).map(([name, { value }]) => [name, value])),
			isYes: Object.values(picked).every(({ isYes }) => isYes),
		}));
}

/** Whether a node lets an item out of its granting output. */
function granting(node: string, { parameters: more, answers }: Grants): (parts: Parts) => Promise<boolean> {
	const packaged = operationOf(node);
	const parameters = parametersOf(packaged.node, { ...VALID_ITEMS[node].values, ...more } as IDataObject);
	return async (parts) => {
		const given = answers(parts, node).map(({ httpStatus, body }) => answerOf(httpStatus, body));
		const { end } = await play(packaged.operation, parameters, credential, given);
		return !isFault(end) && isGranting(packaged.operation.kind, end.outcome);
	};
}

it('covers every node with a granting output', () => {
	const covered = [...new Set(GRANTS.flatMap(({ nodes }) => nodes))].sort();
	expect(covered).toEqual(
		namedOutputNodes()
			.map(({ description }) => description.name)
			.sort(),
	);
});

const RUNS = 10_000;

describe.each(GRANTS.flatMap((grant) => grant.nodes.map((node): [string, Grants] => [node, grant])))(
	'%s',
	(node, grant) => {
		const grants = granting(node, grant);

		it(`grants exactly what the table says, in ${RUNS} generated answers`, async () => {
			const granted = { yes: 0, no: 0 };
			await fc.assert(
				fc.asyncProperty(answersOf(grant), async ({ parts, isYes }) => {
					expect(await grants(parts)).toBe(isYes);
					granted[isYes ? 'yes' : 'no'] += 1;
				}),
				{ numRuns: RUNS },
			);
			count('attempts to get in', granted.no);
			expect(granted.yes).toBeGreaterThan(RUNS / 20);
			expect(granted.no).toBeGreaterThan(RUNS / 20);
		});

		it.each(Object.entries(grant.parts).filter(([, { bad }]) => bad !== undefined))(
			'does not grant when only "%s" says otherwise',
			async (name, { bad }) => {
				const others = Object.fromEntries(
					Object.entries(grant.parts).map(([other, { good }]) => [other, other === name ? bad : good]),
				) as Record<string, fc.Arbitrary<unknown>>;
				await fc.assert(
					fc.asyncProperty(fc.record(others), async (parts) => {
						expect(await grants(parts)).toBe(false);
					}),
					{ numRuns: 200 },
				);
			},
		);
	},
);
