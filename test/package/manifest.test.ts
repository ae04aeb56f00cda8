import { basename, join } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';

import { assets } from '../../tools/assets';
import { allCredentials, manifest, packagedNodes } from '../../tools/package';
import { filesBelow, read } from '../support/sources';

// n8n's lint holds the rest: package.json without dependencies, the names of credentials, and the fields that every
// node and credential needs.

const NODES = packagedNodes().map(({ node, folder }): [string, INodeType, string] => [
	node.description.name,
	node,
	folder,
]);
const CREDENTIALS = allCredentials().map((credential): [string, ICredentialType] => [
	credential.name,
	credential,
]);

/** A JSON file of the package that is made when it is built. */
const assetAt = (path: string) =>
	JSON.parse(assets().find((asset) => asset.path === path)?.content ?? 'null') as Record<string, unknown>;

/** The first letter in lower case, and nothing else changed. */
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

it('registers every node and credential type, and none that does not exist', () => {
	const sources = [...filesBelow('nodes'), ...filesBelow('credentials')];
	const paths = sources.filter((path) => /\.(node|credentials)\.ts$/.test(path));
	expect(paths.length).toBeGreaterThan(20);
	expect([...manifest.n8n.nodes, ...manifest.n8n.credentials].sort()).toEqual(
		paths.map((path) => `dist/${path.replace(/\.ts$/, '.js')}`).sort(),
	);
});

describe.each(NODES)('%s', (name, { description }, folder) => {
	const provider = folder.split('/')[1];

	it('is named after its provider and its operation, in its class and folder', () => {
		expect(name).toBe(lowerFirst(basename(folder)));
		expect(name.toLowerCase()).toMatch(new RegExp(`^${provider}.`));
		expect(description.displayName.replace(/ /g, '').toLowerCase()).toBe(name.toLowerCase());
		expect(description.defaults.name).toBe(description.displayName);
	});

	it('has a codex file by which people find it', () => {
		const codex = assetAt(`dist/${folder}/${basename(folder)}.node.json`);
		expect(codex).toMatchObject({
			...{ node: `${manifest.name}.${name}`, nodeVersion: '1.0', codexVersion: '1.0' },
			alias: expect.arrayContaining(['otp']),
		});
		const known =
			/^(Data & Storage|Finance & Accounting|Marketing & Content|Productivity|Miscellaneous|Sales|Development|Analytics|Communication|Utility)$/;
		expect((codex.categories as string[]).filter((category) => !known.test(category))).toEqual([]);
		expect(codex.categories).not.toHaveLength(0);
	});
});

it.each([
	...NODES.map(([name, { description }, folder]) => ({ name, icon: description.icon, folder })),
	...CREDENTIALS.map(([name, { icon }]) => ({ name, icon, folder: 'credentials' })),
])('has square icons for $name, different in light and dark', ({ icon, folder }) => {
	const { light, dark } = icon as { light: string; dark: string };
	const [lightIcon, darkIcon] = [light, dark].map((path) => read(join(folder, path.replace(/^file:/, ''))));
	expect(lightIcon).not.toBe(darkIcon);
	for (const svg of [lightIcon, darkIcon]) {
		expect(svg).toMatch(/viewBox="0 0 ([1-9][0-9.]*) \1"/);
		expect(svg).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org\/)/i);
	}
});

it.each(CREDENTIALS)('%s has default addresses with https only', (_name, { properties }) => {
	const defaults = properties.map((property) => String(property.default));
	const addresses = defaults.filter((value) => /^[a-z]+:\/\//i.test(value));
	expect(addresses.length).toBeGreaterThan(0);
	expect(addresses.filter((address) => !address.startsWith('https://'))).toEqual([]);
});

it('names no provider in what the providers share', () => {
	const engine = filesBelow('nodes/engine');
	expect(engine.length).toBeGreaterThan(10);
	expect(engine.filter((path) => /wibmo|iserveu|capillary|hyperverge/i.test(read(path)))).toEqual([]);
});
