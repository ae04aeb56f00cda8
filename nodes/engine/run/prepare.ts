import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { WITHOUT_TOKEN, type CredentialInUse } from '../credentials/accessToken';
import { InvalidParameter, Parameters } from '../fields/parameters';
import type { MistypedItem, Operation, PreparedItem } from '../operation/operation';
import { credentialTypeOf } from '../operation/provider';
import { returningInGroups } from './turns';

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

/** How many items are read in a row: n8n evaluates their expressions faster then. */
const ITEMS_IN_A_ROW = 25;

/** The parameters of one item; n8n's `null` for a missing one reads as `undefined`. */
export function parametersOf(
	context: IExecuteFunctions,
	index: number,
	labels: ReadonlyMap<string, string>,
): Parameters {
	return new Parameters((path) => context.getNodeParameter(path, index, null) ?? undefined, labels);
}

/**
 * Makes the function that reads and checks an item. It sends nothing and never rejects, and may be called
 * for several items at the same time.
 */
export function preparerOf(
	context: IExecuteFunctions,
	operation: Operation,
	labels: ReadonlyMap<string, string>,
): (index: number) => Promise<CheckedItem> {
	const credentials = new Map<string, CredentialInUse>();
	const inGroups = returningInGroups(ITEMS_IN_A_ROW);
	return async (index) => {
		try {
			const parameters = parametersOf(context, index, labels);
			const type = credentialTypeOf(operation.provider, parameters);
			const data = await inGroups(async () => await context.getCredentials(type, index));
			const key = JSON.stringify([type, { ...data, ...WITHOUT_TOKEN }]);
			let credential = credentials.get(key);
			if (credential === undefined) {
				operation.provider.checkCredential(data, type);
				credential = { type, data };
				credentials.set(key, credential);
			}
			return operation.prepare(parameters, credential);
		} catch (error) {
			return toInvalid(error);
		}
	};
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
