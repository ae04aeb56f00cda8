import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { credentialOf, execute as executeInEngine, register } from '../../tools/engine';
import { built, manifest } from '../../tools/package';
import { IN_FLIGHT } from '../results';
import { credentialDataOf, itemOf, type Scenario } from '../scenarios';

type Execute = (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

/** The node of a scenario as it is published: compiled, not from source. */
export function builtNode({ ours }: Scenario): INodeType {
	const path = manifest.n8n.nodes.find((one) =>
		one.toLowerCase().endsWith(`${ours.node}.node.js`.toLowerCase()),
	);
	return built([path ?? ''])[0] as INodeType;
}

/** @returns runs the node alone */
export function executeOf(node: INodeType): Execute {
	return async (context) => (await node.execute?.call(context)) as INodeExecutionData[][];
}

/**
 * Registers a node that takes the description of the scenario's node and does something else.
 *
 * @param name its type name
 * @returns runs it in n8n-core for so many items, with so many requests in flight
 */
export function registerAs(name: string, scenario: Scenario, url: string, execute: Execute) {
	const { description } = builtNode(scenario);
	const { parameters, credential, output } = scenario.ours;
	const node = {
		description: { ...description, name },
		async execute(this: IExecuteFunctions) {
			return await execute(this);
		},
	};
	register(node as INodeType, credentialOf(credential));
	return async (items: number, batchSize = IN_FLIGHT) => {
		const options = { batching: { batch: { batchSize } } };
		const people = Array.from({ length: items }, (_, person) => itemOf(person));
		const saved = { [credential]: credentialDataOf(scenario, url) };
		const result = await executeInEngine(
			{ type: name, parameters: { ...parameters, options } },
			people,
			saved,
		);
		const succeeded = Object.values(result.outputs)[output].length;
		if (succeeded !== items) {
			throw new Error(`${scenario.title}: ${succeeded} of ${items} items (${result.error?.message ?? ''})`);
		}
		return result;
	};
}
