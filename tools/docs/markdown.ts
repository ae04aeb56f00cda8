/** A table; cells are Markdown, and a `|` in them is escaped. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const line = (cells: readonly string[]) =>
		`| ${cells.map((cell) => cell.replace(/\|/g, '\\|').replace(/\n/g, ' ')).join(' | ')} |`;
	return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** A text as code, also one with braces or backticks in it. */
export function code(text: string): string {
	const fence = text.includes('`') ? '``' : '`';
	return `${fence}${text}${fence}`;
}

/** A block of JSON. */
export function jsonBlock(value: unknown): string {
	return ['```json', JSON.stringify(value, null, 2), '```'].join('\n');
}

/** Text of the editor in which `<`, `*` and `_` are meant as they are. */
export function plain(text: string): string {
	return text.replace(/[<*_]/g, '\\$&').replace(/\{\{.*?\}\}/g, (braces) => code(braces.replace(/\\/g, '')));
}

/** A text as a sentence: descriptions of one sentence have no full stop in the editor. */
export function sentence(text: string): string {
	return /[.!?]['"]?$/.test(text) ? text : `${text}.`;
}

/**
 * The anchor of a heading, as GitHub makes it.
 *
 * @param heading the heading's text
 * @see https://github.com/Flet/github-slugger
 */
export function anchor(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M}\p{Pc} -]/gu, '')
		.replace(/ /g, '-');
}
