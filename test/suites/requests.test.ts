import { EACH } from '../contracts';
import type { Sample } from '../contracts/contract';
import { valueAt } from '../contracts/paths';
import { allAnswers, successOf } from '../support/contracts';
import { asExpected } from '../support/patterns';
import { itemOf } from '../support/pure';

describe.each(EACH)('%s', (node, contract) => {
	const samples = Object.entries(contract.samples);

	it.each(samples)('makes the documented requests, and no other: %s', async (_name, sample: Sample) => {
		const { requests } = await itemOf(node, sample.parameters).answered(
			allAnswers(contract, successOf(contract)),
		);
		expect(requests).toEqual(asExpected(sample.requests));
	});

	it.each(samples)('carries the identifiers on: %s', (_name, { parameters, reference }: Sample) => {
		expect({ ...itemOf(node, parameters).reference }).toEqual(asExpected(reference));
	});

	it('has a full item that sets every optional field which always counts', () => {
		const { fields, samples } = contract;
		const unset = Object.entries(fields).filter(
			([path, field]) =>
				field.empty === 'absent' &&
				field.with === undefined &&
				valueAt(samples.full.parameters, path) === undefined,
		);
		expect(unset.map(([path]) => path)).toEqual([]);
	});
});
