import type { IConnections, INode, INodeParameters } from 'n8n-workflow';

import type { Credential, WorkflowFile } from '../tools/n8n/restClient';
import { manifest } from '../tools/package';
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

type Step = Pick<INode, 'name' | 'type' | 'typeVersion' | 'parameters' | 'credentials'>;

function oneAfterTheOther(name: string, steps: Step[], output: number, items: number): Contender {
	const trigger: Step = {
		name: TRIGGER,
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		parameters: {},
	};
	const nodes = [trigger, ...steps].map(
		(step, index): INode => ({ ...step, id: `${name}-${index}`, position: [index * 200, 0] }),
	);
	const connections: IConnections = Object.fromEntries(
		nodes
			.slice(1)
			.map(({ name: next }, index) => [
				nodes[index].name,
				{ main: [[{ node: next, type: 'main' as const, index: 0 }]] },
			]),
	);
	const pinned = Array.from({ length: items }, (_, person) => ({ json: itemOf(person) }));
	return {
		file: { name, nodes, connections, settings: { executionOrder: 'v1' }, pinData: { [TRIGGER]: pinned } },
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
	const node: Step = {
		name: 'This Package',
		type: `${manifest.name}.${ours.node}`,
		typeVersion: 1,
		parameters: { ...ours.parameters, options },
		credentials: referTo(credential),
	};
	return oneAfterTheOther(title, [node], ours.output, items);
}

/** @returns the workflow that a user would build instead: HTTP Request nodes and an If node */
export function chainWorkflow(
	{ title, chain }: Scenario,
	credential: Credential,
	items: number,
	url: string,
): Contender {
	const requests = chain.requests.map(({ name, path, parameters }): Step => {
		const response = { response: { fullResponse: true, neverError: true } };
		return {
			name,
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.5,
			parameters: {
				...{ method: 'POST', url: `${url}${path}` },
				...{ authentication: 'genericCredentialType', genericAuthType: credential.type },
				...parameters,
				options: { response },
			},
			credentials: referTo(credential),
		};
	});
	const { value, is } = chain.success;
	const branch: Step = {
		name: 'If',
		type: 'n8n-nodes-base.if',
		typeVersion: 2.3,
		parameters: {
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 3 },
				conditions: [condition('={{ $json.statusCode }}', 200, 'number'), condition(value, is, 'string')],
				combinator: 'and',
			},
			options: {},
		},
	};
	return oneAfterTheOther(`${title} by hand`, [...requests, branch], 0, items);
}

function condition(leftValue: string, rightValue: string | number, type: string): INodeParameters {
	return { id: leftValue, leftValue, rightValue, operator: { type, operation: 'equals' } };
}
