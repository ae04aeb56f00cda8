import type { Execution, WorkflowFile } from '../../tools/n8n/restClient';
import { isOfPackage, outputsOf, type BranchName } from './branches';

/** One item that went through one of the package's nodes. */
export interface Passage {
	/** The workflow, by the name of its file without `.json`. */
	workflow: string;
	node: string;
	branch: BranchName | 'failed';
	reason: string;
}

/** The passages of a run through the nodes of this package, in the order in which they ran. */
export function passagesOf(key: string, workflow: WorkflowFile, execution: Execution): Passage[] {
	const { runData } = execution.data.resultData;
	const runs = workflow.nodes
		.filter(isOfPackage)
		.flatMap((node) => (runData[node.name] ?? []).map((run) => ({ node, run })))
		// The index starts again whenever a run continues after a wait.
		.sort(({ run: a }, { run: b }) => a.startTime - b.startTime || a.executionIndex - b.executionIndex);
	return runs.flatMap(({ node, run }): Passage[] => {
		const at = { workflow: key, node: node.name };
		if (run.error) return [{ ...at, branch: 'failed', reason: run.error.message }];
		return outputsOf(node).flatMap((branch, output) =>
			(run.data?.main[output] ?? []).map(({ json }) => ({ ...at, branch, reason: reasonOf(json) })),
		);
	});
}

function reasonOf(json: { reason?: unknown; error?: unknown }): string {
	const { fault } = (json.error ?? {}) as { fault?: unknown };
	// A faulted item still has the fields of its input, another node's reason among them.
	return String(fault ?? json.reason ?? '');
}
