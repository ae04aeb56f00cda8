import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { ENDPOINTS, type Body } from '../answers';
import type { executeOf } from './builtNode';

type Execute = ReturnType<typeof executeOf>;

/**
 * Runs a node without n8n's network and database: every request has its answer at once, and nothing was sent
 * before.
 */
export function answeredAtOnce(execute: Execute): Execute {
	let requests = 0;
	const request: IExecuteFunctions['helpers']['httpRequestWithAuthentication'] = async (
		_type,
		{ url, body, encoding }: IHttpRequestOptions,
		more,
	) => {
		requests += 1;
		const fields = Object.entries(more?.credentialsDecrypted?.data ?? {});
		const headers = Object.fromEntries(fields.map(([name, value]) => [name.toLowerCase(), value]));
		const { pathname } = new URL(url);
		const answer = JSON.stringify(ENDPOINTS[pathname]?.answer(body as Body, headers, requests));
		return {
			statusCode: 200,
			headers: { 'content-type': 'application/json' },
			body: encoding === 'json' ? (JSON.parse(answer) as object) : inOneChunk(answer),
		};
	};
	return async (context) => {
		const helpers = Object.create(context.helpers, {
			httpRequestWithAuthentication: { value: request },
			checkProcessedAndRecord: { value: async (keys: unknown[]) => ({ new: keys, processed: [] }) },
		});
		return await execute(Object.create(context, { helpers: { value: helpers } }) as IExecuteFunctions);
	};
}

async function* inOneChunk(text: string) {
	yield Buffer.from(text);
}
