import {
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodePropertyOptions,
	type NodeHint,
} from 'n8n-workflow';

import { type Operation, outputsOf, runOperation } from './engine';

/** The operations of a node by the label of their resource, both in the order of the form. */
type Resources = Readonly<Record<string, readonly Operation[]>>;

/** The parts of a description that depend on the operation, and what runs it. */
interface Combined {
	outputs: `={{${string}}}`;
	hints: NodeHint[];
	properties: INodeProperties[];
	/** @throws NodeOperationError if the node has no such operation, or if it must not be an AI tool */
	run: (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;
}

/**
 * Combines operations into one node with *Resource* and *Operation*.
 *
 * @param resources the first operation of each resource is its default, and must be an AI tool if another is
 */
export function combine(resources: Resources): Combined {
	const operations = Object.values(resources).flat();
	return {
		outputs: outputsByOperation(operations),
		hints: operations.flatMap(hintsOf),
		properties: [
			choice('Resource', Object.entries(resources).map(resourceOption)),
			...Object.entries(resources).map(([label, members]) =>
				shownFor({ resource: [valueOf(label)] }, choice('Operation', members.map(operationOption))),
			),
			...operations.flatMap(({ name, properties }) =>
				properties.map((property) => shownFor({ operation: [name] }, property)),
			),
		],
		async run(context) {
			const chosen = context.getNodeParameter('operation', 0);
			const isTool = context.getNode().type.endsWith('Tool');
			const operation = operations.find(
				({ name, tool }) => name === chosen && !(isTool && tool === undefined),
			);
			if (operation !== undefined) return await runOperation(context, operation);
			// The error is stored with its node, and a field may contain a code.
			throw new NodeOperationError(
				{ ...context.getNode(), parameters: {} },
				`'Operation' must be one of the options of the ${isTool ? 'tool' : 'node'}`,
				{ description: "Select 'Operation' again. Nothing was sent." },
			);
		},
	};
}

const valueOf = (label: string) => label.toLowerCase();

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The words of an operation's name, as texts of the form write them. */
const wordsOf = ({ name }: Operation) =>
	name.split(/(?=[A-Z])/).map((word) => (word === 'Otp' ? 'OTP' : word.toLowerCase()));

/** Hides an option from AI tools. */
const NOT_FOR_TOOLS = { displayOptions: { hide: { '@tool': [true] } } };

function resourceOption([label, operations]: [string, readonly Operation[]]): INodePropertyOptions {
	const hasTool = operations.some(({ tool }) => tool !== undefined);
	return { name: label, value: valueOf(label), ...(hasTool ? {} : NOT_FOR_TOOLS) };
}

function operationOption(operation: Operation): INodePropertyOptions {
	const { name, description, tool } = operation;
	const words = wordsOf(operation);
	return {
		name: words.map(capitalized).join(' '),
		value: name,
		action: capitalized(words.join(' ')),
		description,
		...(tool === undefined ? NOT_FOR_TOOLS : {}),
	};
}

function choice(displayName: string, options: INodePropertyOptions[]): INodeProperties {
	const [{ value }] = options;
	return {
		displayName,
		name: displayName.toLowerCase(),
		type: 'options',
		noDataExpression: true,
		options,
		default: value,
	};
}

/** Shows a property only for some values of other parameters, in addition to its own conditions. */
function shownFor(values: Readonly<Record<string, string[]>>, property: INodeProperties): INodeProperties {
	const { displayOptions } = property;
	return {
		...property,
		displayOptions: { ...displayOptions, show: { ...values, ...displayOptions?.show } },
	};
}

/** The code of an expression. */
const codeOf = (expression: string) => expression.replace(/^=\{\{|\}\}$/g, '');

const hintsOf = ({ name, hints = [] }: Operation): NodeHint[] =>
	hints.map((hint) => ({
		...hint,
		displayCondition: `={{ $parameter.operation === '${name}' && (${codeOf(hint.displayCondition ?? 'true')}) }}`,
	}));

/** One expression for the outputs of all operations. */
function outputsByOperation(operations: readonly Operation[]): `={{${string}}}` {
	const cases = operations.map((operation) => `${operation.name}: () => ${codeOf(outputsOf(operation))}`);
	return `={{ ({ ${cases.join(', ')} })[$parameter.operation]() }}`;
}
