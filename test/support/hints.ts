import { Workflow, type INodeParameters, type INodeType } from 'n8n-workflow';

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
