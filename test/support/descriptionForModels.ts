import {
	NodeConnectionTypes,
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeType,
} from 'n8n-workflow';

/**
 * What a model reads about a tool, as `createNodeAsTool` in n8n-core asks for it.
 *
 * n8n makes the tool from the node as `convertNodeToAiTool` in `dist/tool-generation/ai-tools.js` of n8n 2.41.1
 * does. When a workflow runs, it ignores the `replacements` of `usableAsTool`, which only the editor is told.
 *
 * @param parameters as the editor saves them: those that differ from their defaults
 */
export function descriptionForModels(
	{ description }: Pick<INodeType, 'description'>,
	parameters: INodeParameters = {},
): string {
	const name = `${description.name}Tool`;
	const properties = [...description.properties];
	if (!properties.some((property) => property.name === 'toolDescription')) {
		properties.unshift({
			displayName: 'Description',
			name: 'toolDescription',
			type: 'string',
			default: description.description,
		});
	}
	const tool = { ...description, name, outputs: [NodeConnectionTypes.AiTool], properties };
	const node: INode = { id: '1', name, type: name, typeVersion: 1, position: [0, 0], parameters };
	node.parameters = NodeHelpers.getNodeParameters(properties, parameters, true, false, node, tool) ?? {};
	return NodeHelpers.getToolDescriptionForNode(node, { description: tool } as INodeType);
}
