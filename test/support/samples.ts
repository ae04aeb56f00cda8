import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { RecordedRequest, Simulator } from '../../simulator';
import { execute } from '../../tools/engine';
import { savedCredentials } from './simulator';

/** Headers that n8n's HTTP client adds to every request. */
const CLIENT_HEADERS = ['User-Agent', 'Content-Length', 'Accept-Encoding', 'Host', 'Connection'];

/** The headers of every JSON request. */
export const JSON_HEADERS = { Accept: 'application/json', 'Content-Type': 'application/json' };

/** The headers that the node and its credential put there, by their exact names. */
export function ownHeaders({ headers }: RecordedRequest): Record<string, string> {
	return Object.fromEntries(Object.entries(headers).filter(([name]) => !CLIENT_HEADERS.includes(name)));
}

/** Runs a node with one item, and gives the requests that reached the provider. */
export async function requestsOf(
	simulator: Simulator,
	type: string,
	parameters: INodeParameters,
	credential: Parameters<typeof savedCredentials>[0],
	item: IDataObject = {},
): Promise<RecordedRequest[]> {
	await execute({ type, parameters }, [item], savedCredentials(credential));
	return simulator.requests();
}
