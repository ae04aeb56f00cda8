import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder of this project in the user's cache, by the convention of the platform. */
export function cacheFolder(): string {
	const base =
		process.platform === 'win32'
			? (process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'))
			: // The XDG specification says that a relative or empty value is to be ignored.
				(absolute(process.env.XDG_CACHE_HOME) ?? join(homedir(), '.cache'));
	return join(base, 'n8n-nodes-otp-providers');
}

function absolute(path: string | undefined): string | undefined {
	return path?.startsWith('/') ? path : undefined;
}
