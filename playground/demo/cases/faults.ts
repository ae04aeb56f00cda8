import type { Fault, ProviderName } from '../../../simulator';

/**
 * The provider is not working for one call.
 *
 * @param path the end of the path that is called
 */
export const down = (provider: ProviderName, path: string): Fault => ({
	provider,
	path,
	kind: 'status',
	status: 503,
});

/** HyperVerge refuses one call, in the shape that it documents. */
export const hyperVergeRefuses = (path: string, statusCode: 400 | 429): Fault => ({
	provider: 'hyperverge',
	path,
	kind: 'body',
	status: statusCode,
	body: JSON.stringify({
		message: statusCode === 429 ? 'Rate limit exceeded' : 'Missing required request parameters',
		statusCode,
		status: 'failure',
	}),
});

/** Wibmo's gateway has had too many calls. */
export const wibmoIsBusy = (path: string): Fault => ({
	provider: 'wibmo',
	path,
	kind: 'status',
	status: 429,
});

/** iServeU answers one call with these members. */
export const iServeUSays = (path: string, members: Record<string, string>): Fault => ({
	provider: 'iserveu',
	path,
	kind: 'body',
	body: JSON.stringify(members),
});

/** Capillary refuses one call, in the shape of its version 2. */
export const capillaryRefuses = (path: string, status: 400 | 429, code: number, message: string): Fault => ({
	provider: 'capillary',
	path,
	kind: 'body',
	status,
	body: JSON.stringify({ warnings: [], errors: [{ status: false, code, message }] }),
});
