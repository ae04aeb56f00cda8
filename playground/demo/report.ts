import type { ExampleWorkflow } from '../exampleWorkflows';
import { textTable } from '../textTable';
import { isOfPackage, outputsOf } from './branches';
import type { Case } from './case';
import type { Passage } from './passages';
import type { Played } from './runCase';

const CASE_WIDTH = 40;

const table = textTable([CASE_WIDTH, 33, 15, 23]);

/** The names of the columns, under the name of a chapter. */
export const heading = (chapter: string): string =>
	`\n${table.heading([chapter, 'Node', 'Branch', 'Reason', 'As expected'])}`;

/** What happened in a case, with equal steps in one line, and how much of it went wrong. */
export function describeCase(
	{ about, takes }: Case,
	{ passages, astray: amiss }: Played,
): { text: string; astray: number } {
	const lines: Array<{ cells: string[]; times: number }> = [];
	let astray = amiss.length;
	for (let step = 0; step < Math.max(passages.length, takes.length); step++) {
		const passage = passages.at(step);
		const expected = takes.at(step);
		const right = passage !== undefined && passage.branch === expected;
		if (!right) astray++;
		const { node, branch, reason } = passage ?? { node: '(did not run)', branch: '', reason: '' };
		const verdict = right ? 'yes' : `NO, expected ${expected ?? 'no further item'}`;
		const cells = [node, branch, reason, verdict];
		const last = lines.at(-1);
		if (last?.cells.join('\n') === cells.join('\n')) last.times++;
		else lines.push({ cells, times: 1 });
	}
	const shown = lines.length > 0 ? lines : [{ cells: ['(no node of the package)', '', '', 'yes'], times: 1 }];
	const steps = shown.map(({ cells: [node, branch, ...rest], times }, line) =>
		table.row([line === 0 ? about : '', node, times > 1 ? `${branch} (${times}×)` : branch, ...rest]),
	);
	const text = [...steps, ...amiss.map((what) => table.row(['', '', '', '', `NO, it ${what}`]))];
	return { text: text.join(''), astray };
}

/** Which of the outputs of each workflow items came out of, and out of which not. */
export function describeBranches(examples: ExampleWorkflow[], passages: Passage[]): string {
	return examples
		.map(({ key, file }) => {
			const outputs = file.nodes
				.filter(isOfPackage)
				.flatMap((node) => outputsOf(node).map((branch) => ({ node: node.name, branch })));
			const missing = outputs.filter(
				({ node, branch }) =>
					!passages.some((one) => one.workflow === key && one.node === node && one.branch === branch),
			);
			const shown = `${outputs.length - missing.length} of ${outputs.length}`;
			const not = missing.map(({ node, branch }) => `${node}: ${branch}`).join(', ');
			return `  ${key.padEnd(CASE_WIDTH)}  ${shown.padEnd(9)}${not && `   (not: ${not})`}`.trimEnd();
		})
		.join('\n');
}
