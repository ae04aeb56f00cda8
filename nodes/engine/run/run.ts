import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';

import { outputCount, outputOf, readRouting, type Routing } from '../fields/branching';
import { readSettings, type Settings } from '../fields/options';
import { labelsOf } from '../fields/parameters';
import { describeFault, isFault, type Fault, type FaultKind, type FaultReport } from '../operation/faults';
import type { MistypedItem, Operation, PreparedItem } from '../operation/operation';
import { maskRecipient } from '../privacy/mask';
import { Attempts, type Result } from './attempts';
import { Dispatcher } from './dispatch';
import { parametersOf, preparerOf, toInvalid, type CheckedItem, type InvalidItem } from './prepare';
import { inSlidingWindow } from './slidingWindow';

const RETRY_HINT =
	"'Retry On Fail' is on. A retry never resends an item whose message may have been sent; it sends only items whose request certainly did not reach the provider. A sub-workflow that is called again is a new execution and sends again: turn off 'Retry On Fail' on the node that calls it.";

/**
 * Runs a node: checks the items, sends them, judges the answers, and routes each item to its output. If the
 * node is to stop on an error, nothing is sent before every item is checked.
 *
 * Under a *Continue* setting it never throws, because n8n would route the input items to the first output.
 * Failed items have the shape that n8n routes to its error output.
 *
 * @returns the items of each output
 * @throws NodeOperationError if a parameter is missing or malformed; nothing was sent
 * @throws NodeApiError if there is no trustworthy answer
 */
export async function runOperation(
	context: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[][]> {
	const count = context.getInputData().length;
	const continueOnFail = context.continueOnFail();
	const labels = labelsOf(operation.properties);

	const setUp = readSetUp(context, operation, labels);
	if (!('routing' in setUp)) {
		if (!continueOnFail) throw invalidError(context, setUp, 0);
		return [Array.from({ length: count }, (_, index) => invalidItem(operation, setUp, index))];
	}

	const { routing, settings } = setUp;
	const prepare = preparerOf(context, operation, labels);
	const items: CheckedItem[] = [];
	const checks: Array<Promise<CheckedItem>> = [];
	/** Checks each item once, although several callers ask for it. */
	const check = async (index: number): Promise<CheckedItem> => {
		checks[index] ??= prepare(index);
		return (items[index] = await checks[index]);
	};
	if (!continueOnFail) {
		await inSlidingWindow(count, { size: settings.batchSize }, async (index) => {
			await check(index);
			return true;
		});
		const firstInvalid = items.findIndex(({ state }) => state === 'invalid');
		if (firstInvalid >= 0) throw invalidError(context, items[firstInvalid] as InvalidItem, firstInvalid);
	}

	if (context.getNode().retryOnFail && operation.kind === 'send') {
		context.addExecutionHints({ message: RETRY_HINT, location: 'outputPane' });
	}
	const attempts = Attempts.open(context, operation);
	const results = await new Dispatcher(context, operation, settings, attempts).dispatch(
		{ count, check, checked: (index) => items[index] },
		continueOnFail,
	);
	const firstFault = results.findIndex((result) => result !== undefined && isFault(result));
	if (firstFault >= 0 && !continueOnFail) {
		throw faultError(context, operation, results[firstFault] as Fault, firstFault);
	}

	const outputs = route(operation, routing, items, results);
	// n8n's *Retry On Fail* checks the first item of the first output for an error.
	const runsAgain = context.getNode().retryOnFail && outputs[0][0]?.json.error !== undefined;
	if (!runsAgain) attempts.close();
	return outputs;
}

interface SetUp {
	routing: Routing;
	settings: Settings;
}

function readSetUp(
	context: IExecuteFunctions,
	operation: Operation,
	labels: ReadonlyMap<string, string>,
): SetUp | InvalidItem {
	try {
		const parameters = parametersOf(context, 0, labels);
		// n8n reads the result of an AI tool from the first output only.
		const isTool = context.getNode().type.endsWith('Tool');
		return {
			routing: isTool ? { branchOn: 'singleOutput' } : readRouting(operation.kind, parameters),
			settings: readSettings(parameters),
		};
	} catch (error) {
		return toInvalid(error);
	}
}

function route(
	operation: Operation,
	routing: Routing,
	items: readonly CheckedItem[],
	results: ReadonlyArray<Result | undefined>,
): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = Array.from(
		{ length: outputCount(operation.kind, routing) },
		() => [],
	);
	items.forEach((item, index) => {
		if (item.state === 'invalid') {
			outputs[0].push(invalidItem(operation, item, index));
			return;
		}
		const result = results[index];
		if (result === undefined) return;
		if (isFault(result)) {
			outputs[0].push(faultItem(operation, item, result, index));
			return;
		}
		const json = result.item;
		outputs[outputOf(operation, routing, json)].push({ json, pairedItem: { item: index } });
	});
	return outputs;
}

/**
 * The node for an error. n8n stores the node with the error and logs both at debug level, and a field may
 * contain a code.
 */
function withoutParameters(context: IExecuteFunctions): INode {
	return { ...context.getNode(), parameters: {} };
}

function invalidError(context: IExecuteFunctions, { message, description }: InvalidItem, itemIndex: number) {
	return new NodeOperationError(withoutParameters(context), message, { description, itemIndex });
}

/**
 * An item that n8n routes to its error output, where n8n adds the fields of the input item. Before 2.34.6,
 * it does so only if `error` is the only field of `json`.
 */
function errorItem(
	operation: Operation,
	index: number,
	{ message, description, fault, effect }: FaultReport & { fault: FaultKind | 'invalidParameter' },
	known: IDataObject,
): INodeExecutionData {
	const names = { provider: operation.provider.name, operation: operation.name };
	const error = { message, description, fault, effect, ...names, ...known };
	return { json: { error }, pairedItem: { item: index } };
}

function invalidItem(
	operation: Operation,
	{ message, description }: InvalidItem,
	index: number,
): INodeExecutionData {
	return errorItem(
		operation,
		index,
		{ message, description, fault: 'invalidParameter', effect: 'none' },
		{ statusCode: null, httpStatus: null, reference: {}, recipient: null },
	);
}

function faultError(context: IExecuteFunctions, operation: Operation, fault: Fault, itemIndex: number) {
	const { message, description } = describeFault(fault, operation.kind, operation.provider.displayName);
	const httpCode = fault.httpStatus === undefined ? undefined : String(fault.httpStatus);
	return new NodeApiError(
		withoutParameters(context),
		{ message },
		{ message, description, httpCode, itemIndex },
	);
}

function faultItem(
	operation: Operation,
	item: PreparedItem | MistypedItem,
	fault: Fault,
	index: number,
): INodeExecutionData {
	const report = describeFault(fault, operation.kind, operation.provider.displayName);
	const [recipient] = item.recipients;
	return errorItem(
		operation,
		index,
		{ ...report, fault: fault.fault },
		{
			statusCode: fault.statusCode ?? null,
			httpStatus: fault.httpStatus ?? null,
			reference: { ...fault.reference, ...item.reference },
			recipient: recipient === undefined ? null : maskRecipient(recipient),
		},
	);
}
