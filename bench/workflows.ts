import type { INode, INodeParameters } from 'n8n-workflow';

import type { Credential, WorkflowFile } from '../tools/n8n/restClient';
import { chained, step } from '../tools/n8n/workflows';
import { itemOf, type Scenario } from './scenarios';

/** The name of the trigger of every workflow. */
export const TRIGGER = 'Start';

/** A workflow, with its nodes one after the other; the last one decides the output. */
export interface Contender {
	file: WorkflowFile;
	first: string;
	last: string;
	/** The index of the last node's output for a success. */
	output: number;
}

function oneAfterTheOther(name: string, steps: INode[], output: number, items: number): Contender {
	const nodes = [step(TRIGGER, 'n8n-nodes-base.manualTrigger'), ...steps];
	const pinned = Array.from({ length: items }, (_, person) => ({ json: itemOf(person) }));
	return {
		file: { ...chained(name, nodes), pinData: { [TRIGGER]: pinned } },
		first: nodes[1].name,
		last: nodes[nodes.length - 1].name,
		output,
	};
}

const referTo = ({ id, name, type }: Credential) => ({ [type]: { id, name } });

/**
 * @param batchSize for *Items per Batch*; the node's default if left out
 * @returns the workflow with the package's node
 */
export function ourWorkflow(
	{ title, ours }: Scenario,
	credential: Credential,
	items: number,
	batchSize?: number,
): Contender {
	const options = batchSize === undefined ? {} : { batching: { batch: { batchSize } } };
	const parameters = { ...ours.parameters, options };
	const node = step('This Package', ours.node, parameters, { credentials: referTo(credential) });
	return oneAfterTheOther(title, [node], ours.output, items);
}

/** @returns the workflow that a user would build instead: HTTP Request nodes and an If node */
export function chainWorkflow(
	{ title, chain }: Scenario,
	credential: Credential,
	items: number,
	url: string,
): Contender {
	const requests = chain.requests.map(({ name, path, parameters }) => {
		const response = { response: { fullResponse: true, neverError: true } };
		return step(
			name,
			'n8n-nodes-base.httpRequest',
			{
				...{ method: 'POST', url: `${url}${path}` },
				...{ authentication: 'genericCredentialType', genericAuthType: credential.type },
				...parameters,
				options: { response },
			},
			{ typeVersion: 4.5, credentials: referTo(credential) },
		);
	});
	const { value, is } = chain.success;
	const conditions = {
		options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 3 },
		conditions: [condition('={{ $json.statusCode }}', 200, 'number'), condition(value, is, 'string')],
		combinator: 'and',
	};
	const branch = step('If', 'n8n-nodes-base.if', { conditions, options: {} }, { typeVersion: 2.3 });
	return oneAfterTheOther(`${title} by hand`, [...requests, branch], 0, items);
}

function condition(leftValue: string, rightValue: string | number, type: string): INodeParameters {
	return { id: leftValue, leftValue, rightValue, operator: { type, operation: 'equals' } };
}
