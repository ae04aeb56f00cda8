import { join } from 'node:path';

import { manifest } from '../package';
import { withProgress } from '../progress';
import { installN8n } from './installN8n';
import { installPackage, type PackageSource } from './installPackage';
import { n8nProcess } from './n8nProcess';
import { RestClient, type Login } from './restClient';
import { watchPackage } from './watchPackage';

export interface N8nOptions {
	/** The version of n8n; the newest when not given. */
	version?: string;
	/** The port of the editor when it's free; any free one otherwise. */
	port?: number;
	/** Where n8n keeps its data; a throw-away folder when not given. */
	userFolder?: string;
	/** What is installed; this package from its source when not given. */
	nodes?: PackageSource;
	/** Whether n8n takes over each change of the source while it runs. */
	watch?: boolean;
	/** Further environment variables for n8n. */
	environment?: Record<string, string>;
	/** Is told everything that n8n prints. */
	onOutput?: (text: string) => void;
}

export interface RunningN8n {
	/** The address of the editor, without a slash at the end. */
	url: string;
	/** The address of production webhooks and forms, without a slash at the end. */
	webhookUrl: string;
	/** The owner's account. */
	login: Login;
	/** n8n's REST interface, signed in as the owner. */
	rest: RestClient;
	/** The latest that n8n has printed. */
	logs(): string;
	/** Stops n8n, and removes its folder if that was a throw-away one. */
	stop(): Promise<void>;
}

/** Starts a real n8n with this package installed, and signs in as its owner. */
export async function startN8n(options: N8nOptions = {}): Promise<RunningN8n> {
	const n8n = await n8nProcess(await installN8n(options.version), 'start', {
		name: 'n8n',
		port: options.port,
		folder: options.userFolder,
		onOutput: options.onOutput,
	});
	let stopWatching: (() => Promise<void>) | undefined;
	const stop = async () => {
		await stopWatching?.();
		await n8n.stop();
	};
	try {
		const [folder] = await withProgress('Installing this package into n8n', () =>
			installPackage([n8n.folder], options.nodes ?? 'source'),
		);
		if (options.watch) stopWatching = watchPackage(join(folder, manifest.name));
		await withProgress('Starting n8n', () =>
			n8n.start({ ...(options.watch && { N8N_DEV_RELOAD: 'true' }), ...options.environment }),
		);
		const rest = new RestClient(n8n.url);
		const login = await rest.signIn();
		return { url: n8n.url, webhookUrl: n8n.url, login, rest, logs: n8n.logs, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
