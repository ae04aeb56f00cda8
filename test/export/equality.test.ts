import crypto from 'node:crypto';
import type { INode, INodeParameters } from 'n8n-workflow';

import { execute, outputLabels, register } from '../../tools/engine';
import { exportedNode, exportedPackages, forms } from '../../tools/export/exportedPackages';
import { manifest, operationOf } from '../../tools/package';
import { EACH } from '../contracts';
import type { Answer, Contract } from '../contracts/contract';
import { asFault } from '../support/contracts';
import { HINTS, hintsShown } from '../support/hints';
import { asExpected } from '../support/patterns';
import { ERROR_OUTPUT } from '../support/runs';
import { ownHeaders } from '../support/samples';
import { savedCredentials, useSimulator } from '../support/simulator';

const simulator = useSimulator();

const FORMS = forms();

const COMBINED = exportedPackages().map(exportedNode);

beforeAll(() => COMBINED.forEach((node) => register(node)));

/** Stops the clock, and makes every random number the same one. */
beforeEach(() => {
	jest.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 0, 1));
	jest.spyOn(crypto, 'randomBytes').mockImplementation(((size: number) => Buffer.alloc(size, 1)) as never);
	jest.spyOn(crypto, 'randomInt').mockImplementation((() => 0) as never);
});
afterEach(() => jest.restoreAllMocks());

/** The node of both forms with the same parameters. */
function bothForms(node: string, parameters: INodeParameters) {
	const form = FORMS.find(({ separate }) => separate === `${manifest.name}.${node}`);
	if (form === undefined) throw new Error(`No package has ${node}`);
	const { combined, resource, operation } = form;
	return [
		{ type: node, parameters },
		{ type: combined.split('.')[1], parameters: { resource, operation, ...parameters } },
	];
}

/** What the provider received, and what the user sees. */
async function seen(
	contract: Contract,
	node: { type: string; parameters: INodeParameters },
	settings: Partial<INode>,
	answer?: Answer,
) {
	simulator().reset();
	if (answer !== undefined) simulator().inject(asFault(contract, answer));
	const { status, error, outputs, run } = await execute(
		{ ...node, settings },
		[{ id: 1 }],
		savedCredentials(contract.credentials[0]),
	);
	return {
		status,
		error: error && { message: error.message, description: error.description },
		requests: simulator()
			.requests()
			.map(({ method, path, query, text, ...request }) => ({
				...{ method, path, query, text },
				headers: ownHeaders(request),
			})),
		outputs: Object.values(outputs),
		hints: run.data.resultData.runData['Under Test']?.[0]?.hints,
	};
}

/** The same of both forms. */
async function bothSeen(
	contract: Contract,
	parameters: INodeParameters,
	...given: [Partial<INode>, Answer?]
) {
	const [separate, combined] = bothForms(contract.node, parameters);
	return [await seen(contract, separate, ...given), await seen(contract, combined, ...given)];
}

describe.each(EACH)('%s', (node, contract) => {
	const { samples, answers } = contract;

	it.each(Object.entries(samples))(
		'sends the same requests and gives the same items as in the combined node: %s',
		async (_name, { parameters }) => {
			for (const onError of ['stopWorkflow', 'continueErrorOutput'] as const) {
				const [separate, combined] = await bothSeen(contract, parameters, { onError });
				expect(combined).toEqual(separate);
				expect(separate.requests.length).toBeGreaterThan(0);
			}
		},
	);

	it.each(Object.entries(answers).map(([label, [first]]): [string, Answer] => [label, first]))(
		'gives the same item as in the combined node for an answer that belongs on %s',
		async (_label, answer) => {
			const parameters = { ...samples.minimal.parameters, ...answer.parameters };
			const [separate, combined] = await bothSeen(contract, parameters, ERROR_OUTPUT, answer);
			expect(combined).toEqual(separate);
			expect(separate.outputs.flat()).toHaveLength(1);
		},
	);

	it.each([
		['Outcome', {}],
		['Single Output', { branchOn: 'singleOutput' }],
		[
			'Status Code',
			{ branchOn: 'statusCode', statusCodeRules: { rules: [{ branch: 'Mine', otherCodes: '1' }] } },
		],
	])('has the same outputs as in the combined node, by %s', (_branchOn, parameters) => {
		const [separate, combined] = bothForms(node, parameters as INodeParameters).map(
			({ type, parameters: given }) =>
				outputLabels({
					...{ id: '1', name: 'Node', typeVersion: 1, position: [0, 0], onError: 'continueErrorOutput' },
					type: `${manifest.name}.${type}`,
					parameters: given,
				}),
		);
		expect(combined).toEqual(separate);
	});
});

it.each(HINTS)('shows the same hints as the combined node: %s with %j', (name, parameters, hints) => {
	const [separate, combined] = bothForms(name, parameters);
	const nodes = [operationOf(name).node, COMBINED.find((one) => one.description.name === combined.type)];
	const shown = nodes.map((node, index) => node && hintsShown(node, [separate, combined][index].parameters));
	expect(shown).toEqual([asExpected(hints), asExpected(hints)]);
});
