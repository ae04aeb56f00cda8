import type { INodeParameters } from 'n8n-workflow';

import { manifest, operationOf } from '../../../tools/package';
import { EACH } from '../../contracts';
import { OUTPUTS, type Answer, type Contract, type HttpAnswer } from '../../contracts/contract';
import { asFault } from '../../support/contracts';
import { execute, outputLabels, type Execution } from '../../support/engine';
import { savedCredentials, useSimulator } from '../../support/simulator';

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

async function run(
	contract: Contract,
	answer: HttpAnswer & { parameters?: INodeParameters },
	parameters: INodeParameters = {},
	as = '',
): Promise<Execution> {
	simulator().inject(asFault(contract, answer));
	const { minimal } = contract.samples;
	return await execute(
		{
			type: contract.node + as,
			parameters: { ...minimal.parameters, ...answer.parameters, ...parameters },
			settings: { onError: 'continueErrorOutput' },
		},
		[{}],
		savedCredentials(contract.credentials[0]),
	);
}

const taken = ({ outputs }: Execution) =>
	Object.entries(outputs).flatMap(([label, items]) => items.map(() => label));

describe.each(EACH)('%s', (name, contract) => {
	const { node, operation } = operationOf(name);
	const outputs = OUTPUTS[contract.kind];
	const hasBranches = outputs.length > 1;
	// n8n calls a single output "Success" where there is an error output next to it.
	const only = 'Success';

	it('has the outputs of its kind, worst first', () => {
		const type = `${manifest.name}.${name}`;
		const position: [number, number] = [0, 0];
		const labels = outputLabels({ id: '1', name: 'Node', type, typeVersion: 1, position, parameters: {} });
		expect(labels).toEqual(hasBranches ? outputs.map(({ label }) => label) : ['Output 0']);
	});

	const answers = Object.entries(contract.answers).map(([label, [first]]): [string, Answer] => [
		label,
		first,
	]);

	it.each(answers)('routes an item by its outcome to %s', async (label, answer) => {
		const execution = await run(contract, answer);
		expect(taken(execution)).toEqual([hasBranches || label === 'Error' ? label : only]);
	});

	const codes = Object.entries(contract.codes)
		.filter(([, output], index, all) => all.findIndex(([, other]) => other === output) === index)
		.map(([code, output]): [string, string] => [output, code]);

	it.each(hasBranches ? codes : [])(
		'routes an item that belongs on %s by its status code, and to a single output (code %s)',
		async (label, code) => {
			const isError = label === 'Error';
			const rules = { rules: [{ branch: 'My Branch', codes: [], otherCodes: code }] };
			const byCode = { branchOn: 'statusCode', statusCodeRules: rules } as INodeParameters;
			const answer = contract.answerWith(code);
			expect(taken(await run(contract, answer, byCode))).toEqual([isError ? 'Error' : 'My Branch']);
			expect(taken(await run(contract, answer, { branchOn: 'singleOutput' }))).toEqual([
				isError ? 'Error' : only,
			]);
		},
	);

	it('is an AI tool unless it reveals a code, hands out tokens, or has a side effect of its own', () => {
		expect(node.description.usableAsTool === undefined).toBe(NO_TOOLS.includes(name));
	});

	const tool = node.description.usableAsTool;
	const text = typeof tool === 'object' ? (tool.replacements?.description ?? '') : '';
	const asTool = tool === undefined ? [] : answers.filter(([label]) => label !== 'Error');

	it.each(asTool)('answers a model on the first output, for %s too', async (_label, answer) => {
		const { minimal } = contract.samples;
		simulator().inject(asFault(contract, answer));
		const saved = savedCredentials(contract.credentials[0]);
		const execution = await execute({ type: `${name}Tool`, parameters: minimal.parameters }, [{}], saved);
		const [first, ...others] = Object.values(execution.outputs);
		expect(first.map(({ json }) => json)).toEqual([
			expect.objectContaining({ operation: contract.operation, outcome: expect.any(String) as string }),
		]);
		expect(others.flat()).toEqual([]);
	});

	it('tells a model what it does, and that nothing may be repeated blindly', () => {
		if (tool === undefined) return;
		if (operation.kind === 'send') expect(text).toMatch(/\breal (e-mail|SMS|messages)\b/);
		expect(text).toContain(
			operation.kind === 'customer' ? 'sends nothing to anybody' : 'Do not repeat it blindly',
		);
		expect(text).toContain("'outcome'");
	});
});
