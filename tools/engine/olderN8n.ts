/** What an older n8n-core or n8n-workflow needs in order to run workflows as n8n does. */
import { WorkflowExecute } from 'n8n-core';
import * as n8nWorkflow from 'n8n-workflow';
import type { IExecuteData, IRun, IRunExecutionData } from 'n8n-workflow';

type Run = WorkflowExecute['run'];
type Options = Parameters<Run>[0];

interface OlderN8nWorkflow {
	ExpressionEvaluatorProxy?: { setEvaluator(evaluator: 'tournament'): void };
}

/** Selects the evaluator that n8n 1.85 selects when it starts; newer versions have only one. */
export function setExpressionEvaluator(): void {
	(n8nWorkflow as OlderN8nWorkflow).ExpressionEvaluatorProxy?.setEvaluator('tournament');
}

/** What an execution has before it starts. Older versions make it themselves. */
export function emptyRun(): IRunExecutionData | undefined {
	return 'createRunExecutionData' in n8nWorkflow ? n8nWorkflow.createRunExecutionData({}) : undefined;
}

/** Before n8n 2.20, `run` takes its options one by one. */
const IS_BEFORE_2_20 = WorkflowExecute.prototype.run.length > 1;

/**
 * What n8n stores of an execution before it starts: `establishContextForPersistence` in
 * `dist/workflow-runner.js` of n8n 2.41.1. Before 2.20, it does not store the context.
 *
 * @param establishedAt of the context, in milliseconds since 1970
 */
export function storedRun(start: IExecuteData, establishedAt?: number): IRunExecutionData {
	const hasContext = establishedAt !== undefined && !IS_BEFORE_2_20;
	const stored = {
		version: 1,
		startData: {},
		resultData: { runData: {} },
		executionData: {
			contextData: {},
			nodeExecutionStack: [start],
			metadata: {},
			waitingExecution: {},
			waitingExecutionSource: {},
			...(hasContext && { runtimeData: { version: 1, establishedAt, source: 'trigger' } }),
		},
	};
	// Newer types demand n8n's factory, which older versions do not have.
	return stored as unknown as IRunExecutionData;
}

/** Starts a run. */
export function startRun(runner: WorkflowExecute, options: Options): ReturnType<Run> {
	if (!IS_BEFORE_2_20) return runner.run(options);
	const { workflow, startNode, destinationNode, pinData } = options;
	const run = runner.run.bind(runner) as unknown as (...positional: unknown[]) => ReturnType<Run>;
	return run(workflow, startNode, destinationNode, pinData);
}

/** The status of a run that has ended. n8n-core of n8n 1.85 leaves it to n8n to set it after an error. */
export function statusOf({ status, data }: IRun): string {
	return data.resultData.error === undefined || status !== 'running' ? status : 'error';
}
