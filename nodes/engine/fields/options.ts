import type { INodeProperties } from 'n8n-workflow';

import type { OperationKind } from '../operation/outcomes';
import { field, readField, type Field } from './field';
import type { Parameters } from './parameters';
import { flag, text, wholeNumber } from './readers';

const batchSize = field(
	{
		displayName: 'Items per Batch',
		name: 'batchSize',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 250,
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

const sendOncePer = field(
	{
		displayName: 'Send Once Per',
		name: 'sendOncePer',
		type: 'string',
		default: '',
		placeholder: 'e.g. campaign-1/{{ $json.mobile }}',
		description:
			"Names the message and its recipient, usually with an expression. An item whose value this node has used before is not sent again: not in a retry, not in a new execution over the same list, and not when a webhook's caller repeats a call. Takes a few writes to n8n's database per execution. Executions that run at the same moment may still both send.",
	},
	text(),
	{ filled: true },
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

/** The *Options* collection of a node, named as in n8n's HTTP Request node. */
export const optionsOf = (kind: OperationKind): INodeProperties => ({
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
		...(kind === 'send' ? [sendOncePer.property] : []),
		timeout.property,
	],
});

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

/**
 * Reads *Send Once Per* of one item.
 *
 * @returns `undefined` if the builder did not add the option
 * @throws InvalidParameter if its value is empty for this item: without a value, it would protect nobody
 */
export function readSendOncePer(parameters: Parameters): string | undefined {
	const options = parameters.raw('options');
	const isAdded = typeof options === 'object' && options !== null && sendOncePer.property.name in options;
	return isAdded ? readField({ field: sendOncePer, path: 'options.sendOncePer' }, parameters) : undefined;
}
