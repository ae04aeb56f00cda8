import { OUTPUTS } from './branches';
import type { Case } from './case';
import type { Passage } from './passages';

const WIDTHS = [28, 33, 15, 23];

/** The names of the columns, under the name of a provider. */
export function heading(provider: string): string {
	const titles = [provider, 'Node', 'Branch', 'Reason', 'As it should be'];
	return `\n${row(titles)}\n${row(titles.map((title, column) => '-'.repeat(WIDTHS[column] ?? title.length)))}\n`;
}

/** What happened in a case, with equal steps in one line, and how many of them went wrong. */
export function describeCase(
	{ about, takes }: Case,
	passages: Passage[],
): { text: string; astray: number } {
	const lines: Array<{ cells: string[]; times: number }> = [];
	let astray = 0;
	for (let step = 0; step < Math.max(passages.length, takes.length); step++) {
		const passage = passages.at(step);
		const expected = takes.at(step);
		const right = passage !== undefined && passage.branch === expected;
		if (!right) astray++;
		const { node, branch, reason } = passage ?? { node: '(did not run)', branch: '', reason: '' };
		const verdict = right ? 'yes' : `NO, it should be ${expected ?? 'no further item'}`;
		const cells = [node, branch, reason, verdict];
		const last = lines.at(-1);
		if (last?.cells.join('\n') === cells.join('\n')) last.times++;
		else lines.push({ cells, times: 1 });
	}
	const text = lines.map(({ cells: [node, branch, ...rest], times }, line) =>
		row([line === 0 ? about : '', node, times > 1 ? `${branch} (${times}×)` : branch, ...rest]),
	);
	return { text: `${text.join('\n')}\n`, astray };
}

/** Which branches each node took, and which of its outputs nothing came out of. */
export function describeBranches(passages: Passage[]): string {
	const byType = new Map<string, Passage[]>();
	for (const passage of passages) {
		byType.set(passage.type, [...(byType.get(passage.type) ?? []), passage]);
	}
	return [...byType]
		.map(([type, [first, ...others]]) => {
			const taken = new Set([first, ...others].map(({ branch }) => branch));
			const outputs: string[] = OUTPUTS[type] ?? [];
			const shown = outputs.filter((branch) => taken.has(branch)).join(', ');
			const missing = outputs.filter((branch) => !taken.has(branch)).join(', ');
			return `  ${first.node.padEnd(WIDTHS[1])}  ${shown}${missing && `   (not: ${missing})`}\n`;
		})
		.join('');
}

function row(cells: string[]): string {
	return cells
		.map((cell, column) => cell.padEnd(WIDTHS[column] ?? 0))
		.join('  ')
		.trimEnd();
}
