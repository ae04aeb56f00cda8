import type { IDataObject, INodeType } from 'n8n-workflow';

import { parseJson } from '../../nodes/engine/answers/json';
import { judge } from '../../nodes/engine/answers/judge';
import type { Decision } from '../../nodes/engine/answers/statement';
import { labelsOf, Parameters } from '../../nodes/engine/fields/parameters';
import type { Fault } from '../../nodes/engine/operation/faults';
import type { Operation } from '../../nodes/engine/operation/operation';
import type { Credential, ProviderAnswer, ProviderRequest } from '../../nodes/engine/operation/provider';

/** What was set, and the defaults of the rest. */
export function parametersWithDefaults(node: INodeType, values: IDataObject): IDataObject {
	const defaults = node.description.properties.map(({ name, default: value }) => [name, value]);
	return { ...(Object.fromEntries(defaults) as IDataObject), ...values };
}

/** The parameters of one item as n8n gives them. */
export function parametersOf(node: INodeType, values: IDataObject): Parameters {
	const { properties } = node.description;
	const all = parametersWithDefaults(node, values);
	const get = (path: string) =>
		path.split(/[.[\]]+/).reduce<unknown>((value, key) => (value as IDataObject | undefined)?.[key], all);
	return new Parameters(get, labelsOf(properties));
}

/** An answer as the transport hands it to a reader. */
export function answerOf(httpStatus: number, body: unknown): ProviderAnswer {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return { httpStatus, headers: {}, text, json: parseJson(text) };
}

/** Performs an operation with given answers, without any I/O. */
export async function play(
	operation: Operation,
	parameters: Parameters,
	credential: Credential,
	answers: readonly ProviderAnswer[],
): Promise<{ requests: ProviderRequest[]; end: Decision | Fault }> {
	const requests: ProviderRequest[] = [];
	const { perform } = operation.prepare(parameters, { type: '', data: { ...credential } as never });
	const statement = await perform(async (request) => {
		requests.push(request);
		const answer = answers[requests.length - 1];
		if (answer === undefined) throw new Error(`No answer is given for ${request.path}`);
		return await Promise.resolve(answer);
	});
	return { requests, end: judge(operation, answers[requests.length - 1], statement) };
}
