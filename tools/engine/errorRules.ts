import type { INodeExecutionData } from 'n8n-workflow';

/** Decides whether n8n routes an item to the error output. */
type ErrorRule = (item: INodeExecutionData) => boolean;

const fieldsOf = ({ json }: INodeExecutionData) => Object.keys(json).sort().join(' ');

/**
 * What n8n routes to the error output of a node: `handleNodeErrorOutput` in
 * `src/execution-engine/workflow-execute.ts` of n8n-core.
 */
export const ERROR_RULES = {
	/** Read in n8n-core 1.122.48, 2.30.0 and 2.33.0. */
	before: (item) =>
		Boolean(item.error) ||
		(Boolean(item.json.error) && fieldsOf(item) === 'error') ||
		(Boolean(item.json.error && item.json.message) && fieldsOf(item) === 'error message'),
	/** Since n8n-core 2.34.4, 2.35.2 and 2.36.0 (n8n 2.34.6, 2.35.3 and 2.36.0). */
	now: (item) =>
		Boolean(item.error) ||
		(Boolean(item.json.error) &&
			Object.keys(item.json).every((key) => ['error', 'message', 'details'].includes(key))),
} satisfies Record<string, ErrorRule>;
