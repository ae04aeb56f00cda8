import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Adds to a total that `totalsReporter.js` prints at the end of the run. Test files run in
 * processes of their own, so the parts meet in a file.
 *
 * @param total what is counted
 * @param parts how many more
 */
export function addTo(total: string, parts: number): void {
	const file = join(process.env.N8N_USER_FOLDER as string, 'totals.ndjson');
	appendFileSync(file, `${JSON.stringify({ total, parts })}\n`);
}
