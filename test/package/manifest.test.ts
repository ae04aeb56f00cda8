import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ICredentialType, INode, INodeType } from 'n8n-workflow';

import { assets } from '../../tools/assets';
import { outputLabels } from '../../tools/engine';
import { allCredentials, allNodes, manifest } from '../../tools/package';
import { filesBelow, importsOf, read, ROOT } from '../support/sources';

const packageJson = JSON.parse(read('package.json')) as Record<string, unknown>;

const nodeFiles = filesBelow('nodes').filter((path) => path.endsWith('.node.ts'));
const credentialFiles = filesBelow('credentials').filter((path) => path.endsWith('.credentials.ts'));

const built = (path: string) => `dist/${path.replace(/\.ts$/, '.js')}`;
const source = (path: string) => path.replace(/^dist\//, '').replace(/\.js$/, '.ts');

const NODES = manifest.n8n.nodes.map((path, index): [string, INodeType, string] => {
	const node = allNodes()[index];
	return [node.description.name, node, source(path)];
});
const CREDENTIALS = manifest.n8n.credentials.map((path, index): [string, ICredentialType, string] => {
	const credential = allCredentials()[index];
	return [credential.name, credential, source(path)];
});

/** A JSON file of the package that is made when it is built. */
const assetAt = (path: string) => {
	const content = assets().find((asset) => asset.path === path)?.content;
	return JSON.parse(content ?? 'null') as unknown;
};

/** The first letter in lower case, and nothing else changed. */
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** A provider's folder, for a file below nodes/. */
const providerOf = (path: string) => path.split('/')[1];

describe('package.json', () => {
	it('registers every node, and no node that does not exist', () => {
		expect(nodeFiles.length).toBeGreaterThanOrEqual(10);
		expect([...manifest.n8n.nodes].sort()).toEqual(nodeFiles.map(built));
	});

	it('registers every credential type, and none that does not exist', () => {
		expect(credentialFiles.length).toBeGreaterThanOrEqual(5);
		expect([...manifest.n8n.credentials].sort()).toEqual(credentialFiles.map(built));
	});

	it('has no dependencies at run time', () => {
		expect(packageJson).not.toHaveProperty('dependencies');
		expect(packageJson).not.toHaveProperty('bundledDependencies');
		expect(packageJson).not.toHaveProperty('bundleDependencies');
		expect(packageJson).not.toHaveProperty('optionalDependencies');
		expect(packageJson.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	it('runs nothing when it is installed', () => {
		const scripts = Object.keys(packageJson.scripts as Record<string, string>);
		const onInstall = [
			'preinstall',
			'install',
			'postinstall',
			'prepare',
			'preprepare',
			'postprepare',
			'prepublish',
		];
		expect(scripts.filter((script) => onInstall.includes(script))).toEqual([]);
	});

	it('publishes dist and nothing else of its own', () => {
		expect(packageJson.files).toEqual(['dist']);
	});

	it('is found by n8n as a community package', () => {
		expect(manifest.name).toMatch(/^n8n-nodes-/);
		expect(packageJson.keywords).toContain('n8n-community-node-package');
		expect(packageJson.license).toBe('MIT');
		expect(manifest.n8n).toHaveProperty('n8nNodesApiVersion', 1);
	});
});

describe.each(NODES)('%s', (name, { description }, path) => {
	const folder = dirname(path);
	const className = basename(path, '.node.ts');

	it('is named after its provider and its operation, in its class, file and folder', () => {
		expect(basename(folder)).toBe(className);
		expect(name).toBe(lowerFirst(className));
		expect(name.toLowerCase().startsWith(providerOf(path))).toBe(true);
		expect(name.length).toBeGreaterThan(providerOf(path).length);
		expect(description.displayName.replace(/ /g, '').toLowerCase()).toBe(name.toLowerCase());
		expect(description.defaults.name).toBe(description.displayName);
	});

	it('has a codex file by which people find it', () => {
		const codex = assetAt(built(path).replace(/\.js$/, '.json')) as Record<string, unknown>;
		expect(codex.node).toBe(`${manifest.name}.${name}`);
		expect(codex).toMatchObject({ nodeVersion: '1.0', codexVersion: '1.0' });
		expect(codex.alias).toContain('otp');
		const known = [
			'Data & Storage',
			'Finance & Accounting',
			'Marketing & Content',
			'Productivity',
			'Miscellaneous',
			'Sales',
			'Development',
			'Analytics',
			'Communication',
			'Utility',
		];
		expect((codex.categories as string[]).filter((category) => !known.includes(category))).toEqual([]);
		expect(codex.categories).not.toHaveLength(0);
		const { primaryDocumentation, credentialDocumentation } = codex.resources as Record<
			string,
			Array<{ url: string }>
		>;
		for (const { url } of [...primaryDocumentation, ...credentialDocumentation])
			expect(url).toMatch(/^https:\/\//);
	});

	it('has a preview of its output with the fields that every node gives', () => {
		const schema = assetAt(`dist/${folder}/__schema__/v1.0.0.json`) as {
			type: string;
			properties: object;
		};
		expect(schema.type).toBe('object');
		expect(Object.keys(schema.properties)).toEqual(
			expect.arrayContaining([
				'provider',
				'operation',
				'outcome',
				'reason',
				'statusCode',
				'message',
				'httpStatus',
				'reference',
				'recipient',
			]),
		);
	});

	it('has a subtitle, and the groups and version that n8n expects', () => {
		expect(description.subtitle).toBeTruthy();
		expect(description.version).toBe(1);
		expect(description.group.length).toBeGreaterThan(0);
	});

	it('asks only for credentials of this package', () => {
		const known = CREDENTIALS.map(([credential]) => credential);
		const asked = (description.credentials ?? []).map((credential) => credential.name);
		expect(asked.length).toBeGreaterThan(0);
		expect(asked.filter((credential) => !known.includes(credential))).toEqual([]);
		expect(asked.filter((credential) => !credential.toLowerCase().startsWith(providerOf(path)))).toEqual([]);
	});
});

const OUTPUTS: Array<[operations: RegExp, outputs: string[]]> = [
	[/(send|generate|retry|resend)[a-z]*otp$/i, ['Not Sent', 'Throttled', 'Sent']],
	[/(verify|validate|process)/i, ['Blocked', 'Expired', 'Wrong Code', 'Verified']],
	// Each state of a customer is followed by another step, so each has an output.
	[/GetCustomer$/, ['Not Found', 'Created', 'No OVD', 'Verified']],
	[/get/i, ['Not Found', 'Found']],
	[/check/i, ['Not Redeemable', 'Redeemable']],
	[/redeem/i, ['Refused', 'Wrong Code', 'Redeemed']],
];

describe('outputs', () => {
	const isCrypto = (name: string) => /(encrypt|decrypt)Payload$/i.test(name);
	const labelsWith = (name: string, parameters: INode['parameters']) =>
		outputLabels({
			id: 'x',
			name: 'x',
			type: `${manifest.name}.${name}`,
			typeVersion: 1,
			position: [0, 0],
			parameters,
		});

	const branching = NODES.map(([name]) => name).filter((name) => !isCrypto(name));

	it.each(branching)('of %s are worst first and best last', (name) => {
		const [, expected] = OUTPUTS.find(([operations]) => operations.test(name)) ?? [];
		expect(expected).toBeDefined();
		expect(labelsWith(name, {})).toEqual(expected);
	});

	it.each(branching)('of %s begin with Other when it branches on codes, also without a rule', (name) => {
		expect(labelsWith(name, { branchOn: 'statusCode', statusCodeRules: {} })).toEqual(['Other']);
		const rules = [
			{ branch: 'Ask Again', codes: ['1'] },
			{ branch: '', otherCodes: '2' },
		];
		expect(labelsWith(name, { branchOn: 'statusCode', statusCodeRules: { rules } })).toEqual([
			'Other',
			'Ask Again',
			'Rule 2',
		]);
	});

	it.each(branching)('of %s are one when everything is to leave together', (name) => {
		expect(labelsWith(name, { branchOn: 'singleOutput' })).toEqual(['Result']);
	});

	it.each(NODES.map(([name]) => name).filter(isCrypto))('of %s are one', (name) => {
		expect(labelsWith(name, {})).toHaveLength(1);
	});
});

describe('icons', () => {
	const themed = [
		...NODES.map(([name, { description }, path]) => ({ name, icon: description.icon, path })),
		...CREDENTIALS.map(([name, { icon }, path]) => ({ name, icon, path })),
	];

	it.each(themed)('of $name are square, and different in light and dark', ({ icon, path }) => {
		const { light, dark } = icon as { light: string; dark: string };
		const [lightIcon, darkIcon] = [light, dark].map((reference) => {
			expect(reference).toMatch(/^file:.*\.svg$/);
			const file = join(dirname(path), reference.slice('file:'.length));
			expect(existsSync(join(ROOT, file))).toBe(true);
			return read(file);
		});
		expect(lightIcon).not.toBe(darkIcon);
		for (const svg of [lightIcon, darkIcon]) {
			const [, width, height] = /viewBox="0 0 ([0-9.]+) ([0-9.]+)"/.exec(svg) ?? [];
			expect(Number(width)).toBeGreaterThan(0);
			expect(width).toBe(height);
			expect(svg).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org\/)/i);
		}
	});
});

describe('providers', () => {
	const providers = [...new Set(filesBelow('nodes').map(providerOf))].filter((folder) => folder !== 'engine');
	const sources = [...filesBelow('nodes'), ...filesBelow('credentials')].filter((path) =>
		path.endsWith('.ts'),
	);
	const usedBy = (path: string) =>
		providers.filter((provider) =>
			importsOf(path).some((imported) => imported.startsWith(`nodes/${provider}/`)),
		);

	it('are four, and their files import each other where they belong together', () => {
		expect(providers).toEqual(['capillary', 'hyperverge', 'iserveu', 'wibmo']);
		for (const provider of providers) {
			const own = sources.filter((path) => path.startsWith(`nodes/${provider}/`));
			expect(own.some((path) => usedBy(path).includes(provider))).toBe(true);
		}
	});

	it('are unknown to what they share', () => {
		const engine = sources.filter((path) => path.startsWith('nodes/engine/'));
		expect(engine.length).toBeGreaterThan(10);
		expect(engine.filter((path) => usedBy(path).length > 0)).toEqual([]);
		const naming = engine.filter((path) => /wibmo|iserveu|capillary|hyperverge/i.test(read(path)));
		expect(naming).toEqual([]);
	});

	it('have credentials that import no other provider', () => {
		const crossing = credentialFiles.filter((path) => {
			const owner = providers.find((provider) => basename(path).toLowerCase().startsWith(provider));
			return owner === undefined || usedBy(path).some((provider) => provider !== owner);
		});
		expect(crossing).toEqual([]);
	});

	it('import no module but n8n-workflow and crypto', () => {
		const modules = new Set(
			sources.flatMap(importsOf).filter((imported) => !/^(nodes|credentials)\//.test(imported)),
		);
		expect([...modules].sort()).toEqual(['crypto', 'n8n-workflow']);
	});
});

describe.each(CREDENTIALS)('%s', (name, credential, path) => {
	it('is named after its class and file, and has a test and documentation', () => {
		const className = basename(path, '.credentials.ts');
		expect(name).toBe(lowerFirst(className));
		expect(credential.displayName).toMatch(/ API$/);
		expect(credential.test).toBeDefined();
		expect(credential.documentationUrl).toMatch(/^https:\/\//);
	});

	it('has default addresses with https only', () => {
		const defaults = credential.properties.map((property) => String(property.default));
		const addresses = defaults.filter((value) => /^[a-z]+:\/\//i.test(value));
		expect(addresses.length).toBeGreaterThan(0);
		expect(addresses.filter((address) => !address.startsWith('https://'))).toEqual([]);
	});
});
