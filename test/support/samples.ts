import type { RecordedRequest } from '../../simulator';

/** Headers that n8n's HTTP client adds to every request. */
const CLIENT_HEADERS = ['User-Agent', 'Content-Length', 'Accept-Encoding', 'Host', 'Connection'];

/** The headers that the node and its credential put there, by their exact names. */
export function ownHeaders({ headers }: Pick<RecordedRequest, 'headers'>): Record<string, string> {
	return Object.fromEntries(Object.entries(headers).filter(([name]) => !CLIENT_HEADERS.includes(name)));
}
