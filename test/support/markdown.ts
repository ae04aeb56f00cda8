import { readdirSync } from 'node:fs';
import { posix } from 'node:path';

import { anchor } from '../../tools/docs/markdown';
import { filesBelow, read, ROOT } from './sources';

/** A fenced block, with what follows the language in its first line. */
interface CodeBlock {
	language: string;
	title: string;
	text: string;
}

const FENCE = /^(`{3,})([^\n`]*)\n([\s\S]*?)^\1[ \t]*$/gm;

/** The fenced blocks of a page. */
export function codeBlocksOf(markdown: string): CodeBlock[] {
	return [...markdown.matchAll(FENCE)].map(([, , info, text]) => {
		const [language, ...title] = info.trim().split(/\s+/);
		return { language, title: title.join(' '), text };
	});
}

const CODE_SPAN = /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g;
const LINKS = [
	/\]\(\s*<?([^\s)>]+)>?(?:\s+"[^"]*")?\s*\)/g,
	/^\[[^\]\n]+\]:\s*<?([^\s>]+)>?/gm,
	/\b(?:href|src|srcset)="([^"\s]+)/g,
];

/** Where the links and pictures of a page lead, as they are written. */
export function linksOf(markdown: string): string[] {
	const prose = markdown.replace(FENCE, '').replace(CODE_SPAN, '');
	return LINKS.flatMap((form) => [...prose.matchAll(form)].map(([, target]) => target));
}

/** The anchors of a page: its headings as GitHub names them, the second of a name with `-1`. */
function anchorsOf(markdown: string): string[] {
	const headings = [...markdown.replace(FENCE, '').matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)];
	const slugs = headings.map(([, heading]) => anchor(heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')));
	return slugs.map((slug, index) => {
		const count = slugs.slice(0, index).filter((earlier) => earlier === slug).length;
		return count === 0 ? slug : `${slug}-${count}`;
	});
}

/** The part of a page below a heading of the second level. */
export function sectionOf(page: string, heading: string): string {
	const section = read(page).split(`\n## ${heading}\n`)[1]?.split('\n## ')[0];
	if (section === undefined) throw new Error(`${page} has no section ${heading}`);
	return section;
}

/** The pages that people read, as paths from the project's root. */
export function allPages(): string[] {
	return [...readdirSync(ROOT), ...filesBelow('docs')].filter((path) => path.endsWith('.md'));
}

/** What a link of a page points at, from the project's root; `undefined` for another site. */
export function targetOf(page: string, link: string): { path: string; anchor: string } | undefined {
	if (/^[a-z][a-z0-9+.-]*:/i.test(link)) return undefined;
	const [file, anchor = ''] = link.split('#');
	const path = file === '' ? page : posix.normalize(posix.join(posix.dirname(page), decodeURI(file)));
	return { path, anchor: decodeURIComponent(anchor) };
}

/** Links that lead nowhere, each with the page it stands on. */
export function deadLinks(pages: readonly string[], exists: (path: string) => boolean): string[] {
	const leadsNowhere = (page: string, link: string) => {
		const target = targetOf(page, link);
		if (target === undefined) return false;
		const { path, anchor } = target;
		if (path.startsWith('..') || !exists(path)) return true;
		return anchor !== '' && path.endsWith('.md') && !anchorsOf(read(path)).includes(anchor);
	};
	return pages.flatMap((page) =>
		linksOf(read(page))
			.filter((link) => leadsNowhere(page, link))
			.map((link) => `${page}: ${link}`),
	);
}
