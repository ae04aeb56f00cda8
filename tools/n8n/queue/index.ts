import { randomBytes, randomUUID } from 'node:crypto';

import { withProgress } from '../../progress';
import { installN8n } from '../installN8n';
import { installPackage } from '../installPackage';
import { n8nProcess, type N8nCommand, type N8nProcess } from '../n8nProcess';
import { RestClient } from '../restClient';
import type { N8nOptions, RunningN8n } from '..';
import { postgresService, redisService, type Service } from './services';

const WORKERS = 2;

/** A process of a cluster, which can be ended and started again. */
export type ClusterProcess = Pick<N8nProcess, 'logs' | 'end'> & { start(): Promise<void> };

/** A real n8n in queue mode. */
export interface RunningCluster extends RunningN8n {
	main: ClusterProcess;
	webhook: ClusterProcess;
	workers: ClusterProcess[];
	redis: Pick<Service, 'end' | 'start'>;
}

/**
 * Starts a real n8n in queue mode: Redis, Postgres, the main process, a webhook process and two
 * workers, each with a user folder of its own, as on machines of their own, with this package
 * installed. Signs in as the owner.
 */
export async function startCluster({
	version,
	port,
	nodes = 'source',
	environment = {},
}: Pick<N8nOptions, 'version' | 'port' | 'nodes' | 'environment'> = {}): Promise<RunningCluster> {
	const installed = await installN8n(version);
	const services: Service[] = [];
	const processes: N8nProcess[] = [];
	const stop = async () => {
		await Promise.all(processes.map((one) => one.stop()));
		await Promise.all(services.map((one) => one.stop()));
	};
	try {
		const [redis, postgres] = await withProgress('Starting Redis and Postgres', async () => {
			for (const prepare of [redisService, postgresService]) services.push(await prepare(installed));
			await Promise.all(services.map((one) => one.start()));
			return services;
		});
		const prepare = async (command: N8nCommand, name: string, preferred?: number) => {
			const one = await n8nProcess(installed, command, { name, port: preferred });
			processes.push(one);
			return one;
		};
		const main = await prepare('start', 'The main process', port);
		const webhook = await prepare('webhook', 'The webhook process');
		const workers: N8nProcess[] = [];
		while (workers.length < WORKERS) workers.push(await prepare('worker', `Worker ${workers.length + 1}`));

		await withProgress('Installing this package for each process of n8n', () =>
			installPackage(
				processes.map(({ folder }) => folder),
				nodes,
			),
		);
		const shared = {
			EXECUTIONS_MODE: 'queue',
			OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
			N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
			N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
			N8N_INSTANCE_ID: randomUUID(),
			N8N_EDITOR_BASE_URL: `${main.url}/`,
			WEBHOOK_URL: `${webhook.url}/`,
			...redis.environment,
			...postgres.environment,
			...environment,
		};
		const member = (one: N8nProcess, own: Record<string, string> = {}): ClusterProcess => ({
			logs: one.logs,
			end: one.end,
			start: () => one.start({ ...shared, ...own }),
		});
		const cluster = {
			main: member(main),
			webhook: member(webhook),
			workers: workers.map((worker) =>
				member(worker, {
					QUEUE_HEALTH_CHECK_ACTIVE: 'true',
					QUEUE_HEALTH_CHECK_PORT: new URL(worker.url).port,
				}),
			),
		};
		// The main process makes the tables that the others look for.
		await withProgress('Starting the main process of n8n', () => cluster.main.start());
		await withProgress('Starting the webhook process and the workers', () =>
			Promise.all([cluster.webhook, ...cluster.workers].map((one) => one.start())),
		);
		const rest = new RestClient(main.url);
		const login = await rest.signIn();
		const logs = () => processes.map((one) => one.logs()).join('\n');
		return { ...cluster, redis, url: main.url, webhookUrl: webhook.url, login, rest, logs, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
