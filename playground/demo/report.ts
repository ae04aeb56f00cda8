import type { Passage } from './passages';

const WIDTHS = [24, 30, 12, 24];

/** Prints the names of the columns. */
export function printHeading(): void {
	printRow(['Workflow', 'Node', 'Branch', 'Reason', 'As it should be']);
	printRow([...WIDTHS.map((width) => '-'.repeat(width)), '-'.repeat(15)]);
}

/** Prints one item's passage through a node, and tells whether it took the branch that it should. */
export function printPassage(
	workflow: string,
	passage: Passage | undefined,
	expected: string | undefined,
): boolean {
	const { node, branch, reason } = passage ?? { node: '(did not run)', branch: '', reason: '' };
	const right = passage !== undefined && branch === expected;
	const verdict = right ? 'yes' : `NO, it should be ${expected ?? 'no further item'}`;
	printRow([workflow, node, branch, reason, verdict]);
	return right;
}

function printRow(cells: string[]): void {
	const line = cells.map((cell, column) => cell.padEnd(WIDTHS[column] ?? 0)).join('  ');
	process.stdout.write(`${line.trimEnd()}\n`);
}
