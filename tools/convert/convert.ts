import type { INode } from 'n8n-workflow';

import { forms, type Form } from '../export/exportedPackages';
import type { WorkflowFile } from '../n8n/restClient';

const TOOL = /Tool$/;

/**
 * Turns each node of this project into its other form: a separate node into the combined one of its
 * provider, and back. Names and connections stay, because both forms have the same outputs.
 *
 * @throws Error if a combined node has no such operation
 */
export function convert(workflow: WorkflowFile): WorkflowFile {
	const known = forms();
	return { ...workflow, nodes: workflow.nodes.map((node) => convertNode(node, known)) };
}

function convertNode(node: INode, known: readonly Form[]): INode {
	const [tool] = TOOL.exec(node.type) ?? [''];
	const type = node.type.replace(TOOL, '');
	const form = known.find(({ separate }) => separate === type);
	if (form !== undefined) {
		const { combined, resource, operation } = form;
		return { ...node, type: combined + tool, parameters: { resource, operation, ...node.parameters } };
	}
	const offered = known.filter(({ combined }) => combined === type);
	if (offered.length === 0) return node;

	// n8n leaves out what is the default.
	const { resource = offered[0].resource, operation, ...parameters } = node.parameters;
	const ofResource = offered.filter((candidate) => candidate.resource === resource);
	const chosen = ofResource.find((candidate) =>
		operation === undefined ? candidate.isDefault : candidate.operation === operation,
	);
	if (chosen === undefined) {
		throw new Error(`"${node.name}" has no operation ${String(operation)} of ${String(resource)}`);
	}
	return { ...node, type: chosen.separate + tool, parameters };
}
