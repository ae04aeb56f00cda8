import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { EFFECT_UNKNOWN, FAULTS } from '../../nodes/engine/operation/faults';
import { renderPages } from '../../tools/docs/pages';
import { allCredentials, allNodes, manifest } from '../../tools/package';
import { CONTRACT_CODES } from '../support/contractCodes';
import { everyOption, everyParameter } from '../support/describedTexts';
import { outputLabels } from '../support/engine';
import { allPages, anchorsOf, deadLinks, linksOf, targetOf } from '../support/markdown';
import { filesBelow, read, ROOT } from '../support/sources';

const NODES = manifest.n8n.nodes.map((path, index): [name: string, page: string, folder: string] => {
	const [, , provider, className] = path.split('/');
	const { name } = allNodes()[index].description;
	return [name, `docs/nodes/${provider}/${name}.md`, `nodes/${provider}/${className}`];
});
const PROVIDERS = [...new Set(NODES.map(([, page]) => page.split('/')[2]))];

const exists = (path: string) => existsSync(join(ROOT, path));

/** A text as a page writes it: a page may quote, escape or mark what the editor shows as it is. */
function plain(text: string): string {
	return text.replace(/[`*\\]/g, '').replace(/\s+/g, ' ');
}

/** The part of a page below a heading of the second level. */
function sectionOf(page: string, heading: string): string {
	const section = read(page)
		.split('\n## ')
		.find((part) => part.startsWith(`${heading}\n`));
	if (section === undefined) throw new Error(`${page} has no section ${heading}`);
	return section;
}

/** The texts that a page, or a section of it, does not have. */
function missingIn(page: string, texts: readonly string[], section = ''): string[] {
	const shown = plain(section === '' ? read(page) : sectionOf(page, section));
	return texts.filter((text) => !shown.includes(plain(text)));
}

describe('the pages that are made from the nodes', () => {
	let pages: Map<string, string>;
	beforeAll(async () => {
		pages = await renderPages();
	});

	it('are up to date: `npm run docs` would change nothing', () => {
		const stale = [...pages].filter(
			([path, text]) => !exists(`docs/${path}`) || read(`docs/${path}`) !== text,
		);
		expect(stale.map(([path]) => path)).toEqual([]);
	});

	it('are a page for each node and an index, and none for a node that is gone', () => {
		expect(filesBelow('docs/nodes')).toEqual(
			['docs/nodes/README.md', ...NODES.map(([, page]) => page)].sort(),
		);
	});
});

describe.each(NODES)('the page of %s', (name, page, folder) => {
	const { description } = allNodes().find((node) => node.description.name === name) ?? allNodes()[0];

	it("has the node's name, what it does, and its notes", () => {
		const notes = [
			...description.properties.filter(({ type }) => type === 'notice').map((notice) => notice.displayName),
			...(description.hints ?? []).map(({ message }) => message),
		];
		expect(missingIn(page, [`# ${description.displayName}`, description.description, ...notes])).toEqual([]);
	});

	it('has every field, with its label, its name and what it is', () => {
		const fields = everyParameter().filter(
			({ place, property }) => place.startsWith(`${name} > `) && property.type !== 'notice',
		);
		expect(fields.length).toBeGreaterThan(4);
		const texts = fields.flatMap(({ property }) => [
			`${property.displayName} (${property.name}, `,
			property.description ?? '',
		]);
		expect(missingIn(page, texts)).toEqual([]);
	});

	it('has every choice of every field', () => {
		const options = everyOption().filter(
			({ place, of }) => place.startsWith(`${name} > `) && of.name !== 'codes',
		);
		const texts = options.flatMap(({ option }) => [
			`${option.name} (${String(option.value)})`,
			option.description ?? '',
		]);
		expect(missingIn(page, texts)).toEqual([]);
	});

	it('says which fields are masked', () => {
		const masked = everyParameter().filter(
			({ place, property }) => place.startsWith(`${name} > `) && property.typeOptions?.password,
		);
		const lines = read(page).split('\n');
		for (const { property } of masked) {
			const line = lines.find((candidate) => candidate.includes(`\`${property.name}\`,`));
			expect(line).toContain(', masked');
		}
	});

	it('has every output, in order, and what to do there', () => {
		const labels = outputLabels({
			id: 'x',
			name: 'x',
			type: `${manifest.name}.${name}`,
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		});
		const section = sectionOf(page, 'Outputs');
		const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| Output'));
		const named = rows.map((row) =>
			row
				.split(' | ')[0]
				.replace(/[|* ]+/g, ' ')
				.trim(),
		);
		expect(named).toEqual([...(labels.length === 1 ? ['the only one'] : labels), 'Error']);
		for (const row of rows)
			expect(row.split(' | ').every((cell, index) => index === 1 || cell.trim().length > 1)).toBe(true);
	});

	it('has every code that the provider documents, and so has the page of the codes', () => {
		const contract = Object.values(CONTRACT_CODES).find(({ nodes }) => nodes.includes(name));
		const codes = Object.keys(contract?.outputs ?? {});
		for (const code of codes) {
			expect(sectionOf(page, 'Codes')).toContain(`\`${code}\``);
			expect(sectionOf('docs/status-codes.md', description.displayName)).toContain(`| \`${code}\` |`);
		}
	});

	it('names everything that the preview of its output names', () => {
		const schema = JSON.parse(read(`${folder}/__schema__/v1.0.0.json`)) as {
			properties: { reference: { properties?: object } };
		};
		const references = Object.keys(schema.properties.reference.properties ?? {});
		expect(
			missingIn(
				page,
				references.map((key) => `reference.${key}`),
			),
		).toEqual([]);
	});

	it('is where the editor sends people who ask for help', () => {
		const className = folder.split('/')[2];
		const { resources } = JSON.parse(read(`${folder}/${className}.node.json`)) as {
			resources: Record<string, Array<{ url: string }>>;
		};
		const site = 'https://github.com/n8n-nodes-otp-providers/n8n-nodes-otp-providers/blob/main';
		expect(resources.primaryDocumentation).toEqual([{ url: `${site}/${page}` }]);
		const provider = `docs/providers/${page.split('/')[2]}.md`;
		expect(resources.credentialDocumentation).toEqual([{ url: `${site}/${provider}` }]);
		expect(exists(provider)).toBe(true);
	});
});

