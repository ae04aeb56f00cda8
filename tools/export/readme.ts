import { BRANCHES } from '../../nodes/engine/operation/outcomes';
import { table } from '../docs/markdown';
import { NEWEST } from '../n8n/versions';
import { manifest } from '../package';
import { offeredOperations, type ExportedPackage } from './exportedPackages';

/**
 * Fills in a package's README. `{{Heading}}` stands for a section that all packages have in common, and
 * `{{name}}` in lower case for what is known of the package.
 *
 * @param own the text with `{{…}}`
 * @param common the sections, each below a heading of the second level
 * @param workflows the names of the package's example workflows by their files
 */
export function renderReadme(
	exported: ExportedPackage,
	own: string,
	common: string,
	workflows: ReadonlyMap<string, string>,
): string {
	const {
		provider,
		manifest: { name },
		parts: [{ operation }],
	} = exported;
	const sections = common
		.split(/^(?=## )/m)
		.map((section): [string, string] => [/^## (.*)/.exec(section)?.[1] ?? '', section.trim()]);
	const values = new Map<string, string>([
		...sections,
		['name', name],
		['folder', provider],
		['provider', operation.provider.displayName],
		['documentation', operation.provider.credentials[0].documentationUrl ?? ''],
		['n8n', NEWEST],
		['project', manifest.homepage.replace(/#.*$/, '')],
		['operations', operationsOf(exported)],
		['workflows', workflowsOf(workflows)],
	]);
	const fill = (text: string): string =>
		text.replace(/\{\{(\w+)\}\}/g, (_slot, key: string) => {
			const value = values.get(key);
			if (value === undefined) throw new Error(`The README of ${name} has an unknown {{${key}}}`);
			return fill(value);
		});
	return fill(own);
}

function operationsOf(exported: ExportedPackage): string {
	const rows = offeredOperations(exported).map(
		({ resource, operation: { name, description }, part: { operation } }) => {
			const branches = BRANCHES[operation.kind];
			return [
				resource.name,
				name,
				String(description),
				branches.length === 1 ? 'one' : branches.map(({ label }) => label).join(' · '),
				operation.tool === undefined ? '' : 'yes',
			];
		},
	);
	return table(['Resource', 'Operation', 'What it does', 'Outputs', 'AI agent tool'], rows);
}

function workflowsOf(workflows: ReadonlyMap<string, string>): string {
	const items = [...workflows].map(([file, name]) => `* [${name.replace(/^OTP: /, '')}](${file})`);
	return ['Example workflows to import:', '', ...items].join('\n');
}
