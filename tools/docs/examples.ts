import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { contractOf } from '../../test/contracts';
import { OUTPUTS, type Answer, type Contract } from '../../test/contracts/contract';
import { asFault } from '../../test/support/contracts';

/** A response of a provider. */
export interface ExampleAnswer {
	/** The end of the path that returns it. */
	path: string;
	status: number;
	body: unknown;
}

/** What a page shows of one run: the response, and the output that the item leaves through. */
export interface Shown {
	output: string;
	answer: ExampleAnswer;
}

/** A node with one item, and what becomes of it. */
export interface NodeExample {
	credential: string;
	/** The input item. */
	input: IDataObject;
	/** The fields that are set, as the editor saves them. */
	parameters: INodeParameters;
	shown: Shown[];
	/** The contract of the operation, from the project's root. */
	contract: string;
	/** The provider's page. */
	page: string;
}

/** How many outputs a page shows, the best one first. */
const MOST_OUTPUTS = 2;

/** @returns the first response of each output that its contract has for the same item, the best output first */
function shownOf(contract: Contract): Shown[] {
	const labels = OUTPUTS[contract.kind].map(({ label }) => label).reverse();
	const first = (label: string) =>
		contract.answers[label]?.find(({ parameters }: Answer) => parameters === undefined);
	return labels.flatMap((output) => {
		const answer = first(output);
		if (answer === undefined) return [];
		const { path } = asFault(contract, answer);
		// n8n calls the only output of a node Success.
		const label = labels.length === 1 ? 'Success' : output;
		return [{ output: label, answer: { path: String(path), status: answer.status, body: answer.body } }];
	});
}

/**
 * An example of a node, made from the contract of its operation. What identifies the item or is about a
 * recipient comes from the input item, the rest is set in the node.
 *
 * @param node the node's type name
 */
export function exampleOf(node: string): NodeExample {
	const contract = contractOf(node);
	const { parameters } = contract.samples.minimal;
	const isOfItem = (name: string) => {
		const field = contract.fields[name];
		return field?.recipient !== undefined || field?.secret !== undefined || field?.identifies === true;
	};
	const names = Object.keys(parameters).filter(isOfItem);
	return {
		credential: contract.credentials[0],
		input: Object.fromEntries(names.map((name) => [name, parameters[name]])) as IDataObject,
		parameters: {
			...parameters,
			...Object.fromEntries(names.map((name) => [name, `={{ $json.${name} }}`])),
		},
		shown: shownOf(contract).slice(0, MOST_OUTPUTS),
		contract: `test/contracts/${contract.provider}/${contract.operation}.ts`,
		page: contract.page,
	};
}

/** The failed item on the index of the nodes. */
export const FAULT_EXAMPLE: { node: string; answer: ExampleAnswer } = {
	node: 'hyperVergeSendEmailOtp',
	answer: {
		path: '/sendOTPEmail',
		status: 500,
		body: { statusCode: 500, status: 'failure', error: 'Internal Server Error' },
	},
};
