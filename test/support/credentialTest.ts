import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	Workflow,
	type ICredentialDataDecryptedObject,
	type INode,
	type INodeType,
	type INodeTypes,
} from 'n8n-workflow';

import { additionalData, credentialOf } from '../../tools/engine';

/** What n8n says of a credential that works. */
export const SUCCESSFUL = 'Connection successful!';

type Rule = {
	type: string;
	properties: { key?: string; value: unknown; message: string };
};

/**
 * Presses *Test* on a credential, as n8n does (`credentials-tester.service.ts` in n8n): a node that
 * makes the request of the credential's test, and the rules of the test for what came back.
 *
 * @param type the credential type
 * @param data what the user filled in
 * @param hidesStatus whether n8n ignores every HTTP status where the test ignores some, as n8n-core
 * did before 2.11
 * @returns the sentence that n8n shows
 */
export async function pressTest(
	type: string,
	data: ICredentialDataDecryptedObject,
	hidesStatus = false,
): Promise<string> {
	const credential = credentialOf(type);
	if (credential.test === undefined) throw new Error(`No test of ${type}`);
	const { request } = credential.test;
	const rules = (credential.test.rules ?? []) as Rule[];
	const tester = {
		description: {
			displayName: 'Tester',
			name: 'test.tester',
			group: ['input'],
			version: 1,
			description: 'Makes the request of a credential test',
			defaults: { name: 'Tester' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: type, required: true }],
			properties: [
				{
					displayName: 'Temp',
					name: 'temp',
					type: 'string',
					routing: { request: { ...request, ...(hidesStatus && { ignoreHttpStatusErrors: true }) } },
					default: '',
				},
			],
		},
	} as unknown as INodeType;
	const nodeTypes: INodeTypes = {
		getByName: () => tester,
		getByNameAndVersion: () => tester,
		getKnownTypes: () => ({}),
	};
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: 'test.tester',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [type]: { id: type, name: type } },
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData({ [type]: data }, workflow, 'test'),
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	const defaults = Object.fromEntries(
		credential.properties.map((property) => [property.name, property.default]),
	) as ICredentialDataDecryptedObject;
	const decrypted = { id: type, name: type, type, data: { ...defaults, ...data } };
	try {
		const answered = await new RoutingNode(context, tester, decrypted).runNode();
		const body = answered?.[0][0].json;
		const broken = rules.find(
			({ type, properties: { key, value } }) =>
				type === 'responseSuccessBody' && valueAt(body, key ?? '') === value,
		);
		return broken?.properties.message ?? SUCCESSFUL;
	} catch (error) {
		const { message, cause } = error as Error & {
			cause?: { code?: string; response?: { status: number; statusText: string } };
		};
		const { response } = cause ?? {};
		if (response === undefined) return cause?.code ?? message;
		const broken = rules.find(
			({ type, properties }) => type === 'responseCode' && properties.value === response.status,
		);
		return broken?.properties.message ?? response.statusText;
	}
}

/** The value at a path such as `errors[0].code`, as lodash's `get` finds it for n8n. */
function valueAt(body: unknown, path: string): unknown {
	return path
		.split(/[.[\]]+/)
		.filter((key) => key !== '')
		.reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], body);
}
