import { parseArgs } from 'node:util';

import { SIMULATOR_ACCOUNTS, startSimulator } from './index';

const DEFAULT_PORT = 4010;

const HELP = `Simulates the four providers. No real message is sent.

  --port NUMBER    ${DEFAULT_PORT} by default; 0 takes a free port
  --host ADDRESS   the address to listen on: 127.0.0.1 by default, so that only this machine reaches it.
                   0.0.0.0 listens on every network, for an n8n in a container. Whoever reaches the port
                   can read the inbox.`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { port: { type: 'string' }, host: { type: 'string' }, help: { type: 'boolean' } },
	});
	if (values.help) {
		console.log(HELP);
		return;
	}
	const port = Number(values.port ?? DEFAULT_PORT);
	if (!Number.isInteger(port) || port < 0 || port > 65535) {
		throw new Error(`--port must be a number from 0 to 65535, not ${values.port}`);
	}
	const simulator = await startSimulator({ port, host: values.host });
	console.log(summary(simulator.url));

	const stop = (): void => {
		void simulator.close();
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

function summary(url: string): string {
	const lines = [
		'The simulator is running. Stop it with Ctrl-C.',
		'',
		`  Inbox                ${url}/inbox`,
		'',
		'Base URLs',
		`  Wibmo, crypto        ${url}/wibmo`,
		`  Wibmo, operations    ${url}/wibmo/uat/sbx`,
		`  iServeU              ${url}/iserveu`,
		`  Capillary            ${url}/capillary`,
		`  HyperVerge           ${url}/hyperverge/v1`,
		'',
		'Accounts (invented; they work nowhere else)',
	];
	for (const [provider, account] of Object.entries(SIMULATOR_ACCOUNTS)) {
		lines.push(`  ${provider}`);
		for (const [name, value] of Object.entries(account)) lines.push(`    ${name.padEnd(17)} ${value}`);
	}
	return lines.join('\n');
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
