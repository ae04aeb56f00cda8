import { dirname, join } from 'node:path';

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

/** By which words and categories n8n's node panel finds the node, and where its pages are. */
function codexOf({ node, operation }: PackagedNode): object {
	const { name } = node.description;
	const { provider, searchWords } = operation;
	return {
		node: `${manifest.name}.${name}`,
		nodeVersion: '1.0',
		codexVersion: '1.0',
		categories: provider.categories,
		alias: ['otp', 'one-time password', ...searchWords],
		resources: {
			primaryDocumentation: [{ url: `${DOCS}/nodes/${provider.name}/${name}.md` }],
			credentialDocumentation: [{ url: `${DOCS}/providers/${provider.name}.md` }],
		},
	};
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

function toJson(value: object): string {
	return `${JSON.stringify(value, null, '\t')}\n`;
}
