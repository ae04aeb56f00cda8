import { Workflow, type INodeParameters, type INodeType } from 'n8n-workflow';

const through = (type: string) => ({ channels: { channel: [{ type, value: '' }] } });

/** Parameters of nodes, and the hints that the editor shows for them. */
export const HINTS: ReadonlyArray<[node: string, parameters: INodeParameters, hints: RegExp[]]> = [
	['hyperVergeSendEmailOtp', { otpLength: '4' }, [/4-digit code/]],
	['hyperVergeSendEmailOtp', {}, []],
	['hyperVergeSendMobileOtp', { otpLength: 4 }, [/4-digit code/]],
	['hyperVergeSendMobileOtp', {}, []],
	['capillaryGenerateOtp', through('WHATSAPP'), [/WhatsApp Template Name/]],
	['capillaryGenerateOtp', { ...through('WHATSAPP'), templates: { whatsappTemplateName: 'otp_login' } }, []],
	['capillaryGenerateOtp', through('ZALO'), [/Zalo Template Identifier/]],
	['capillaryGenerateOtp', {}, []],
	['capillaryValidateOtp', { action: 'POINTS' }, [/Redeeming checks the code/]],
	['capillaryValidateOtp', { action: 'REGISTRATION' }, []],
];

/** The hints that the editor shows for a node with these parameters. */
export function hintsShown(node: INodeType, parameters: INodeParameters): string[] {
	const { name, hints = [] } = node.description;
	const position: [number, number] = [0, 0];
	const placed = { id: '1', name: 'Node', type: name, typeVersion: 1, position, parameters };
	const nodeTypes = { getByName: () => node, getByNameAndVersion: () => node, getKnownTypes: () => ({}) };
	const { expression, nodes } = new Workflow({ nodes: [placed], connections: {}, active: false, nodeTypes });
	return hints
		.filter(({ displayCondition = '' }) =>
			expression.getSimpleParameterValue(nodes.Node, displayCondition, 'internal', {}),
		)
		.map(({ message }) => message);
}
