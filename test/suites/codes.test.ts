import { EACH } from '../contracts';
import type { Contract } from '../contracts/contract';
import { allAnswers, bestOutput } from '../support/contracts';
import { codesOf, itemOf } from '../support/pure';

async function outputFor(contract: Contract, code: string): Promise<string> {
	const { node, samples, answerWith } = contract;
	const { output } = await itemOf(node, samples.minimal.parameters).answered(
		allAnswers(contract, answerWith(code)),
	);
	return output;
}

describe.each(EACH)('%s', (node, contract) => {
	const codes = Object.keys(contract.codes);

	it('knows exactly the codes that the provider documents', () => {
		expect(codesOf(node).sort()).toEqual(codes.sort());
	});

	it('lets every documented code leave where it belongs', async () => {
		const outputs: Array<[string, string]> = [];
		for (const code of codes) outputs.push([code, await outputFor(contract, code)]);
		expect(Object.fromEntries(outputs)).toEqual(contract.codes);
	});

	it('lets a code that nobody documents leave through no output that grants', async () => {
		if (contract.kind === 'encrypt' || contract.kind === 'decrypt') return;
		expect(await outputFor(contract, '7777')).not.toBe(bestOutput(contract));
	});
});
