import { Workflow, type INodeParameters, type NodeHint } from 'n8n-workflow';

import { operationOf } from '../../tools/package';
import { execute } from '../support/engine';
import { parametersWithDefaults } from '../support/pure';
import { savedCredentials, useSimulator } from '../support/simulator';

useSimulator();

/** The hints that the editor shows for a node with these parameters. */
function hintsShown(name: string, parameters: INodeParameters): string[] {
	const { node } = operationOf(name);
	const workflowNode = {
		id: '1',
		name: 'Node',
		type: name,
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: parametersWithDefaults(node, parameters) as INodeParameters,
	};
	const nodeTypes = { getByName: () => node, getByNameAndVersion: () => node, getKnownTypes: () => ({}) };
	const workflow = new Workflow({ nodes: [workflowNode], connections: {}, active: false, nodeTypes });
	return (node.description.hints ?? [])
		.filter(({ displayCondition }: NodeHint) =>
			workflow.expression.getSimpleParameterValue(
				workflow.nodes.Node,
				displayCondition ?? '',
				'internal',
				{},
			),
		)
		.map(({ message }) => message);
}

it.each([
	['hyperVergeSendEmailOtp', { otpLength: '4' }, /4-digit code/],
	['hyperVergeSendMobileOtp', { otpLength: 4 }, /4-digit code/],
	[
		'capillaryGenerateOtp',
		{ channels: { channel: [{ type: 'WHATSAPP', value: '' }] } },
		/WhatsApp Template Name/,
	],
	[
		'capillaryGenerateOtp',
		{ channels: { channel: [{ type: 'ZALO', value: '' }] } },
		/Zalo Template Identifier/,
	],
	['capillaryValidateOtp', { action: 'POINTS' }, /Redeeming checks the code/],
])('%s with %j shows a hint', (name, parameters, hint) => {
	expect(hintsShown(name, parameters)).toEqual([expect.stringMatching(hint)]);
});

it.each([
	['hyperVergeSendEmailOtp', {}],
	['hyperVergeSendMobileOtp', {}],
	['capillaryGenerateOtp', {}],
	[
		'capillaryGenerateOtp',
		{
			channels: { channel: [{ type: 'WHATSAPP', value: '' }] },
			templates: { whatsappTemplateName: 'otp_login' },
		},
	],
	['capillaryValidateOtp', { action: 'REGISTRATION' }],
])('%s with %j shows none', (name, parameters) => {
	expect(hintsShown(name, parameters)).toEqual([]);
});

it.each([
	[
		true,
		[
			expect.stringMatching(
				/never resends an item whose message may have been sent.*turn off 'Retry On Fail' on the node that calls it/,
			),
		],
	],
	[false, []],
])('a send says what Retry On Fail does (on: %s)', async (retryOnFail, expected) => {
	const { run } = await execute(
		{ type: 'hyperVergeSendEmailOtp', parameters: { email: 'asha@example.com' }, settings: { retryOnFail } },
		[{}],
		savedCredentials('hyperVergeApi'),
	);
	const hints = run.data.resultData.runData['Under Test'][0].hints ?? [];
	expect(hints.map(({ message }) => message)).toEqual(expected);
});

it('a verification sends nothing, and says nothing of Retry On Fail', async () => {
	const { run } = await execute(
		{
			type: 'hyperVergeVerifyEmailOtp',
			parameters: { requestId: 'req-1', otp: '123456' },
			settings: { retryOnFail: true },
		},
		[{}],
		savedCredentials('hyperVergeApi'),
	);
	expect(run.data.resultData.runData['Under Test'][0].hints ?? []).toEqual([]);
});
