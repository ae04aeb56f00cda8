import type { Contract, Grants, Parts } from '../contracts/contract';
import { bestOutput } from './contracts';
import { itemOf } from './pure';

/** Whether an answer of these parts lets the item of a node out of the output that grants. */
export async function isGranted(
	contract: Contract,
	{ parameters, answers }: Grants,
	parts: Parts,
): Promise<boolean> {
	const values = { ...contract.samples.minimal.parameters, ...parameters };
	const { output } = await itemOf(contract.node, values).answered(answers(parts));
	// Of a customer there are several outputs that say how far they have come.
	return contract.kind === 'customer'
		? output !== 'Error' && output !== 'Not Found'
		: output === bestOutput(contract);
}
