import { ExecuteContext, RoutingNode } from 'n8n-core';
import { Workflow, type ICredentialDataDecryptedObject, type INode, type INodeType } from 'n8n-workflow';

import { additionalData, credentialOf } from '../../tools/engine';
import { valueAt } from '../contracts/paths';

/** What n8n says of a credential that works. */
export const SUCCESSFUL = 'Connection successful!';

interface Rule {
	type: string;
	properties: { key?: string; value: unknown; message: string };
}

interface TestError extends Error {
	cause?: { code?: string; response?: { status: number; statusText: string } };
}

/**
 * Presses *Test* on a credential, as n8n does (`credentials-tester.service.ts` in n8n): a node that
 * makes the request of the credential's test, and the rules of the test for what came back.
 *
 * @param hidesStatus whether n8n ignores every HTTP status where the test ignores some, as n8n-core
 * did before 2.11
 * @returns the sentence that n8n shows
 */
export async function pressTest(
	type: string,
	data: ICredentialDataDecryptedObject,
	hidesStatus = false,
): Promise<string> {
	const { test } = credentialOf(type);
	if (test === undefined) throw new Error(`No test of ${type}`);
	const rules = (test.rules ?? []) as Rule[];
	const sentenceOf = (of: string, meets: (properties: Rule['properties']) => boolean) =>
		rules.find((rule) => rule.type === of && meets(rule.properties))?.properties.message;
	try {
		const [[{ json }]] = await answered(type, data, {
			...test.request,
			...(hidesStatus && { ignoreHttpStatusErrors: true }),
		});
		const broken = sentenceOf('responseSuccessBody', ({ key = '', value }) => valueAt(json, key) === value);
		return broken ?? SUCCESSFUL;
	} catch (error) {
		const { message, cause } = error as TestError;
		if (cause?.response === undefined) return cause?.code ?? message;
		const { status, statusText } = cause.response;
		return sentenceOf('responseCode', ({ value }) => value === status) ?? statusText;
	}
}

/** Makes the request with a node of n8n's own. */
async function answered(type: string, data: ICredentialDataDecryptedObject, request: object) {
	const { properties } = credentialOf(type);
	const name = 'temp';
	const tester = {
		description: {
			name,
			defaults: { name },
			credentials: [{ name: type, required: true }],
			properties: [{ displayName: name, name, type: 'string', routing: { request }, default: '' }],
		},
	} as unknown as INodeType;
	const getType = () => tester;
	const nodeTypes = { getByName: getType, getByNameAndVersion: getType, getKnownTypes: () => ({}) };
	const node: INode = {
		id: name,
		name,
		type: name,
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
		{ resultData: { runData: {} } } as never,
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	const defaults = Object.fromEntries(properties.map((property) => [property.name, property.default]));
	const filled = { ...defaults, ...data } as ICredentialDataDecryptedObject;
	const output = await new RoutingNode(context, tester, {
		id: type,
		name: type,
		type,
		data: filled,
	}).runNode();
	return output ?? [];
}
