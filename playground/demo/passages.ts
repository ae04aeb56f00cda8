import type { Execution, StoredWorkflow } from '../rest-client';
import { OUTPUTS } from './branches';

const PACKAGE = 'n8n-nodes-otp-providers.';

/** One item that went through one of the package's nodes. */
export interface Passage {
	node: string;
	branch: string;
	reason: string;
}

/** The passages of a run through the nodes of this package, in the order in which they ran. */
export function passagesOf(workflow: StoredWorkflow, execution: Execution): Passage[] {
	const { runData } = execution.data.resultData;
	const runs = workflow.nodes
		.filter(({ type }) => type.startsWith(PACKAGE))
		.flatMap((node) => (runData[node.name] ?? []).map((run) => ({ node, run })))
		.sort((a, b) => a.run.executionIndex - b.run.executionIndex);
	return runs.flatMap(({ node, run }) => {
		if (run.error) return [{ node: node.name, branch: 'failed', reason: run.error.message }];
		const names = OUTPUTS[node.type.slice(PACKAGE.length)];
		return (run.data?.main ?? []).flatMap((items, output) =>
			(items ?? []).map(({ json }) => ({
				node: node.name,
				branch: names?.[output] ?? `output ${output}`,
				reason: String(json.reason ?? ''),
			})),
		);
	});
}
