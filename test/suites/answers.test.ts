import type { IDataObject } from 'n8n-workflow';

import { EACH } from '../contracts';
import { OUTPUTS, type Answer, type Contract, type HttpAnswer } from '../contracts/contract';
import { allAnswers, bestOutput } from '../support/contracts';
import { asExpected } from '../support/patterns';
import { codesOf, itemOf, previewOf } from '../support/pure';

/** Left out is what is missing or empty, and what an item says anyway. */
const told = (says: Record<string, unknown>) =>
	Object.fromEntries(Object.entries(says).filter(([, value]) => value !== undefined && value !== ''));

async function readBy(contract: Contract, answer: HttpAnswer & Partial<Answer>) {
	const { node, samples } = contract;
	const parameters = { ...samples.minimal.parameters, ...answer.parameters };
	const { output, says } = await itemOf(node, parameters).answered(allAnswers(contract, answer));
	return { body: answer.body, output, says: told(says) };
}

function expected({ kind }: Contract, label: string, { body, status, says }: Answer) {
	const output = OUTPUTS[kind].find((candidate) => candidate.label === label);
	return {
		body,
		output: label,
		says: told({ httpStatus: status, ...(output && { outcome: output.outcome }), ...(says as IDataObject) }),
	};
}

const outputFor = async (contract: Contract, code: string) =>
	(await readBy(contract, contract.answerWith(code))).output;

describe.each(EACH)('%s', (node, contract) => {
	it.each(Object.entries(contract.answers))(
		'reads every answer that belongs on %s',
		async (label, answers) => {
			for (const answer of answers) {
				expect(await readBy(contract, answer)).toEqual({
					...expected(contract, label, answer),
					says: asExpected(expected(contract, label, answer).says),
				});
			}
		},
	);

	it('has an answer for each of its outputs that a documented code leads to, and for no other', () => {
		const labels = [...OUTPUTS[contract.kind].map(({ label }) => label), 'Error'];
		expect(labels).toEqual(expect.arrayContaining(Object.keys(contract.answers)));
		expect(Object.keys(contract.answers)).toEqual(expect.arrayContaining(Object.values(contract.codes)));
	});

	it('previews every identifier and every field of its own that an item can have, and no other', () => {
		const answers = Object.values(contract.answers).flat();
		const namesIn = (parts: ReadonlyArray<object | undefined>) =>
			[...new Set(parts.flatMap((part) => Object.keys(part ?? {})))].sort();
		const references = [...answers.map(({ says }) => says), ...Object.values(contract.samples)];
		expect(previewOf(node)).toEqual({
			references: namesIn(references.map(({ reference }) => reference)),
			own: namesIn(answers.flatMap(({ says }) => [says.result, says.revealed])),
		});
	});

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
