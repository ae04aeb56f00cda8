import { readExamples } from '../../playground/exampleWorkflows';
import { convert } from '../../tools/convert/convert';
import type { WorkflowFile } from '../../tools/n8n/restClient';

const workflowWith = (type: string, parameters: object): WorkflowFile => ({
	name: 'Test',
	nodes: [{ id: '1', name: 'Node', type, typeVersion: 1, position: [0, 0], parameters: { ...parameters } }],
	connections: {},
});

const convertedNode = (type: string, parameters: object) => {
	const [{ type: newType, parameters: newParameters }] = convert(workflowWith(type, parameters)).nodes;
	return [newType, newParameters];
};

it('converts every example workflow, and back into the same', async () => {
	const examples = [...(await readExamples()).values()];
	const own = (workflow: WorkflowFile, of: RegExp) =>
		workflow.nodes.filter(({ type }) => of.test(type)).length;
	const separate = /^n8n-nodes-otp-providers\./;
	const combined = /^n8n-nodes-(capillary|hyperverge|iserveu|wibmo)\./;
	const nodes = examples.map((example) => own(example, separate));
	expect(Math.max(...nodes)).toBeGreaterThan(3);
	const converted = examples.map(convert);
	expect(converted.map((workflow) => own(workflow, separate))).toEqual(examples.map(() => 0));
	expect(converted.map((workflow) => own(workflow, combined))).toEqual(nodes);
	expect(converted.map(convert)).toEqual(examples);
});

it('converts a node for AI agents into one', () => {
	const [tool, parameters] = convertedNode('n8n-nodes-otp-providers.wibmoSendEmailOtpTool', { productId: 7 });
	expect([tool, parameters]).toEqual([
		'n8n-nodes-wibmo.wibmoTool',
		{ resource: 'email', operation: 'sendEmailOtp', productId: 7 },
	]);
});

it.each([
	['n8n-nodes-wibmo.wibmo', {}, 'wibmoSendEmailOtp'],
	['n8n-nodes-wibmo.wibmo', { resource: 'mobile' }, 'wibmoSendMobileOtp'],
	[
		'n8n-nodes-capillary.capillary',
		{ resource: 'points', operation: 'redeemPoints' },
		'capillaryRedeemPoints',
	],
])('converts %s with %j, where n8n leaves out defaults, into %s', (type, parameters, node) => {
	expect(convertedNode(type, parameters)).toEqual([`n8n-nodes-otp-providers.${node}`, {}]);
});

it('leaves other nodes unchanged, and says which node has an unknown operation', () => {
	expect(convertedNode('n8n-nodes-base.set', { a: 1 })).toEqual(['n8n-nodes-base.set', { a: 1 }]);
	expect(() => convertedNode('n8n-nodes-wibmo.wibmo', { operation: 'other' })).toThrow(
		'"Node" has no operation other of email',
	);
});
