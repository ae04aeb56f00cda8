import crypto from 'node:crypto';
import type { INode, INodeParameters } from 'n8n-workflow';

import { execute, outputLabels, register } from '../../tools/engine';
import { exportedNode, exportedPackages, forms } from '../../tools/export/exportedPackages';
import { manifest, operationOf } from '../../tools/package';
import { EACH } from '../contracts';
import type { Answer, Contract } from '../contracts/contract';
import { asFault } from '../support/contracts';
import { hintsShown } from '../support/hints';
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

async function bothSeen(
	contract: Contract,
	parameters: INodeParameters,
	settings: Partial<INode>,
	answer?: Answer,
) {
	const [separate, combined] = bothForms(contract.node, parameters);
	return [await seen(contract, separate, settings, answer), await seen(contract, combined, settings, answer)];
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
			const [separate, combined] = await bothSeen(
				contract,
				parameters,
				{ onError: 'continueErrorOutput' },
				answer,
			);
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

it.each<[node: string, parameters: INodeParameters, count: number]>([
	['hyperVergeSendEmailOtp', { otpLength: '4' }, 1],
	['hyperVergeSendMobileOtp', { otpLength: 4 }, 1],
	['capillaryGenerateOtp', { channels: { channel: [{ type: 'ZALO', value: '' }] } }, 1],
	['capillaryGenerateOtp', {}, 0],
	['capillaryValidateOtp', { action: 'COUPON' }, 1],
	['capillaryRedeemCoupon', {}, 0],
	['wibmoSendEmailOtp', {}, 0],
])('shows the same hints as the combined node: %s with %j', (name, parameters, count) => {
	const [separate, combined] = bothForms(name, parameters);
	const node = COMBINED.find(({ description }) => description.name === combined.type);
	if (node === undefined) throw new Error(`No package has ${combined.type}`);
	const shown = hintsShown(operationOf(name).node, separate.parameters);
	expect(hintsShown(node, combined.parameters)).toEqual(shown);
	expect(shown).toHaveLength(count);
});
