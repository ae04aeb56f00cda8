import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { codexFor, schemaOf, toJson } from '../assets';
import { convert } from '../convert/convert';
import type { WorkflowFile } from '../n8n/restClient';
import { manifest, sourceOf } from '../package';
import {
	COMMON,
	exportedNode,
	exportedPackages,
	offeredOperations,
	PROJECT,
	type ExportedPackage,
	type OwnManifest,
} from './exportedPackages';
import { renderReadme } from './readme';

const readJson = <T>(...path: string[]): T => JSON.parse(readFileSync(join(...path), 'utf8')) as T;

/**
 * Writes a repository for each provider into `export/`: the package with one node for all of the
 * provider's operations, as n8n verifies packages.
 */
export function exportPackages(): void {
	const packages = exportedPackages();
	packages.forEach(copySources);
	packages.forEach(writeAssets);
	packages.forEach(writeTexts);
}

/** The sources of a package, without the separate nodes that it combines. */
function copySources({ provider, source, folder, manifest: own }: ExportedPackage): void {
	rmSync(folder, { recursive: true, force: true });
	const copy = (from: string, to: string, filter?: (path: string) => boolean) =>
		cpSync(join(PROJECT, from), join(folder, to), { recursive: true, filter });
	for (const name of ['LICENSE', '.npmrc', '.prettierrc.json', 'nodes/engine']) copy(name, name);
	copy(`nodes/${provider}`, `nodes/${provider}`, (path) => !path.endsWith('.node.ts'));
	for (const path of own.n8n.credentials) copy(sourceOf(path), sourceOf(path));
	cpSync(COMMON, folder, { recursive: true });
	cpSync(source, folder, { recursive: true });
	writeManifests(folder, own);
}

/** Adds a package's own manifest to the common one, and its name and version to the common lock. */
function writeManifests(folder: string, own: OwnManifest): void {
	const { version, author, engines } = manifest;
	const { name, ...rest } = own;
	const common = readJson<object>(COMMON, 'package.json');
	const lock = readJson<{ packages: Record<string, object> }>(COMMON, 'package-lock.json');
	const root = { name, version, ...lock.packages[''], engines };
	const locked = { ...lock, name, version, packages: { ...lock.packages, '': root } };
	writeFileSync(join(folder, 'package.json'), toJson({ name, version, ...rest, author, engines, ...common }));
	writeFileSync(join(folder, 'package-lock.json'), toJson(locked));
}

/** The codex file of the node, and a schema preview for each operation. */
function writeAssets(exported: ExportedPackage): void {
	const { folder, parts, manifest: own } = exported;
	const home = join(folder, dirname(sourceOf(own.n8n.nodes[0])));
	const write = (path: string, content: object) => {
		mkdirSync(dirname(join(home, path)), { recursive: true });
		writeFileSync(join(home, path), toJson(content));
	};
	const page = `${own.homepage.replace(/#.*$/, '')}?tab=readme-ov-file`;
	const codex = codexFor(
		own.name,
		exportedNode(exported),
		parts.map(({ operation }) => operation),
		{
			primaryDocumentation: [{ url: page }],
			credentialDocumentation: [{ url: `${page}#credentials` }],
		},
	);
	write(basename(own.n8n.nodes[0]).replace(/\.js$/, '.json'), codex);
	for (const { resource, operation, part } of offeredOperations(exported)) {
		write(`__schema__/v1.0.0/${resource.value}/${operation.value}.json`, schemaOf(part));
	}
}

/** The README, and the example workflows that need no other package. */
function writeTexts(exported: ExportedPackage): void {
	const { folder, source, parts } = exported;
	const own = parts.map(({ node }) => `${manifest.name}.${node.description.name}`);
	const workflows = new Map<string, string>();
	mkdirSync(join(folder, 'workflows'));
	for (const file of readdirSync(join(PROJECT, 'workflows')).sort()) {
		const workflow = readJson<WorkflowFile>(PROJECT, 'workflows', file);
		const types = workflow.nodes
			.map(({ type }) => type)
			.filter((type) => type.startsWith(`${manifest.name}.`));
		if (!types.every((type) => own.includes(type))) continue;
		writeFileSync(join(folder, 'workflows', file), toJson(convert(workflow)));
		workflows.set(`workflows/${file}`, workflow.name);
	}
	const text = (path: string) => readFileSync(join(path, 'README.md'), 'utf8');
	writeFileSync(join(folder, 'README.md'), renderReadme(exported, text(source), text(COMMON), workflows));
}
