import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { TOKEN_FIELDS } from '../credentials/accessToken';
import type { CredentialInUse } from '../credentials/accessToken';
import { InvalidParameter, Parameters } from '../fields/parameters';
import type { Operation, PreparedItem } from '../operation/operation';
import { credentialTypeOf, type Credential } from '../operation/provider';
import { fingerprintOf } from './attempts';

/** An item that is checked and ready to be sent. */
export interface Ready {
	prepared: PreparedItem;
	credential: CredentialInUse;
	fingerprint: string;
}

/** An item that cannot be sent, in words for the builder. */
export interface Invalid {
	message: string;
	description: string;
}

/** What to do about an error of n8n's own that comes without advice, such as a missing credential. */
const ADVICE = 'Open the node, check that a credential is chosen, and that each expression gives a value.';

/** @returns whether the item can be sent */
export function isReady(item: Ready | Invalid): item is Ready {
	return 'prepared' in item;
}

/**
 * @param context the node that runs
 * @param index the item
 * @param labels the display names of the node's parameters
 * @returns the item's parameters
 */
export function parametersOf(
	context: IExecuteFunctions,
	index: number,
	labels: ReadonlyMap<string, string>,
): Parameters {
	return new Parameters((path) => context.getNodeParameter(path, index, null) ?? undefined, labels);
}

/**
 * Checks every item before anything is sent.
 *
 * @param context the node that runs
 * @param operation what the node does
 * @param labels the display names of the node's parameters
 * @param count how many items there are
 * @returns for each item what is to be sent, or why it cannot be
 */
export async function prepareItems(
	context: IExecuteFunctions,
	operation: Operation,
	labels: ReadonlyMap<string, string>,
	count: number,
): Promise<Array<Ready | Invalid>> {
	const credentials = new Map<string, CredentialInUse>();
	const items: Array<Ready | Invalid> = [];
	for (let index = 0; index < count; index += 1) {
		try {
			const parameters = parametersOf(context, index, labels);
			const type = credentialTypeOf(operation.provider, parameters);
			const data = await context.getCredentials(type, index);
			operation.provider.checkCredential(data, type);
			// Items with the same credential share it, so that a renewed access token serves them all.
			const key = JSON.stringify([type, lastingFields(data)]);
			const credential = credentials.get(key) ?? { type, data };
			credentials.set(key, credential);
			const prepared = operation.prepare(parameters, data);
			const fingerprint = fingerprintOf(operation, prepared, context.getInstanceId());
			items.push({ prepared, credential, fingerprint });
		} catch (error) {
			items.push(toInvalid(error));
		}
	}
	return items;
}

/** The fields of a credential without the access token, which changes from time to time. */
function lastingFields(credential: Credential): Array<[string, unknown]> {
	return Object.entries(credential).filter(([key]) => !TOKEN_FIELDS.includes(key));
}

/**
 * @param error what was thrown while an item was read
 * @returns it in words for the builder
 */
export function toInvalid(error: unknown): Invalid {
	if (error instanceof InvalidParameter) return { message: error.message, description: error.description };
	const message = error instanceof Error ? error.message : String(error);
	const description = error instanceof NodeOperationError ? (error.description ?? '') : '';
	return { message, description: description === '' ? ADVICE : description };
}
