import { readdirSync } from 'node:fs';
import { posix } from 'node:path';

import { filesBelow, read, ROOT } from './sources';

/** A fenced block, with what follows the language in its first line. */
export interface CodeBlock {
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

/** A page without what is shown as it is: fenced blocks and code spans. */
function prose(markdown: string): string {
	return markdown.replace(FENCE, '').replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
}

/** Where the links and pictures of a page lead, as they are written. */
export function linksOf(markdown: string): string[] {
	const text = prose(markdown);
	const inline = [...text.matchAll(/\]\(\s*<?([^\s)>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
	const references = [...text.matchAll(/^\[[^\]\n]+\]:\s*<?([^\s>]+)>?/gm)];
	const html = [...text.matchAll(/\b(?:href|src|srcset)="([^"\s]+)/g)];
	return [...inline, ...references, ...html].map(([, target]) => target);
}

/**
 * The anchors of a page: its headings as GitHub names them, the second of a name with `-1`.
 *
 * @see https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#section-links
 */
function anchorsOf(markdown: string): string[] {
	const headings = [...markdown.replace(FENCE, '').matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)];
	const seen = new Map<string, number>();
	return headings.map(([, heading]) => {
		const shown = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
		const slug = shown
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\p{M}\p{Pc}\s-]/gu, '')
			.replace(/\s/g, '-');
		const count = seen.get(slug) ?? 0;
		seen.set(slug, count + 1);
		return count === 0 ? slug : `${slug}-${count}`;
	});
}

/** The pages that people read, as paths from the project's root. */
export function allPages(): string[] {
	const top = readdirSync(ROOT, { withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
		.map(({ name }) => name);
	return [...top, ...filesBelow('docs').filter((path) => path.endsWith('.md'))];
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
	return pages.flatMap((page) =>
		linksOf(read(page)).flatMap((link) => {
			const target = targetOf(page, link);
			if (target === undefined) return [];
			const { path, anchor } = target;
			if (path.startsWith('..') || !exists(path)) return [`${page}: ${link}`];
			if (anchor === '' || !path.endsWith('.md')) return [];
			return anchorsOf(read(path)).includes(anchor) ? [] : [`${page}: ${link}`];
		}),
	);
}
