import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { TOKEN_FIELDS, type CredentialInUse } from '../credentials/accessToken';
import { InvalidParameter, Parameters } from '../fields/parameters';
import type { MistypedItem, Operation, PreparedItem } from '../operation/operation';
import { credentialTypeOf, type Credential } from '../operation/provider';

/** An item that cannot be sent, with an error for the builder. */
export interface InvalidItem {
	state: 'invalid';
	message: string;
	description: string;
}

/** What an item can be before anything is sent. */
export type CheckedItem = PreparedItem | MistypedItem | InvalidItem;

/** Advice for errors of n8n that have none, such as a missing credential. */
const ADVICE = 'Open the node and check that a credential is selected and that each expression has a value.';

/** The parameters of one item; n8n's `null` for a missing one reads as `undefined`. */
export function parametersOf(
	context: IExecuteFunctions,
	index: number,
	labels: ReadonlyMap<string, string>,
): Parameters {
	return new Parameters((path) => context.getNodeParameter(path, index, null) ?? undefined, labels);
}

/** Checks every item before anything is sent. */
export async function prepareItems(
	context: IExecuteFunctions,
	operation: Operation,
	labels: ReadonlyMap<string, string>,
	count: number,
): Promise<CheckedItem[]> {
	const credentials = new Map<string, CredentialInUse>();
	const items: CheckedItem[] = [];
	for (let index = 0; index < count; index += 1) {
		try {
			const parameters = parametersOf(context, index, labels);
			const type = credentialTypeOf(operation.provider, parameters);
			const data = await context.getCredentials(type, index);
			operation.provider.checkCredential(data, type);
			const key = JSON.stringify([type, lastingFields(data)]);
			const credential = credentials.get(key) ?? { type, data };
			credentials.set(key, credential);
			items.push(operation.prepare(parameters, credential));
		} catch (error) {
			items.push(toInvalid(error));
		}
	}
	return items;
}

/** The fields of a credential without those of the access token, which changes. */
function lastingFields(credential: Credential): Array<[string, unknown]> {
	return Object.entries(credential).filter(([key]) => !TOKEN_FIELDS.includes(key));
}

/** Turns whatever was thrown while an item was read into what the builder reads. */
export function toInvalid(error: unknown): InvalidItem {
	const state = 'invalid';
	if (error instanceof InvalidParameter) {
		return { state, message: error.message, description: error.description };
	}
	const message = error instanceof Error ? error.message : String(error);
	const description = error instanceof NodeOperationError ? (error.description ?? '') : '';
	return { state, message, description: description === '' ? ADVICE : description };
}
