import type {
	IAdditionalCredentialOptions,
	IExecuteFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
} from 'n8n-workflow';

import { IN_FLIGHT } from '../results';
import type { executeOf } from './builtNode';

type Execute = ReturnType<typeof executeOf>;

/** What a node asks of n8n for one item. */
interface Trace {
	parameters: string[];
	credentials: string[];
	requests: Array<[type: string, options: IHttpRequestOptions, more?: IAdditionalCredentialOptions]>;
}

/**
 * Watches what a node asks of n8n. The node must run for two items, one after the other; the first one
 * also reads what counts for all items.
 *
 * @returns what it asks for the second item, filled while the node runs, and the node that is watched
 */
export function record(execute: Execute): { trace: Trace; execute: Execute } {
	const trace: Trace = { parameters: [], credentials: [], requests: [] };
	const requests: Trace['requests'] = [];
	return {
		trace,
		async execute(context) {
			const { helpers } = context;
			const watched = Object.create(context, {
				getNodeParameter: {
					value: (name: string, item: number, fallback: unknown) => {
						if (item === 1) trace.parameters.push(name);
						return context.getNodeParameter(name, item, fallback);
					},
				},
				getCredentials: {
					value: async (type: string, item: number) => {
						if (item === 1) trace.credentials.push(type);
						return await context.getCredentials(type, item);
					},
				},
				helpers: {
					value: Object.create(helpers, {
						httpRequestWithAuthentication: {
							async value(this: IExecuteFunctions, ...request: Trace['requests'][number]) {
								const [type, { headers, ...options }, more] = request;
								requests.push([type, { ...options, headers: { ...headers }, encoding: 'json' }, more]);
								return await helpers.httpRequestWithAuthentication.call(this, ...request);
							},
						},
					}) as IExecuteFunctions['helpers'],
				},
			}) as IExecuteFunctions;
			const outputs = await execute(watched);
			trace.requests.push(...requests.slice(requests.length / 2));
			return outputs;
		},
	};
}

/**
 * Asks n8n for the same without any code of the package. n8n's helper parses the answers.
 *
 * @param outputs how many outputs the node has
 */
export function replay({ parameters, credentials, requests }: Trace, outputs: number): Execute {
	return async (context) => {
		const items = context.getInputData();
		for (let item = 0; item < items.length; item += 1) {
			for (const name of parameters) context.getNodeParameter(name, item, null);
			for (const type of credentials) await context.getCredentials(type, item);
		}
		const answers: INodeExecutionData[] = [];
		let next = 0;
		const work = async () => {
			while (next < items.length) {
				const item = next++;
				let body: unknown;
				for (const [type, options, more] of requests) {
					// n8n adds the credential's headers to the options that it gets.
					const request = { ...options, headers: { ...options.headers } };
					({ body } = (await context.helpers.httpRequestWithAuthentication.call(
						context,
						type,
						request,
						more,
					)) as { body: unknown });
				}
				answers[item] = { json: body as INodeExecutionData['json'], pairedItem: { item } };
			}
		};
		await Promise.all(Array.from({ length: IN_FLIGHT }, work));
		return Array.from({ length: outputs }, (_, index) => (index === outputs - 1 ? answers : []));
	};
}
