import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from './parameters';

/** The *Options* collection that every node ends with, named as in n8n's HTTP Request node. */
export const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Batching',
			name: 'batching',
			type: 'fixedCollection',
			placeholder: 'Add Batching',
			typeOptions: { multipleValues: false },
			default: { batch: {} },
			options: [
				{
					displayName: 'Batching',
					name: 'batch',
					values: [
						{
							displayName: 'Items per Batch',
							name: 'batchSize',
							type: 'number',
							typeOptions: { minValue: 1 },
							default: 10,
							description: 'How many items are sent at the same time',
						},
						{
							displayName: 'Batch Interval (Ms)',
							name: 'batchInterval',
							type: 'number',
							typeOptions: { minValue: 0 },
							default: 0,
							description: 'How long to wait between two batches, in milliseconds',
						},
					],
				},
			],
		},
		{
			displayName: 'Include Provider Response',
			name: 'includeResponse',
			type: 'boolean',
			default: true,
			description:
				"Whether to add the provider's answer as the field 'response', without codes and secrets and with the person's address masked",
		},
		{
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 30000,
			description: 'How long to wait for each answer of the provider, in milliseconds',
		},
	],
};

/** How a node works through its items. */
export interface Settings {
	batchSize: number;
	batchIntervalMs: number;
	timeoutMs: number;
	includeResponse: boolean;
}

/**
 * Reads *Options* once for the node.
 *
 * @param parameters the parameters of the first item
 * @throws InvalidParameter if a number is out of range
 */
export function readSettings(parameters: Parameters): Settings {
	const integer = (path: string, otherwise: number, range: { from: number; to: number }) =>
		parameters.raw(path) === undefined ? otherwise : parameters.integer(path, range);
	return {
		batchSize: integer('options.batching.batch.batchSize', 10, { from: 1, to: 1000 }),
		batchIntervalMs: integer('options.batching.batch.batchInterval', 0, { from: 0, to: 3_600_000 }),
		timeoutMs: integer('options.timeout', 30_000, { from: 1, to: 600_000 }),
		includeResponse:
			parameters.raw('options.includeResponse') === undefined || parameters.flag('options.includeResponse'),
	};
}
