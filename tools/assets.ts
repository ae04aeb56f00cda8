import { dirname, join } from 'node:path';
import type { INodeType } from 'n8n-workflow';

import type { Operation } from '../nodes/engine/operation/operation';
import { manifest, type PackagedNode, packagedNodes } from './package';

/** A file that n8n reads next to a node's code. */
export interface Asset {
	/** From the project's root. */
	path: string;
	content: string;
}

const DOCS = `${manifest.homepage.replace(/#.*$/, '')}/blob/main/docs`;

const TEXT = { type: 'string' };
const NUMBER = { type: 'integer' };

/** The pages that n8n links to for help. */
type Resources = Record<'primaryDocumentation' | 'credentialDocumentation', Array<{ url: string }>>;

/**
 * The words and categories by which n8n's node panel finds a node, and its pages.
 *
 * @param packageName the package of the node
 * @param operations those that the node runs
 */
export function codexFor(
	packageName: string,
	{ description: { name } }: INodeType,
	operations: readonly Operation[],
	resources: Resources,
): object {
	return {
		node: `${packageName}.${name}`,
		nodeVersion: '1.0',
		codexVersion: '1.0',
		categories: operations[0].provider.categories,
		alias: [
			...new Set(['otp', 'one-time password', ...operations.flatMap(({ searchWords }) => searchWords)]),
		],
		resources,
	};
}

function codexOf({ node, operation }: PackagedNode): object {
	const { name: provider } = operation.provider;
	return codexFor(manifest.name, node, [operation], {
		primaryDocumentation: [{ url: `${DOCS}/nodes/${provider}/${node.description.name}.md` }],
		credentialDocumentation: [{ url: `${DOCS}/providers/${provider}.md` }],
	});
}

/**
 * @param packaged the node
 * @returns the JSON schema of its items, which n8n previews before the node has run
 */
export function schemaOf({ operation: { references, result } }: PackagedNode) {
	const typesOf = (types: Readonly<Record<string, string>>) =>
		Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { type }]));
	return {
		type: 'object',
		properties: {
			provider: TEXT,
			operation: TEXT,
			outcome: TEXT,
			reason: TEXT,
			statusCode: TEXT,
			message: TEXT,
			httpStatus: NUMBER,
			reference: {
				type: 'object',
				properties: Object.fromEntries(references.map((name) => [name, TEXT])),
			},
			recipient: TEXT,
			retryAfterSeconds: NUMBER,
			attemptsRemaining: NUMBER,
			expiresAt: TEXT,
			...typesOf(result),
			response: { type: 'object' },
		},
		version: 1,
	};
}

/** The codex file and the schema preview of every node, for `dist`. */
export function assets(): Asset[] {
	return packagedNodes().flatMap((packaged, index) => {
		const code = manifest.n8n.nodes[index];
		return [
			{ path: code.replace(/\.js$/, '.json'), content: toJson(codexOf(packaged)) },
			{ path: join(dirname(code), '__schema__', 'v1.0.0.json'), content: toJson(schemaOf(packaged)) },
		];
	});
}

/** @returns the value as the project's JSON files are written */
export function toJson(value: object): string {
	return `${JSON.stringify(value, null, '\t')}\n`;
}
