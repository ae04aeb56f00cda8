import type { INodeParameters } from 'n8n-workflow';

import { outputLabels, type Execution } from '../../../tools/engine';
import { manifest, operationOf } from '../../../tools/package';
import { EACH } from '../../contracts';
import { OUTPUTS, type Answer, type Contract, type HttpAnswer } from '../../contracts/contract';
import { asFault, labelInN8n } from '../../support/contracts';
import { descriptionForModels } from '../../support/descriptionForModels';
import { ERROR_OUTPUT, runNode } from '../../support/runs';
import { useSimulator } from '../../support/simulator';

const simulator = useSimulator();

/** Nodes that reveal a code, hand out tokens, or have a side effect of their own. */
const NO_TOOLS = [
	'capillaryGetOtp',
	'capillaryRedeemCoupon',
	'capillaryRedeemPoints',
	'iServeUProcessCustomer',
	'iServeUVerifyBeneficiary',
	'wibmoDecryptPayload',
	'wibmoEncryptPayload',
];

const run = async (
	contract: Contract,
	answer: HttpAnswer & Partial<Answer>,
	parameters?: INodeParameters,
) => {
	simulator().inject(asFault(contract, answer));
	const all = { ...answer.parameters, ...parameters };
	return await runNode(contract, { parameters: all, settings: ERROR_OUTPUT });
};

const taken = ({ outputs }: Execution) =>
	Object.entries(outputs).flatMap(([label, items]) => items.map(() => label));

const branches = (contract: Contract) => OUTPUTS[contract.kind].length > 1;

/** The first answer for each output. */
const answersOf = ({ answers }: Contract) =>
	Object.entries(answers).map(([label, [first]]): [string, Answer] => [label, first]);

/** The first code for each output that has one. */
const codesOf = ({ codes }: Contract) =>
	Object.entries(codes)
		.filter(([, output], index, all) => all.findIndex(([, other]) => other === output) === index)
		.map(([code, output]): [string, string] => [output, code]);

describe.each(EACH)('%s', (name, contract) => {
	const labelsWith = (parameters: INodeParameters) => {
		const type = `${manifest.name}.${name}`;
		return outputLabels({ id: '1', name: 'Node', type, typeVersion: 1, position: [0, 0], parameters });
	};

	it('has the outputs of its kind, worst first, those of its rules, or a single one', () => {
		if (!branches(contract)) return expect(labelsWith({})).toEqual(['Output 0']);
		expect(labelsWith({})).toEqual(OUTPUTS[contract.kind].map(({ label }) => label));
		const byCode = (...rules: INodeParameters[]) =>
			labelsWith({ branchOn: 'statusCode', statusCodeRules: { rules } });
		expect(byCode()).toEqual(['Other']);
		const labels = byCode({ branch: 'Ask Again', codes: ['1'] }, { otherCodes: '2' });
		expect(labels).toEqual(['Other', 'Ask Again', 'Rule 2']);
		expect(labelsWith({ branchOn: 'singleOutput' })).toEqual(['Result']);
	});

	it.each(answersOf(contract))('routes an item by its outcome to %s', async (label, answer) => {
		const execution = await run(contract, answer);
		expect(taken(execution)).toEqual([labelInN8n(contract, label)]);
	});

	it('is an AI tool unless it reveals a code, hands out tokens, or has a side effect of its own', () => {
		expect(operationOf(name).node.description.usableAsTool === undefined).toBe(NO_TOOLS.includes(name));
	});
});

describe.each(EACH.filter(([, contract]) => branches(contract)))('%s', (_name, contract) => {
	it.each(codesOf(contract))(
		'routes an item that belongs on %s by its status code, and to a single output (code %s)',
		async (label, code) => {
			const isError = label === 'Error';
			const rules = { rules: [{ branch: 'My Branch', codes: [], otherCodes: code }] };
			const byCode = { branchOn: 'statusCode', statusCodeRules: rules } as INodeParameters;
			const answer = contract.answerWith(code);
			expect(taken(await run(contract, answer, byCode))).toEqual([isError ? 'Error' : 'My Branch']);
			// n8n calls a single output so where there is an error output next to it.
			const only = isError ? 'Error' : 'Success';
			expect(taken(await run(contract, answer, { branchOn: 'singleOutput' }))).toEqual([only]);
		},
	);
});

describe.each(EACH.filter(([name]) => !NO_TOOLS.includes(name)))('%s as an AI tool', (name, contract) => {
	it.each(answersOf(contract).filter(([label]) => label !== 'Error'))(
		'answers a model on the first output, for %s too',
		async (_label, answer) => {
			simulator().inject(asFault(contract, answer));
			const { run: all } = await runNode(contract, { asTool: true });
			const [first, ...others] = all.data.resultData.runData['Under Test'][0].data?.main ?? [];
			expect(first?.map(({ json }) => json)).toEqual([
				expect.objectContaining({ operation: contract.operation, outcome: expect.any(String) as string }),
			]);
			expect(others.flatMap((items) => items ?? [])).toEqual([]);
		},
	);

	it('tells a model what it does, and that nothing may be repeated blindly', () => {
		const { node, operation } = operationOf(name);
		const text = descriptionForModels(node);
		expect(text).toBe(operation.tool);
		if (contract.kind === 'send') expect(text).toMatch(/\breal (email|SMS|messages)\b/);
		if (contract.kind === 'verify') expect(text).toMatch(/\battempt\b/);
		expect(text).toContain(contract.kind === 'customer' ? 'sends nothing' : 'Do not repeat it blindly');
		expect(text).toContain("'outcome'");
	});
});
