import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	Workflow,
	type ICredentialDataDecryptedObject,
	type INode,
	type INodeType,
	type INodeTypes,
} from 'n8n-workflow';

import { additionalData } from './engine';
import { allCredentials } from './package';

/**
 * Presses *Test* on a credential, as n8n does (`credentials-tester.service.ts` in n8n): a node that
 * makes the request of the credential's test.
 *
 * @param type the credential type
 * @param data what the user filled in
 * @returns the sentence that n8n shows, if the request itself did not work; nothing otherwise
 */
export async function pressTest(
	type: string,
	data: ICredentialDataDecryptedObject,
): Promise<string | undefined> {
	const credential = allCredentials().find(({ name }) => name === type);
	if (credential?.test === undefined) throw new Error(`No test of ${type}`);
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
					routing: { request: credential.test.request },
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
		await new RoutingNode(context, tester, decrypted).runNode();
		return undefined;
	} catch (error) {
		const { message, cause } = error as Error & { cause?: { code?: unknown } };
		return typeof cause?.code === 'string' ? cause.code : message;
	}
}
