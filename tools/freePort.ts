import { randomInt } from 'node:crypto';
import { detectPort } from 'detect-port';

/** Below the ports that systems give to connections, which could take one before its server listens. */
const ANY_PORT = [10_000, 32_000] as const;

/** A free port on loopback: the preferred one, or any, or else one of the next ones. */
export async function freePort(preferred = randomInt(...ANY_PORT)): Promise<number> {
	return await detectPort({ port: preferred, hostname: '127.0.0.1' });
}
