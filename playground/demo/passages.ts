import type { Execution, StoredWorkflow } from '../rest-client';
import { OUTPUTS } from './branches';

const PACKAGE = 'n8n-nodes-otp-providers.';

/** One item that went through one of the package's nodes. */
export interface Passage {
	node: string;
	/** The type of the node without the name of the package. */
	type: string;
	branch: string;
	reason: string;
}

/** The passages of a run through the nodes of this package, in the order in which they ran. */
export function passagesOf(workflow: StoredWorkflow, execution: Execution): Passage[] {
	const { runData } = execution.data.resultData;
	const runs = workflow.nodes
		.filter(({ type }) => type.startsWith(PACKAGE))
		.flatMap((node) => (runData[node.name] ?? []).map((run) => ({ node, run })))
		// The index begins anew whenever a run goes on after a wait.
		.sort(
			({ run: a }, { run: b }) => a.startTime - b.startTime || a.executionIndex - b.executionIndex,
		);
	return runs.flatMap(({ node, run }) => {
		const type = node.type.slice(PACKAGE.length);
		if (run.error) return [{ node: node.name, type, branch: 'failed', reason: run.error.message }];
		return (run.data?.main ?? []).flatMap((items, output) =>
			(items ?? []).map(({ json }) => ({
				node: node.name,
				type,
				branch: OUTPUTS[type]?.[output] ?? `output ${output}`,
				reason: String(json.reason ?? ''),
			})),
		);
	});
}
