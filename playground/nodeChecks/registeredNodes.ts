import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

const PROJECT = join(__dirname, '..', '..');

/** A node as the built package has it. */
export interface RegisteredNode {
	/** The name that n8n must load it under. */
	type: string;
	/** What a model must read, where the node is offered to AI agents. */
	toolDescription?: string;
}

interface Manifest {
	name: string;
	n8n: { nodes: string[] };
}

/** The nodes that the manifest registers, as their built classes describe themselves. */
export async function registeredNodes(): Promise<RegisteredNode[]> {
	const text = await readFile(join(PROJECT, 'package.json'), 'utf8');
	const { name, n8n } = JSON.parse(text) as Manifest;
	return await Promise.all(
		n8n.nodes.map(async (file) => {
			const classes = (await import(join(PROJECT, file))) as Record<string, new () => INodeType>;
			const { description } = new classes[basename(file, '.node.js')]();
			return { type: `${name}.${description.name}`, toolDescription: forModels(description) };
		}),
	);
}

function forModels({ usableAsTool, description }: INodeTypeDescription): string | undefined {
	if (!usableAsTool) return undefined;
	return (usableAsTool !== true && usableAsTool.replacements?.description) || description;
}
