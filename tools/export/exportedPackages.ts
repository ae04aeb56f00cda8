import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
	isINodePropertyOptionsList,
	type INodeProperties,
	type INodePropertyOptions,
	type INodeType,
} from 'n8n-workflow';

import { manifest, type PackagedNode, packagedNodes, sourceOf } from '../package';

export const PROJECT = join(__dirname, '..', '..');
const PACKAGES = join(PROJECT, 'packages');
/** What the packages have in common. */
export const COMMON = join(PACKAGES, 'common');

/** The manifest that a package adds to the common one. */
export interface OwnManifest {
	name: string;
	homepage: string;
	n8n: { nodes: [string]; credentials: string[] };
}

/** A package with one node for all operations of a provider. */
export interface ExportedPackage {
	provider: string;
	/** Its sources. */
	source: string;
	/** Where it is exported to. */
	folder: string;
	manifest: OwnManifest;
	/** The separate nodes that its node combines. */
	parts: PackagedNode[];
}

/** Every package, by the names of their folders. */
export function exportedPackages(): ExportedPackage[] {
	const providers = readdirSync(PACKAGES).filter((name) => name !== 'common');
	const nodes = packagedNodes();
	return providers.sort().map((provider) => {
		const source = join(PACKAGES, provider);
		const own = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as OwnManifest;
		const parts = nodes.filter(({ operation }) => operation.provider.name === provider);
		return { provider, source, folder: join(PROJECT, 'export', own.name), manifest: own, parts };
	});
}

/** The node of a package, from its exported source. */
export function exportedNode({ folder, manifest: { n8n } }: ExportedPackage): INodeType {
	const source = join(folder, sourceOf(n8n.nodes[0]));
	const loaded = createRequire(__filename)(source) as Record<string, new () => INodeType>;
	return new (Object.values(loaded)[0])();
}

const optionsOf = ({ options = [] }: INodeProperties): INodePropertyOptions[] =>
	isINodePropertyOptionsList(options) ? options : [];

/** An operation of a combined node, as its form offers it. */
export interface OfferedOperation {
	resource: INodePropertyOptions;
	operation: INodePropertyOptions;
	/** Whether the form selects it when the resource is selected. */
	isDefault: boolean;
	/** The separate node with the same operation. */
	part: PackagedNode;
}

/**
 * The operations of a package's node in the order of its form; the first is the default.
 *
 * @throws Error if none of the separate nodes has an operation that is offered
 */
export function offeredOperations(exported: ExportedPackage): OfferedOperation[] {
	const { properties } = exportedNode(exported).description;
	const [resources] = properties.filter(({ name }) => name === 'resource');
	return optionsOf(resources).flatMap((resource) =>
		properties
			.filter(
				({ name, displayOptions }) =>
					name === 'operation' && displayOptions?.show?.resource?.includes(resource.value),
			)
			.flatMap((property) =>
				optionsOf(property).map((operation) => {
					const part = exported.parts.find(({ operation: { name } }) => name === operation.value);
					if (part === undefined) throw new Error(`No node has the operation ${String(operation.value)}`);
					return { resource, operation, isDefault: operation.value === property.default, part };
				}),
			),
	);
}

/** The same operation in both forms. */
export interface Form {
	/** The type of the separate node. */
	separate: string;
	/** The type of the combined node. */
	combined: string;
	resource: string;
	operation: string;
	/** Whether it is the operation that the combined node selects for its resource. */
	isDefault: boolean;
}

/** The operations of every package, in the order of the forms. They must have been exported. */
export function forms(): Form[] {
	return exportedPackages().flatMap((exported) => {
		const { name } = exportedNode(exported).description;
		return offeredOperations(exported).map(({ resource, operation, isDefault, part }) => ({
			separate: `${manifest.name}.${part.node.description.name}`,
			combined: `${exported.manifest.name}.${name}`,
			resource: String(resource.value),
			operation: String(operation.value),
			isDefault,
		}));
	});
}
