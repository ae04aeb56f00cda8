import type { INodeProperties } from 'n8n-workflow';

import type { CredentialInUse } from '../../../nodes/engine/credentials/accessToken';
import { InvalidParameter, labelsOf, Parameters } from '../../../nodes/engine/fields/parameters';
import { defineOperation, type PreparedItem } from '../../../nodes/engine/operation/operation';
import type { Provider, ProviderRequest } from '../../../nodes/engine/operation/provider';
import type { CodeRow } from '../../../nodes/engine/operation/statusCodes';

/** A provider that the engine's tests make up. */
export const provider: Provider = {
	name: 'example',
	displayName: 'Example',
	checkCredential: () => {},
	credentials: [{ name: 'exampleApi', displayName: 'Example API', properties: [] }],
	secretAnswerKeys: ['token'],
	categories: ['Communication'],
};

export const codes: readonly CodeRow[] = [
	{ code: 'OK', text: 'Done', reason: 'accepted', source: 'this test' },
	{ code: 'AGAIN', text: 'Done again', reason: 'reissued', source: 'this test' },
	{ code: 'WRONG', text: 'Wrong code', reason: 'incorrectCode', source: 'this test' },
	{ code: 'SLOW', text: 'Too many calls', reason: 'rateLimited', source: 'this test' },
	{ code: 'NONE', text: 'No code', reason: 'noValidCode', source: 'this test' },
	{ code: 'KEY', text: 'Unknown key', fault: 'credentialsRefused', source: 'this test' },
];

/** The part of an operation that is the same for every test. */
export const send = {
	provider,
	name: 'send',
	kind: 'send',
	description: 'Send a code',
	codes,
	searchWords: ['send otp'],
} as const;

export const operation = defineOperation({
	...send,
	form: [],
	perform: async () => await Promise.reject(new Error('Nothing is sent')),
});

export const request: ProviderRequest = {
	method: 'POST',
	baseUrl: 'https://api.example.com/v1//',
	path: '/send',
	effect: true,
};

export const credential = (): CredentialInUse => ({ type: 'exampleApi', data: { key: 'k' } });

/** An item that makes one request and is told yes. */
export function preparedItem(more: Partial<PreparedItem> = {}): PreparedItem {
	return {
		state: 'prepared',
		credential: credential(),
		perform: async (call) => {
			await call(request);
			return { says: 'yes', statusCode: 'OK', message: 'ok' };
		},
		recipients: [],
		secrets: [],
		identity: [],
		reference: {},
		...more,
	};
}

/** The parameters of an item, by their paths. */
export function parametersFrom(
	values: Readonly<Record<string, unknown>>,
	properties: readonly INodeProperties[] = [],
): Parameters {
	return new Parameters((path) => values[path], labelsOf(properties));
}

/** What reading gives: the value, or the refusal in words. */
export function tried(read: () => unknown): unknown {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof InvalidParameter)) throw error;
		return error.message;
	}
}