describe.each(PROVIDERS)('the page of the provider %s', (provider) => {
	const page = `docs/providers/${provider}.md`;

	it('links every node', () => {
		const linked = linksOf(read(page)).map((link) => targetOf(page, link)?.path);
		const nodes = NODES.map(([, nodePage]) => nodePage).filter((path) => path.split('/')[2] === provider);
		expect(nodes.filter((path) => !linked.includes(path))).toEqual([]);
	});

	it('says where every field of its credentials comes from', () => {
		const credentials = allCredentials().filter(({ name }) => name.toLowerCase().startsWith(provider));
		expect(credentials.length).toBeGreaterThan(0);
		const labels = credentials.flatMap(({ displayName, properties }) => [
			displayName,
			...properties
				.filter(({ type }) => type !== 'hidden' && type !== 'notice')
				.map((property) => property.displayName),
		]);
		expect(missingIn(page, labels, 'Get your credentials')).toEqual([]);
	});

	it('says when to change each of the quirks', () => {
		const quirks = everyParameter().filter(
			({ place }) => place.includes(' > providerQuirks > ') && place.toLowerCase().startsWith(provider),
		);
		expect(
			missingIn(
				page,
				quirks.map(({ property }) => property.displayName),
				'Quirks',
			),
		).toEqual([]);
	});

	it.each(['Get your credentials', 'Sandbox', 'Limits', 'Quirks', 'What you meet first'])(
		'has the section "%s"',
		(heading) => {
			expect(sectionOf(page, heading).trim().split('\n').length).toBeGreaterThan(2);
		},
	);
});

describe('the page of troubles', () => {
	const page = 'docs/troubleshooting.md';

	it('has every message of a fault under a heading, so that it is found by its words', () => {
		const headings = read(page)
			.split('\n')
			.filter((line) => line.startsWith('### '));
		const words = Object.values(FAULTS).map(({ message }) =>
			message.replace(/^\{provider\}('s)? /, '').replace(/ \{provider\}.*$/, ''),
		);
		expect(words.filter((message) => !headings.includes(`### ${message}`))).toEqual([]);
	});

	it('has every kind of fault, and every warning that the provider may have acted', () => {
		expect(missingIn(page, [...Object.keys(FAULTS), ...Object.values(EFFECT_UNKNOWN)])).toEqual([]);
	});
});

describe('the pages of concepts', () => {
	it('has a row for every kind of fault', () => {
		expect(missingIn('docs/concepts.md', Object.keys(FAULTS))).toEqual([]);
	});

	it.each(['Outcomes and faults', 'Branching', 'Nothing is sent twice', 'Privacy'])(
		'has the section "%s"',
		(heading) => {
			expect(sectionOf('docs/concepts.md', heading).trim().split('\n').length).toBeGreaterThan(2);
		},
	);
});

describe('links', () => {
	it('are found in text, tables, pictures and HTML, and not in code', () => {
		const page = [
			'# A `code` of *two*, and more',
			'[one](a.md) and ![two](b.png "title") and [three][ref]',
			'| [four](c.md#d) |',
			'<source srcset="e.png"> <img src="f.png">',
			'`[five](no.md)`',
			'```md',
			'# Not a heading',
			'[six](no.md)',
			'```',
			'[ref]: g.md',
			'## Twice',
			'## Twice',
		].join('\n');
		expect(linksOf(page).sort()).toEqual(['a.md', 'b.png', 'c.md#d', 'e.png', 'f.png', 'g.md']);
		expect(anchorsOf(page)).toEqual(['a-code-of-two-and-more', 'twice', 'twice-1']);
	});

	it('that lead nowhere are noticed', () => {
		expect(deadLinks(['README.md'], (path) => path !== 'LICENSE')).toEqual(['README.md: LICENSE']);
	});

	it('of every page lead to a file that is there, and to a heading in it', () => {
		const pages = allPages();
		expect(pages).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/concepts.md']));
		expect(pages.length).toBeGreaterThan(30);
		expect(deadLinks(pages, exists)).toEqual([]);
	});

	it('of README lead to every page, directly or over another page', () => {
		const reached = new Set(['README.md']);
		for (const page of reached) {
			if (!page.endsWith('.md')) continue;
			for (const link of linksOf(read(page))) {
				const target = targetOf(page, link);
				if (target !== undefined && exists(target.path)) reached.add(target.path);
			}
		}
		expect(allPages().filter((page) => !reached.has(page))).toEqual([]);
	});
});
