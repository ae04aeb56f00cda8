import { existsSync } from 'node:fs';
import { chown } from 'node:fs/promises';
import { join } from 'node:path';

import { freePort } from '../../freePort';
import { runCommand } from '../../runCommand';
import { keptEnvironment } from '../environment';
import type { InstalledN8n } from '../installN8n';
import { supervise, type Program, type Supervised } from '../supervise';
import { findProgram } from './findProgram';

const POSTGRES_PACKAGE = 'postgresql';

/** A service that n8n's processes share, on a free port of loopback. */
export interface Service extends Omit<Supervised, 'start'> {
	/** The environment variables that lead n8n to it. */
	environment: Record<string, string>;
	/** Starts it, and waits until it accepts connections. */
	start(): Promise<void>;
}

/** Prepares a Redis with its default configuration, which keeps its data across restarts. */
export async function redisService(installed: InstalledN8n): Promise<Service> {
	const command = await findProgram('redis-server', 'redis-server');
	const supervised = await supervise(installed, { name: 'Redis' });
	const { folder } = supervised;
	const port = String(await freePort());
	return service(
		supervised,
		{
			command,
			args: ['--port', port, '--bind', '127.0.0.1', '--dir', folder],
			cwd: folder,
			env: keptEnvironment(),
		},
		{ QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: port },
	);
}

/** Prepares a Postgres with an empty database. */
export async function postgresService(installed: InstalledN8n): Promise<Service> {
	const initdb = await findProgram('initdb', POSTGRES_PACKAGE);
	const command = await findProgram('postgres', POSTGRES_PACKAGE);
	const user = await unprivilegedUser();
	const supervised = await supervise(installed, { name: 'Postgres' });
	const { folder } = supervised;
	const port = String(await freePort());
	const options = { cwd: folder, env: keptEnvironment(), ...user };
	if (user) await chown(folder, user.uid, user.gid);
	const data = join(folder, 'data');
	const postgres = service(
		supervised,
		{
			command,
			args: ['-D', data, '-p', port, '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
			...options,
		},
		{
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: port,
			DB_POSTGRESDB_USER: 'n8n',
			DB_POSTGRESDB_DATABASE: 'postgres',
			// With n8n's two, calls side by side wait for each other, and some for too long.
			DB_POSTGRESDB_POOL_SIZE: '10',
		},
	);
	return {
		...postgres,
		async start() {
			if (!existsSync(data)) {
				const settings = ['--pgdata', data, '--username', 'n8n', '--auth', 'trust', '--no-locale'];
				await runCommand(initdb, settings, options);
			}
			await postgres.start();
		},
	};
}

function service(supervised: Supervised, program: Program, environment: Record<string, string>): Service {
	return {
		...supervised,
		environment,
		start: () => supervised.start(program, (printed) => /ready to accept connections/i.test(printed)),
	};
}

/** Postgres refuses to run as root; its Debian package brings a user for it. */
async function unprivilegedUser(): Promise<{ uid: number; gid: number } | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const id = async (flag: string) =>
		Number(await runCommand('id', [flag, 'postgres'], { cwd: '/', env: process.env }));
	return { uid: await id('-u'), gid: await id('-g') };
}
