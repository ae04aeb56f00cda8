/** What a program needs to run at all, on the platforms that n8n runs on. */
const KEPT = [
	'PATH',
	'HOME',
	'USERPROFILE',
	'APPDATA',
	'LOCALAPPDATA',
	'SystemRoot',
	'ComSpec',
	'TMPDIR',
	'TEMP',
	'TMP',
	'LANG',
	'TZ',
	'NODE_EXTRA_CA_CERTS',
];

/** What a program gets of the environment of this process. */
export function keptEnvironment(): Record<string, string> {
	return Object.fromEntries(
		KEPT.flatMap((name) => {
			const value = process.env[name];
			return value === undefined ? [] : [[name, value] as const];
		}),
	);
}

export interface N8nAddress {
	port: number;
	brokerPort: number;
	userFolder: string;
}

/**
 * The whole environment of n8n. It's built from nothing, so that neither proxies nor an n8n that
 * the user has set up by environment variables reach into this one.
 */
export function n8nEnvironment(
	address: N8nAddress,
	extra: Record<string, string> = {},
): Record<string, string> {
	const url = `http://127.0.0.1:${address.port}/`;
	return {
		...keptEnvironment(),
		NODE_ENV: 'production',
		DB_TYPE: 'sqlite',
		// Without a pool, n8n 1.x stores the status of an execution before its data, and in between a
		// form shows the page that was left. This is the default of n8n 2.
		DB_SQLITE_POOL_SIZE: '3',
		N8N_USER_FOLDER: address.userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(address.port),
		N8N_RUNNERS_BROKER_PORT: String(address.brokerPort),
		N8N_HOST: '127.0.0.1',
		N8N_EDITOR_BASE_URL: url,
		WEBHOOK_URL: url,
		N8N_SECURE_COOKIE: 'false',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_HIDE_USAGE_PAGE: 'true',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		...extra,
	};
}
