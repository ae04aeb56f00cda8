import { NodeHelpers, type INode, type INodeIssues, type INodeTypeDescription } from 'n8n-workflow';

import type { NodeTypeDescription, StoredWorkflow } from '../../../tools/n8n/restClient';

/** What n8n's editor, which offers these types, would mark in red or ask about in an imported workflow. */
export function problemsOf(
	workflow: StoredWorkflow,
	nodeTypes: NodeTypeDescription[],
	credentialTypes: NodeTypeDescription[],
): string[] {
	return workflow.nodes.flatMap((node) => {
		const versions = nodeTypes.filter(({ name }) => name === node.type);
		if (versions.length === 0) return [`${node.name}: no such node type: ${node.type}`];
		const type = versions.find(({ version }) => [version].flat().includes(node.typeVersion));
		if (!type) return [`${node.name}: no version ${node.typeVersion} of ${node.type}`];
		return [
			...parameterProblems(node, type as unknown as INodeTypeDescription),
			...credentialProblems(node, type, credentialTypes),
		];
	});
}

function parameterProblems(node: INode, type: INodeTypeDescription): string[] {
	const parameters = NodeHelpers.getNodeParameters(type.properties, node.parameters, true, false, node, type);
	const issues: INodeIssues | null = NodeHelpers.getNodeParametersIssues(
		type.properties,
		{ ...node, parameters: parameters ?? {} },
		type,
	);
	return Object.values(issues?.parameters ?? {}).flatMap((texts) =>
		[texts].flat().map((text) => `${node.name}: ${String(text)}`),
	);
}

function credentialProblems(
	node: INode,
	type: NodeTypeDescription,
	credentialTypes: NodeTypeDescription[],
): string[] {
	const given = Object.entries(node.credentials ?? {});
	const unknown = given
		.filter(([name]) => !credentialTypes.some((one) => one.name === name))
		.map(([name]) => `${node.name}: no such credential type: ${name}`);
	const unresolved = given
		.filter(([, { id }]) => !id)
		.map(([, { name }]) => `${node.name}: the credential "${name}" was not found`);
	const missing = (type.credentials ?? [])
		.filter(({ required, displayOptions }) => required && !displayOptions)
		.filter(({ name }) => !given.some(([one]) => one === name))
		.map(({ name }) => `${node.name}: has no credential of type ${name}`);
	return [...unknown, ...unresolved, ...missing];
}
