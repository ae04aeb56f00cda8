import { detectPort } from 'detect-port';

/** A free port on loopback: the preferred one, one of the next ones, or any. */
export async function freePort(preferred = 0): Promise<number> {
	return await detectPort({ port: preferred, hostname: '127.0.0.1' });
}
