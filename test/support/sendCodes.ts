import type { INode } from 'n8n-workflow';

import { execute, type Execution } from '../../tools/engine';
import type { SavedCredentials } from '../../tools/engine/credentials';
import type { Journey } from './scenarios';
import { savedCredentials } from './simulator';

interface Sending {
	settings?: Partial<INode>;
	options?: { timeout?: number; batching?: { batch: { batchSize: number } }; includeResponse?: boolean };
	/** Those that work if left out. */
	saved?: SavedCredentials;
}

/** The option that has so many items in flight at once. */
export const inBatchesOf = (batchSize: number) => ({ batching: { batch: { batchSize } } });

/** n8n runs the node again when it fails. */
export const RETRY: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

/** Sends a code to each recipient, in n8n's engine. */
export async function sendCodes(
	{ send, credential }: Journey,
	recipients: string[],
	{ settings = {}, options = {}, saved = savedCredentials(credential) }: Sending = {},
): Promise<Execution> {
	const parameters = { ...send.parameters, options };
	return await execute(
		{ ...send, parameters, settings },
		recipients.map((to) => ({ to })),
		saved,
	);
}
