import type { INodeProperties } from 'n8n-workflow';

import { field, readField, type Field } from './field';
import type { Parameters } from './parameters';
import { flag, wholeNumber } from './readers';

const batchSize = field(
	{
		displayName: 'Items per Batch',
		name: 'batchSize',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 100,
		description: 'How many items to send at the same time. The next item starts when one of them is done.',
	},
	wholeNumber({ from: 1, to: 1000 }),
);

const batchInterval = field(
	{
		displayName: 'Batch Interval (Ms)',
		name: 'batchInterval',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: "How long to pause after starting as many items as 'Items per Batch', in milliseconds",
	},
	wholeNumber({ from: 0, to: 3_600_000 }),
);

const includeResponse = field(
	{
		displayName: 'Include Provider Response',
		name: 'includeResponse',
		type: 'boolean',
		default: true,
		description:
			"Whether to add the provider's response to the item as the 'response' field, with codes and secrets redacted and the recipient masked",
	},
	flag,
);

const timeout = field(
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 30000,
		description: 'How long to wait for each response from the provider, in milliseconds',
	},
	wholeNumber({ from: 1, to: 600_000 }),
);

/** The *Options* collection of every node, named as in n8n's HTTP Request node. */
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
					values: [batchSize.property, batchInterval.property],
				},
			],
		},
		includeResponse.property,
		timeout.property,
	],
};

/** How a node works through its items; times are in milliseconds. */
export interface Settings {
	/** How many items are in flight. */
	batchSize: number;
	/** The pause after so many items have been started. */
	batchIntervalMs: number;
	timeoutMs: number;
	includeResponse: boolean;
}

/**
 * Reads *Options* once for all items.
 *
 * @param parameters those of the first item
 * @throws InvalidParameter if a number is out of range
 */
export function readSettings(parameters: Parameters): Settings {
	const numberAt = (path: string, setting: Field<string, number | undefined>) =>
		readField({ field: setting, path }, parameters) ?? Number(setting.property.default);
	return {
		batchSize: numberAt('options.batching.batch.batchSize', batchSize),
		batchIntervalMs: numberAt('options.batching.batch.batchInterval', batchInterval),
		timeoutMs: numberAt('options.timeout', timeout),
		includeResponse: readField({ field: includeResponse, path: 'options.includeResponse' }, parameters),
	};
}
