import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Simulator } from '../../simulator';
import { execute } from '../engine';
import { simulatorCredentials } from '../simulatorCredentials';
import type { ExampleAnswer, NodeExample } from './examples';

/** An output item, and its output. */
export interface Played {
	output: string;
	item: IDataObject;
}

/**
 * Runs a node with one item in n8n's engine, against a provider that returns a known response.
 *
 * @param simulator stands in for the provider; is reset first
 * @param type the node's type name
 * @param example the item and the fields
 * @param answer the provider's response
 * @returns the item that left
 * @throws Error if it is not exactly one
 */
export async function play(
	simulator: Simulator,
	type: string,
	{ credential, input, parameters }: NodeExample,
	answer: ExampleAnswer,
): Promise<Played> {
	simulator.reset();
	simulator.inject({
		path: answer.path,
		kind: 'body',
		status: answer.status,
		body: JSON.stringify(answer.body),
	});
	const saved = { [credential]: simulatorCredentials(simulator.url)[credential].data };
	const settings = { onError: 'continueErrorOutput' } as const;
	const { outputs } = await execute({ type, parameters, settings }, [input], saved);
	const left = Object.entries(outputs).flatMap(([output, items]: [string, INodeExecutionData[]]) =>
		items.map(({ json }) => ({ output, item: json })),
	);
	if (left.length !== 1) throw new Error(`${type} returned ${left.length} items instead of one`);
	return left[0];
}
