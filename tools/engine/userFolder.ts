import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives n8n-core a throw-away user folder for the whole run, so that it leaves the user's own one alone. */
export default function createUserFolder(): void {
	process.env.N8N_USER_FOLDER = mkdtempSync(join(tmpdir(), 'otp-providers-test-'));
}

/** Removes it. */
export function removeUserFolder(): void {
	const folder = process.env.N8N_USER_FOLDER;
	if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
