import fc from 'fast-check';

import { CONTRACTS } from '../contracts';
import type { Contract, Grants, HttpAnswer, Parts } from '../contracts/contract';
import { bestOutput } from './contracts';
import { itemOf } from './pure';

/** Every node that grants something, once for each shape of its success. */
export const GRANTS = CONTRACTS.flatMap((contract) =>
	contract.grants.map((grants) => ({ node: contract.node, contract, grants })),
);

/** Whether these answers let the item of a node out of the output that grants. */
export async function isGranted(
	{ kind, node, samples }: Contract,
	answers: readonly HttpAnswer[],
	parameters: Grants['parameters'] = {},
): Promise<boolean> {
	const item = itemOf(node, { ...samples.minimal.parameters, ...parameters });
	const { output } = await item.answered(answers);
	// Of a customer there are several outputs that say how far they have come.
	return kind === 'customer' ? output !== 'Error' && output !== 'Not Found' : output === bestOutput({ kind });
}

/** Answers for which the contract says whether they are a yes: mostly one, or one but for a part or two. */
function answersOf({ parts }: Grants): fc.Arbitrary<{ parts: Parts; isYes: boolean }> {
	const names = Object.keys(parts);
	const partOf = ({ good, bad }: Grants['parts'][string]) => {
		const yes = { weight: names.length, arbitrary: good.map((value) => ({ value, isYes: true })) };
		return bad === undefined
			? yes.arbitrary
			: fc.oneof(yes, { weight: 1, arbitrary: bad.map((value) => ({ value, isYes: false })) });
	};
	const all = Object.entries(parts).map(([name, part]) => [name, partOf(part)] as const);
	return fc.record(Object.fromEntries(all)).map((picked) => ({
		parts: Object.fromEntries(Object.entries(picked).map(([name, { value }]) => [name, value])),
		isYes: Object.values(picked).every(({ isYes }) => isYes),
	}));
}

/**
 * Expects that a node grants exactly what its contract says.
 *
 * @returns how many of them were a success, and how many were none
 */
export async function expectGranted(
	{ contract, grants }: (typeof GRANTS)[number],
	options: fc.Parameters<[{ parts: Parts; isYes: boolean }]>,
): Promise<{ yes: number; no: number }> {
	const tried = { yes: 0, no: 0 };
	await fc.assert(
		fc.asyncProperty(answersOf(grants), async ({ parts, isYes }) => {
			expect(await isGranted(contract, grants.answers(parts), grants.parameters)).toBe(isYes);
			tried[isYes ? 'yes' : 'no'] += 1;
		}),
		options,
	);
	return tried;
}
