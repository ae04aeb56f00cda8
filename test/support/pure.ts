import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import { parseJson } from '../../nodes/engine/answers/json';
import { judge } from '../../nodes/engine/answers/judge';
import { labelsOf, Parameters } from '../../nodes/engine/fields/parameters';
import { isFault } from '../../nodes/engine/operation/faults';
import { branchIndex, BRANCHES, outcomeOf } from '../../nodes/engine/operation/outcomes';
import {
	credentialTypeOf,
	type ProviderAnswer,
	type ProviderRequest,
} from '../../nodes/engine/operation/provider';
import { operationOf, type PackagedNode } from '../../tools/package';
import type { DocumentedRequest, HttpAnswer } from '../contracts/contract';
import { valueAt } from '../contracts/paths';

/** The parameters of one item as n8n gives them: what was set, and the defaults of the rest. */
function parametersOf({ description: { properties } }: INodeType, values: INodeParameters): Parameters {
	const defaults = properties.map(({ name, default: value }) => [name, value]);
	const all = { ...Object.fromEntries(defaults), ...values } as IDataObject;
	return new Parameters((path) => valueAt(all, path), labelsOf(properties));
}

/** An answer as the transport hands it to a reader. */
function answerOf({ status: httpStatus, body }: HttpAnswer): ProviderAnswer {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return { httpStatus, headers: {}, text, json: parseJson(text) };
}

const ADDRESS = 'https://api.example.com';

const known = new Map<string, PackagedNode>();

function packaged(node: string): PackagedNode {
	const found = known.get(node) ?? operationOf(node);
	known.set(node, found);
	return found;
}

/** A credential that every node takes, and no address that exists. */
const PURE_CREDENTIAL: IDataObject = {
	baseUrl: ADDRESS,
	cryptoBaseUrl: ADDRESS,
	operationsBaseUrl: ADDRESS,
	cluster: ADDRESS,
	pathPrefix: 'common/dmt-lite/unified',
	username: 'simulator_agent',
	clientId: '7001',
	bankId: '7002',
};

/** An item, checked, and with nothing sent yet. */
interface Item {
	/** Values that are shown only masked. */
	recipients: readonly string[];
	/** Values that are never shown. */
	secrets: readonly string[];
	/** Two items with the same are one request, which is never sent twice. */
	identity: unknown;
	/** The identifiers that are known before the answer. */
	reference: IDataObject;
	/** Sends the item to a provider that gives these answers, one after the other. */
	answered: (answers: readonly HttpAnswer[]) => Promise<Answered>;
}

/** What became of an item. */
interface Answered {
	requests: DocumentedRequest[];
	/** The whole addresses that they went to. */
	addresses: string[];
	/** The output by its label; `Error` for n8n's error output. */
	output: string;
	/** What the item says, without the provider's body and what else is secret. */
	says: Record<string, unknown>;
}

/**
 * What a node makes of one item, without n8n and without any I/O. The tests know the product's operations
 * through this function only.
 *
 * @param credential fields of the credential, on top of {@link PURE_CREDENTIAL}
 * @throws Error with a `message` and a `description` if a field is refused
 */
export function itemOf(node: string, values: INodeParameters, credential: IDataObject = {}): Item {
	const { node: type, operation } = packaged(node);
	const parameters = parametersOf(type, values);
	const credentialInUse = {
		type: credentialTypeOf(operation.provider, parameters),
		data: { ...PURE_CREDENTIAL, ...credential } as ICredentialDataDecryptedObject,
	};
	const item = operation.prepare(parameters, credentialInUse);
	const { recipients, reference } = item;
	if (item.state === 'mistyped') {
		const { reason, message } = item;
		const outcome = outcomeOf(operation.kind, reason);
		const output = BRANCHES[operation.kind][branchIndex(operation.kind, { outcome, reason })].label;
		const end = { requests: [], addresses: [], output, says: { reason, message } };
		return {
			...{ recipients, secrets: [], identity: undefined, reference },
			answered: async () => await Promise.resolve(end),
		};
	}
	const { secrets, identity, perform } = item;
	return {
		recipients,
		secrets,
		identity,
		reference,
		async answered(answers) {
			const given = answers.map(answerOf);
			const requests: ProviderRequest[] = [];
			const statement = await perform(async (request) => {
				requests.push(request);
				const answer = given[requests.length - 1];
				if (answer === undefined) throw new Error(`No answer is given for ${request.path}`);
				return await Promise.resolve(answer);
			});
			const end = judge(operation, given[requests.length - 1], statement);
			const says = Object.entries(end).filter(([key]) => key !== 'response' && key !== 'secrets');
			return {
				requests: requests.map(({ baseUrl, path, effect, ...request }) => ({
					...request,
					path: new URL(baseUrl + path).pathname,
					acts: effect,
				})),
				addresses: requests.map(({ baseUrl, path }) => baseUrl + path),
				output: isFault(end) ? 'Error' : BRANCHES[operation.kind][branchIndex(operation.kind, end)].label,
				says: Object.fromEntries(
					says.map(([key, value]) => [key === 'providerMessage' ? 'message' : key, value]),
				),
			};
		},
	};
}

/** The codes that a node knows. */
export const codesOf = (node: string): string[] => packaged(node).operation.codes.map(({ code }) => code);

/** What the preview of a node's output names: identifiers in `reference`, and fields of its own. */
export function previewOf(node: string): { references: string[]; own: string[] } {
	const { references, result } = packaged(node).operation;
	return { references: [...references].sort(), own: Object.keys(result).sort() };
}
